// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accounts/connectendpoints.h"

#include "app/base/tr.h"

#include <QUrl>
#include <QUrlQuery>

namespace actionscope::sandbox {

namespace {

Reply page(int status, const QString &title, const QString &inside)
{
    const QString text = QLatin1String("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
                                       "<style>body{font:16px sans-serif;max-width:36em;margin:4em auto;color:#222}"
                                       "button{font:inherit;padding:8px 16px;margin-right:8px}</style></head>"
                                       "<body><h1>%1</h1>%2</body></html>\n");
    Reply reply;
    reply.status = status;
    reply.body = text.arg(title.toHtmlEscaped(), inside).toUtf8();
    reply.contentType = "text/html; charset=utf-8";
    // Names come from clients: nothing on this page may run or load.
    reply.headers = {{"content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' *"},
        {"cache-control", "no-store"}, {"referrer-policy", "no-referrer"}};
    return reply;
}

QString paragraph(const QString &text)
{
    return QLatin1String("<p>") + text.toHtmlEscaped() + QLatin1String("</p>");
}

Reply unknownPage()
{
    return page(404, Tr::tr("Nothing to connect"),
        paragraph(Tr::tr("No connection waits for this link. It was used already, or it never was one of this sandbox.")));
}

void ask(const Endpoints &from, Exchange &exchange, const QString &token)
{
    const Account *account = from.connector.waitingFor(token);
    if (!account)
        return exchange.answer(unknownPage());
    const QString who = Tr::tr("The user \"%1\" is to be connected to %2 in the sandbox. Nobody is asked for a "
                               "password, and nothing leaves this computer.")
                            .arg(account->user, account->appKey);
    const QString form = QLatin1String("<form method=\"post\"><button name=\"decision\" value=\"allow\">%1</button>"
                                       "<button name=\"decision\" value=\"deny\">%2</button></form>");
    exchange.answer(page(200, Tr::tr("Connect %1").arg(account->appKey),
        paragraph(who) + form.arg(Tr::tr("Allow").toHtmlEscaped(), Tr::tr("Deny").toHtmlEscaped())));
}

// Back to the client, as the service does it; only to the web, whatever the client named.
QUrl wayBack(const Account &account)
{
    QUrl url(account.callbackUrl, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return {};
    QUrlQuery query(url);
    query.addQueryItem(QStringLiteral("status"),
        account.status == QLatin1String("ACTIVE") ? QStringLiteral("success") : QStringLiteral("failed"));
    query.addQueryItem(QStringLiteral("connectedAccountId"), account.shortId);
    query.addQueryItem(QStringLiteral("connected_account_id"), account.shortId);
    query.addQueryItem(QStringLiteral("appName"), account.appKey);
    url.setQuery(query);
    return url;
}

void decide(const Endpoints &from, Exchange &exchange, const QString &token)
{
    const Account *waiting = from.connector.waitingFor(token);
    if (!waiting)
        return exchange.answer(unknownPage());
    const bool isAllowed = exchange.request().body.contains("decision=allow");
    const auto account = from.connector.finish(*waiting, isAllowed);
    if (!account) {
        return exchange.answer(
            page(500, Tr::tr("Not connected"), paragraph(account.error().message)));
    }
    if (account->status == QLatin1String("EXPIRED")) {
        return exchange.answer(page(410, Tr::tr("Too late"),
            paragraph(Tr::tr("This link lived ten minutes. Begin the connection again."))));
    }
    Reply reply = page(200, account->status == QLatin1String("ACTIVE") ? Tr::tr("Connected") : Tr::tr("Not connected"),
        paragraph(Tr::tr("The account %1 is %2 now.").arg(account->shortId, account->status)));
    if (const QUrl back = wayBack(*account); back.isValid()) {
        reply.status = 303;
        reply.headers.append({"location", back.toEncoded()});
    }
    exchange.answer(std::move(reply));
}

} // namespace

void addConnectEndpoints(Router *router, const Endpoints &endpoints)
{
    router->add("GET", "/connect/{token}",
        [endpoints](Exchange &exchange, const Captures &captures) { ask(endpoints, exchange, captures.first()); });
    router->add("POST", "/connect/{token}",
        [endpoints](Exchange &exchange, const Captures &captures) { decide(endpoints, exchange, captures.first()); });
}

} // namespace actionscope::sandbox
