// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/structuraldiff.h"
#include "tests/bench/issues.h"
#include "tests/bench/measure.h"

using namespace actionscope;
using namespace actionscope::bench;

// Two answers of 20 MB that differ in known places.
namespace {

constexpr int rounds = 3;
constexpr double allowed = 3000; // milliseconds

// Every 50th issue has another title; one went from the front to the end.
QByteArray changed(const QByteArray &text, qsizetype &changes)
{
    const json::Document document = json::Document::parse(text);
    QByteArrayList items;
    changes = 0;
    qsizetype position = 0;
    for (json::Value item = document.root().firstChild(); item.isValid();
         item = item.nextSibling(), ++position) {
        QByteArray bytes = item.raw().toByteArray();
        if (position % 50 == 7) {
            const json::Value title = item.member(u"title");
            bytes.replace(title.begin() - item.begin(), title.raw().size(), "\"another title\"");
            ++changes;
        }
        items.append(bytes);
    }
    items.append(items.takeFirst());
    return '[' + items.join(',') + ']';
}

} // namespace

int main()
{
    const QByteArray text = issues(20 * megabyte);
    qsizetype changes = 0;
    const QByteArray other = changed(text, changes);
    json::Difference found;
    const double taken = bestOf(
        rounds, [&] { found = json::difference(json::Document::parse(text), json::Document::parse(other)); });
    printRatio("diff of two 20 MB answers, read and compared", taken, allowed, 1.0);
    const bool isRight = qsizetype(found.changes.size()) == changes + 1;
    std::printf(
        "differences found: %zu, made: %lld\n", found.changes.size(), static_cast<long long>(changes + 1));
    return isRight ? 0 : 1;
}
