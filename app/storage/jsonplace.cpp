// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/jsonplace.h"

#include "app/base/tr.h"

#include <QRegularExpression>
#include <QStringList>

namespace actionscope::storage {

namespace {

constexpr qint64 formatVersion = 1;

QString placedForm() { return Tr::tr("Line %1, column %2: %3"); }

} // namespace

Failure failureAt(QByteArrayView text, qsizetype offset, const QString &sentence)
{
    const json::Place place = json::placeOf(text, offset);
    return failure(ErrorCode::InvalidInput, placedForm().arg(QString::number(place.line), QString::number(place.column), sentence));
}

PlacedError placeIn(const QString &sentence)
{
    static const QRegularExpression form = [] {
        QString pattern = QRegularExpression::escape(placedForm());
        pattern.replace(QLatin1String("\\%1"), QLatin1String("(\\d+)")).replace(QLatin1String("\\%2"), QLatin1String("(\\d+)"));
        pattern.replace(QLatin1String("\\%3"), QLatin1String("(.*)"));
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption);
    }();
    const auto match = form.match(sentence);
    if (!match.hasMatch())
        return {sentence, {}};
    return {match.captured(3), json::Place {match.captured(1).toInt(), match.captured(2).toInt()}};
}

Result<json::Document> objectDocument(const QByteArray &text)
{
    const json::Document document = json::Document::parse(text);
    if (text.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("The file is empty."));
    if (const auto error = document.error())
        return failureAt(text, error->offset, Tr::tr("this is not valid JSON: %1.").arg(error->reason));
    if (!document.root().isObject())
        return failureAt(text, document.root().begin(), Tr::tr("the file must hold a JSON object, written in braces."));
    return document;
}

Result<void> checkFormat(const json::Document &document)
{
    const json::Value version = document.root().member(u"actionscope");
    if (!version.isValid() || version.isNull() || (version.isNumber() && version.toInteger().value_or(formatVersion) >= formatVersion))
        return {};
    return failureAt(document.bytes(), version.begin(),
        Tr::tr("actionscope must be the number of the file's format, %1.").arg(formatVersion));
}

bool isNewerThanThis(const json::Document &document)
{
    const json::Value version = document.root().member(u"actionscope");
    return version.isNumber() && version.toInteger().value_or(formatVersion + 1) > formatVersion;
}

Result<QString> textMember(const json::Document &document, QStringView name)
{
    const json::Value value = document.root().member(name);
    if (!value.isValid() || value.isNull())
        return QString();
    if (!value.isString())
        return failureAt(document.bytes(), value.begin(), Tr::tr("%1 must be a text.").arg(name));
    return value.toString();
}

Result<QStringList> textListMember(const json::Document &document, QStringView name)
{
    const json::Value value = document.root().member(name);
    if (!value.isValid() || value.isNull())
        return QStringList();
    const auto complain = [&](const json::Value &at) {
        return failureAt(document.bytes(), at.begin(), Tr::tr("%1 must be a list of texts.").arg(name));
    };
    if (!value.isArray())
        return complain(value);
    QStringList texts;
    for (json::Value item = value.firstChild(); item.isValid(); item = item.nextSibling()) {
        if (!item.isString())
            return complain(item);
        texts.append(item.toString());
    }
    return texts;
}

} // namespace actionscope::storage
