// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/textsearch.h"
#include "tests/bench/issues.h"
#include "tests/bench/measure.h"

#include <cstdio>
#include <cstring>

using namespace actionscope;

// How long a search over an answer of 100 MB takes, beside memmem() over the same bytes.
namespace {

constexpr int rounds = 5;

qint64 countPlainly(const QByteArray &text, const QByteArray &needle)
{
    qint64 count = 0;
    const char *at = text.constData();
    const char *const end = at + text.size();
    while (const void *found
        = memmem(at, std::size_t(end - at), needle.constData(), std::size_t(needle.size()))) {
        ++count;
        at = static_cast<const char *>(found) + needle.size();
    }
    return count;
}

bool compare(const QByteArray &text, const QByteArray &lowered, const char *needle)
{
    qint64 expected = 0;
    const qint64 expectedInEitherCase = countPlainly(lowered, QByteArray(needle).toLower());
    const double limit = bench::bestOf(rounds, [&] { expected = countPlainly(text, needle); });
    std::printf("%-28s %8.1f ms memmem, %lld hits\n", needle, limit, static_cast<long long>(expected));
    const auto run = [&](const char *name, const PatternOptions &options) {
        const auto pattern = TextPattern::make(QString::fromUtf8(needle), options);
        qint64 hits = 0;
        const double taken = bench::bestOf(rounds, [&] { hits = TextSearch(text, *pattern).count(); });
        std::printf("  %-26s %8.1f ms, ratio %.2f (allowed 2.00), %lld hits\n", name, taken, taken / limit,
            static_cast<long long>(hits));
        return hits;
    };
    const bool isExact = run("case-sensitive", {.matchesCase = true}) == expected;
    const bool isExactInEitherCase = run("either case", {}) == expectedInEitherCase;
    const bool isExactAsExpression
        = run("regular expression", {.matchesCase = true, .isRegularExpression = true}) == expected;
    return isExact && isExactInEitherCase && isExactAsExpression;
}

} // namespace

int main()
{
    const QByteArray text = bench::issues(100 * bench::megabyte);
    const QByteArray lowered = text.toLower();
    bool isExact = true;
    for (const char *needle : {"no such thing", "created_at", "repository_url", "9999", "e"})
        isExact = compare(text, lowered, needle) && isExact;
    std::printf("same work: %s\n", isExact ? "yes" : "NO");
    return isExact ? 0 : 1;
}
