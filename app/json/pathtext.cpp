// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/pathtext.h"

namespace actionscope::json {

namespace {

bool isNameStart(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || code == u'_' || code >= 0x80;
}

bool isPlainName(const QString &name)
{
    const auto isNamePart
        = [](QChar c) { return isNameStart(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')); };
    return !name.isEmpty() && isNameStart(name.front()) && std::all_of(name.begin(), name.end(), isNamePart);
}

QString escapedInPath(QChar c)
{
    switch (c.unicode()) {
    case u'\'':
        return QStringLiteral("\\'");
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return c.unicode() < 0x20 ? QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'))
                                  : QString(c);
    }
}

} // namespace

QString pathStep(const QString &name)
{
    if (isPlainName(name))
        return QLatin1Char('.') + name;
    QString step = QStringLiteral("['");
    for (const QChar c : name)
        step += escapedInPath(c);
    return step + QStringLiteral("']");
}

QString pointerStep(QString name)
{
    return name.replace(QLatin1Char('~'), QStringLiteral("~0"))
        .replace(QLatin1Char('/'), QStringLiteral("~1"));
}

} // namespace actionscope::json
