// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/complaintwords.h"

#include "app/diagnosis/complaintitem.h"

#include <QRegularExpression>

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype longestRead = 2000;

Complaint complaintOf(const Said &said, const QStringList &path, const QString &rule, const QString &text)
{
    return {path, {}, rule, text, said.pointer, said.inner};
}

// "fields are missing: {'a', 'b'}", "missing required fields: ['a']"
void readMissingList(const Said &said, QList<Complaint> &complaints)
{
    static const QRegularExpression list(QStringLiteral("\\b(?:missing|required)\\b[^:{\\[(]{0,40}:?\\s*[{\\[(]([^}\\])]{1,400})[}\\])]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(QStringLiteral("['\"`]([^'\"`]+)['\"`]"));
    auto names = quoted.globalMatch(list.match(said.text).captured(1));
    while (names.hasNext())
        complaints.append(complaintOf(said, pathNames(names.next().captured(1)), QStringLiteral("required"), said.text));
}

// "1 validation error for CreateIssueRequest", then a line with the field and an indented one with the complaint
void readValidationList(const Said &said, QList<Complaint> &complaints)
{
    static const QRegularExpression head(QStringLiteral("\\d+ validation errors? for \\w+\\s*\\n"));
    static const QRegularExpression item(QStringLiteral("^([A-Za-z_][\\w.]*)\\s*\\n[ \\t]+([^\\n]+?)(?: \\[type=(\\w+)[^\\n]*)?$"), QRegularExpression::MultilineOption);
    const auto begin = head.match(said.text);
    if (!begin.hasMatch())
        return;
    auto items = item.globalMatch(said.text, begin.capturedEnd());
    while (items.hasNext()) {
        const auto one = items.next();
        const QString type = one.captured(3);
        const bool isType = type.endsWith(QLatin1String("_type")) || type.endsWith(QLatin1String("_parsing"));
        const QString rule = type == QLatin1String("missing") ? QStringLiteral("required") : isType ? QStringLiteral("type") : type;
        complaints.append(complaintOf(said, pathNames(one.captured(1)), rule, one.captured(2)));
    }
}

void readSentence(const Said &said, QList<Complaint> &complaints)
{
    static const QRegularExpression patterns[] = {
        // "… on parameter `per_page`", "Property 'rate limit' is required", "unknown field \"tilte\""
        QRegularExpression(QStringLiteral("\\b(?:parameter|property|field|argument|attribute)s?\\s+['\"`]([^'\"`]{1,80})['\"`]"), QRegularExpression::CaseInsensitiveOption),
        // "Required at 'user_id'"
        QRegularExpression(QStringLiteral("\\bat\\s+['\"`]([\\w.\\[\\]$-]{1,120})['\"`]")),
        // "'title' is a required property"
        QRegularExpression(QStringLiteral("['\"`]([\\w.\\[\\]$-]{1,80})['\"`]\\s+(?:is (?:a )?required|is missing|must (?:be|not)|should (?:be|not)|is not (?:of type|a valid)|is not allowed)")),
        // "body failed validation: body.parent.page_id should be a valid uuid"
        QRegularExpression(QStringLiteral("\\b(?:body|payload|arguments|params)((?:\\.[\\w-]+|\\[\\d+\\])+)\\s+(?:should|must|is)\\b")),
        // "failed to match all allowed schemas [json-pointer:/blocks/0/text]"
        QRegularExpression(QStringLiteral("json-pointer:(/[\\w/-]+)")),
        // "Invalid To header"
        QRegularExpression(QStringLiteral("\\b[Ii]nvalid ([A-Za-z][\\w-]*) header\\b")),
    };
    for (const QRegularExpression &pattern : patterns) {
        const auto match = pattern.match(said.text);
        if (!match.hasMatch())
            continue;
        QString path = match.captured(1);
        complaints.append(complaintOf(said, pathNames(path.replace(QLatin1Char('/'), QLatin1Char('.'))), {}, said.text));
        return;
    }
}

} // namespace

QList<Complaint> complaintsInWords(const Said &said)
{
    Said part = said;
    part.text.truncate(longestRead);
    QList<Complaint> complaints;
    readMissingList(part, complaints);
    readValidationList(part, complaints);
    if (complaints.isEmpty())
        readSentence(part, complaints);
    return complaints;
}

} // namespace actionscope::diagnosis
