// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "app/json/writer.h"
#include "app/sandbox/modelrun.h"

#include <QTcpServer>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

// Stands in for a model, which a test cannot have: it keeps what it was asked and says what the test wants.
class FakeModel final : public QTcpServer
{
public:
    FakeModel()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    [[nodiscard]] sandbox::ModelOptions options() const
    {
        sandbox::ModelOptions options;
        options.url = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort()));
        options.model = QStringLiteral("fake-1");
        options.apiKey = "sk-hush";
        options.timeout = std::chrono::milliseconds(500);
        return options;
    }
    [[nodiscard]] sandbox::SandboxOptions sandboxOptions() const
    {
        sandbox::SandboxOptions sandbox;
        sandbox.model = options();
        return sandbox;
    }
    static QByteArray completion(const QByteArray &content)
    {
        return R"({"choices":[{"message":{"role":"assistant","content":)"
            + json::quoted(QString::fromUtf8(content)) + "}}]}";
    }

    QList<std::pair<QByteArray, QByteArray>> answers; // status line and body, one a question, the last again
    QList<QByteArray> heads;
    QList<QByteArray> bodies;
    bool isSilent = false;

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray received = socket->property("received").toByteArray() + socket->readAll();
        socket->setProperty("received", received);
        const qsizetype end = received.indexOf("\r\n\r\n");
        const qsizetype at = received.toLower().indexOf("content-length: ");
        if (end < 0 || at < 0)
            return;
        const qsizetype length = received.sliced(at + 16).split('\r').first().toLongLong();
        if (received.size() < end + 4 + length)
            return;
        heads.append(received.first(end + 2));
        bodies.append(received.sliced(end + 4));
        if (isSilent)
            return;
        const auto [status, body] = answers.at(std::min(bodies.size(), answers.size()) - 1);
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

const QByteArray anIssue = R"({"owner":"octocat","repo":"Hello-World","title":"Login fails","n":1.10})";

} // namespace

// get.inputs and /input as a client sees them, by rules and with a model; the model is a fake.
class TestInputEndpoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByRules_data();
    void goesByRules();
    void refuses_data();
    void refuses();
    void takesTheModelsAnswer_data();
    void takesTheModelsAnswer();
    void tellsTheModelWhatItNeeds();
    void asksOnceMoreWithTheFaults();
    void namesTheModelsTrouble_data();
    void namesTheModelsTrouble();
    void doesNotWaitForASilentModel();
    void readsTheEnvironment();

private:
    // The fake answers from this thread, so its event loop runs while the client waits.
    static api::HttpAnswer ask(const RunningSandbox &sandbox, const QByteArray &path, const QByteArray &body);

    RunningSandbox m_sandbox;
};

api::HttpAnswer TestInputEndpoints::ask(
    const RunningSandbox &sandbox, const QByteArray &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), sandbox.port());
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.write(
        RunningSandbox::requestBytes("POST", path, body, "x-api-key: test-key\r\nConnection: close\r\n"));
    api::HttpAnswer answer;
    if (!QTest::qWaitFor(
            [&] { return socket.state() == QAbstractSocket::UnconnectedState && !received.isEmpty(); },
            10000))
        return answer;
    const qsizetype end = received.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = received.first(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    answer.body = received.sliced(end + 4);
    return answer;
}

void TestInputEndpoints::goesByRules_data()
{
    QTest::addColumn<QByteArray>("path");
    const QByteArray action = "GITHUB_CREATE_AN_ISSUE";
    QTest::newRow("v2") << QByteArray("/api/v2/actions/" + action + "/execute/get.inputs");
    QTest::newRow("v2, lower case") << QByteArray(
        "/api/v2/actions/github_create_an_issue/execute/get.inputs");
    QTest::newRow("v3") << QByteArray("/api/v3/tools/execute/" + action + "/input");
    QTest::newRow("v3.1") << QByteArray("/api/v3.1/tools/execute/" + action + "/input");
}

void TestInputEndpoints::goesByRules()
{
    QFETCH(QByteArray, path);
    const api::HttpAnswer answer = m_sandbox.post(path,
        R"({"text":"create an issue titled X in octocat/Hello-World with label bug","customDescription":null,"version":null})");
    QCOMPARE(answer.body,
        QByteArray(R"({"arguments":{"owner":"octocat","repo":"Hello-World","title":"X","labels":["bug"]}})"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(api::headerValue(answer.headers, "x-actionscope-input-source"), QByteArray("rules"));
    // Nothing found is an answer, too.
    const api::HttpAnswer nothing = m_sandbox.post(path, R"({"text":"do what you can"})");
    QCOMPARE(nothing.status, 200);
    QVERIFY2(at(nothing.body, QStringLiteral("error")).contains("found nothing"), nothing.body.constData());
    QCOMPARE(at(nothing.body, QStringLiteral("arguments")), QByteArray());
}

void TestInputEndpoints::refuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray old = "/api/v2/actions/SANDBOX_ECHO/execute/get.inputs";
    const QByteArray newer = "/api/v3.1/tools/execute/SANDBOX_ECHO/input";
    for (const auto &[name, path] : {std::pair("v2", old), std::pair("v3.1", newer)}) {
        QTest::addRow("%s, no text", name) << path << QByteArray("{}") << 400;
        QTest::addRow("%s, empty text", name) << path << QByteArray(R"({"text":""})") << 400;
        QTest::addRow("%s, text is a number", name) << path << QByteArray(R"({"text":1})") << 400;
        QTest::addRow("%s, not JSON", name) << path << QByteArray("{\"text\":") << 400;
    }
    QTest::newRow("v2, no action") << QByteArray("/api/v2/actions/NONE/execute/get.inputs")
                                   << QByteArray(R"({"text":"x"})") << 404;
    QTest::newRow("v3, wrong case") << QByteArray("/api/v3/tools/execute/sandbox_echo/input")
                                    << QByteArray(R"({"text":"x"})") << 404;
    QTest::newRow("v3, no version") << newer << QByteArray(R"({"text":"x","version":"7_7"})") << 404;
}

void TestInputEndpoints::refuses()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(m_sandbox.post(path, body).status, status);
}

void TestInputEndpoints::takesTheModelsAnswer_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("object") << anIssue;
    QTest::newRow("fenced") << QByteArray("```json\n" + anIssue + "\n```");
    QTest::newRow("fenced, with words")
        << QByteArray("Here it is:\n```\n" + anIssue + "\n```\nAnything else?");
    QTest::newRow("behind words") << QByteArray("Sure: " + anIssue);
}

void TestInputEndpoints::takesTheModelsAnswer()
{
    QFETCH(QByteArray, content);
    FakeModel model;
    model.answers = {{"200 OK", FakeModel::completion(content)}};
    const RunningSandbox sandbox(model.sandboxOptions());
    const auto answer
        = ask(sandbox, "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute/get.inputs", R"({"text":"an issue"})");
    QCOMPARE(answer.body, "{\"arguments\":" + anIssue + '}');
    QCOMPARE(api::headerValue(answer.headers, "x-actionscope-input-source"), QByteArray("model"));
    QCOMPARE(model.bodies.size(), 1);
}

void TestInputEndpoints::tellsTheModelWhatItNeeds()
{
    FakeModel model;
    model.answers = {{"200 OK", FakeModel::completion(anIssue)}};
    const RunningSandbox sandbox(model.sandboxOptions());
    ask(sandbox, "/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE/input",
        R"({"text":"say \"hi\"","custom_description":"Opens a ticket.","system_prompt":"Be brief."})");
    QVERIFY2(model.heads.first().startsWith("POST /v1/chat/completions HTTP/1.1\r\n"),
        model.heads.first().constData());
    QVERIFY(model.heads.first().contains("Authorization: Bearer sk-hush\r\n"));
    const QByteArray body = model.bodies.first();
    QCOMPARE(at(body, QStringLiteral("model")), QByteArray("\"fake-1\""));
    QCOMPARE(at(body, QStringLiteral("messages.0.content")), QByteArray("\"Be brief.\""));
    const QByteArray question = at(body, QStringLiteral("messages.1.content"));
    for (const char *word :
        {"GITHUB_CREATE_AN_ISSUE", "Opens a ticket.", "\\\"properties\\\"", "say \\\"hi\\\""})
        QVERIFY2(question.contains(word), word);
}

void TestInputEndpoints::asksOnceMoreWithTheFaults()
{
    FakeModel model;
    model.answers
        = {{"200 OK", FakeModel::completion(R"({"owner":7})")}, {"200 OK", FakeModel::completion(anIssue)}};
    const RunningSandbox sandbox(model.sandboxOptions());
    const auto answer
        = ask(sandbox, "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute/get.inputs", R"({"text":"an issue"})");
    QCOMPARE(answer.body, "{\"arguments\":" + anIssue + '}');
    QCOMPARE(model.bodies.size(), 2);
    QCOMPARE(at(model.bodies[1], QStringLiteral("messages.2.content")), json::quoted(u"{\"owner\":7}"));
    QVERIFY2(at(model.bodies[1], QStringLiteral("messages.3.content")).contains("title"),
        model.bodies[1].constData());
}

void TestInputEndpoints::namesTheModelsTrouble_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("questions");
    const auto row
        = [](const char *name, const char *status, const QByteArray &body, const char *words, int questions) {
              QTest::newRow(name) << QByteArray(status) << body << QByteArray(words) << questions;
          };
    row("key", "401 Unauthorized", R"({"error":{"message":"bad key"}})", "answered HTTP 401: bad key", 1);
    row("no such model", "404 Not Found", R"({"error":"model not found"})",
        "answered HTTP 404: model not found", 1);
    row("overload", "503 Busy", "", "answered HTTP 503.", 1);
    row("elsewhere", "302 Found", "", "answered HTTP 302.", 1);
    row("garbage", "200 OK", "<html>", "not a chat completion", 1);
    row("no choices", "200 OK", R"({"choices":[]})", "not a chat completion", 1);
    row("words alone", "200 OK", FakeModel::completion("I cannot."), "no usable input in two tries", 2);
    row("an array", "200 OK", FakeModel::completion("[1]"), "no usable input in two tries", 2);
    row("does not fit", "200 OK", FakeModel::completion(R"({"owner":7})"), "no usable input in two tries", 2);
}

void TestInputEndpoints::namesTheModelsTrouble()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    QFETCH(int, questions);
    FakeModel model;
    model.answers = {{status, body}};
    const RunningSandbox sandbox(model.sandboxOptions());
    const auto answer
        = ask(sandbox, "/api/v3/tools/execute/GITHUB_CREATE_AN_ISSUE/input", R"({"text":"an issue"})");
    QCOMPARE(answer.status, 200);
    const QByteArray error = at(answer.body, QStringLiteral("error"));
    QVERIFY2(error.contains(words), answer.body.constData());
    QVERIFY(error.contains("127.0.0.1:" + QByteArray::number(model.serverPort())));
    QVERIFY(!answer.body.contains("sk-hush"));
    QCOMPARE(model.bodies.size(), questions);
}

void TestInputEndpoints::doesNotWaitForASilentModel()
{
    FakeModel model;
    model.isSilent = true;
    const RunningSandbox sandbox(model.sandboxOptions());
    const auto answer
        = ask(sandbox, "/api/v3/tools/execute/GITHUB_CREATE_AN_ISSUE/input", R"({"text":"an issue"})");
    QVERIFY2(at(answer.body, QStringLiteral("error")).contains("did not answer within 1 second"),
        answer.body.constData());
    // Meanwhile and afterwards everything else goes on.
    QCOMPARE(ask(sandbox, "/api/v2/actions/SANDBOX_ECHO/execute", "{}").status, 200);
    QCOMPARE(model.bodies.size(), 1);
}

void TestInputEndpoints::readsTheEnvironment()
{
    const auto read = [](const char *url, const char *name, const char *key) {
        qputenv("ACTIONSCOPE_LLM_URL", url);
        qputenv("ACTIONSCOPE_LLM_MODEL", name);
        qputenv("ACTIONSCOPE_LLM_API_KEY", key);
        return sandbox::modelOptionsFromEnvironment();
    };
    QVERIFY(read("", "", "") && !read("", "", "")->isSet());
    const auto set = read("http://127.0.0.1:11434/v1", "llama3", "sk-1\n");
    QVERIFY(set && set->isSet());
    QCOMPARE(set->url, QUrl(QStringLiteral("http://127.0.0.1:11434/v1")));
    QCOMPARE(set->apiKey, QByteArray("sk-1"));
    QVERIFY(!read("http://127.0.0.1:1", "", ""));
    QVERIFY(!read("", "llama3", ""));
    QVERIFY(!read("127.0.0.1:11434", "llama3", ""));
    QVERIFY(!read("file:///etc/passwd", "llama3", ""));
    const auto badKey = read("http://127.0.0.1:1", "llama3", "two words");
    QVERIFY(!badKey && !badKey.error().sentence.contains(QStringLiteral("two words")));
}

QTEST_GUILESS_MAIN(TestInputEndpoints)
#include "tst_inputendpoints.moc"
