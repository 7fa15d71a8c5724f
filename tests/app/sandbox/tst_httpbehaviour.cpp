// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncclient.h"
#include "tests/support/hostileserver.h"

#include <QFile>
#include <QTemporaryDir>

using namespace actionscope;
using namespace actionscope::test;

// Actions of the kind http against a real service on this computer; the example of the manual among them.
class TestHttpBehaviour final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void callsTheExamplesService();
    void takesNothingOutOfItsPlace();
    void remembersWhatTheServiceSaid();
    void placesCredentials_data();
    void placesCredentials();
    void prefersTheCallersCredentials_data();
    void prefersTheCallersCredentials();
    void sendsFormsAndHeaders();
    void passesTheServicesRefusalOn_data();
    void passesTheServicesRefusalOn();
    void endsAnActionThatCallsItself();
    void outlivesAChangeOfItsFile();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();

private:
    [[nodiscard]] bool write(const QByteArray &name, const QByteArray &text) const;
    [[nodiscard]] bool writeApp(const QByteArray &app, const QByteArray &behaviour) const;
    void startSandbox();
    [[nodiscard]] api::HttpAnswer executeV2(const QByteArray &action, const QByteArray &body) const
    {
        return askAsync(m_sandbox->port(), "POST", "/api/v2/actions/" + action + "/execute", body);
    }
    [[nodiscard]] api::HttpAnswer executeV3(const QByteArray &action, const QByteArray &body) const
    {
        return askAsync(m_sandbox->port(), "POST", "/api/v3.1/tools/execute/" + action, body);
    }
    [[nodiscard]] const api::HttpRequest &asked() const { return m_service->requests().last(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HostileServer> m_service;
    std::unique_ptr<RunningSandbox> m_sandbox;
    QByteArray m_answer; // what the service says
    QByteArray m_base;
};

void TestHttpBehaviour::init()
{
    m_sandbox.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_answer = HostileServer::answer(R"({"number":"P-1","weight":1.50})");
    m_service = std::make_unique<HostileServer>([this](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(m_answer);
        socket->disconnectFromHost();
    });
    m_base = m_service->url().toEncoded();
}

bool TestHttpBehaviour::write(const QByteArray &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// `app` are more members of the app.
bool TestHttpBehaviour::writeApp(const QByteArray &app, const QByteArray &behaviour) const
{
    return write("own.json",
        R"({"app":{"key":"own","name":"Own","description":"d",)" + app
            + R"(},"actions":[{"name":"OWN_CALL","displayName":"Call","description":"d","parameters":{"type":"object"},)"
              R"("behaviour":)" + behaviour + "}]}");
}

void TestHttpBehaviour::startSandbox()
{
    sandbox::SandboxOptions options;
    options.actionsFolder = m_folder->path();
    options.upstreams.mostAtOnce = 8;
    m_sandbox = std::make_unique<RunningSandbox>(options);
}

void TestHttpBehaviour::callsTheExamplesService()
{
    QFile example(QStringLiteral(PARCELS));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QVERIFY(write("parcels.json", example.readAll().replace("http://127.0.0.1:8080", m_base)));
    qputenv("ACTIONSCOPE_SECRET_PARCELS", "hush-hush");
    startSandbox();
    qunsetenv("ACTIONSCOPE_SECRET_PARCELS");
    const auto got = executeV2("PARCELS_GET_PARCEL", R"({"input":{"number":"AB 12/3?","fields":["a","b c"]}})");
    QCOMPARE(at(got.body, QStringLiteral("data")), QByteArray(R"({"number":"P-1","weight":1.50})"));
    QCOMPARE(asked().path, QByteArray("/api/parcels/AB%2012%2F3%3F?field=a&field=b%20c"));
    QCOMPARE(api::headerValue(asked().headers, "x-parcel-key"), QByteArray("hush-hush"));
    QVERIFY(!api::headerValue(asked().headers, "x-api-key"));
    const auto sent = executeV3("PARCELS_SEND_PARCEL", R"({"arguments":{"to":"Ada"},"user_id":"default"})");
    QCOMPARE(at(sent.body, QStringLiteral("data")), QByteArray(R"({"parcel":"P-1","status":200})"));
    QCOMPARE(asked().method, QByteArray("POST"));
    QCOMPARE(asked().body, QByteArray(R"({"to":"Ada","grams":500})"));
    const auto listed = executeV2("PARCELS_LIST_SENT", "{}");
    QCOMPARE(at(listed.body, QStringLiteral("data.parcels.0")), QByteArray(R"({"parcel":"P-1","to":"Ada"})"));
}

void TestHttpBehaviour::takesNothingOutOfItsPlace()
{
    QVERIFY(writeApp(R"("no_auth":true,"base_url":")" + m_base + "/api/\"", R"({"kind":"http","url":"/a/{{input.x}}/b"})"));
    startSandbox();
    QCOMPARE(executeV2("OWN_CALL", R"({"input":{"x":"c?d#e/../f"}})").status, 200);
    QCOMPARE(asked().path, QByteArray("/api/a/c%3Fd%23e%2F..%2Ff/b"));
    const auto refused = executeV2("OWN_CALL", R"({"input":{"x":".."}})");
    QCOMPARE(at(refused.body, QStringLiteral("successful")), QByteArray("false"));
    QCOMPARE(m_service->requests().size(), 1);
}

// All of `then` or nothing, and nothing where the service said no.
void TestHttpBehaviour::remembersWhatTheServiceSaid()
{
    QVERIFY(writeApp(R"("no_auth":true)",
        R"({"kind":"http","url":"{{input.base}}/x","as":"reply","then":[)"
        R"({"kind":"insert","table":"t","record":{"n":"{{reply.body.number}}","type":"{{reply.headers.content-type}}"}},)"
        R"({"kind":"fail","when":"{{input.stop}}","message":"stopped"},)"
        R"({"kind":"query","table":"t"}],"answer":{"rows":"{{rows}}"}})"));
    startSandbox();
    const auto call = [&](const QByteArray &more) {
        return executeV2("OWN_CALL", R"({"input":{"base":")" + m_base + "\"" + more + "}}").body;
    };
    const QByteArray one = R"({"n":"P-1","type":"application/json"})";
    QCOMPARE(at(call(""), QStringLiteral("data.rows")), QByteArray("[" + one + "]"));
    QCOMPARE(at(call(",\"stop\":true"), QStringLiteral("error")), QByteArray("\"stopped\""));
    m_answer.replace("200 OK", "500 No");
    QCOMPARE(at(call(""), QStringLiteral("data.status_code")), QByteArray("500"));
    m_answer.replace("500 No", "200 OK");
    QCOMPARE(at(call(""), QStringLiteral("data.rows")), QByteArray("[" + one + "," + one + "]"));
}

void TestHttpBehaviour::placesCredentials_data()
{
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const QByteArray &app, const QByteArray &header, const QByteArray &value,
                         const QByteArray &path = "/x") { QTest::newRow(name) << app << header << value << path; };
    row("OAUTH2", R"("auth_schemes":["OAUTH2"],"connection":{"access_token":"t1"})", "authorization", "Bearer t1");
    row("BEARER_TOKEN", R"("auth_schemes":["BEARER_TOKEN"],"connection":{"token":"t2"})", "authorization", "Bearer t2");
    row("BASIC", R"("auth_schemes":["BASIC"],"connection":{"username":"a","password":"b:c"})", "authorization", "Basic YTpiOmM=");
    row("API_KEY", R"("auth_schemes":["API_KEY"],"connection":{"api_key":"k"})", "x-api-key", "k");
    row("the app's own header",
        R"("auth_schemes":["API_KEY"],"connection":{"api_key":"k"},"auth":[{"name":"X-Key","in":"header","value":"key={{connection.api_key}}"}])",
        "x-key", "key=k");
    row("the app's own query",
        R"("auth_schemes":["API_KEY"],"connection":{"api_key":"k&1"},"auth":[{"name":"key","in":"query","value":"{{connection.api_key}}"}])",
        "accept", "*/*", "/x?key=k%261");
    row("headers and query of the connection",
        R"("connection":{"access_token":"t","headers":{"X-Tenant":"7"},"queryParams":{"v":"2"}})", "x-tenant", "7", "/x?v=2");
}

void TestHttpBehaviour::placesCredentials()
{
    QFETCH(QByteArray, app);
    QFETCH(QByteArray, header);
    QVERIFY(writeApp(app + R"(,"base_url":")" + m_base + '"', R"({"kind":"http","url":"/x"})"));
    startSandbox();
    QCOMPARE(executeV2("OWN_CALL", "{}").status, 200);
    QTEST(api::headerValue(asked().headers, header).value_or("none"), "value");
    QTEST(asked().path, "path");
}

void TestHttpBehaviour::prefersTheCallersCredentials_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const QByteArray parameters
        = R"("parameters":[{"name":"Authorization","in":"header","value":"mine"},{"name":"q","in":"query","value":"1"}],"body":{"more":1.0}})";
    QTest::newRow("authConfig") << QByteArray("/api/v2/actions/OWN_CALL/execute") << QByteArray(R"({"authConfig":{)" + parameters + '}');
    QTest::newRow("custom_auth_params") << QByteArray("/api/v3.1/tools/execute/OWN_CALL")
                                        << QByteArray(R"({"custom_auth_params":{)" + parameters + '}');
}

void TestHttpBehaviour::prefersTheCallersCredentials()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QVERIFY(writeApp(R"("connection":{"access_token":"t1"},"base_url":")" + m_base + '"',
        R"({"kind":"http","method":"POST","url":"/x","body":{"a":1}})"));
    startSandbox();
    QCOMPARE(askAsync(m_sandbox->port(), "POST", path, body).status, 200);
    QCOMPARE(api::headerValue(asked().headers, "authorization"), QByteArray("mine"));
    QCOMPARE(asked().path, QByteArray("/x?q=1"));
    QCOMPARE(asked().body, QByteArray(R"({"a":1,"more":1.0})"));
}

void TestHttpBehaviour::sendsFormsAndHeaders()
{
    QVERIFY(writeApp(R"("no_auth":true)",
        R"({"kind":"http","method":"POST","url":"{{input.base}}/x","headers":{"X-A":"v{{input.n}}","X-B":"{{input.absent}}"},)"
        R"("form":{"a b":"{{input.n}}","c":"{{input.list}}","d":"{{input.absent}}"}})"));
    startSandbox();
    const auto answer = executeV2("OWN_CALL", R"({"input":{"base":")" + m_base + R"(","n":1.10,"list":["x&y","z"]}})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(asked().body, QByteArray("a%20b=1.10&c=x%26y&c=z"));
    QCOMPARE(api::headerValue(asked().headers, "content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(api::headerValue(asked().headers, "x-a"), QByteArray("v1.10"));
    QVERIFY(!api::headerValue(asked().headers, "x-b"));
    // A line end stays out of the head.
    const auto split = executeV2("OWN_CALL", R"({"input":{"base":")" + m_base + R"(","n":"1\r\nX-C: 2"}})");
    QCOMPARE(at(split.body, QStringLiteral("data.status_code")), QByteArray("403"));
    QCOMPARE(m_service->requests().size(), 1);
}

void TestHttpBehaviour::passesTheServicesRefusalOn_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("401") << QByteArray("401 Unauthorized") << QByteArray(R"({"error":{"message":"Token expired"}})")
                         << QByteArray("\"Token expired\"");
    QTest::newRow("404, no body") << QByteArray("404 Not Found") << QByteArray() << QByteArray("\"404 Not Found\"");
    QTest::newRow("429") << QByteArray("429 Slow") << QByteArray(R"({"error":"slow_down","error_description":"Too quick"})")
                         << QByteArray("\"Too quick\"");
    QTest::newRow("500") << QByteArray("500 Oops") << QByteArray("\"broken\"") << QByteArray("\"broken\"");
    QTest::newRow("302") << QByteArray("302 Found") << QByteArray() << QByteArray("\"It wants to be asked at another address, which is not followed.\"");
}

void TestHttpBehaviour::passesTheServicesRefusalOn()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QVERIFY(writeApp(R"("no_auth":true,"base_url":")" + m_base + '"', R"({"kind":"http","url":"/x","answer":{"never":1}})"));
    startSandbox();
    m_answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (const auto &answer : {executeV2("OWN_CALL", "{}"), executeV3("OWN_CALL", "{}")}) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(at(answer.body, QStringLiteral("successful")), QByteArray("false"));
        QCOMPARE(at(answer.body, QStringLiteral("data.status_code")), status.first(3));
        QTEST(at(answer.body, QStringLiteral("data.message")), "message");
        QVERIFY(at(answer.body, QStringLiteral("error")).contains("HTTP " + status));
    }
}

void TestHttpBehaviour::endsAnActionThatCallsItself()
{
    QVERIFY(writeApp(R"("no_auth":true)",
        R"({"kind":"http","method":"POST","url":"{{input.base}}/api/v2/actions/OWN_CALL/execute",)"
        R"("headers":{"x-api-key":"test-key"},"body":{"input":{"base":"{{input.base}}"}}})"));
    startSandbox();
    const auto answer = executeV2("OWN_CALL", R"({"input":{"base":")" + m_sandbox->address().url.toEncoded() + "\"}}");
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("waiting for 8 other service"), answer.body.constData());
}

void TestHttpBehaviour::outlivesAChangeOfItsFile()
{
    QTcpSocket *waiting = nullptr;
    m_service = std::make_unique<HostileServer>([&](const api::HttpRequest &, QTcpSocket *socket) {
        if (!waiting)
            waiting = socket;
        else
            socket->write(HostileServer::answer("{}")); // asked again before the change was seen
    });
    const QByteArray app = R"("no_auth":true,"base_url":")" + m_service->url().toEncoded() + '"';
    QVERIFY(writeApp(app, R"({"kind":"http","url":"/x","answer":{"got":"{{response.body.a}} {{input.b}}"}})"));
    startSandbox();
    RawClient client(m_sandbox->port());
    client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/OWN_CALL/execute", R"({"input":{"b":"old"}})"));
    QTRY_VERIFY(waiting);
    QVERIFY(writeApp(app, R"({"kind":"respond","answer":{"got":"new"}})"));
    QTRY_COMPARE(at(executeV2("OWN_CALL", "{}").body, QStringLiteral("data.got")), QByteArray("\"new\""));
    waiting->write(HostileServer::answer(R"({"a":"still"})"));
    waiting->flush();
    QCOMPARE(at(client.read().body, QStringLiteral("data.got")), QByteArray("\"still old\""));
}

void TestHttpBehaviour::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<QString>("words");
    const QByteArray none = R"("no_auth":true)";
    QTest::newRow("no url") << none << QByteArray(R"({"kind":"http"})") << QStringLiteral("needs a url");
    QTest::newRow("method") << none << QByteArray(R"({"kind":"http","url":"/x","method":"LOOK"})") << QStringLiteral("The method");
    QTest::newRow("unknown name") << none << QByteArray(R"({"kind":"http","url":"/{{nothing.x}}"})") << QStringLiteral("nothing sets");
    QTest::newRow("step") << none << QByteArray(R"({"kind":"http","url":"/x","then":[{"kind":"http","url":"/y"}]})")
                          << QStringLiteral("no step of kind \"http\"");
    QTest::newRow("auth") << QByteArray(R"("auth":[{"name":"a","in":"header","value":"{{token}}"}])")
                          << QByteArray(R"({"kind":"http","url":"/x"})") << QStringLiteral("nothing sets");
}

void TestHttpBehaviour::namesWhatIsWrong()
{
    QFETCH(QByteArray, app);
    QFETCH(QByteArray, behaviour);
    QFETCH(QString, words);
    QVERIFY(writeApp(app, behaviour));
    sandbox::Sandbox refusing;
    QSignalSpy refused(&refusing, &sandbox::Sandbox::manifestRefused);
    sandbox::SandboxOptions options;
    options.actionsFolder = m_folder->path();
    refusing.start(options);
    QVERIFY(refused.wait(10000));
    const QString sentence = refused.first().first().value<Error>().sentence;
    QVERIFY2(sentence.contains(words) && sentence.contains(QLatin1String("line 1")), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestHttpBehaviour)
#include "tst_httpbehaviour.moc"
