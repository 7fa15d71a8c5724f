// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "tests/cli/cliprocess.h"
#include "tests/support/hostileserver.h"

#include <QTest>

using namespace actionscope;
using test::HostileServer;
using tests::CliProcess;

// `logs` as a process against a sandbox that executed something before.
class TestCliLogs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAndShows_data();
    void listsAndShows();
    void narrows_data();
    void narrows();
    void findsTheLogOfARun_data();
    void findsTheLogOfARun();
    void pagesGoOn();
    void hidesSecrets();
    void fallsBackToTheOldestLog();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void badUsageSendsNothing_data();
    void badUsageSendsNothing();

private:
    int exec(const QString &action, const QString &input, const QString &api = QStringLiteral("v2"), const QString &entity = QStringLiteral("default"))
    {
        return m_cli->run({QStringLiteral("exec"), action, QStringLiteral("--input"), input, QStringLiteral("--entity"), entity,
            QStringLiteral("--base-url"), m_url, QStringLiteral("--api"), api, QStringLiteral("--config"), m_config});
    }
    int logs(const QStringList &more)
    {
        return m_cli->run(QStringList {QStringLiteral("logs"), QStringLiteral("--base-url"), m_url, QStringLiteral("--config"), m_config} + more);
    }
    QString lastRun() const
    {
        const auto list = storage::HistoryFiles(storage::historyFolder(m_config)).list(1);
        return list && !list->isEmpty() ? list->first().id : QString();
    }

    std::unique_ptr<CliProcess> m_sandbox;
    std::unique_ptr<CliProcess> m_cli;
    QString m_url;
    QString m_config;
};

void TestCliLogs::init()
{
    m_sandbox = std::make_unique<CliProcess>();
    m_sandbox->start({QStringLiteral("sandbox"), QStringLiteral("--port"), QStringLiteral("0")});
    QVERIFY(m_sandbox->waitForOutput("\n"));
    const QList<QByteArray> words = m_sandbox->output.simplified().split(' ');
    m_url = QString::fromLatin1(words.value(1));
    m_cli = std::make_unique<CliProcess>();
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QString::fromLatin1(words.value(3)));
    m_config = m_cli->folder.filePath(QStringLiteral("config"));
}

void TestCliLogs::cleanup()
{
    m_sandbox->signal(SIGINT);
    m_sandbox->finish();
}

void TestCliLogs::listsAndShows_data()
{
    QTest::addColumn<QString>("api");
    for (const char *api : {"v2", "v3", "v3.1"})
        QTest::newRow(api) << QString::fromLatin1(api);
}

void TestCliLogs::listsAndShows()
{
    QFETCH(QString, api);
    const QStringList as {QStringLiteral("--api"), api};
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"a": 1})"), api);
    exec(QStringLiteral("SANDBOX_FAIL"), QStringLiteral(R"({"message": "No such thing.", "status_code": 404})"), api);
    QCOMPARE(logs(as + QStringList {QStringLiteral("--json")}), 0);
    const json::Document list = json::Document::parse(m_cli->output);
    QCOMPARE(list.root().count(), 2);
    const json::Value newest = list.root().at(0);
    QCOMPARE(newest.member(u"actionId").toString(), QStringLiteral("SANDBOX_FAIL"));
    QCOMPARE(newest.member(u"successful").toBool(), false);
    QCOMPARE(newest.member(u"entityId").toString(), QStringLiteral("default"));
    QVERIFY(newest.member(u"summary").toString().contains(QStringLiteral("No such thing.")));
    QCOMPARE(list.root().at(1).member(u"successful").toBool(), true);

    const QString id = list.root().at(1).member(u"logId").toString();
    QCOMPARE(logs(as + QStringList {id}), 0);
    QVERIFY2(m_cli->output.contains("Action: SANDBOX_ECHO"), m_cli->output.constData());
    QVERIFY(m_cli->output.contains("Status: success"));
    QVERIFY(m_cli->output.contains("\"a\": 1"));
    QCOMPARE(logs(as + QStringList {id, QStringLiteral("--json")}), 0);
    const json::Document one = json::Document::parse(m_cli->output);
    QCOMPARE(one.root().member(u"logId").toString(), id);
    QVERIFY(one.root().member(u"request").isObject());
    QVERIFY(one.root().member(u"milliseconds").toInteger().has_value());
}

void TestCliLogs::narrows_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("found");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("action") << words("--action SANDBOX_ECHO") << 2;
    QTest::newRow("entity") << words("--entity alice") << 1;
    QTest::newRow("both") << words("--entity alice --action SANDBOX_FAIL") << 0;
    QTest::newRow("status") << words("--status failed") << 1;
    QTest::newRow("app") << words("--app sandbox") << 3;
    QTest::newRow("since") << words("--since 5m") << 3;
    QTest::newRow("until") << words("--until 5m") << 0;
    QTest::newRow("since an ISO time") << words("--since 2020-01-01T00:00:00Z") << 3;
    QTest::newRow("limit") << words("--limit 1") << 1;
}

void TestCliLogs::narrows()
{
    QFETCH(QStringList, words);
    QFETCH(int, found);
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral("{}"));
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral("{}"), QStringLiteral("v2"), QStringLiteral("alice"));
    exec(QStringLiteral("SANDBOX_FAIL"), QStringLiteral("{}"));
    QCOMPARE(logs(words + QStringList {QStringLiteral("--json")}), found > 0 ? 0 : 1);
    const json::Document shown = json::Document::parse(m_cli->output);
    QCOMPARE(shown.root().count(), found);
}

void TestCliLogs::findsTheLogOfARun_data()
{
    listsAndShows_data();
}

// By the log id of the answer where v3 gives one, by time, entity and action where v2 does not.
void TestCliLogs::findsTheLogOfARun()
{
    QFETCH(QString, api);
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"marker": "first"})"), api);
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"marker": "second"})"), api);
    const QString run = lastRun();
    exec(QStringLiteral("SANDBOX_FAIL"), QStringLiteral("{}"), api);
    QCOMPARE(logs({QStringLiteral("--run"), QStringLiteral("last")}), 0);
    QVERIFY2(m_cli->output.contains("SANDBOX_FAIL"), m_cli->output.constData());
    QCOMPARE(logs({QStringLiteral("--run"), run}), 0);
    QVERIFY2(m_cli->output.contains("second"), m_cli->output.constData());
    QCOMPARE(m_cli->errors.contains("nearest in time"), api == QLatin1String("v2"));
}

void TestCliLogs::pagesGoOn()
{
    for (int i = 0; i < 3; ++i)
        exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral("{}"));
    QCOMPARE(logs({QStringLiteral("--limit"), QStringLiteral("2"), QStringLiteral("--json")}), 0);
    const json::Document shown = json::Document::parse(m_cli->output);
    QCOMPARE(shown.root().count(), 2);
    const qsizetype at = m_cli->errors.indexOf("--cursor ");
    QVERIFY2(at > 0, m_cli->errors.constData());
    const QByteArray cursor = m_cli->errors.sliced(at + 9).split('.').first();
    QCOMPARE(logs({QStringLiteral("--cursor"), QString::fromLatin1(cursor), QStringLiteral("--json")}), 0);
    const json::Document again = json::Document::parse(m_cli->output);
    QCOMPARE(again.root().count(), 1);
}

void TestCliLogs::hidesSecrets()
{
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"Authorization": "Bearer abcdef0123456789abcdef", "password": "hunter2hunter2"})"));
    for (const bool isJson : {false, true}) {
        QStringList words {QStringLiteral("--run"), lastRun()};
        if (isJson)
            words.append(QStringLiteral("--json"));
        QCOMPARE(logs(words), 0);
        QVERIFY2(!m_cli->output.contains("abcdef0123456789abcdef"), m_cli->output.constData());
        QVERIFY2(!m_cli->output.contains("hunter2hunter2"), m_cli->output.constData());
        QVERIFY(m_cli->output.contains("redacted:"));
    }
}

void TestCliLogs::fallsBackToTheOldestLog()
{
    QByteArrayList paths;
    HostileServer old([&](const auto &request, QTcpSocket *socket) {
        paths.append(request.method + ' ' + request.path);
        if (request.path.startsWith("/api/v2/")) {
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}");
            return;
        }
        socket->write(HostileServer::answer(
            R"({"data":[{"id":"log-1","status":"error","appName":"gmail","createdAt":"2026-01-02T03:04:05.000Z","type":"action",
                "meta":{"actionName":"GMAIL_SEND_EMAIL","request":"{\"input\":{\"to\":\"x\"}}","errorRequest":"Quota exceeded"}}],"nextCursor":null})"));
    });
    m_url = old.url().toString();
    QCOMPARE(logs({QStringLiteral("--entity"), QStringLiteral("a&b"), QStringLiteral("--json")}), 0);
    QCOMPARE(paths.size(), 2);
    QVERIFY(paths.first().startsWith("POST /api/v2/actions/logs/all"));
    QVERIFY2(paths.last().startsWith("GET /api/v1/logs/?entityId=a%26b"), paths.last().constData());
    const json::Document list = json::Document::parse(m_cli->output);
    const json::Value entry = list.root().at(0);
    QCOMPARE(entry.member(u"actionId").toString(), QStringLiteral("GMAIL_SEND_EMAIL"));
    QCOMPARE(entry.member(u"summary").toString(), QStringLiteral("Quota exceeded"));
    QCOMPARE(entry.member(u"request").member(u"input").member(u"to").toString(), QStringLiteral("x"));
}

void TestCliLogs::saysWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QStringList none;
    QTest::newRow("no such log") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}") << QStringList {QStringLiteral("log_1")} << 1;
    QTest::newRow("refused") << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}") << none << 4;
    QTest::newRow("no JSON") << HostileServer::answer("<html>") << none << 5;
    QTest::newRow("no list") << HostileServer::answer("{}") << none << 5;
    QTest::newRow("no log") << HostileServer::answer("{}") << QStringList {QStringLiteral("log_1")} << 5;
    QTest::newRow("an empty list") << HostileServer::answer(R"({"data":[],"nextCursor":null})") << none << 1;
}

void TestCliLogs::saysWhatWentWrong()
{
    QFETCH(QByteArray, answer);
    QFETCH(QStringList, words);
    HostileServer server([&](const auto &, QTcpSocket *socket) { socket->write(answer); });
    m_url = server.url().toString();
    const int code = logs(words);
    QTEST(code, "code");
    QVERIFY(!m_cli->errors.isEmpty());
}

void TestCliLogs::badUsageSendsNothing_data()
{
    QTest::addColumn<QStringList>("words");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("two ids") << words("log_1 log_2");
    QTest::newRow("an id and a run") << words("log_1 --run 20260101T000000000-000001-0001");
    QTest::newRow("no such run") << words("--run 20260101T000000000-000001-0001");
    QTest::newRow("a status") << words("--status red");
    QTest::newRow("a time") << words("--since yesterday");
    QTest::newRow("a limit") << words("--limit 0");
    QTest::newRow("an option") << words("--everything");
}

void TestCliLogs::badUsageSendsNothing()
{
    QFETCH(QStringList, words);
    HostileServer server([](const auto &, QTcpSocket *) {});
    m_url = server.url().toString();
    QCOMPARE(logs(words), 2);
    QCOMPARE(server.connections(), 0);
    QVERIFY(m_cli->output.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliLogs)
#include "tst_cli_logs.moc"
