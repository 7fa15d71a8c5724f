// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/textfacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

struct Form
{
    Fact::Kind kind;
    const char *pattern; // the last group that matched is the value
};

// What stands further up wins where two overlap.
constexpr Form forms[] = {
    {Fact::Kind::Quoted, "\"([^\"]*)\"|\u201c([^\u201d]*)\u201d|`([^`]*)`|(?<![\\w])'([^']+)'(?![\\w])"},
    {Fact::Kind::Url, "\\bhttps?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]"},
    {Fact::Kind::Email, "\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+\\b"},
    {Fact::Kind::Date,
        "\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?\\b"},
    {Fact::Kind::Repository, "(?<![\\w/])[A-Za-z0-9][\\w.-]*/[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9_])?(?![\\w/])"},
    {Fact::Kind::Channel, "(?<![\\w#])#[A-Za-z][\\w-]*"},
    {Fact::Kind::Number, "(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w])"},
};

bool overlaps(const QList<Fact> &facts, qsizetype begin, qsizetype end)
{
    return std::any_of(
        facts.cbegin(), facts.cend(), [&](const Fact &fact) { return begin < fact.end && fact.begin < end; });
}

} // namespace

QList<Fact> factsIn(const QString &text)
{
    QList<Fact> facts;
    for (const Form &form : forms) {
        const QRegularExpression pattern(
            QString::fromUtf8(form.pattern), QRegularExpression::UseUnicodePropertiesOption);
        QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (!overlaps(facts, match.capturedStart(), match.capturedEnd()))
                facts.append({form.kind, match.capturedStart(), match.capturedEnd(),
                    match.captured(match.lastCapturedIndex())});
        }
    }
    std::sort(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.begin < b.begin; });
    return facts;
}

} // namespace actionscope::sandbox
