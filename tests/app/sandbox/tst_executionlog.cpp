// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include "app/sandbox/executionlog.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// The service's own logs of executions, as each version asks for them.
class TestExecutionLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsExecutions_data();
    void findsExecutions();
    void turnsPages();
    void showsOne();
    void keepsSecretsOut();
    void staysSmall();
    void endsWithTheState();

private:
    RunningSandbox m_sandbox;
    QByteArray m_id; // of the failed one
};

void TestExecutionLog::initTestCase()
{
    (void)m_sandbox.executeV2("SANDBOX_ECHO", R"({"input":{"word":"lighthouse"},"sessionInfo":{"sessionId":"s1"}})");
    const auto failed = m_sandbox.executeV2("SANDBOX_FAIL", R"({"input":{"message":"No boat."},"allowTracing":true})");
    m_id = at(failed.body, QStringLiteral("logId"));
    QVERIFY(m_id.size() > 30);
    (void)m_sandbox.executeV3("GITHUB_GET_THE_AUTHENTICATED_USER", R"({"user_id":"default"})");
    (void)m_sandbox.executeV2("SANDBOX_MOON", "{}"); // refused, so never executed
    const auto taken = m_sandbox.post("/api/v1/logs/",
        R"({"providerName":"own","actionName":"OWN_ACTION","request":{"a":1},"response":"{\"b\":2}","isError":false,"entityId":"ada"})");
    QCOMPARE(taken.body, QByteArray(R"({"isIngested":true})"));
}

void TestExecutionLog::findsExecutions_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); // of a POST
    QTest::addColumn<QByteArray>("actions"); // newest first
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &body, const QByteArray &actions) {
        QTest::newRow(name) << path << body << actions;
    };
    const QByteArray old = "/api/v1/logs/";
    row("all, v1", old, {}, "OWN_ACTION GITHUB_GET_THE_AUTHENTICATED_USER SANDBOX_FAIL SANDBOX_ECHO");
    row("of the last minutes", old + "?time=5m&status=all", {}, "OWN_ACTION GITHUB_GET_THE_AUTHENTICATED_USER SANDBOX_FAIL SANDBOX_ECHO");
    row("failed", old + "?status=error", {}, "SANDBOX_FAIL");
    row("with a word", old + "?search=LIGHTHOUSE", {}, "SANDBOX_ECHO");
    row("of a user", old + "?entityId=ada", {}, "OWN_ACTION");
    row("of a session", old + "?sessionId=s1", {}, "SANDBOX_ECHO");
    row("of triggers", old + "?logsType=trigger", {}, "");
    row("the first two", old + "?limit=2", {}, "OWN_ACTION GITHUB_GET_THE_AUTHENTICATED_USER");
    const QByteArray search = "/api/v2/actions/logs/all/";
    row("all, v2", search, R"({"searchParams":[]})", "OWN_ACTION GITHUB_GET_THE_AUTHENTICATED_USER SANDBOX_FAIL SANDBOX_ECHO");
    row("by status", search, R"({"searchParams":[{"field":"execution_status","operation":"equals","value":"failed"}]})", "SANDBOX_FAIL");
    row("by app and not by action", search,
        R"({"searchParams":[{"field":"app_key","operation":"equals","value":"SANDBOX"},{"field":"action_key","operation":"not_equals","value":"SANDBOX_FAIL"}]})",
        "SANDBOX_ECHO");
    row("by case", search, R"({"searchParams":[{"field":"app_key","operation":"equals","value":"SANDBOX"}],"caseSensitive":true})", "");
    row("by what the answer holds", search, R"({"searchParams":[{"field":"response","operation":"contains","value":"no boat"}]})", "SANDBOX_FAIL");
    row("from a time to come", search, R"({"searchParams":[],"from":"2999-01-01T00:00:00Z"})", "");
    for (const QByteArray path : {"/api/v3/internal/action_execution/logs", "/api/v3.1/logs/tool_execution"}) {
        row(path.constData(), path, R"({"cursor":null,"search_params":[{"field":"app_key","operation":"equals","value":"github"}]})",
            "GITHUB_GET_THE_AUTHENTICATED_USER");
    }
}

void TestExecutionLog::findsExecutions()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    const auto answer = body.isEmpty() ? m_sandbox.get(path) : m_sandbox.post(path, body);
    QCOMPARE(answer.status, 200);
    const json::Document document = json::Document::parse(answer.body);
    QByteArrayList actions;
    const json::Value data = document.root().member(u"data");
    for (json::Value entry = data.firstChild(); entry.isValid(); entry = entry.nextSibling()) {
        const json::Value name = entry.member(u"actionKey");
        actions.append((name.isValid() ? name : entry.member(u"meta").member(u"actionName")).toString().toUtf8());
    }
    QTEST(actions.join(' '), "actions");
}

void TestExecutionLog::turnsPages()
{
    QByteArray cursor = "null";
    QByteArrayList ids;
    do {
        const auto answer = m_sandbox.post("/api/v3.1/internal/action_execution/logs", R"({"limit":1,"cursor":)" + cursor + '}');
        ids.append(at(answer.body, QStringLiteral("data.0.id")));
        cursor = at(answer.body, QStringLiteral("nextCursor"));
    } while (cursor != "null" && ids.size() < 10);
    QCOMPARE(ids.size(), 4);
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 4);
    const auto old = m_sandbox.get("/api/v1/logs?limit=3");
    const QByteArray next = at(old.body, QStringLiteral("nextCursor")).replace('"', "");
    QCOMPARE(at(m_sandbox.get("/api/v1/logs?cursor=" + next).body, QStringLiteral("data.0.id")), ids.last());
}

void TestExecutionLog::showsOne()
{
    const QByteArray id = m_id.sliced(1, m_id.size() - 2);
    const auto one = m_sandbox.get("/api/v2/actions/logs/all/" + id);
    QCOMPARE(at(one.body, QStringLiteral("error.message")), QByteArray("\"No boat.\""));
    QCOMPARE(at(one.body, QStringLiteral("payloadReceived.input.message")), QByteArray("\"No boat.\""));
    QCOMPARE(m_sandbox.get("/api/v3/internal/action_execution/log/" + id).body, one.body);
    QCOMPARE(m_sandbox.get("/api/v2/actions/logs/all/none").status, 404);
}

void TestExecutionLog::keepsSecretsOut()
{
    const RunningSandbox own;
    (void)own.executeV2("SANDBOX_WAIT",
        R"({"input":{"milliseconds":0},"authConfig":{"parameters":[{"name":"k","in":"header","value":"planted-secret"}]}})");
    for (const QByteArray path : {"/api/v1/logs", "/api/v1/logs?search=planted-secret"})
        QVERIFY(!own.get(path).body.contains("planted-secret"));
}

void TestExecutionLog::staysSmall()
{
    sandbox::ExecutionLog log;
    constexpr int many = 2000;
    for (int i = 0; i < many; ++i) {
        sandbox::LoggedExecution entry;
        entry.request = QByteArray(100'000, 'x');
        entry.response = QByteArray(sandbox::ExecutionLog::mostKept + 1, 'x');
        log.add(std::move(entry));
    }
    QVERIFY(log.entries().size() <= std::size_t(sandbox::ExecutionLog::mostBytes / 100'000));
    QVERIFY(log.entries().back().response.isEmpty());
    QCOMPARE(log.entries().back().number, quint64(many));
}

void TestExecutionLog::endsWithTheState()
{
    const RunningSandbox sandbox;
    const QByteArray first = at(
        sandbox.executeV2("SANDBOX_ECHO", R"({"allowTracing":true})").body, QStringLiteral("logId")).replace('"', "");
    QCOMPARE(sandbox.get("/api/v2/actions/logs/all/" + first).status, 200);
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes("DELETE", "/sandbox/state"));
    QCOMPARE(client.read().status, 200);
    QCOMPARE(at(sandbox.get("/api/v1/logs/").body, QStringLiteral("data")), QByteArray("[]"));
    QCOMPARE(sandbox.get("/api/v2/actions/logs/all/" + first).status, 404);
    QCOMPARE(sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
    QCOMPARE(at(sandbox.get("/api/v1/logs/").body, QStringLiteral("data.1")), QByteArray());
    QVERIFY(at(sandbox.get("/api/v1/logs/").body, QStringLiteral("data.0")).contains("SANDBOX_ECHO"));
}

QTEST_GUILESS_MAIN(TestExecutionLog)
#include "tst_executionlog.moc"
