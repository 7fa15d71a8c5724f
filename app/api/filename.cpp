// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/filename.h"

#include "app/api/headerfield.h"

#include <QStringDecoder>

#include <algorithm>

namespace actionscope::api {

namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype longestSuffix = 12;

bool isHarmless(QChar character)
{
    // Format characters turn the reading direction: "gpj.exe" is read as "exe.jpg".
    return character.isPrint() && character.category() != QChar::Other_Format
        && !QStringView(u"\\/:*?\"<>|").contains(character);
}

// RFC 8187: UTF-8'en'na%C3%AFve.txt
QString extendedValue(const QByteArray &text)
{
    const qsizetype first = text.indexOf('\'');
    const qsizetype second = text.indexOf('\'', first + 1);
    if (first < 0 || second < 0)
        return {};
    QStringDecoder decoder(text.first(first).constData());
    return decoder.isValid() ? QString(decoder(QByteArray::fromPercentEncoding(text.sliced(second + 1)))) : QString();
}

QString nameIn(const HeaderList &headers)
{
    const HeaderField field = headerField(headerValue(headers, "content-disposition").value_or(QByteArray()));
    if (const auto extended = headerValue(field.parameters, "filename*")) {
        if (const QString name = harmlessFileName(extendedValue(*extended)); !name.isEmpty())
            return name;
    }
    return harmlessFileName(QString::fromUtf8(headerValue(field.parameters, "filename").value_or(QByteArray())));
}

} // namespace

QString harmlessFileName(const QString &name)
{
    const qsizetype folder = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString harmless;
    for (const QChar each : name.sliced(folder + 1)) {
        if (each.isSurrogate() || isHarmless(each))
            harmless += each;
    }
    while (harmless.startsWith(u'.') || harmless.startsWith(u' ') || harmless.startsWith(u'-'))
        harmless.remove(0, 1);
    while (harmless.endsWith(u'.') || harmless.endsWith(u' '))
        harmless.chop(1);
    if (harmless.size() > longestName) {
        const qsizetype dot = harmless.lastIndexOf(u'.');
        const QString suffix = harmless.size() - dot <= longestSuffix ? harmless.sliced(dot) : QString();
        harmless.truncate(longestName - suffix.size());
        if (harmless.back().isHighSurrogate())
            harmless.chop(1);
        harmless += suffix;
    }
    return harmless;
}

QString suggestedFileName(
    const HeaderList &headers, BodyForm form, const QString &actionId, const QDateTime &moment)
{
    if (const QString name = nameIn(headers); !name.isEmpty())
        return name;
    const QString action = harmlessFileName(actionId);
    const QString time = moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QStringList parts {action.isEmpty() ? QStringLiteral("answer") : action};
    if (!time.isEmpty())
        parts.append(time);
    return parts.join(u'-') + u'.' + suffixOf(form);
}

} // namespace actionscope::api
