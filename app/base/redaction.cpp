// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/redaction.h"

#include <QUrl>

#include <algorithm>

namespace actionscope {

namespace {

constexpr char placeholderStart[] = "\u2039redacted:";

// The spelling a JSON writer gives this value between its quotes.
QByteArray jsonSpelling(QByteArrayView value)
{
    QByteArray result;
    for (const char c : value) {
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            result += c;
        }
    }
    return result;
}

} // namespace

QByteArray redactedPlaceholder(QByteArrayView name)
{
    return QByteArray(placeholderStart) + name.toByteArray() + QByteArray("\u203a");
}

bool holdsRedactedPlaceholder(QByteArrayView text)
{
    return text.contains(QByteArrayView(placeholderStart));
}

void Redactor::addSecret(QByteArrayView name, QByteArrayView value)
{
    if (value.size() < 4)
        return;
    const QByteArray placeholder = redactedPlaceholder(name);
    addRule(value.toByteArray(), placeholder);
    addRule(jsonSpelling(value), placeholder);
    addRule(QUrl::toPercentEncoding(QString::fromUtf8(value)), placeholder);
}

void Redactor::addRule(const QByteArray &needle, const QByteArray &placeholder)
{
    for (const Rule &rule : std::as_const(m_rules)) {
        if (rule.needle == needle)
            return;
    }
    const auto at = std::find_if(m_rules.cbegin(), m_rules.cend(),
        [&](const Rule &rule) { return rule.needle.size() < needle.size(); });
    m_rules.insert(at, Rule {needle, placeholder});
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    QByteArray result = text;
    for (const Rule &rule : m_rules) {
        if (result.contains(rule.needle))
            result.replace(rule.needle, rule.placeholder);
    }
    return result;
}

QString Redactor::redacted(const QString &text) const
{
    return m_rules.isEmpty() ? text : QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace actionscope
