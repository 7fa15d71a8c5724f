// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "app/sandbox/stateendpoints.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

const QByteArray listIssues = R"({"input":{"owner":"o","repo":"r","per_page":50}})";

QByteArray created(const RunningSandbox &sandbox, const QByteArray &title)
{
    const auto answer = sandbox.executeV2(
        "GITHUB_CREATE_AN_ISSUE", R"({"input":{"owner":"o","repo":"r","title":")" + title + "\"}}");
    return at(answer.body, QStringLiteral("data.number"));
}

// The titles there are, newest first.
QByteArray titles(const RunningSandbox &sandbox)
{
    const auto answer = sandbox.executeV2("GITHUB_LIST_REPOSITORY_ISSUES", listIssues);
    const json::Document document = json::Document::parse(answer.body);
    QByteArrayList found;
    const json::Value issues = document.root().member(u"data").member(u"issues");
    for (json::Value issue = issues.firstChild(); issue.isValid(); issue = issue.nextSibling())
        found.append(issue.member(u"title").toString().toUtf8());
    return found.join(' ');
}

api::HttpAnswer state(const RunningSandbox &sandbox, const QByteArray &method, const QByteArray &body = {})
{
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes(method, "/sandbox/state", body));
    return client.read();
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Why a sandbox does not start; empty when it does.
QString whyNot(const sandbox::SandboxOptions &options)
{
    sandbox::Sandbox own;
    QSignalSpy started(&own, &sandbox::Sandbox::started);
    QSignalSpy failed(&own, &sandbox::Sandbox::failed);
    own.start(options);
    if (!QTest::qWaitFor([&] { return started.count() + failed.count() > 0; }, 10000))
        return QStringLiteral("silence");
    return failed.isEmpty() ? QString() : failed.first().first().value<Error>().sentence;
}

Result<void> resultOf(const QFuture<Result<void>> &future)
{
    QFutureWatcher<Result<void>> watcher;
    watcher.setFuture(future);
    if (!QTest::qWaitFor([&] { return watcher.isFinished(); }, 10000))
        return failure(ErrorCode::Internal, QStringLiteral("not done"));
    return watcher.result();
}

} // namespace

// The whole state: begun anew, saved, given to another sandbox, and never shared by two.
class TestSandboxState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAnew_data();
    void beginsAnew();
    void makesItsConnectionsAnew();
    void goesBackToASnapshot_data();
    void goesBackToASnapshot();
    void givesItsStateToAnother();
    void doesAllOfItFromTheProgram();
    void refusesWhatIsNoState_data();
    void refusesWhatIsNoState();
    void refusesAnythingFromAfar();
    void belongsToOneSandbox();
    void runsManyAtOnce();
};

void TestSandboxState::beginsAnew_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("in memory") << false;
    QTest::newRow("in a folder") << true;
}

void TestSandboxState::beginsAnew()
{
    QFETCH(bool, isKept);
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    if (isKept)
        options.state = folder.path();
    {
        const RunningSandbox sandbox(options);
        QCOMPARE(created(sandbox, "one"), QByteArray("1"));
        QCOMPARE(state(sandbox, "DELETE").status, 200);
        QCOMPARE(titles(sandbox), QByteArray());
        QCOMPARE(created(sandbox, "two"), QByteArray("1")); // numbers begin anew
        // What is ready-made is there again.
        const auto mails = sandbox.executeV2("GMAIL_FETCH_EMAILS", R"({"input":{"max_results":1}})");
        QVERIFY2(at(mails.body, QStringLiteral("data.messages.0")).startsWith('{'), mails.body.constData());
        QCOMPARE(sandbox.get("/files/sandbox%2Fexample.txt").status, 200);
    }
    const RunningSandbox next(options);
    QCOMPARE(titles(next), QByteArray(isKept ? "two" : ""));
}

void TestSandboxState::makesItsConnectionsAnew()
{
    const RunningSandbox sandbox;
    const QByteArray list = "/api/v1/connectedAccounts?appNames=github&showDisabled=true";
    const QByteArray before = sandbox.get(list).body;
    const QByteArray configs = sandbox.get("/api/v3.1/auth_configs").body;
    const auto ask = [&](const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) {
        RawClient client(sandbox.port());
        client.send(RunningSandbox::requestBytes(method, path, body));
        return client.read();
    };
    const QByteArray first = "/api/v1/connectedAccounts/" + at(before, QStringLiteral("items.0.id")).replace('"', "");
    const QByteArray second = "/api/v1/connectedAccounts/" + at(before, QStringLiteral("items.1.id")).replace('"', "");
    const auto made = ask("POST", "/api/v2/connectedAccounts/initiateConnection",
        R"({"app":{"uniqueKey":"github"},"connection":{"entityId":"ada","initiateData":{"access_token":"t"}}})");
    QCOMPARE(made.status, 200);
    const QByteArray id = at(made.body, QStringLiteral("connectionResponse.connectedAccountId")).replace('"', "");
    QCOMPARE(ask("POST", first + "/disable").status, 201);
    QCOMPARE(ask("DELETE", second).status, 200);
    QCOMPARE(ask("POST", "/api/v3.1/auth_configs", R"({"toolkit":{"slug":"gmail"}})").status, 201);
    const QByteArray issue = R"({"owner":"o","repo":"r","title":"t"})";
    const QByteArray byAda = R"({"entityId":"ada","input":)" + issue + '}';
    QCOMPARE(sandbox.executeV2("GITHUB_CREATE_AN_ISSUE", byAda).status, 200);
    QVERIFY(sandbox.get(list).body != before);

    QCOMPARE(state(sandbox, "DELETE").status, 200);
    QCOMPARE(sandbox.get(list).body, before);
    QCOMPARE(sandbox.get("/api/v3.1/auth_configs").body, configs);
    QCOMPARE(sandbox.get("/api/v1/connectedAccounts/" + id).status, 404);
    QCOMPARE(sandbox.executeV2("GITHUB_CREATE_AN_ISSUE", byAda).status, 400);
    QCOMPARE(sandbox.executeV2("GITHUB_CREATE_AN_ISSUE", R"({"input":)" + issue + '}').status, 200);
    // And can be changed again.
    QCOMPARE(ask("POST", first + "/disable").status, 201);
    QCOMPARE(at(ask("GET", first).body, QStringLiteral("isDisabled")), QByteArray("true"));
}

void TestSandboxState::goesBackToASnapshot_data()
{
    beginsAnew_data();
}

void TestSandboxState::goesBackToASnapshot()
{
    QFETCH(bool, isKept);
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    if (isKept)
        options.state = folder.path();
    const RunningSandbox sandbox(options);
    created(sandbox, "one");
    const auto saved = state(sandbox, "GET");
    QCOMPARE(saved.status, 200);
    QVERIFY(saved.body.startsWith("SQLite format 3"));
    created(sandbox, "two");
    QCOMPARE(titles(sandbox), QByteArray("two one"));
    QCOMPARE(state(sandbox, "PUT", saved.body).status, 200);
    QCOMPARE(titles(sandbox), QByteArray("one"));
    QCOMPARE(created(sandbox, "three"), QByteArray("2"));
    QCOMPARE(state(sandbox, "PUT", saved.body).status, 200); // it is good for more than once
    QCOMPARE(titles(sandbox), QByteArray("one"));
}

void TestSandboxState::givesItsStateToAnother()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("it's a state.sqlite"));
    {
        const RunningSandbox first;
        created(first, "one");
        const auto announced = first.post("/api/v3/files/upload/request",
            R"({"toolkit_slug":"a","tool_slug":"b","filename":"f","mimetype":"text/plain","md5":"0"})");
        RawClient client(first.port());
        const QUrl address(QString::fromUtf8(at(announced.body, QStringLiteral("new_presigned_url")).replace('"', "")));
        client.send(RunningSandbox::requestBytes("PUT", address.path(QUrl::FullyEncoded).toLatin1(), "bytes"));
        QCOMPARE(client.read().status, 200);
        QVERIFY(write(file, state(first, "GET").body));
        sandbox::SandboxOptions options;
        options.restore = file;
        options.state = folder.filePath(QStringLiteral("state"));
        const RunningSandbox second(options);
        QCOMPARE(titles(second), QByteArray("one"));
        QCOMPARE(second.get(address.path(QUrl::FullyEncoded).toLatin1()).body, QByteArray("bytes"));
        created(second, "two");
        QCOMPARE(titles(first), QByteArray("one")); // they go their own ways
    }
    sandbox::SandboxOptions absent;
    absent.restore = folder.filePath(QStringLiteral("absent"));
    QVERIFY(whyNot(absent).contains(absent.restore));
}

void TestSandboxState::doesAllOfItFromTheProgram()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("saved"));
    sandbox::Sandbox own;
    QVERIFY(!resultOf(own.resetState())); // not started
    QSignalSpy started(&own, &sandbox::Sandbox::started);
    sandbox::SandboxOptions options;
    options.apiKey = "test-key";
    own.start(options);
    QVERIFY(started.wait(10000));
    const quint16 port = quint16(started.first().first().value<sandbox::SandboxAddress>().url.port());
    const auto number = [&] {
        RawClient client(port);
        client.send(RunningSandbox::requestBytes("POST", "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute",
            R"({"input":{"owner":"o","repo":"r","title":"t"}})"));
        return at(client.read().body, QStringLiteral("data.number"));
    };
    QCOMPARE(number(), QByteArray("1"));
    QVERIFY(resultOf(own.saveState(file)));
    QCOMPARE(number(), QByteArray("2"));
    QVERIFY(resultOf(own.restoreState(file)));
    QCOMPARE(number(), QByteArray("2"));
    QVERIFY(resultOf(own.resetState()));
    QCOMPARE(number(), QByteArray("1"));
    QVERIFY(resultOf(own.saveState(file))); // takes the place of the other
    const auto unwritable = resultOf(own.saveState(QStringLiteral("/proc/nothing/there")));
    QVERIFY(!unwritable && unwritable.error().sentence.contains(QLatin1String("/proc/nothing/there")));
    QCOMPARE(number(), QByteArray("2"));
}

void TestSandboxState::refusesWhatIsNoState_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("the beginning of one") << QByteArray("SQLite format 3\0 and then nothing of the kind", 40);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("other.sqlite"));
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(name);
        other.open();
        QSqlQuery query(other);
        query.exec(QStringLiteral("CREATE TABLE records (id, collection, partition, number, body)"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    QTest::newRow("another database") << contentOf(name);
    const RunningSandbox sandbox;
    QByteArray damaged = state(sandbox, "GET").body;
    QTest::newRow("cut off") << damaged.first(damaged.size() / 2);
    QTest::newRow("damaged") << damaged.replace(4096, 8000, QByteArray(8000, 'x'));
}

void TestSandboxState::refusesWhatIsNoState()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const RunningSandbox sandbox;
    created(sandbox, "one");
    const auto refused = state(sandbox, "PUT", bytes);
    QCOMPARE(refused.status, 400);
    QVERIFY(at(refused.body, QStringLiteral("error.message")).contains("no state of a sandbox"));
    QCOMPARE(titles(sandbox), QByteArray("one"));
    QCOMPARE(created(sandbox, "two"), QByteArray("2"));
    sandbox::SandboxOptions options;
    options.restore = folder.filePath(QStringLiteral("file"));
    QVERIFY(write(options.restore, bytes));
    QVERIFY(whyNot(options).contains(QLatin1String("holds no state of a sandbox")));
}

void TestSandboxState::refusesAnythingFromAfar()
{
    int done = 0;
    sandbox::Router router;
    const auto task = [&] {
        ++done;
        return Result<void>();
    };
    sandbox::addStateEndpoints(
        &router, {task, [&](const QString &) { return task(); }, [&](const QString &) { return task(); }});
    for (const QByteArray method : {"GET", "PUT", "DELETE"}) {
        sandbox::Request request;
        request.method = method;
        request.path = "/sandbox/state";
        request.isLocal = false;
        sandbox::Exchange exchange(request);
        QVERIFY(router.dispatch(exchange));
        QCOMPARE(exchange.reply()->status, 403);
    }
    QCOMPARE(done, 0);
    // Nor without the key.
    const RunningSandbox sandbox;
    created(sandbox, "one");
    RawClient client(sandbox.port());
    client.send(RunningSandbox::requestBytes("DELETE", "/sandbox/state", {}, {}));
    QCOMPARE(client.read().status, 401);
    QCOMPARE(titles(sandbox), QByteArray("one"));
}

void TestSandboxState::belongsToOneSandbox()
{
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.state = folder.path();
    {
        const RunningSandbox first(options);
        created(first, "one");
        const QString sentence = whyNot(options);
        QVERIFY2(sentence.contains(QLatin1String("Another sandbox uses the state folder ") + folder.path()), qPrintable(sentence));
        QVERIFY2(sentence.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(sentence));
        QCOMPARE(titles(first), QByteArray("one"));
    }
    QCOMPARE(whyNot(options), QString());
}

void TestSandboxState::runsManyAtOnce()
{
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<RunningSandbox>> all;
    for (int i = 0; i < 4; ++i) {
        sandbox::SandboxOptions options;
        options.state = folder.filePath(QString::number(i));
        all.push_back(std::make_unique<RunningSandbox>(options));
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(created(*all[i], QByteArray::number(int(i))), QByteArray("1"));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(titles(*all[i]), QByteArray::number(int(i)));
}

QTEST_GUILESS_MAIN(TestSandboxState)
#include "tst_sandboxstate.moc"
