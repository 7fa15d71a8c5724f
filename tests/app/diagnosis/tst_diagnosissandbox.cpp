// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosisjson.h"
#include "app/diagnosis/rulebook.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/outcome.h"

#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace std::chrono_literals;
using test::Outcome;

// The failures that the embedded sandbox gives by its own rules and by its faults, sent by the real executor.
class TestDiagnosisSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesTheCause_data();
    void namesTheCause();

private:
    sandbox::Sandbox m_sandbox;
    sandbox::SandboxAddress m_address;
};

void TestDiagnosisSandbox::initTestCase()
{
    QSignalSpy started(&m_sandbox, &sandbox::Sandbox::started);
    sandbox::SandboxOptions options;
    options.apiKey = "ak_test_key";
    m_sandbox.start(options);
    QTRY_COMPARE(started.size(), 1);
    m_address = started.first().first().value<sandbox::SandboxAddress>();
}

void TestDiagnosisSandbox::namesTheCause_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *path, const char *body, const char *fault, const char *cause) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(body) << QByteArray(fault) << QString::fromLatin1(cause);
    };
    const char *echo2 = "/api/v2/actions/SANDBOX_ECHO/execute";
    const char *echo3 = "/api/v3.1/tools/execute/SANDBOX_ECHO";
    const char *issue2 = "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute";
    const char *issue3 = "/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE";
    const char *input2 = R"({"input":{"n":1}})";
    const char *input3 = R"({"arguments":{"n":1}})";

    row("nothing wrong, v2", echo2, input2, "", "");
    row("nothing wrong, v3.1", echo3, input3, "", "");
    row("nested", echo2, input2, "nested", "");
    row("html", echo2, input2, "html", "service.gateway");
    row("html with 404", echo3, input3, "html=404", "baseUrl.webPage");
    row("empty", echo2, input2, "empty", "answer.empty");
    row("invalid JSON", echo3, input3, "invalid-json", "answer.cutJson");
    row("invalid UTF-8", echo3, input3, "invalid-utf8", "answer.invalidJson");
    row("rate limit", echo2, input2, "rate-limit=5", "service.rateLimit");
    row("removed", echo2, input2, "removed", "api.removed");
    row("unsuccessful 400", echo2, input2, "unsuccessful", "provider.validation");
    row("unsuccessful 401", echo3, input3, "unsuccessful=401", "provider.token");
    row("unsuccessful 403", echo3, input3, "unsuccessful=403", "provider.scope");
    row("unsuccessful 404", echo3, input3, "unsuccessful=404", "provider.notFound");
    row("unsuccessful 429", echo2, input2, "unsuccessful=429", "provider.rateLimit");
    row("unsuccessful 500", echo3, input3, "unsuccessful=500", "provider.unavailable");
    row("no verdict", echo2, input2, "no-verdict", "verdict.missing");
    row("verdict as text", echo2, input2, "text-verdict", "verdict.misspelt");
    row("disagreeing", echo2, input2, "disagree", "verdict.disagrees");
    row("reset before", echo3, input3, "reset-before", "transport.closed");
    row("reset during", echo3, input3, "reset-during", "transport.cut");
    row("reset after", echo3, input3, "reset-after", "transport.closed");
    row("too long a length", echo3, input3, "wrong-length=10", "transport.cut");
    row("cut chunk", echo3, input3, "cut-chunk", "transport.cut");
    row("hang", echo3, input3, "hang", "timeout.answer");
    row("drip", echo3, input3, "drip=1", "timeout.receive");
    row("latency beyond the time-out", echo2, input2, "latency=60000", "timeout.answer");
    row("large", echo3, input3, "large=2", "answer.tooLarge");
    for (const int status : {401, 402, 403, 404, 408, 409, 410, 413, 429, 500, 501, 502, 503, 504}) {
        static const QMap<int, const char *> causes {{401, "key.invalid"}, {402, "service.quota"}, {403, "key.forbidden"}, {404, "baseUrl.pathNotFound"},
            {408, "service.timeout"}, {409, "service.conflict"}, {410, "action.gone"}, {413, "request.tooLarge"}, {429, "service.rateLimit"},
            {500, "service.error"}, {501, "service.error"}, {502, "service.unavailable"}, {503, "service.unavailable"}, {504, "service.timeout"}};
        QTest::addRow("status %d on v3.1", status) << QByteArray(echo3) << QByteArray(input3) << "status=" + QByteArray::number(status)
                                                   << QString::fromLatin1(causes[status]);
        if (status == 410)
            continue;
        QTest::addRow("status %d on v2", status) << QByteArray(echo2) << QByteArray(input2) << "status=" + QByteArray::number(status)
                                                 << QString::fromLatin1(causes[status]);
    }
    row("status 410 on v2", echo2, input2, "status=410", "api.removed");
    row("status 422 on v3.1", issue3, R"({"user_id":"default","arguments":{}})", "status=422", "account.notActive");

    row("no account for the user, v3.1", issue3, R"({"user_id":"nobody","arguments":{"owner":"o","repo":"r","title":"t"}})", "", "account.none");
    row("no account for the user, v2", issue2, R"({"entityId":"nobody","input":{"owner":"o","repo":"r","title":"t"}})", "", "account.none");
    row("no user at all, v3.1", issue3, R"({"arguments":{"owner":"o","repo":"r","title":"t"}})", "", "account.none");
    row("expired, v3.1", issue3, R"({"user_id":"expired-user","arguments":{"owner":"o","repo":"r","title":"t"}})", "", "account.expired");
    row("expired, v2", issue2, R"({"entityId":"expired-user","input":{"owner":"o","repo":"r","title":"t"}})", "", "account.expired");
    row("never finished, v3.1", issue3, R"({"user_id":"pending-user","arguments":{"owner":"o","repo":"r","title":"t"}})", "", "account.notActive");
    row("never finished, v2", issue2, R"({"entityId":"pending-user","input":{"owner":"o","repo":"r","title":"t"}})", "", "account.notActive");
    row("failed, v3.1", issue3, R"({"user_id":"failed-user","arguments":{"owner":"o","repo":"r","title":"t"}})", "", "account.notActive");
    row("failed, v2", issue2, R"({"entityId":"failed-user","input":{"owner":"o","repo":"r","title":"t"}})", "", "account.notActive");
    row("account unknown, v3.1", issue3, R"({"user_id":"default","connected_account_id":"ca_nope","arguments":{}})", "", "account.unknown");
    row("account unknown, v2", issue2, R"({"connectedAccountId":"00000000-0000-4000-8000-000000000000","input":{}})", "", "account.unknown");
    row("account without its user", issue3, R"({"connected_account_id":"ca_nope","arguments":{}})", "", "account.userMissing");
    row("action unknown, v3.1", "/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISUE", input3, "", "action.notFound");
    row("action unknown, v3", "/api/v3/tools/execute/GITHUB_CREATE_AN_ISUE", input3, "", "action.version");
    row("action unknown, v2", "/api/v2/actions/GITHUB_CREATE_AN_ISUE/execute", input2, "", "action.notFound");
    row("action in lower case, v3.1", "/api/v3.1/tools/execute/sandbox_echo", input3, "", "action.case");
    row("action in an unknown version", echo3, R"({"arguments":{},"version":"20200101_00"})", "", "action.version");
    row("path in the wrong order", "/api/v3/tools/SANDBOX_ECHO/execute", input3, "", "request.pathOrder");
    row("api twice", "/api/api/v3/tools/execute/SANDBOX_ECHO", input3, "", "baseUrl.apiDoubled");
    row("path unknown", "/api/v3/toolz", "{}", "", "baseUrl.pathNotFound");
    row("appName of another app", issue2, R"({"appName":"gmail","entityId":"default","input":{"owner":"o","repo":"r","title":"t"}})", "", "request.appName");
    row("input without what is required, v3.1", issue3, R"({"user_id":"default","arguments":{"owner":"o"}})", "", "input.missing");
    row("input without what is required, v2", issue2, R"({"entityId":"default","input":{"owner":"o"}})", "", "input.missing");
    row("input with a number as text, v3.1", "/api/v3.1/tools/execute/SANDBOX_WAIT", R"({"arguments":{"milliseconds":"5"}})", "", "input.type");
    row("input with a number as text, v2", "/api/v2/actions/SANDBOX_WAIT/execute", R"({"input":{"milliseconds":"5"}})", "", "input.type");
    row("text and input", echo3, R"({"arguments":{"a":1},"text":"do it"})", "", "request.textAndInput");
    row("no JSON", echo3, R"({"arguments":)", "", "request.invalidJson");
    row("the action fails, 404", "/api/v3.1/tools/execute/SANDBOX_FAIL", R"({"arguments":{"message":"no such thing","status_code":404}})", "", "provider.notFound");
    row("the action fails, 500", "/api/v2/actions/SANDBOX_FAIL/execute", R"({"input":{"message":"boom","status_code":500}})", "", "provider.unavailable");
    row("a repository that is not there", "/api/v3.1/tools/execute/GITHUB_GET_A_REPOSITORY", R"({"user_id":"default","arguments":{"owner":"nobody","repo":"nothing"}})", "", "provider.notFound");
    row("the wrong key", echo3, input3, "key", "key.invalid");
    row("no key", echo2, input2, "no key", "key.missing");
}

void TestDiagnosisSandbox::namesTheCause()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fault);
    api::HttpRequest request {"POST", path, {{"Content-Type", "application/json"}}, body};
    QByteArray key = m_address.apiKey;
    if (fault == "key")
        key = "ak_another_key";
    else if (fault == "no key")
        key.clear();
    else if (!fault.isEmpty())
        request.headers.push_back({"x-sandbox-fault", fault});
    executor::Executor executor;
    Outcome outcome(executor, request, {m_address.url, key}, {3s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    diagnosis::Surroundings around;
    around.baseUrl = m_address.url.toString();
    around.key = diagnosis::keyKindOf(key);
    around.receivedAt = QDateTime::currentDateTimeUtc();
    const auto diagnosis = diagnosis::diagnose(outcome.exchange(), diagnosis::judge(outcome.exchange()), around);
    const QByteArray all = diagnosis::toJson(diagnosis) + outcome.answer().body.left(2000) + outcome.sentence().toUtf8();
    QFETCH(QString, cause);
    QVERIFY2((diagnosis ? diagnosis->cause : QString()) == cause, all.constData());
    QVERIFY2(!all.contains(key) || key.isEmpty() || outcome.answer().body.contains(key), all.constData());
}

QTEST_GUILESS_MAIN(TestDiagnosisSandbox)
#include "tst_diagnosissandbox.moc"
