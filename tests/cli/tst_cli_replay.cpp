// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/wire.h"
#include "app/catalog/catalogstore.h"
#include "app/exchange/bundle.h"
#include "app/json/document.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/storage/settings.h"
#include "tests/cli/cliprocess.h"
#include "tests/support/hostileserver.h"

#include <QTest>

#include <functional>

using namespace actionscope;
using tests::CliProcess;
using test::HostileServer;

namespace {

QByteArray savedRequest(const QByteArray &action, const QByteArray &app, const QByteArray &input)
{
    return R"({"actionscope":1,"actionId":")" + action + R"(","appName":")" + app + R"(","entityId":"default","input":)" + input + "}";
}

// Sixty keys, the guilty ones among them.
QByteArray sixtyKeys(const QByteArrayList &guilty)
{
    QByteArray text = "{";
    for (int i = 0; i < 30; ++i)
        text += "\n  \"extra" + QByteArray::number(i) + "\": \"value\",";
    for (const QByteArray &member : guilty)
        text += "\n  " + member + ',';
    for (int i = 30 + int(guilty.size()); i < 60; ++i)
        text += "\n  \"more" + QByteArray::number(i) + "\": [1, {\"deep\": " + QByteArray::number(i) + "}],";
    text.chop(1);
    return text + "\n}";
}

QByteArray bundle(const QByteArray &input, int status, const QByteArray &answer)
{
    exchange::Bundle bundle;
    bundle.request.actionId = QStringLiteral("SANDBOX_ECHO");
    bundle.request.input = input;
    bundle.apiVersion = api::ApiVersion::V2;
    bundle.exchange.request = api::toWire(bundle.request, api::ApiVersion::V2).request;
    bundle.exchange.answer.status = status;
    bundle.exchange.answer.body = answer;
    return exchange::writeBundle(bundle);
}

constexpr char good[] = R"({"data":{},"successful":true,"error":null})";
constexpr char bad[] = R"({"data":{"status_code":422},"successful":false,"error":"Bad."})";

// Answers each request with what is made of its body and its number, from 1; says nothing where that is empty.
using Reply = std::function<QByteArray(const QByteArray &body, int number)>;

class Service final
{
public:
    explicit Service(const Reply &reply)
        : m_server([this, reply](const auto &request, QTcpSocket *socket) {
            body = request.body;
            const QByteArray answer = reply(request.body, ++count);
            if (!answer.isEmpty())
                socket->write(HostileServer::answer(answer));
        })
    {
    }
    [[nodiscard]] QString url() const { return m_server.url().toString(); }

    QByteArray body; // of the last request
    int count = 0;

private:
    HostileServer m_server;
};

json::Document parsed(const QByteArray &text) { return json::Document::parse(text); }

} // namespace

// `replay` as a process against the real sandbox: what is recorded is sent again and compared, repeated, or made smaller.
class TestCliReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunOfTheHistoryIsAsItWas();
    void aDifferenceIsToldAndIsOne_data();
    void aDifferenceIsToldAndIsOne();
    void everyFormIsSentAgain_data();
    void everyFormIsSentAgain();
    void theSandboxLogIsReplayedLineByLine();
    void anotherEntityAndAccount();
    void repeatsOnlyWhenAsked();
    void findsFlakyOnes();
    void anOutageIsNoDifference();
    void shrinksSixtyKeys_data();
    void shrinksSixtyKeys();
    void shrinksWhatIsInside_data();
    void shrinksWhatIsInside();
    void aSearchCanBeStopped();
    void anUnsteadyFailureIsSaidToBeOne();
    void whatDoesNotFailHasNoSmallestInput();
    void touchesNothingRealWithoutConsent_data();
    void touchesNothingRealWithoutConsent();
    void namesTheAccountThatIsPicked_data();
    void namesTheAccountThatIsPicked();
    void bothAreDiagnosedWithTheKeptCatalogue();
    void badUsageSendsNothing_data();
    void badUsageSendsNothing();
    void theReportIsJson();

private:
    QStringList replay(const QString &file, const QStringList &more = {}) const
    {
        return QStringList {QStringLiteral("replay"), file, QStringLiteral("--config"), m_config} + more;
    }
    QString lastRun() const
    {
        const auto list = storage::HistoryFiles(storage::historyFolder(m_config)).list(1);
        return list && !list->isEmpty() ? list->first().id : QString();
    }
    qsizetype runs() const
    {
        const auto list = storage::HistoryFiles(storage::historyFolder(m_config)).list(1000);
        return list ? list->size() : -1;
    }
    void execute(const QString &action, const QString &input)
    {
        m_cli->run({QStringLiteral("exec"), action, QStringLiteral("--input"), input, QStringLiteral("--config"), m_config});
    }

    std::unique_ptr<CliProcess> m_cli;
    QString m_config;
};

void TestCliReplay::init()
{
    m_cli = std::make_unique<CliProcess>();
    m_config = m_cli->folder.filePath(QStringLiteral("config"));
}

void TestCliReplay::aRunOfTheHistoryIsAsItWas()
{
    execute(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"a": 1.10})"));
    const QString id = lastRun();
    QVERIFY(!id.isEmpty());
    const int code = m_cli->run(replay(id));
    QVERIFY2(code == 0, QByteArray(QByteArray::number(code) + m_cli->errors).constData());
    QVERIFY2(m_cli->output.contains("Values: as recorded"), m_cli->output.constData());
    QVERIFY(m_cli->output.contains("Status: 200, as recorded"));
    QCOMPARE(runs(), 2); // it is remembered as well
    QCOMPARE(m_cli->run(replay(id, {QStringLiteral("--no-history")})), 0);
    QCOMPARE(runs(), 2);
}

void TestCliReplay::aDifferenceIsToldAndIsOne_data()
{
    QTest::addColumn<QByteArray>("recorded"); // the answer
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("told");
    const QByteArray same = R"({"data":{"input":{"a":1},"request":{"input":{"a":1}}},"error":null,"successful":true,"successfull":true})";
    QByteArray value = same;
    value.replace(R"({"input":{"a":1},)", R"({"input":{"a":2},)");
    QByteArray structure = same;
    structure.replace(R"("error":null)", R"("error":null,"extra":[1,2])");
    QByteArray hidden = same;
    hidden.replace(R"({"input":{"a":1},)", "{\"input\":{\"a\":\"\u2039redacted:token\u203A\"},");
    const QByteArray refused = R"({"data":{},"error":"No.","successful":false})";
    const QStringList none;
    QTest::newRow("nothing") << same << 200 << none << 0 << QByteArray("Structure: as recorded");
    QTest::newRow("a value") << value << 200 << none << 1 << QByteArray("~ $.data.input.a  2 \u2192 1");
    QTest::newRow("counts values") << value << 200 << none << 1 << QByteArray("Values: 1 differences");
    QTest::newRow("structure") << structure << 200 << none << 1 << QByteArray("- $.extra  [1,2]");
    QTest::newRow("an ignored value") << value << 200 << QStringList {QStringLiteral("--ignore"), QStringLiteral("$.data.input.a")} << 0
                                      << QByteArray("Values: as recorded");
    QTest::newRow("a hidden value") << hidden << 200 << none << 0 << QByteArray("the recording hides them: 1");
    QTest::newRow("the verdict") << refused << 200 << none << 1 << QByteArray("Verdict: The action said no \u2192 Successful");
    QTest::newRow("the status") << QByteArray(R"({"status":500,"message":"Oops"})") << 500 << none << 1 << QByteArray("Status: 500 \u2192 200");
}

void TestCliReplay::aDifferenceIsToldAndIsOne()
{
    QFETCH(QByteArray, recorded);
    QFETCH(int, status);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, told);
    const QString file = m_cli->write(QStringLiteral("case.actionbundle"), bundle(R"({"a":1})", status, recorded));
    const int code = m_cli->run(replay(file, more));
    QVERIFY2(m_cli->output.contains(told), (m_cli->output + m_cli->errors).constData());
    QTEST(code, "code");
}

void TestCliReplay::everyFormIsSentAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cURL") << QStringLiteral("line.sh")
                          << QByteArray("curl -X POST https://backend.composio.dev/api/v2/actions/SANDBOX_ECHO/execute "
                                        "-H 'x-api-key: ak_secret_of_a_person' -H 'content-type: application/json' -d '{\"input\":{\"a\":1}}'");
    QTest::newRow("saved request") << QStringLiteral("echo.action.json") << savedRequest("SANDBOX_ECHO", "sandbox", R"({"a":1})");
    QTest::newRow("HAR") << QStringLiteral("one.har")
                         << QByteArray(R"({"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"startedDateTime":
            "2026-01-01T00:00:00Z","time":5,"request":{"method":"POST","url":"https://backend.composio.dev/api/v2/actions/SANDBOX_ECHO/execute",
            "httpVersion":"HTTP/1.1","headers":[],"queryString":[],"cookies":[],"headersSize":-1,"bodySize":-1,"postData":{"mimeType":
            "application/json","text":"{\"input\":{\"a\":1}}"}},"response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1","headers":[],
            "cookies":[],"redirectURL":"","headersSize":-1,"bodySize":-1,"content":{"size":2,"mimeType":"application/json","text":
            "{\"data\":{\"input\":{\"a\":1},\"request\":{\"input\":{\"a\":1}}},\"error\":null,\"successful\":true,\"successfull\":true}"}},
            "cache":{},"timings":{"send":0,"wait":5,"receive":0}}]}})");
}

void TestCliReplay::everyFormIsSentAgain()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QString file = m_cli->write(name, bytes);
    QCOMPARE(m_cli->run(replay(file)), 0);
    QVERIFY2(m_cli->output.contains(": SANDBOX_ECHO"), m_cli->output.constData());
    QVERIFY2(m_cli->output.contains("Successful"), m_cli->output.constData());
    QVERIFY(!(m_cli->output + m_cli->errors).contains("ak_secret_of_a_person"));
    // The same from standard input.
    QCOMPARE(m_cli->run(replay(QStringLiteral("-")), bytes), 0);
}

void TestCliReplay::theSandboxLogIsReplayedLineByLine()
{
    CliProcess sandbox;
    const QString log = m_cli->folder.filePath(QStringLiteral("requests.jsonl"));
    sandbox.start({QStringLiteral("sandbox"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--log"), log});
    QVERIFY(sandbox.waitForOutput("\n"));
    const QList<QByteArray> words = sandbox.output.simplified().split(' ');
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QString::fromLatin1(words.value(3)));
    const QString url = QString::fromLatin1(words.value(1));
    for (const char *input : {R"({"a":1})", R"({"b":[2,3]})"}) {
        QCOMPARE(m_cli->run({QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"), QString::fromLatin1(input),
                     QStringLiteral("--base-url"), url, QStringLiteral("--no-history")}),
            0);
    }
    sandbox.signal(SIGINT);
    sandbox.finish();
    QCOMPARE(m_cli->run(replay(log, {QStringLiteral("--env"), QStringLiteral("sandbox")})), 0);
    QCOMPARE(m_cli->output.count("Values: as recorded"), 2);
    QCOMPARE(m_cli->run(replay(log, {QStringLiteral("--entry"), QStringLiteral("2")})), 0);
    QCOMPARE(m_cli->output.count("Values: as recorded"), 1);
    QCOMPARE(m_cli->run(replay(log, {QStringLiteral("--entry"), QStringLiteral("3")})), 2);
}

void TestCliReplay::anotherEntityAndAccount()
{
    Service server([](const auto &, int) { return QByteArray(good); });
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("mail.action.json"),
        R"({"actionscope":1,"actionId":"GMAIL_FETCH_EMAILS","entityId":"alice","connectedAccountId":"ca_old","input":{}})");
    const QStringList there {QStringLiteral("--base-url"), server.url()};
    QCOMPARE(m_cli->run(replay(file, there + QStringList {QStringLiteral("--entity"), QStringLiteral("bob")})), 0);
    QVERIFY(server.body.contains("bob"));
    QVERIFY(!server.body.contains("ca_old"));
    QVERIFY2(m_cli->errors.contains("connectedAccountId was left out"), m_cli->errors.constData());
    QCOMPARE(m_cli->run(replay(file, there + QStringList {QStringLiteral("--account"), QStringLiteral("ca_new")})), 0);
    QVERIFY(server.body.contains("ca_new"));
}

void TestCliReplay::repeatsOnlyWhenAsked()
{
    execute(QStringLiteral("SANDBOX_FAIL"), QStringLiteral(R"({"message":"No.","status_code":404})"));
    const QString id = lastRun();
    QCOMPARE(m_cli->run(replay(id)), 3); // as recorded: the action says no
    QCOMPARE(runs(), 2);
    QCOMPARE(m_cli->run(replay(id, {QStringLiteral("--repeat"), QStringLiteral("5")})), 3);
    QCOMPARE(runs(), 7);
    QVERIFY2(m_cli->output.contains("Outcomes: aaaaa\n"), m_cli->output.constData());
    QVERIFY(m_cli->output.contains("a  5 of 5: "));
    QVERIFY(m_cli->output.contains("median"));
}

void TestCliReplay::findsFlakyOnes()
{
    Service server([](const auto &, int number) { return QByteArray(number == 2 ? bad : good); });
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("mail.action.json"), savedRequest("GMAIL_FETCH_EMAILS", "gmail", "{}"));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--base-url"), server.url(), QStringLiteral("--repeat"), QStringLiteral("4")})), 1);
    QVERIFY2(m_cli->output.contains("Outcomes: abaa\n"), m_cli->output.constData());
    QVERIFY(m_cli->output.contains("a  3 of 4: Successful, 200"));
    QVERIFY(m_cli->output.contains("b  1 of 4: "));
}

void TestCliReplay::anOutageIsNoDifference()
{
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("case.actionbundle"), bundle("{}", 200, R"({"data":{},"successful":true})"));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--base-url"), QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--yes")})), 5);
}

void TestCliReplay::shrinksSixtyKeys_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArrayList>("guilty");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("one, refused by the service") << QByteArray("SANDBOX_WAIT") << QByteArrayList {R"("milliseconds": "soon")"}
                                                 << QStringList {QStringLiteral("milliseconds")};
    QTest::newRow("one, refused by the action") << QByteArray("SANDBOX_FAIL") << QByteArrayList {R"("message": "Token expired")", R"("status_code": 401)"}
                                                << QStringList {QStringLiteral("status_code")};
    QTest::newRow("two") << QByteArray("SANDBOX_FAIL") << QByteArrayList {R"("message": [true])", R"("status_code": "x")"}
                         << QStringList {QStringLiteral("message"), QStringLiteral("status_code")};
}

void TestCliReplay::shrinksSixtyKeys()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArrayList, guilty);
    const QByteArray input = sixtyKeys(guilty);
    const json::Document typed = parsed(input);
    QCOMPARE(typed.root().count(), 60);
    const QString file = m_cli->write(QStringLiteral("sixty.action.json"), savedRequest(action, "sandbox", input));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--minimize"), QStringLiteral("--print"), QStringLiteral("report")})), 0);
    QVERIFY2(m_cli->errors.contains("at most 200 executions"), m_cli->errors.constData());
    const json::Document report = parsed(m_cli->output);
    QStringList left;
    for (json::Value member = report.root().member(u"input").firstChild(); member.isValid(); member = member.nextSibling())
        left.append(member.key());
    QTEST(left, "left");
    const qint64 executions = report.root().member(u"executions").toInteger().value_or(0);
    qInfo("%d executions", int(executions));
    QVERIFY(executions > 0 && executions <= 200);
    QCOMPARE(report.root().member(u"end").toString(), QStringLiteral("smallest"));
    QCOMPARE(runs(), 0); // no flood of the history
}

void TestCliReplay::shrinksWhatIsInside_data()
{
    QTest::addColumn<QByteArray>("needed");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("nested") << QByteArray(R"("bad": 1)") << QByteArray(R"({"a": {"b": {"bad": 1, "c": 2}, "d": 3}, "e": 4})")
                            << QByteArray(R"({"a": {"b": {"bad": 1}}})");
    QTest::newRow("an item") << QByteArray("77") << QByteArray(R"({"list": [1, 2, 77, 3], "e": 4})") << QByteArray(R"({"list": [77]})");
    QTest::newRow("in a string") << QByteArray("%") << QByteArray(R"({"text": "one % in many", "e": 4})") << QByteArray(R"({"text": "%"})");
}

void TestCliReplay::shrinksWhatIsInside()
{
    QFETCH(QByteArray, needed);
    QFETCH(QByteArray, input);
    Service server([needed](const QByteArray &body, int) { return QByteArray(body.contains(needed) ? bad : good); });
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("in.action.json"), savedRequest("GMAIL_FETCH_EMAILS", "gmail", input));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--base-url"), server.url(), QStringLiteral("--minimize"), QStringLiteral("--yes")})), 0);
    QTEST(m_cli->output.trimmed(), "left");
}

void TestCliReplay::aSearchCanBeStopped()
{
    constexpr int silentFrom = 5;
    Service server([](const QByteArray &body, int number) {
        return number >= silentFrom ? QByteArray() : QByteArray(body.contains(R"("d")") ? bad : good);
    });
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("in.action.json"),
        savedRequest("GMAIL_FETCH_EMAILS", "gmail", R"({"a": {"b": 1}, "c": [1, 2, 3], "d": "some text"})"));
    m_cli->start(replay(file, {QStringLiteral("--base-url"), server.url(), QStringLiteral("--minimize")}));
    QTRY_VERIFY(server.count >= silentFrom);
    m_cli->signal(SIGINT);
    QCOMPARE(m_cli->finish(), 130);
    QVERIFY2(m_cli->output.contains(R"("d")"), m_cli->output.constData());
    QVERIFY2(m_cli->errors.contains("smallest input so far"), m_cli->errors.constData());
}

void TestCliReplay::anUnsteadyFailureIsSaidToBeOne()
{
    Service server([](const auto &, int number) { return QByteArray(number == 1 ? bad : good); });
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("in.action.json"), savedRequest("GMAIL_FETCH_EMAILS", "gmail", R"({"a":1})"));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--base-url"), server.url(), QStringLiteral("--minimize")})), 1);
    QVERIFY2(m_cli->errors.contains("not fail the same way each time"), m_cli->errors.constData());
    QCOMPARE(server.count, 2);
}

void TestCliReplay::whatDoesNotFailHasNoSmallestInput()
{
    const QString file = m_cli->write(QStringLiteral("echo.action.json"), savedRequest("SANDBOX_ECHO", "sandbox", R"({"a":1})"));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--minimize")})), 1);
    QVERIFY(m_cli->output.isEmpty());
    QVERIFY2(m_cli->errors.contains("did not fail"), m_cli->errors.constData());
    QVERIFY(m_cli->errors.contains("1 executions"));
}

void TestCliReplay::touchesNothingRealWithoutConsent_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isProtected");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("isRefused");
    const QStringList once;
    const QStringList often {QStringLiteral("--repeat"), QStringLiteral("2")};
    const QStringList smallest {QStringLiteral("--minimize")};
    const QString sends = QStringLiteral("GMAIL_SEND_EMAIL");
    const QString reads = QStringLiteral("GMAIL_FETCH_EMAILS");
    QTest::newRow("sends") << sends << false << once << true;
    QTest::newRow("sends, protected") << sends << true << once << true;
    QTest::newRow("sends, often") << sends << false << often << true;
    QTest::newRow("sends, smallest") << sends << false << smallest << true;
    QTest::newRow("reads") << reads << false << once << false;
    QTest::newRow("reads, protected") << reads << true << once << false;
    QTest::newRow("reads, often") << reads << false << often << false;
    QTest::newRow("reads, protected, often") << reads << true << often << true;
    QTest::newRow("reads, protected, smallest") << reads << true << smallest << true;
}

void TestCliReplay::touchesNothingRealWithoutConsent()
{
    QFETCH(QString, action);
    QFETCH(bool, isProtected);
    QFETCH(QStringList, more);
    QFETCH(bool, isRefused);
    Service server([](const auto &, int) { return QByteArray(good); });
    storage::Settings settings(m_config);
    settings.setEnvironments({{QStringLiteral("work"), server.url(), api::ApiVersion::V31, false, isProtected}});
    QVERIFY(settings.save());
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    const QString file = m_cli->write(QStringLiteral("in.action.json"), savedRequest(action.toLatin1(), "gmail", "{}"));
    const QStringList arguments = replay(file, more + QStringList {QStringLiteral("--env"), QStringLiteral("work")});
    const int code = m_cli->run(arguments);
    QCOMPARE(code == 2, isRefused);
    QCOMPARE(server.count == 0, isRefused);
    if (isRefused) {
        QVERIFY2(m_cli->errors.contains(action.toUtf8() + ' '), m_cli->errors.constData());
        QVERIFY2(m_cli->errors.contains("as the entity “default”"), m_cli->errors.constData());
        QVERIFY(m_cli->errors.contains("--yes"));
    }
    m_cli->run(arguments + QStringList {QStringLiteral("--yes")});
    QVERIFY(server.count > 0);
}

void TestCliReplay::namesTheAccountThatIsPicked_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("replay") << QByteArray("replay") << QStringList();
    QTest::newRow("smallest") << QByteArray("replay") << QStringList {QStringLiteral("--minimize")};
    QTest::newRow("run") << QByteArray("run") << QStringList();
}

void TestCliReplay::namesTheAccountThatIsPicked()
{
    QFETCH(QByteArray, command);
    QFETCH(QStringList, more);
    Service server([](const auto &, int) { return QByteArray(good); });
    storage::Settings settings(m_config);
    settings.setEnvironments({{QStringLiteral("work"), server.url(), api::ApiVersion::V31, false, true}});
    QVERIFY(settings.save());
    api::ConnectedAccount account {.id = QStringLiteral("ca_7"), .appKey = QStringLiteral("gmail"), .userId = QStringLiteral("default")};
    account.status = api::AccountStatus::Active;
    account.statusWord = QStringLiteral("ACTIVE");
    const api::ActionInfo action {.id = QStringLiteral("GMAIL_SEND_EMAIL"), .appKey = QStringLiteral("gmail")};
    catalog::CatalogStore kept(catalog::catalogFolder(m_config), QStringLiteral("work"), QUrl(server.url()), api::ApiVersion::V31);
    QVERIFY(kept.save({{}, {action}, {account}, QDateTime::currentDateTimeUtc()}));
    const QString file = m_cli->write(QStringLiteral("in.action.json"), savedRequest("GMAIL_SEND_EMAIL", "gmail", "{}"));
    QCOMPARE(m_cli->run(QStringList {QString::fromLatin1(command), file, QStringLiteral("--config"), m_config, QStringLiteral("--env"), QStringLiteral("work")} + more), 2);
    QVERIFY2(m_cli->errors.contains("as the entity “default” with the account ca_7, which the service picks, on work"), m_cli->errors.constData());
    QCOMPARE(server.count, 0);
}

// The recording failed for a member that the schema does not know; so does the run now, and for the same cause.
void TestCliReplay::bothAreDiagnosedWithTheKeptCatalogue()
{
    static constexpr char refused[] = R"({"data":{},"successful":false,"error":"Invalid request data provided"})";
    Service server([](const auto &, int) { return QByteArray(refused); });
    storage::Settings settings(m_config);
    settings.setEnvironments({{QStringLiteral("work"), server.url(), api::ApiVersion::V2}});
    QVERIFY(settings.save());
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_hush"));
    api::ActionInfo action {.id = QStringLiteral("SANDBOX_ECHO"), .appKey = QStringLiteral("sandbox")};
    action.parameters = R"({"type":"object","properties":{"recipient":{"type":"string"}},"required":["recipient"],"additionalProperties":false})";
    catalog::CatalogStore kept(catalog::catalogFolder(m_config), QStringLiteral("work"), QUrl(server.url()), api::ApiVersion::V2);
    QVERIFY(kept.save({{}, {action}, {}, QDateTime::currentDateTimeUtc()}));
    const QString file = m_cli->write(QStringLiteral("t.actionbundle"), bundle(R"({"recipent":"bob"})", 200, refused));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--env"), QStringLiteral("work"), QStringLiteral("--print"), QStringLiteral("report")})), 3);
    const json::Document report = parsed(m_cli->output);
    const json::Value replayed = report.root().member(u"replays").at(0);
    QVERIFY2(replayed.member(u"same").toBool().value_or(false), m_cli->output.constData());
    QCOMPARE(replayed.member(u"now").member(u"cause").toString(), QStringLiteral("provider.validation"));
    QVERIFY2(replayed.member(u"now").member(u"places").raw().toByteArray().contains("recipent"), m_cli->output.constData());
}

void TestCliReplay::badUsageSendsNothing_data()
{
    QTest::addColumn<QByteArray>("file"); // its bytes; empty: none of that name
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("told");
    const QByteArray fine = savedRequest("SANDBOX_ECHO", "sandbox", "{}");
    const QStringList none;
    QTest::newRow("no such file or run") << QByteArray() << none << QByteArray("neither a file nor a run");
    QTest::newRow("not a request") << QByteArray("just some words") << none << QByteArray("no execution in");
    QTest::newRow("binary") << QByteArray("\x01\x02\xFF\x00", 4) << none << QByteArray("no execution in");
    QTest::newRow("an answer alone") << QByteArray(R"({"data":{},"successful":true,"error":null})") << none << QByteArray("no execution in");
    QTest::newRow("a placeholder") << savedRequest("SANDBOX_ECHO", "sandbox", "{\"a\":\"\u2039redacted:token\u203A\"}") << none
                                   << QByteArray("placeholder");
    QTest::newRow("no input object") << savedRequest("SANDBOX_ECHO", "sandbox", "[1]") << none << QByteArray("input");
    QTest::newRow("repeat 0") << fine << QStringList {QStringLiteral("--repeat"), QStringLiteral("0")} << QByteArray("--repeat");
    QTest::newRow("repeat and minimize") << fine << QStringList {QStringLiteral("--repeat"), QStringLiteral("2"), QStringLiteral("--minimize")}
                                         << QByteArray("exclude each other");
    QTest::newRow("a bad path") << fine << QStringList {QStringLiteral("--ignore"), QStringLiteral("data[")} << QByteArray("--ignore");
    QTest::newRow("most without minimize") << fine << QStringList {QStringLiteral("--max-executions"), QStringLiteral("9")}
                                           << QByteArray("belongs to --minimize");
    QTest::newRow("no such environment") << fine << QStringList {QStringLiteral("--env"), QStringLiteral("nowhere")} << QByteArray("nowhere");
    QTest::newRow("print what") << fine << QStringList {QStringLiteral("--print"), QStringLiteral("all")} << QByteArray("--print");
    QTest::newRow("no entry 2") << fine << QStringList {QStringLiteral("--entry"), QStringLiteral("2")} << QByteArray("no entry 2");
}

void TestCliReplay::badUsageSendsNothing()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, told);
    const QString name = file.isEmpty() ? QStringLiteral("nothing") : m_cli->write(QStringLiteral("given.txt"), file);
    QCOMPARE(m_cli->run(replay(name, more)), 2);
    QVERIFY(m_cli->output.isEmpty());
    QVERIFY2(m_cli->errors.contains(told), m_cli->errors.constData());
    QCOMPARE(runs(), 0);
}

void TestCliReplay::theReportIsJson()
{
    const QByteArray answer = R"({"data":{"input":{"a":2},"request":{"input":{"a":1}}},"error":null,"successful":true,"successfull":true})";
    const QString file = m_cli->write(QStringLiteral("case.actionbundle"), bundle(R"({"a":1})", 200, answer));
    QCOMPARE(m_cli->run(replay(file, {QStringLiteral("--print"), QStringLiteral("report"), QStringLiteral("--repeat"), QStringLiteral("3")})), 1);
    const json::Document report = parsed(m_cli->output);
    QVERIFY2(report.isValid(), m_cli->output.constData());
    QCOMPARE(report.root().member(u"actionscopeReplay").toInteger(), 1);
    const json::Value first = report.root().member(u"replays").at(0);
    QCOMPARE(first.member(u"same").toBool(), false);
    QCOMPARE(first.member(u"differingRuns").toInteger(), 3);
    QCOMPARE(first.member(u"valueChanges").toInteger(), 1);
    QCOMPARE(first.member(u"diff").member(u"changes").at(0).member(u"rightPath").toString(), QStringLiteral("$.data.input.a"));
    QCOMPARE(first.member(u"series").member(u"runs").toInteger(), 3);
    QCOMPARE(first.member(u"series").member(u"order").toString(), QStringLiteral("aaa"));
    QCOMPARE(first.member(u"series").member(u"milliseconds").count(), 3);
}

QTEST_GUILESS_MAIN(TestCliReplay)
#include "tst_cli_replay.moc"
