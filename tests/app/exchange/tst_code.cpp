// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codetargets.h"
#include "app/exchange/code/literals.h"
#include "app/sandbox/requestlog/requestlog.h"
#include "app/sandbox/sandbox.h"

#include <QLibraryInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;

namespace {

constexpr char oddInput[] = R"({"quote":"it's \"so\" \\ $HOME `x` %PATH%","number":1.10,"big":12345678901234567890,"line":"a\nb\u2028c","empty":{},"list":[true,false,null,[]],"caf\u00e9":"\ud83d\ude00 ‘’‚‛","\u0000":")json\""})";

struct Ended
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ended run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_from_environment"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 40'000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

// Code is run by what it is for, against the real sandbox, and what arrived there is compared byte by byte.
class TestCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void neverHoldsTheKey();
    void sendsTheSameBytes_data();
    void sendsTheSameBytes();
    void pythonIsPython_data();
    void pythonIsPython();
    void powerShellQuotesEveryByte();
    void pythonCallsItsSdk_data();
    void pythonCallsItsSdk();
    void cppSendsTheSameBytes();
    void literalsKeepValues();
    void namesNumbersThatALanguageCannotCarry_data();
    void namesNumbersThatALanguageCannotCarry();

private:
    // Runs the program and holds what arrived in the sandbox against what the window would send.
    void sendsTheSame(const QString &program, const QStringList &arguments, api::ApiVersion version);
    exchange::CodeRequest code(api::ApiVersion version, const QByteArray &input = oddInput) const;

    sandbox::Sandbox m_sandbox;
    sandbox::SandboxAddress m_address;
};

void TestCode::initTestCase()
{
    QSignalSpy started(&m_sandbox, &sandbox::Sandbox::started);
    sandbox::SandboxOptions options;
    options.apiKey = "ak_from_environment";
    m_sandbox.start(options);
    QTRY_COMPARE(started.size(), 1);
    m_address = started.first().first().value<sandbox::SandboxAddress>();
}

exchange::CodeRequest TestCode::code(api::ApiVersion version, const QByteArray &input) const
{
    exchange::CodeRequest made;
    made.request.actionId = QStringLiteral("SANDBOX_ECHO");
    made.request.entityId = QStringLiteral("default");
    made.request.input = input;
    made.version = version;
    made.baseUrl = m_address.url;
    return made;
}

void TestCode::neverHoldsTheKey()
{
    for (const exchange::CodeTarget &target : exchange::codeTargets()) {
        const QByteArray text = target.write(code(api::ApiVersion::V31));
        QVERIFY2(text.contains("COMPOSIO_API_KEY"), target.name);
        QVERIFY2(!text.contains("ak_from"), target.name);
        QVERIFY2(text.contains("SANDBOX_ECHO") && text.endsWith('\n'), target.name);
    }
}

void TestCode::sendsTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("program");
    QTest::addColumn<api::ApiVersion>("version");
    for (const api::ApiVersion version : {api::ApiVersion::V2, api::ApiVersion::V31}) {
        const QByteArray name = api::versionName(version).toLatin1();
        QTest::newRow(("curl " + name).constData()) << QByteArray("curl") << QStringLiteral("bash") << version;
        QTest::newRow(("fetch " + name).constData()) << QByteArray("fetch") << QStringLiteral("node") << version;
        QTest::newRow(("requests " + name).constData()) << QByteArray("python-requests") << QStringLiteral("python3") << version;
    }
}

void TestCode::sendsTheSameBytes()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, program);
    QFETCH(api::ApiVersion, version);
    QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), "this test needs the packages curl, nodejs and python3-requests");
    QTemporaryDir folder;
    const QString file = folder.filePath(program == QLatin1String("node") ? QStringLiteral("code.mjs") : QStringLiteral("code"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(exchange::codeTarget(target)->write(code(version)));
    out.close();
    sendsTheSame(program, {file}, version);
}

void TestCode::sendsTheSame(const QString &program, const QStringList &arguments, api::ApiVersion version)
{
    quint64 before = 0;
    static_cast<void>(m_sandbox.requests().endedAfter(0, &before));
    const Ended ended = run(program, arguments);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY2(ended.output.contains("\"successful\":true"), ended.output.constData());
    quint64 after = 0;
    const QList<sandbox::LoggedRequest> arrived = m_sandbox.requests().endedAfter(before, &after);
    QCOMPARE(arrived.size(), 1);
    const api::HttpRequest wanted = exchange::wireRequest(code(version));
    QCOMPARE(arrived.first().request.path, wanted.path);
    QCOMPARE(arrived.first().request.body, wanted.body);
    QCOMPARE(arrived.first().status, 200);
}

void TestCode::pythonIsPython_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("composio") << QByteArray("python");
    QTest::newRow("composio-core") << QByteArray("python-v2");
    QTest::newRow("requests") << QByteArray("python-requests");
}

void TestCode::pythonIsPython()
{
    QFETCH(QByteArray, target);
    exchange::CodeRequest made = code(api::ApiVersion::V31);
    made.request.connectedAccountId = QStringLiteral("ca_1");
    made.request.text = QStringLiteral("say \"hi\"\\");
    made.request.version = QStringLiteral("20260105_00");
    made.request.authConfig = R"({"parameters":[{"name":"a","in":"header","value":"b"}]})";
    const Ended ended = run(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import ast, sys; ast.parse(sys.stdin.buffer.read())")},
        exchange::codeTarget(target)->write(made));
    QVERIFY2(ended.code == 0, ended.errors.constData());
}

// Without PowerShell here its rule is applied by hand: between single quotes only quotes are special, and stand twice.
void TestCode::powerShellQuotesEveryByte()
{
    const exchange::CodeRequest made = code(api::ApiVersion::V2);
    const QString text = QString::fromUtf8(exchange::codeTarget("powershell")->write(made));
    const QString begin = QStringLiteral("GetBytes('");
    QVERIFY(text.contains(begin));
    QString body;
    qsizetype at = text.indexOf(begin) + begin.size();
    const auto isQuote = [](QChar c) { return c == QLatin1Char('\'') || (c.unicode() >= 0x2018 && c.unicode() <= 0x201B); };
    for (; at < text.size(); ++at) {
        if (isQuote(text[at])) {
            if (!isQuote(text[at + 1]))
                break;
            ++at;
        }
        body += text[at];
    }
    QCOMPARE(body.toUtf8(), exchange::wireRequest(made).body);
    QVERIFY(text.sliced(at).startsWith(QStringLiteral("')\nInvoke-RestMethod -Method Post -Uri 'http://127.0.0.1:")));
}

// Compiled with what this test was compiled with, and run.
void TestCode::cppSendsTheSameBytes()
{
    QTemporaryDir folder;
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    const QString program = folder.filePath(QStringLiteral("code"));
    const Ended compiled = run(QStringLiteral("g++"),
        {QStringLiteral("-std=c++17"), QStringLiteral("-fPIC"), QStringLiteral("-Wall"), QStringLiteral("-Werror"), QStringLiteral("-I") + headers,
            QStringLiteral("-I%1/QtCore").arg(headers), QStringLiteral("-I%1/QtNetwork").arg(headers), QStringLiteral("-x"), QStringLiteral("c++"),
            QStringLiteral("-"), QStringLiteral("-L") + QLibraryInfo::path(QLibraryInfo::LibrariesPath), QStringLiteral("-lQt6Network"),
            QStringLiteral("-lQt6Core"), QStringLiteral("-o"), program},
        exchange::codeTarget("cpp-qt")->write(code(api::ApiVersion::V31)));
    QVERIFY2(compiled.code == 0, compiled.errors.constData());
    sendsTheSame(program, {}, api::ApiVersion::V31);
}

// The published packages are not at hand here, so their calls are: the parameters of composio 0.8 and later, and of
// composio-core 0.7, by name.
void TestCode::pythonCallsItsSdk_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("package");
    QTest::newRow("composio") << QByteArray("python") << QByteArray(R"(
class Tools:
    def execute(self, slug, arguments, *, connected_account_id=None, custom_auth_params=None, custom_connection_data=None,
                user_id=None, text=None, version=None, dangerously_skip_version_check=None, modifiers=None):
        return check(slug, arguments, user_id)

class Composio:
    def __init__(self, provider=None, *, api_key=None, base_url=None):
        known(api_key, base_url)
        self.tools = Tools()
)");
    QTest::newRow("composio-core") << QByteArray("python-v2") << QByteArray(R"(
class ComposioToolSet:
    def __init__(self, api_key=None, base_url=None, entity_id="default"):
        known(api_key, base_url)

    def execute_action(self, action, params, metadata=None, entity_id=None, connected_account_id=None, text=None, *,
                       processors=None):
        return check(action, params, entity_id)
)");
}

void TestCode::pythonCallsItsSdk()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, package);
    QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("expected.json", oddInput));
    QVERIFY(write("composio.py", R"(import json, os

def known(key, url):
    assert key == "ak_from_environment" and url.startswith("http://127.0.0.1:"), (key, url)

def check(action, given, user):
    with open(os.path.join(os.path.dirname(__file__), "expected.json"), encoding="utf8") as file:
        expected = json.load(file)
    assert action == "SANDBOX_ECHO" and user == "default", (action, user)
    assert json.dumps(given) == json.dumps(expected), given
    return {"successful": True}
)" + package));
    QVERIFY(write("code.py", exchange::codeTarget(target)->write(code(api::ApiVersion::V31))));
    const Ended ended = run(QStringLiteral("python3"), {folder.filePath(QStringLiteral("code.py"))});
    QVERIFY2(ended.code == 0 && ended.output.contains("\"successful\": true"), (ended.errors + ended.output).constData());
}

void TestCode::literalsKeepValues()
{
    QCOMPARE(exchange::pythonLiteral("{\"a\":[true,null,1.10],\"b\":{}}", 0), QByteArray("{\n    \"a\": [\n        True,\n        None,\n        1.10,\n    ],\n    \"b\": {},\n}"));
    QCOMPARE(exchange::scriptLiteral("{\"__proto__\":false}", 0), QByteArray("{\n    [\"__proto__\"]: false,\n}"));
    QCOMPARE(exchange::scriptLiteral("{\"a\":12345678901234567890,\"b\":9007199254740992,\"c\":-1.5e3}", 0),
        QByteArray("{\n    \"a\": 12345678901234567890, // JavaScript rounds it\n    \"b\": 9007199254740992,\n    \"c\": -1.5e3,\n}"));
    QCOMPARE(exchange::pythonLiteral({}, 0), QByteArray("{}"));
    const Ended python = run(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import json,sys; x = eval(sys.stdin.buffer.read()); print(json.dumps(x) == json.dumps(json.loads(sys.argv[1])))"), QString::fromUtf8(oddInput)},
        exchange::pythonLiteral(oddInput, 0));
    QVERIFY2(python.output.trimmed() == "True", (python.errors + python.output).constData());
    const Ended script = run(QStringLiteral("node"), {QStringLiteral("-e"), QStringLiteral("const x = eval('(' + require('fs').readFileSync(0, 'utf8') + ')'); console.log(JSON.stringify(x) === JSON.stringify(JSON.parse(process.argv[1])))"), QString::fromUtf8(oddInput)},
        exchange::scriptLiteral(oddInput, 0));
    QVERIFY2(script.output.trimmed() == "true", (script.errors + script.output).constData());
}

void TestCode::namesNumbersThatALanguageCannotCarry_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("python"); // what is sent in its place; empty: the number
    QTest::addColumn<QByteArray>("script");
    const QByteArray none;
    QTest::newRow("small") << QByteArray("42") << none << none;
    QTest::newRow("a zero behind the point") << QByteArray("1.10") << none << none;
    QTest::newRow("a tenth") << QByteArray("0.1") << none << none;
    QTest::newRow("zero") << QByteArray("-0.00e5") << none << none;
    QTest::newRow("2^53") << QByteArray("9007199254740992") << none << none;
    QTest::newRow("2^53 + 1") << QByteArray("9007199254740993") << none << QByteArray("9007199254740992");
    QTest::newRow("twenty digits") << QByteArray("12345678901234567890") << none << QByteArray("12345678901234567000");
    QTest::newRow("negative") << QByteArray("-12345678901234567890") << none << QByteArray("-12345678901234567000");
    QTest::newRow("twenty digits with a point") << QByteArray("1.2345678901234567890") << QByteArray("1.2345678901234567") << QByteArray("1.2345678901234567");
    QTest::newRow("1e400") << QByteArray("1e400") << QByteArray("an infinite number") << QByteArray("an infinite number");
    QTest::newRow("1e300") << QByteArray("1e300") << none << none;
    QTest::newRow("1e-400") << QByteArray("1e-400") << QByteArray("0") << QByteArray("0");
}

void TestCode::namesNumbersThatALanguageCannotCarry()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, python);
    QFETCH(QByteArray, script);
    const exchange::CodeRequest made = code(api::ApiVersion::V31, "{\"a\":[{\"n\":" + number + "}]}");
    const auto told = [&](const char *comment, const QByteArray &sent) {
        return comment + number + " cannot be carried by this language: " + sent + " would be sent.";
    };
    for (const char *name : {"python", "python-v2", "typescript", "typescript-v2", "fetch", "python-requests"}) {
        const QByteArray text = exchange::codeTarget(name)->write(made);
        const bool isPython = QByteArrayView(name).startsWith("python");
        const bool isExact = name == QByteArrayView("fetch") || name == QByteArrayView("python-requests");
        const QByteArray sent = isExact ? QByteArray() : isPython ? python : script;
        QVERIFY2(text.contains("cannot be carried") == !sent.isEmpty(), text.constData());
        QVERIFY2(sent.isEmpty() || text.contains(told(isPython ? "# " : "// ", sent)), text.constData());
    }
}

QTEST_GUILESS_MAIN(TestCode)
#include "tst_code.moc"
