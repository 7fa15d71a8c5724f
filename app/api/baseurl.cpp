// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/baseurl.h"

#include "app/base/tr.h"

#include <QRegularExpression>

namespace actionscope::api {

Result<BaseUrl> parseBaseUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const auto invalid = [](const QString &sentence, const QString &hint = {}) {
        return failure(ErrorCode::InvalidInput, sentence, {}, hint);
    };
    if (trimmed.isEmpty())
        return invalid(Tr::tr("The base URL is empty."), Tr::tr("Enter an address such as https://host."));
    static const QRegularExpression scheme(QStringLiteral("^https?://"), QRegularExpression::CaseInsensitiveOption);
    if (!scheme.match(trimmed).hasMatch()) {
        return invalid(Tr::tr("The base URL “%1” does not begin with http:// or https://.").arg(trimmed),
            Tr::tr("Write the scheme in front, as in https://%1.").arg(trimmed.section(QStringLiteral("://"), -1)));
    }
    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() && !url.host().isEmpty())
        return invalid(Tr::tr("The base URL “%1” is not a valid address.").arg(trimmed));
    if (url.host().isEmpty())
        return invalid(Tr::tr("The base URL “%1” has no host that could be reached.").arg(trimmed));
    if (!url.userInfo().isEmpty()) {
        return invalid(Tr::tr("The base URL must not contain a user name or password."),
            Tr::tr("The API key is entered in its own field."));
    }
    if (url.hasQuery() || url.hasFragment())
        return invalid(Tr::tr("The base URL must end before any “?” or “#”."));

    BaseUrl result;
    static const QRegularExpression apiSuffix(QStringLiteral("/api(/.*)?$"));
    QString path = url.path(QUrl::FullyEncoded);
    const QRegularExpressionMatch match = apiSuffix.match(path);
    if (match.hasMatch()) {
        path.truncate(match.capturedStart());
        result.note = Tr::tr("“%1” was taken off the base URL; the program adds it by itself.").arg(match.captured());
    }
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path);
    result.url = url;
    return result;
}

bool isOnThisMachine(const QUrl &url)
{
    static const QRegularExpression loopback(QStringLiteral("^(localhost|::1|127(\\.[0-9]+){3})$"));
    return loopback.match(url.host()).hasMatch();
}

} // namespace actionscope::api
