// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/listquery.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

constexpr qint64 lastPage = 1'000'000;

std::optional<PageWish> wishFrom(const QString &cursor)
{
    const auto decoded = QByteArray::fromBase64Encoding(cursor.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? (*decoded).split('.') : QList<QByteArray>();
    if (parts.size() != 2)
        return {};
    bool hasPage = false;
    bool hasLimit = false;
    const PageWish wish {parts[0].toLongLong(&hasPage), parts[1].toLongLong(&hasLimit)};
    const bool isGood = hasPage && hasLimit && wish.page >= 1 && wish.page <= lastPage && wish.limit >= 1
        && wish.limit <= ListQuery::largestPage;
    return isGood ? std::optional(wish) : std::nullopt;
}

} // namespace

ListQuery::ListQuery(const Request &request)
{
    QByteArray text = request.query;
    m_query = QUrlQuery(QString::fromLatin1(text.replace('+', "%20")));
}

QStringList ListQuery::texts(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        QStringList texts;
        for (const QString &suffix : {QString(), QStringLiteral("[]"), QStringLiteral("%5B%5D")}) {
            const QStringList values
                = m_query.allQueryItemValues(QLatin1String(name) + suffix, QUrl::FullyDecoded);
            for (const QString &value : values)
                texts += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
        }
        if (!texts.isEmpty())
            return texts;
    }
    return {};
}

QString ListQuery::text(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        const QString value = m_query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

bool ListQuery::isTrue(const char *name) const
{
    return text({name}).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

qint64 ListQuery::number(std::initializer_list<const char *> names, qint64 standard, qint64 most) const
{
    bool isNumber = false;
    const qint64 number = text(names).toLongLong(&isNumber);
    return isNumber ? std::clamp<qint64>(number, 1, most) : standard;
}

PageWish ListQuery::numberedPage(std::initializer_list<const char *> limitNames, qint64 standardLimit) const
{
    return {number({"page"}, 1, lastPage), number(limitNames, standardLimit, largestPage)};
}

std::optional<PageWish> ListQuery::cursorPage(qint64 standardLimit) const
{
    const QString cursor = text({"cursor"});
    return cursor.isEmpty() ? PageWish {1, number({"limit"}, standardLimit, largestPage)} : wishFrom(cursor);
}

Refusal badCursor()
{
    return {RefusalKind::BadCursor, Tr::tr("The cursor is none that this service gave out."),
        Tr::tr("Begin with the first page, which takes no cursor.")};
}

QString cursorFor(const PageWish &wish)
{
    return QString::fromLatin1((QByteArray::number(wish.page) + '.' + QByteArray::number(wish.limit)).toBase64());
}

} // namespace actionscope::sandbox
