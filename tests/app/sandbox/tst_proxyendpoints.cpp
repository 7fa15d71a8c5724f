// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncclient.h"
#include "tests/support/hostileserver.h"

#include <QTemporaryDir>

using namespace actionscope;
using namespace actionscope::test;

namespace {

// A sandbox that gives up early, and knows services by invented names.
sandbox::SandboxOptions impatient()
{
    sandbox::SandboxOptions options;
    options.upstreams.timeout = std::chrono::milliseconds(400);
    options.upstreams.largestAnswer = 1 << 20;
    options.upstreams.allowedHosts = {QStringLiteral("inside.example"), QStringLiteral("mixed.example"),
        QStringLiteral("service.example"), QStringLiteral("127.0.0.1")};
    options.upstreams.resolve = [](const QString &name, QObject *, const auto &then) {
        if (name == QLatin1String("inside.example"))
            then({QHostAddress(QStringLiteral("10.0.0.7"))});
        else if (name == QLatin1String("mixed.example"))
            then({QHostAddress(QStringLiteral("93.184.216.34")), QHostAddress(QStringLiteral("169.254.169.254"))});
        else if (name == QLatin1String("service.example") || name == QLatin1String("localhost"))
            then({QHostAddress(QHostAddress::LocalHost)});
        else
            then({});
    };
    return options;
}

} // namespace

// The proxy requests of all versions against a real service on this computer.
class TestProxyEndpoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passesTheRequestOn_data();
    void passesTheRequestOn();
    void addsTheAccountsCredentials();
    void answersInItsVersionsShape_data();
    void answersInItsVersionsShape();
    void handsBytesOnAsAFile();
    void sendsBytes();
    void refusesTheOrder_data();
    void refusesTheOrder();
    void refusesTheHost_data();
    void refusesTheHost();
    void connectsToTheCheckedAddress();
    void tellsTrouble_data();
    void tellsTrouble();
    void passesARequestOnToItself();
    void endsACircle();
    void servesOthersMeanwhile();
    void forgetsWhoLeft();
    void keepsCredentialsOutOfTheLog();

private:
    [[nodiscard]] api::HttpAnswer proxy(const QByteArray &path, const QByteArray &body) const
    {
        return askAsync(m_sandbox.port(), "POST", path, body);
    }
    [[nodiscard]] QByteArray url(const QByteArray &path = "/things") const
    {
        return m_service->url().toEncoded() + path;
    }
    [[nodiscard]] QByteArray accountId(const QByteArray &app) const
    {
        const auto answer = m_sandbox.get("/api/v1/connectedAccounts?showActiveOnly=true&user_uuid=default&appNames=" + app);
        return at(answer.body, QStringLiteral("items.0.id")).replace('"', "");
    }

    RunningSandbox m_sandbox {impatient()};
    std::unique_ptr<HostileServer> m_service;
    QByteArray m_answer; // what the service says
};

void TestProxyEndpoints::init()
{
    m_answer = HostileServer::answer(R"({"id":12345678901234567890})");
    m_service = std::make_unique<HostileServer>([this](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(m_answer);
        socket->disconnectFromHost();
    });
}

void TestProxyEndpoints::passesTheRequestOn_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("parameters");
    const QByteArray old = R"([{"name":"X-Page","in":"header","value":"7"},{"name":"a b","in":"query","value":"c&d=é"}])";
    const QByteArray newer = R"([{"name":"X-Page","type":"header","value":7},{"name":"a b","type":"query","value":"c&d=é"}])";
    QTest::newRow("v2") << QByteArray("/api/v2/actions/proxy") << old;
    QTest::newRow("v3") << QByteArray("/api/v3/tools/execute/proxy") << newer;
    QTest::newRow("v3.1") << QByteArray("/api/v3.1/tools/execute/proxy") << newer;
}

void TestProxyEndpoints::passesTheRequestOn()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, parameters);
    const auto answer = proxy(path,
        R"({"endpoint":")" + url("/things?x=1%2F2") + R"(","method":"PATCH","parameters":)" + parameters
            + R"(,"body":{"n":1.10,"n":2}})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(at(answer.body, QStringLiteral("data.id")), QByteArray("12345678901234567890"));
    QCOMPARE(m_service->requests().size(), 1);
    const api::HttpRequest &request = m_service->requests().first();
    QCOMPARE(request.method, QByteArray("PATCH"));
    QCOMPARE(request.path, QByteArray("/things?x=1%2F2&a%20b=c%26d%3D%C3%A9"));
    QCOMPARE(api::headerValue(request.headers, "x-page"), QByteArray("7"));
    QCOMPARE(api::headerValue(request.headers, "content-type"), QByteArray("application/json"));
    QCOMPARE(request.body, QByteArray(R"({"n":1.10,"n":2})"));
    QVERIFY(!api::headerValue(request.headers, "authorization"));
    QVERIFY(!api::headerValue(request.headers, "x-api-key")); // the sandbox's key is its own
}

void TestProxyEndpoints::addsTheAccountsCredentials()
{
    const QByteArray id = accountId("github");
    QVERIFY(!id.isEmpty());
    const QByteArray body = R"({"connectedAccountId":")" + id + R"(","endpoint":")" + url() + R"(","method":"GET","parameters":[]})";
    QCOMPARE(proxy("/api/v2/actions/proxy", body).status, 200);
    const auto token = api::headerValue(m_service->requests().last().headers, "authorization");
    QVERIFY(token && token->startsWith("Bearer sandbox_"));
    QCOMPARE(m_service->requests().last().method, QByteArray("GET"));
    QVERIFY(!api::headerValue(m_service->requests().last().headers, "content-length"));
    // The other versions know the same account, and a parameter of one's own wins.
    const auto again = proxy("/api/v3.1/tools/execute/proxy",
        R"({"connected_account_id":")" + id + R"(","endpoint":")" + url()
            + R"(","method":"GET","parameters":[{"name":"authorization","type":"header","value":"Bearer mine"}]})");
    QCOMPARE(again.status, 200);
    QCOMPARE(api::headerValue(m_service->requests().last().headers, "authorization"), QByteArray("Bearer mine"));
    const auto own = proxy("/api/v3.1/tools/execute/proxy",
        R"({"custom_connection_data":{"authScheme":"BASIC","toolkitSlug":"x","val":{"username":"a","password":"b:c"}},"endpoint":")"
            + url() + R"(","method":"HEAD"})");
    QCOMPARE(own.status, 200);
    QCOMPARE(api::headerValue(m_service->requests().last().headers, "authorization"), QByteArray("Basic YTpiOmM="));
}

void TestProxyEndpoints::answersInItsVersionsShape_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("newer");
    const auto row = [](const char *name, const QByteArray &answer, const QByteArray &old, const QByteArray &newer) {
        QTest::newRow(name) << answer << old << newer;
    };
    const auto plain = [](const QByteArray &status, const QByteArray &more, const QByteArray &body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
    };
    const QByteArray fine = R"(,"error":null,"successful":true,"successfull":true})";
    row("object", plain("200 OK", "", R"({"a":1.0})"), R"({"data":{"a":1.0})" + fine,
        R"({"data":{"a":1.0},"status":200,"headers":{"content-length":"9"}})");
    row("list", plain("201 Created", "X: 1\r\nx: 2\r\n", "[1]"), R"({"data":{"response_data":[1]})" + fine,
        R"({"data":[1],"status":201,"headers":{"content-length":"3","x":"1, 2"}})");
    row("text", plain("200 OK", "", "a \"b\""), R"({"data":{"response_data":"a \"b\""})" + fine,
        R"({"data":"a \"b\"","status":200,"headers":{"content-length":"5"}})");
    row("text in Latin-1", plain("200 OK", "Content-Type: text/plain; charset=iso-8859-1\r\n", "caf\xe9"),
        R"({"data":{"response_data":"café"})" + fine,
        R"({"data":"café","status":200,"headers":{"content-length":"4","content-type":"text/plain; charset=iso-8859-1"}})");
    row("nothing", "HTTP/1.1 204 No Content\r\n\r\n", R"({"data":{})" + fine, R"({"status":204,"headers":{}})");
    row("401", plain("401 Unauthorized", "", R"({"message":"Bad token"})"),
        R"({"data":{"status_code":401,"http_error":"401 Unauthorized","message":"Bad token","response_data":{"message":"Bad token"}},)"
        R"("error":"The service answered HTTP 401 Unauthorized: Bad token","successful":false,"successfull":false})",
        R"({"data":{"message":"Bad token"},"status":401,"headers":{"content-length":"23"}})");
    row("429", plain("429 Too Many Requests", "Retry-After: 7\r\n", ""),
        R"({"data":{"status_code":429,"http_error":"429 Too Many Requests","message":"429 Too Many Requests","retry_after":"7"},)"
        R"("error":"The service answered HTTP 429 Too Many Requests.","successful":false,"successfull":false})",
        R"({"status":429,"headers":{"content-length":"0","retry-after":"7"}})");
    row("500 in HTML", plain("500 Oops", "", "<h1>no</h1>"),
        R"({"data":{"status_code":500,"http_error":"500 Oops","message":"500 Oops","response_data":"<h1>no</h1>"},)"
        R"("error":"The service answered HTTP 500 Oops.","successful":false,"successfull":false})",
        R"({"data":"<h1>no</h1>","status":500,"headers":{"content-length":"11"}})");
}

void TestProxyEndpoints::answersInItsVersionsShape()
{
    QFETCH(QByteArray, answer);
    m_answer = answer;
    const QByteArray body = R"({"endpoint":")" + url() + R"(","method":"POST","parameters":[]})";
    const auto old = proxy("/api/v2/actions/proxy", body);
    QCOMPARE(old.status, 200);
    QTEST(old.body, "old");
    const auto newer = proxy("/api/v3/tools/execute/proxy", body);
    QCOMPARE(newer.status, 200);
    QTEST(newer.body, "newer");
    QCOMPARE(m_service->requests().size(), 2); // each left once
}

void TestProxyEndpoints::handsBytesOnAsAFile()
{
    m_answer = HostileServer::answer(QByteArray("\x89PNG\0\xff", 6)).replace("application/json", "image/png");
    const auto answer
        = proxy("/api/v3.1/tools/execute/proxy", R"({"endpoint":")" + url() + R"(","method":"GET"})");
    QCOMPARE(at(answer.body, QStringLiteral("data")), QByteArray());
    QCOMPARE(at(answer.body, QStringLiteral("binary_data.content_type")), QByteArray("\"image/png\""));
    QCOMPARE(at(answer.body, QStringLiteral("binary_data.size")), QByteArray("6"));
    const QUrl file(QString::fromUtf8(at(answer.body, QStringLiteral("binary_data.url")).replace('"', "")));
    QCOMPARE(m_sandbox.get(file.path(QUrl::FullyEncoded).toLatin1()).body, QByteArray("\x89PNG\0\xff", 6));
}

void TestProxyEndpoints::sendsBytes()
{
    const QByteArray start = R"({"endpoint":")" + url() + R"(","method":"PUT","binary_body":)";
    QCOMPARE(proxy("/api/v3.1/tools/execute/proxy", start + R"({"base64":"AAEC/w==","content_type":"image/png"}})").status, 200);
    QCOMPARE(m_service->requests().last().body, QByteArray("\0\1\2\xff", 4));
    QCOMPARE(api::headerValue(m_service->requests().last().headers, "content-type"), QByteArray("image/png"));
    const QByteArray file = m_sandbox.address().url.toEncoded() + "/files/sandbox%2Fexample.txt";
    const auto uploaded = proxy("/api/v3.1/tools/execute/proxy", start + R"({"url":")" + file + "\"}}");
    QCOMPARE(uploaded.status, 200);
    QCOMPARE(m_service->requests().last().body, QByteArray("A lamp, a quay and a tide table.\n"));
    QCOMPARE(proxy("/api/v3.1/tools/execute/proxy", start + R"({"base64":"%%"}})").status, 400);
    const auto elsewhere = proxy("/api/v3.1/tools/execute/proxy", start + R"({"url":"http://127.0.0.1/x"}})");
    QCOMPARE(elsewhere.status, 400);
}

void TestProxyEndpoints::refusesTheOrder_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray old = "/api/v2/actions/proxy";
    const QByteArray newer = "/api/v3.1/tools/execute/proxy";
    QTest::newRow("v2, nothing") << old << QByteArray("{}") << 400;
    QTest::newRow("v2, not JSON") << old << QByteArray("{") << 400;
    QTest::newRow("v2, HEAD") << old << QByteArray(R"({"endpoint":"x","method":"HEAD","parameters":[]})") << 400;
    QTest::newRow("v2, in a cookie") << old << QByteArray(
        R"({"endpoint":"x","method":"GET","parameters":[{"name":"a","in":"cookie","value":"b"}]})") << 400;
    QTest::newRow("v2, relative without an account") << old << QByteArray(R"({"endpoint":"/x","method":"GET","parameters":[]})")
                                                     << 400;
    QTest::newRow("v2, no such account") << old << QByteArray(
        R"({"connectedAccountId":"none","endpoint":"/x","method":"GET","parameters":[]})") << 404;
    QTest::newRow("v3, nothing") << newer << QByteArray("{}") << 400;
    QTest::newRow("v3, TRACE") << newer << QByteArray(R"({"endpoint":"x","method":"TRACE"})") << 400;
    QTest::newRow("v3, no such account") << newer << QByteArray(R"({"connected_account_id":"ca_none","endpoint":"/x","method":"GET"})")
                                         << 404;
}

void TestProxyEndpoints::refusesTheOrder()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(proxy(path, body).status, status);
}

void TestProxyEndpoints::refusesTheHost_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("words");
    const QByteArray none = "[]";
    QTest::newRow("another host") << QByteArray("http://example.org/") << none << QByteArray("--allow-host example.org");
    QTest::newRow("private address") << QByteArray("http://192.168.0.1/") << none << QByteArray("may not call 192.168.0.1");
    QTest::newRow("the cloud's metadata") << QByteArray("http://169.254.169.254/") << none << QByteArray("may not call");
    QTest::newRow("as a number") << QByteArray("http://2130706433.example/") << none << QByteArray("may not call");
    QTest::newRow("allowed name, private address") << QByteArray("http://inside.example/") << none << QByteArray("10.0.0.7");
    QTest::newRow("one address of two private") << QByteArray("http://mixed.example/") << none << QByteArray("169.254.169.254");
    QTest::newRow("password in it") << QByteArray("http://127.0.0.1@example.org/") << none << QByteArray("name or password");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << none << QByteArray("http:// or https://");
    QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1/") << none << QByteArray("http:// or https://");
    QTest::newRow("line end in a header") << QByteArray("http://127.0.0.1:9/")
                                          << QByteArray(R"([{"name":"a","in":"header","value":"b\r\nHost: c"}])")
                                          << QByteArray("cannot stand in a request");
    QTest::newRow("host header") << QByteArray("http://127.0.0.1:9/") << QByteArray(R"([{"name":"host","in":"header","value":"c"}])")
                                 << QByteArray("set by the sandbox");
    QTest::newRow("length header") << QByteArray("http://127.0.0.1:9/")
                                   << QByteArray(R"([{"name":"Content-Length","in":"header","value":"5"}])")
                                   << QByteArray("set by the sandbox");
}

void TestProxyEndpoints::refusesTheHost()
{
    QFETCH(QByteArray, endpoint);
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, words);
    const auto old = proxy("/api/v2/actions/proxy",
        R"({"endpoint":")" + endpoint + R"(","method":"GET","parameters":)" + parameters + '}');
    QCOMPARE(old.status, 200);
    QCOMPARE(at(old.body, QStringLiteral("successful")), QByteArray("false"));
    QCOMPARE(at(old.body, QStringLiteral("data.status_code")), QByteArray("403"));
    QVERIFY2(at(old.body, QStringLiteral("error")).contains(words), old.body.constData());
    const auto newer = proxy("/api/v3.1/tools/execute/proxy",
        R"({"endpoint":")" + endpoint + R"(","method":"GET","parameters":)" + QByteArray(parameters).replace("\"in\"", "\"type\"") + '}');
    QCOMPARE(newer.status, 403);
    QVERIFY2((at(newer.body, QStringLiteral("error.message")) + at(newer.body, QStringLiteral("error.suggested_fix"))).contains(words),
        newer.body.constData());
}

// The name is looked up once, and the request goes to the address that was checked, under the name.
void TestProxyEndpoints::connectsToTheCheckedAddress()
{
    const QByteArray port = QByteArray::number(m_service->serverPort());
    const auto answer = proxy("/api/v3.1/tools/execute/proxy",
        R"({"endpoint":"http://service.example:)" + port + R"(/x","method":"GET"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(api::headerValue(m_service->requests().last().headers, "host"), "service.example:" + port);
    const auto local = proxy("/api/v3.1/tools/execute/proxy", R"({"endpoint":"http://localhost:)" + port + R"(/x","method":"GET"})");
    QCOMPARE(local.status, 200);
}

void TestProxyEndpoints::tellsTrouble_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"") << 502 << QByteArray("no whole HTTP answer");
    QTest::newRow("nothing") << QByteArray() << 502 << QByteArray("no whole HTTP answer");
    QTest::newRow("not HTTP") << QByteArray("220 mail ready\r\n\r\n") << 502 << QByteArray("no whole HTTP answer");
    QTest::newRow("huge") << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(2 << 20, 'x')) << 502 << QByteArray("larger than the 1 MB");
    QTest::newRow("huge by its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n") << 502
                                        << QByteArray("larger than the 1 MB");
    QTest::newRow("headers without end") << QByteArray("HTTP/1.1 200 OK\r\n" + QByteArray("x: y\r\n").repeated(50000)) << 502
                                         << QByteArray("no whole HTTP answer");
    QTest::newRow("a redirect") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n") << 302
                                << QByteArray("not followed");
}

void TestProxyEndpoints::tellsTrouble()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    m_answer = answer;
    const QByteArray body = R"({"endpoint":")" + url() + R"(","method":"POST","parameters":[],"body":{}})";
    const auto old = proxy("/api/v2/actions/proxy", body);
    QCOMPARE(old.status, 200);
    QCOMPARE(at(old.body, QStringLiteral("data.status_code")), QByteArray::number(status));
    QVERIFY2(at(old.body, QStringLiteral("error")).contains(words), old.body.constData());
    const auto newer = proxy("/api/v3/tools/execute/proxy", body);
    QCOMPARE(newer.status == 200 ? at(newer.body, QStringLiteral("status")) : QByteArray::number(newer.status), QByteArray::number(status));
    QVERIFY2(newer.status == 200 || at(newer.body, QStringLiteral("error.suggested_fix")).size() > 2, newer.body.constData());
    QCOMPARE(m_service->requests().size(), 2);
    // Nobody there, and nobody of that name.
    m_service->close();
    QCOMPARE(proxy("/api/v3/tools/execute/proxy", body).status, 502);
    const auto nowhere = proxy("/api/v3/tools/execute/proxy", R"({"endpoint":"http://nowhere.localhost/","method":"GET"})");
    QCOMPARE(nowhere.status, 502);
    QCOMPARE(at(nowhere.body, QStringLiteral("error.suggested_fix")), QByteArray("\"Check its name.\""));
}

void TestProxyEndpoints::passesARequestOnToItself()
{
    const QByteArray self = m_sandbox.address().url.toEncoded();
    const auto answer = m_sandbox.post("/api/v3.1/tools/execute/proxy",
        R"({"endpoint":")" + self + R"(/api/v2/actions/SANDBOX_ECHO/execute","method":"POST",)"
        R"("parameters":[{"name":"x-api-key","type":"header","value":"test-key"}],"body":{"input":{"a":1.10}}})");
    QCOMPARE(at(answer.body, QStringLiteral("data.data.input")), QByteArray(R"({"a":1.10})"));
}

// A service that asks the sandbox to ask it again.
void TestProxyEndpoints::endsACircle()
{
    QByteArray order;
    m_service = std::make_unique<HostileServer>([&](const api::HttpRequest &, QTcpSocket *client) {
        auto *inner = new QTcpSocket(client);
        inner->connectToHost(QStringLiteral("127.0.0.1"), m_sandbox.port());
        inner->write(RunningSandbox::requestBytes("POST", "/api/v2/actions/proxy", order, "x-api-key: test-key\r\nConnection: close\r\n"));
        QObject::connect(inner, &QTcpSocket::disconnected, client, [client] {
            client->write(HostileServer::answer("{}"));
            client->disconnectFromHost();
        });
    });
    order = R"({"endpoint":")" + url() + R"(","method":"GET","parameters":[]})";
    QCOMPARE(proxy("/api/v2/actions/proxy", order).status, 200);
    QVERIFY(m_service->requests().size() <= 64);
    QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200);
}

void TestProxyEndpoints::servesOthersMeanwhile()
{
    m_service = std::make_unique<HostileServer>([](const api::HttpRequest &, QTcpSocket *) {}); // silence
    RawClient waiting(m_sandbox.port());
    waiting.send(RunningSandbox::requestBytes(
        "POST", "/api/v3.1/tools/execute/proxy", R"({"endpoint":")" + url() + R"(","method":"GET"})"));
    QTRY_COMPARE(m_service->requests().size(), 1);
    QCOMPARE(m_sandbox.executeV2("SANDBOX_ECHO", "{}").status, 200); // before the silence ends
    const auto answer = waiting.read();
    QCOMPARE(answer.status, 504);
    QVERIFY(at(answer.body, QStringLiteral("error.message")).contains("did not answer within 1 second"));
}

void TestProxyEndpoints::forgetsWhoLeft()
{
    int left = 0;
    m_service = std::make_unique<HostileServer>([&](const api::HttpRequest &, QTcpSocket *socket) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [&] { ++left; });
    });
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes(
        "POST", "/api/v3.1/tools/execute/proxy", R"({"endpoint":")" + url() + R"(","method":"GET"})"));
    QTRY_COMPARE(m_service->requests().size(), 1);
    client.close();
    QTRY_COMPARE(left, 1);
}

void TestProxyEndpoints::keepsCredentialsOutOfTheLog()
{
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.logFile = folder.filePath(QStringLiteral("log.jsonl"));
    const RunningSandbox logged(options);
    m_service = std::make_unique<HostileServer>([](const api::HttpRequest &request, QTcpSocket *socket) {
        const QByteArray token = api::headerValue(request.headers, "authorization").value_or("none");
        socket->write(HostileServer::answer("{\"you\":\"" + token + "\",\"path\":\"" + request.path + "\"}"));
        socket->disconnectFromHost();
    });
    const QByteArray id = accountId("gmail");
    const auto answer = askAsync(logged.port(), "POST", "/api/v2/actions/proxy",
        R"({"connectedAccountId":")" + id + R"(","endpoint":")" + url()
            + R"(","method":"GET","parameters":[{"name":"k","in":"query","value":"hush-hush"}]})");
    const QByteArray token = at(answer.body, QStringLiteral("data.you")).sliced(8).replace('"', "");
    QVERIFY(token.startsWith("sandbox_"));
    QVERIFY(answer.body.contains("hush-hush"));
    QFile file(options.logFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray log = file.readAll();
    QVERIFY(log.contains("actions/proxy"));
    QVERIFY2(!log.contains(token) && !log.contains("hush-hush"), log.constData());
}

QTEST_GUILESS_MAIN(TestProxyEndpoints)
#include "tst_proxyendpoints.moc"
