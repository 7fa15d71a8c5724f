// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/logwire.h"
#include "app/json/document.h"

#include <QTest>

using namespace actionscope;
using api::ApiVersion;

// How each version is asked for the service's own log, and what is read of its answers.
class TestLogWire final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksEachVersionInItsWords_data()
    {
        QTest::addColumn<ApiVersion>("version");
        QTest::addColumn<QByteArrayList>("ways");
        QTest::newRow("v2") << ApiVersion::V2 << QByteArrayList {"POST /api/v2/actions/logs/all/", "GET /api/v1/logs/"};
        QTest::newRow("v3") << ApiVersion::V3 << QByteArrayList {"POST /api/v3/internal/action_execution/logs"};
        QTest::newRow("v3.1") << ApiVersion::V31
                              << QByteArrayList {"POST /api/v3.1/internal/action_execution/logs", "POST /api/v3.1/logs/tool_execution"};
    }
    void asksEachVersionInItsWords()
    {
        QFETCH(ApiVersion, version);
        QFETCH(QByteArrayList, ways);
        api::LogQuery query;
        query.actionId = QStringLiteral("GMAIL_SEND_EMAIL");
        query.entityId = QStringLiteral("a \"b\"");
        query.wasSuccessful = false;
        query.from = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        const QList<api::HttpRequest> searches = api::logSearches(query, version);
        QCOMPARE(searches.size(), ways.size());
        for (qsizetype i = 0; i < ways.size(); ++i) {
            const QByteArray way = searches[i].method + ' ' + searches[i].path;
            QVERIFY2(way.startsWith(ways[i]), way.constData());
        }
        const json::Document body = json::Document::parse(searches.first().body);
        const bool isOld = version == ApiVersion::V2;
        const json::Value conditions = body.root().member(isOld ? u"searchParams" : u"search_params");
        QCOMPARE(conditions.count(), 3);
        QCOMPARE(conditions.at(1).member(u"field").toString(), QStringLiteral("entity_id"));
        QCOMPARE(conditions.at(1).member(u"value").toString(), QStringLiteral("a \"b\""));
        QCOMPARE(conditions.at(2).member(u"value").toString(), QStringLiteral("failed"));
        QCOMPARE(body.root().member(u"from").toInteger(), 1'700'000'000'123);
        QCOMPARE(body.root().member(u"cursor").isNull(), !isOld); // v3 wants to see one
    }

    void anIdIsPartOfThePath()
    {
        QCOMPARE(api::logRequests(QStringLiteral("a/b?c"), ApiVersion::V2).first().path, QByteArray("/api/v2/actions/logs/all/a%2Fb%3Fc"));
        QCOMPARE(api::logRequests(QStringLiteral("log_1"), ApiVersion::V31).first().path, QByteArray("/api/v3.1/internal/action_execution/log/log_1"));
    }

    void readsALog()
    {
        const auto entry = api::readLog(R"({"actionLogId":"l1","actionId":"A","app":{"uniqueId":"gmail"},"connection":{"id":"c1","entity":"bob"},
            "startTime":1700000000000,"totalDuration":"12","status":"error","payloadReceived":{"n": 1.10},"response":{},
            "error":{"message":"No."},"steps":[]})");
        QVERIFY(entry);
        QCOMPARE(entry->id, QStringLiteral("l1"));
        QCOMPARE(entry->entityId, QStringLiteral("bob"));
        QCOMPARE(entry->connectedAccountId, QStringLiteral("c1"));
        QCOMPARE(entry->appName, QStringLiteral("gmail"));
        QCOMPARE(entry->milliseconds, 12);
        QCOMPARE(entry->isSuccessful, false);
        QCOMPARE(entry->summary, QStringLiteral("No."));
        QCOMPARE(entry->request, QByteArray(R"({"n": 1.10})")); // to the byte
        QVERIFY(entry->response.isEmpty());
        QVERIFY(entry->steps.isEmpty());
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("cut off") << QByteArray(R"({"data":[{"id":)");
        QTest::newRow("no list") << QByteArray(R"({"data":{}})");
        QTest::newRow("a number") << QByteArray("7");
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!api::readLogs(body));
        QVERIFY(!api::readLog(body));
    }

    void passesOverWhatHasNoId()
    {
        const auto page = api::readLogs(R"({"data":[7,{"actionKey":"A"},{"id":"l2","actionKey":"B","createdAt":1700000000}],"nextCursor":5})");
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 1);
        QCOMPARE(page->entries.first().actionId, QStringLiteral("B"));
        QCOMPARE(page->entries.first().time.toMSecsSinceEpoch(), 1'700'000'000'000);
        QVERIFY(!page->entries.first().isSuccessful);
        QCOMPARE(page->nextCursor, QStringLiteral("5"));
    }
};

QTEST_GUILESS_MAIN(TestLogWire)
#include "tst_logwire.moc"
