// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"
#include "tests/support/hostileserver.h"

#include <algorithm>

namespace actionscope::tests {

// A service of v3.1 with two pages of tools, and the program that asks it. Each answer can be replaced.
class CatalogService final
{
public:
    CatalogService()
        : server([this](const api::HttpRequest &request, QTcpSocket *socket) {
            const auto own = answers.constFind(placeOf(request.path));
            socket->write(own == answers.cend() ? usual(request.path) : *own);
            if (own != answers.cend() && !own->isEmpty())
                socket->disconnectFromHost(); // one that promises more than it brings is cut off by that
        })
    {
        config = cli.folder.filePath(QStringLiteral("config"));
        storage::Settings settings(config);
        settings.setEnvironments({{QStringLiteral("acme"), server.url().toString(), api::ApiVersion::V31}});
        settings.setCurrentEnvironmentName(QStringLiteral("acme"));
        saved = settings.save().has_value();
        cli.setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    }

    int run(const QString &words) { return cli.run(arguments(words)); }
    [[nodiscard]] QStringList arguments(const QString &words) const
    {
        return words.split(QLatin1Char(' ')) + QStringList {QStringLiteral("--config"), config};
    }
    [[nodiscard]] QString cachePath() const { return config + QStringLiteral("/catalog/acme.v3.1.catalog"); }
    [[nodiscard]] QByteArray cache() const
    {
        QFile file(cachePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] int asked(const QByteArray &place) const
    {
        return int(std::count_if(server.requests().cbegin(), server.requests().cend(),
            [&](const api::HttpRequest &request) { return placeOf(request.path) == place; }));
    }

    static QByteArray refusal(const QByteArray &status, const QByteArray &headers = {})
    {
        const QByteArray body = R"({"error":{"message":"no"}})";
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }

    static constexpr char schema[] = R"({ "type":"object", "properties":{"n":{"type":"integer","maximum":1.10,"default": 1}} })";

    CliProcess cli;
    QString config;
    bool saved = false;
    QHash<QByteArray, QByteArray> answers; // by place; an empty one is silence
    test::HostileServer server;

private:
    // "toolkits", "connected_accounts", "tools", "tools2" for the second page, "ACME_…" for one tool
    static QByteArray placeOf(const QByteArray &path)
    {
        const QByteArray place = path.split('?').first().split('/').last();
        return place == "tools" && path.contains("cursor=second") ? QByteArray("tools2") : place;
    }

    static QByteArray usual(const QByteArray &path)
    {
        const QByteArray place = placeOf(path);
        if (place == "toolkits")
            return page(R"({"slug":"acme","name":"Acme"})");
        if (place == "connected_accounts")
            return page(R"({"id":"ca_1","toolkit":{"slug":"acme"},"user_id":"bob","status":"EXPIRED"})");
        if (place == "tools")
            return page(tool("ACME_GET_ONE", "readOnlyHint"), R"(,"next_cursor":"second")");
        if (place == "tools2")
            return page(tool("ACME_CREATE_TWO", "important"));
        if (place == "ACME_GET_ONE")
            return test::HostileServer::answer(R"({"slug":"ACME_GET_ONE","toolkit":{"slug":"acme"},"version":"8","input_parameters":)"
                + QByteArray(schema) + "}");
        return refusal("404 Not Found");
    }

    static QByteArray tool(const QByteArray &id, const QByteArray &tag)
    {
        return R"({"slug":")" + id + R"(","toolkit":{"slug":"acme"},"version":"7","tags":[")" + tag + R"("],"input_parameters":)"
            + schema + "}";
    }

    static QByteArray page(const QByteArray &items, const QByteArray &more = {})
    {
        return test::HostileServer::answer(R"({"items":[)" + items + "]" + more + "}");
    }
};

} // namespace actionscope::tests
