// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

struct Row
{
    QByteArray request; // method and target
    QByteArray body;
    int status = 0;
    const char *place = "";
    QByteArray value; // what it holds there
};

// A row of the test, named by what is asked.
void add(const Row &row)
{
    QTest::addRow("%s %s %s", row.request.constData(), row.body.constData(), row.place)
        << row.request << row.body << row.status << QString::fromLatin1(row.place) << row.value;
}

} // namespace

// What the sandbox says no to, in the words and the shape of the version that is asked.
class TestSandboxRefusals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void namesTheAccountAsTheVersionDoes_data();
    void namesTheAccountAsTheVersionDoes();
    void takesAnyDataOfAnAccount();

private:
    RunningSandbox m_sandbox;
};

namespace {

// What is not there, and what to do about it.
void addAdvice()
{
    for (const QByteArray version : {"v3", "v3.1"}) {
        const QByteArray base = " /api/" + version;
        const QByteArray accounts = "List the connected accounts";
        add({"GET" + base + "/toolkits/nope", {}, 404, "error.suggested_fix", "List the toolkits"});
        add({"GET" + base + "/connected_accounts/ca_none", {}, 404, "error.suggested_fix", accounts});
        add({"DELETE" + base + "/connected_accounts/ca_none", {}, 404, "error.suggested_fix", accounts});
        add({"POST" + base + "/connected_accounts/ca_none/refresh", {}, 404, "error.suggested_fix", accounts});
        add({"GET" + base + "/auth_configs/ac_none", {}, 404, "error.suggested_fix", "List the auth configs"});
        add({"GET" + base + "/migration/get-nanoid?type=CONNECTED_ACCOUNT&uuid=x", {}, 404, "error.suggested_fix", accounts});
        add({"GET" + base + "/migration/get-nanoid?type=AUTH_CONFIG&uuid=x", {}, 404, "error.suggested_fix", "List the auth configs"});
    }
    add({"POST /api/v3.1/tools/execute/proxy", R"({"endpoint":"http://127.0.0.1:1/x","method":"GET"})", 502,
        "error.suggested_fix", "Check that something listens there"});
    add({"GET /api/v1/apps/nope", {}, 404, "message", "List the apps"});
    add({"GET /api/v1/integrations/nope", {}, 404, "message", "There is no integration"});
    add({"DELETE /api/v1/integrations/nope", {}, 404, "message", "List the integrations"});
    add({"POST /api/v1/connectedAccounts", R"({"integrationId":"nope","userUuid":"u"})", 404, "message", "There is no integration"});
}

} // namespace

void TestSandboxRefusals::says_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("value");

    // A version that the action has not.
    const QByteArray named = "?toolkit_versions%5Bsandbox%5D=";
    for (const QByteArray version : {"v3", "v3.1"}) {
        const QByteArray tool = "GET /api/" + version + "/tools/SANDBOX_ECHO";
        add({tool + "?version=20200101_00", {}, 404, "error.code", "2401"});
        add({tool + named + "20200101_00", {}, 404, "error.code", "2401"});
        add({tool + "?toolkit_versions[sandbox]=20200101_00", {}, 404, "error.code", "2401"});
        add({tool + "?toolkit_versions=20200101_00", {}, 404, "error.code", "2401"});
        add({tool + "?toolkit_versions=latest", {}, 200, "slug", "SANDBOX_ECHO"});
        add({tool + named + "20260105_00&version=latest", {}, 200, "slug", "SANDBOX_ECHO"});
        add({tool + "?toolkit_versions%5Bgithub%5D=20200101_00", {}, 200, "slug", "SANDBOX_ECHO"});
    }
    add({"GET /api/v2/actions/SANDBOX_ECHO?version=99_9", {}, 404, "name", "ActionNotFoundError"});
    add({"GET /api/v2/actions/SANDBOX_ECHO?version=latest:base", {}, 200, "name", "SANDBOX_ECHO"});

    // What cannot be read as JSON: two sentences.
    const QByteArray broken = R"({"input":)";
    add({"POST /api/v2/actions/SANDBOX_ECHO/execute", broken, 400, "message", ". Send a JSON object."});
    add({"POST /api/v3.1/tools/execute/SANDBOX_ECHO", broken, 400, "error.message", ".\""});

    // Places in the log that are none.
    const QByteArray old = "GET /api/v1/logs/?";
    add({old + "cursor=zz", {}, 400, "type", "BadRequestError"});
    add({old + "cursor=-1", {}, 400, "message", "first page"});
    add({old + "limit=many", {}, 400, "details.0.property", "limit"});
    add({old + "limit=0", {}, 400, "details.0.property", "limit"});
    add({old + "time=2m", {}, 400, "details.0.property", "time"});
    add({old + "cursor=&limit=99999999&time=1y", {}, 200, "data", "[]"});
    const QByteArray search = "POST /api/v2/actions/logs/all";
    add({search, R"({"searchParams":[],"cursor":"zz"})", 400, "message", "cursor"});
    add({search, R"({"searchParams":[],"limit":-1})", 400, "details.0.property", "limit"});
    add({search, R"({"searchParams":[],"from":"yesterday"})", 400, "details.0.property", "from"});
    for (const QByteArray path : {"/api/v3/internal/action_execution/logs", "/api/v3.1/logs/tool_execution"}) {
        add({"POST " + path, R"({"cursor":"zz"})", 400, "error.code", "1901"});
        add({"POST " + path, R"({"cursor":1.5})", 400, "error.code", "1901"});
        add({"POST " + path, R"({"limit":0})", 400, "error.errors.0", "payload.limit"});
        add({"POST " + path, R"({"to":"2026-13-45"})", 400, "error.errors.0", "payload.to"});
        add({"POST " + path, R"({"cursor":null,"limit":null,"from":null,"to":0})", 200, "data", "[]"});
    }
    addAdvice();
}

void TestSandboxRefusals::namesTheAccountAsTheVersionDoes_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("change"); // of its account: a method, and what follows its id
    QTest::newRow("expired") << QByteArray("expired-user") << QByteArray();
    QTest::newRow("never finished") << QByteArray("pending-user") << QByteArray();
    QTest::newRow("failed") << QByteArray("failed-user") << QByteArray();
    QTest::newRow("disabled") << QByteArray("default") << QByteArray("POST /disable");
    QTest::newRow("deleted") << QByteArray("default") << QByteArray("DELETE ");
}

void TestSandboxRefusals::namesTheAccountAsTheVersionDoes()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, change);
    const RunningSandbox sandbox;
    const QByteArray list
        = sandbox.get("/api/v3.1/connected_accounts?toolkit_slugs=github&user_ids=" + user).body;
    const QByteArray shortId = at(list, QStringLiteral("items.0.id")).replace('"', "");
    const QByteArray uuid = at(list, QStringLiteral("items.0.deprecated.uuid")).replace('"', "");
    QVERIFY(shortId.startsWith("ca_") && uuid.size() == 36);
    if (!change.isEmpty()) {
        const QByteArrayList parts = change.split(' ');
        RawClient client(sandbox.port());
        client.send(RunningSandbox::requestBytes(parts[0], "/api/v1/connectedAccounts/" + uuid + parts[1]));
        QVERIFY(client.read().status < 300);
    }
    const QByteArray input = R"({"owner":"o","repo":"r","title":"t"})";
    const auto old = sandbox.executeV2(
        "GITHUB_CREATE_AN_ISSUE", R"({"connectedAccountId":")" + shortId + R"(","input":)" + input + '}');
    QVERIFY2(at(old.body, QStringLiteral("message")).contains(uuid), old.body.constData());
    QVERIFY2(!old.body.contains("ca_"), old.body.constData());
    const auto recent = sandbox.executeV3("GITHUB_CREATE_AN_ISSUE",
        R"({"user_id":")" + user + R"(","connected_account_id":")" + uuid + R"(","arguments":)" + input + '}');
    QVERIFY2(at(recent.body, QStringLiteral("error.message")).contains(shortId), recent.body.constData());
    QVERIFY2(at(recent.body, QStringLiteral("error.suggested_fix")).size() > 2, recent.body.constData());
    const auto proxied = sandbox.post("/api/v2/actions/proxy", R"({"connectedAccountId":")" + uuid
            + R"(","endpoint":"http://127.0.0.1:1/x","method":"GET","parameters":[]})");
    QVERIFY2(at(proxied.body, QStringLiteral("message")).contains(uuid), proxied.body.constData());
    if (change.startsWith("DELETE")) {
        const auto gone = sandbox.get("/api/v3.1/connected_accounts/" + shortId);
        QCOMPARE(gone.status, 410);
        QVERIFY(at(gone.body, QStringLiteral("error.suggested_fix")).size() > 2);
    }
}

void TestSandboxRefusals::takesAnyDataOfAnAccount()
{
    const RunningSandbox sandbox;
    const QByteArray list = sandbox.get("/api/v1/connectedAccounts?appNames=github&entityId=default").body;
    const QByteArray path
        = "/api/v1/connectedAccounts/" + at(list, QStringLiteral("items.0.id")).replace('"', "");
    const auto change = [&](const QByteArray &body) {
        RawClient client(sandbox.port());
        client.send(RunningSandbox::requestBytes("PATCH", path + "/data", body));
        return client.read().status;
    };
    QCOMPARE(change(R"({"labels":["primary"]})"), 200);
    QCOMPARE(change(R"({"a":1})"), 200);
    QCOMPARE(at(sandbox.get(path).body, QStringLiteral("labels")), QByteArray(R"(["primary"])"));
    QCOMPARE(change(R"({"labels":"primary"})"), 400);
    QCOMPARE(change("[1]"), 400);
}

void TestSandboxRefusals::says()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, place);
    QFETCH(QByteArray, value);
    const qsizetype space = request.indexOf(' ');
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes(request.first(space), request.sliced(space + 1), body));
    const auto answer = client.read();
    QCOMPARE(answer.status, status);
    QVERIFY2(at(answer.body, place).contains(value), answer.body.left(1000).constData());
    QVERIFY2(!value.isEmpty() || !at(answer.body, place).isEmpty(), answer.body.left(1000).constData());
}

QTEST_GUILESS_MAIN(TestSandboxRefusals)
#include "tst_sandboxrefusals.moc"
