// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/json/writer.h"
#include "tests/cli/cliprocess.h"
#include "tests/cli/scriptedserver.h"
#include "tests/support/plantedsecrets.h"

#include <QDir>

using namespace actionscope;
using tests::CliProcess;
using tests::leaksBelow;
using tests::leaksIn;
using tests::ScriptedServer;

namespace {

QStringList words(std::initializer_list<QByteArray> list)
{
    QStringList texts;
    for (const QByteArray &word : list)
        texts.append(QString::fromUtf8(word));
    return texts;
}

} // namespace

// Secrets in every field of a request and an answer, and then a look into everything that is kept, printed or handed on.
class TestCliSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plantsThirtyAndMore();
    void keepsNoneInTheHistory();
    void handsNoneOn_data();
    void handsNoneOn();
    void putsNoneIntoReports();
    void explainsWithout();
    void importsWithout();
    void sendsNoPlaceholder();

private:
    // Everything planted, through the real program to a real server. Returns the id in the history.
    QByteArray execute();

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
    QTemporaryDir m_typed; // what a person wrote stays outside of what is looked through
};

void TestCliSecrets::init()
{
    m_cli = std::make_unique<CliProcess>();
    m_cli->setEnvironment(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_plantedprojectkey01"));
    m_cli->setEnvironment(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("actionscope.*=true"));
    m_server = std::make_unique<ScriptedServer>();
    const QByteArray body = "{\"data\":" + tests::plantedObject() + ",\"error\":" + json::quoted(QString::fromUtf8(tests::plantedText()))
        + ",\"successful\":false,\"seen\":" + tests::plantedAuthConfig() + '}';
    m_server->response = "HTTP/1.1 200 ak_plantedprojectkey01\r\nContent-Type: application/json\r\nSet-Cookie: sid=planted-cookie-31; Path=/\r\nX-Note: "
        + tests::plantedText() + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray TestCliSecrets::execute()
{
    const QByteArray text = tests::plantedText();
    m_cli->run(words({"exec", "SANDBOX_ECHO", "--base-url", m_server->url().toUtf8(), "--api", "v2", "--input", tests::plantedObject(), "--text", text,
        "--system-prompt", text, "--custom-description", text, "--entity", text, "--account", text, "--app", text, "--auth-config",
        tests::plantedAuthConfig(), "--session-info", tests::plantedObject(), "--print", "report"}));
    return json::Document::parse(m_cli->output).root().member(u"historyId").toString().toUtf8();
}

void TestCliSecrets::plantsThirtyAndMore()
{
    const QByteArrayList secrets = tests::plantedSecrets();
    QVERIFY(QSet<QByteArray>(secrets.cbegin(), secrets.cend()).size() >= 30);
    QVERIFY(!execute().isEmpty());
    QByteArray seen = m_server->head + m_server->body;
    for (const QByteArray &secret : secrets) // what is asked for leaves as it was typed
        QVERIFY2(leaksIn(seen).contains(secret), secret.constData());
}

void TestCliSecrets::keepsNoneInTheHistory()
{
    const QByteArray id = execute();
    QVERIFY2(!m_cli->errors.contains("ak_plantedprojectkey01"), m_cli->errors.constData()); // what came is shown as it came, but for the key
    QCOMPARE(leaksBelow(m_cli->folder.path()), QByteArray());
    QVERIFY(QDir(m_cli->folder.path()).exists(QStringLiteral("actionscope/history")));
    for (const QStringList &command : {words({"history", "list"}), words({"history", "list", "--json"}), words({"history", "show", id}),
             words({"history", "show", id, "--print", "body"}), words({"history", "show", id, "--print", "request"}),
             words({"history", "search", "redacted"}), words({"history", "export", id, "--as", "bundle"}), words({"history", "export", id, "--as", "har"}),
             words({"history", "export", id, "--as", "markdown"}), words({"history", "export", id, "--as", "report"})}) {
        QCOMPARE(m_cli->run(command), 0);
        QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
        QVERIFY2(m_cli->output.contains("SANDBOX_ECHO") || m_cli->output.contains("redacted:"), m_cli->output.constData());
    }
    QCOMPARE(m_cli->run(words({"history", "show", id, "--print", "body"})), 0);
    QVERIFY2(json::Document::parse(m_cli->output).isValid(), m_cli->output.constData()); // structure stays readable
}

void TestCliSecrets::handsNoneOn_data()
{
    QTest::addColumn<QByteArray>("form");
    for (const char *form : {"bundle", "har", "markdown", "support", "curl", "powershell", "python", "python-v2", "python-requests", "typescript",
             "typescript-v2", "fetch", "cpp-qt"})
        QTest::newRow(form) << QByteArray(form);
}

void TestCliSecrets::handsNoneOn()
{
    QFETCH(QByteArray, form);
    const QByteArray id = execute();
    QCOMPARE(m_cli->run(words({"export", id, "--as", form})), 0);
    QVERIFY(m_cli->output.contains("SANDBOX_ECHO"));
    QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
}

void TestCliSecrets::putsNoneIntoReports()
{
    const QDir typed(m_typed.path());
    QFile file(typed.filePath(QStringLiteral("everything.action.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = json::quoted(QString::fromUtf8(tests::plantedText()));
    file.write("{\"actionId\":\"SANDBOX_ECHO\",\"entityId\":" + text + ",\"input\":" + tests::plantedObject() + ",\"authConfig\":" + tests::plantedAuthConfig()
        + ",\"expect\":[{\"path\":\"$.data.all\",\"equals\":\"x\"},{\"path\":\"$.error\",\"equals\":" + text + "},{\"successful\":true}]}");
    file.close();
    QCOMPARE(m_cli->run(words({"run", file.fileName().toUtf8(), "--base-url", m_server->url().toUtf8(), "--report", "junit=r.xml", "--report", "json=r.json",
                 "--report", "html=r.html"})),
        3);
    QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
    for (const char *name : {"r.xml", "r.json", "r.html"}) {
        QFile report(m_cli->folder.filePath(QLatin1String(name)));
        QVERIFY2(report.open(QIODevice::ReadOnly) && report.readAll().contains("redacted:"), name);
    }
    QCOMPARE(leaksBelow(m_cli->folder.path()), QByteArray());
}

void TestCliSecrets::explainsWithout()
{
    const QByteArray exchange = "POST /api/v2/actions/SANDBOX_ECHO/execute HTTP/1.1\r\nx-api-key: ak_plantedprojectkey01\r\n\r\n{\"input\":" + tests::plantedObject()
        + "}\r\n" + m_server->response;
    m_cli->run(words({"explain", "-"}), exchange);
    QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
    QVERIFY(!m_cli->output.isEmpty());
    m_cli->run(words({"explain", "-", "--print", "report"}), exchange);
    QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
    QVERIFY(json::Document::parse(m_cli->output).isValid());
}

void TestCliSecrets::importsWithout()
{
    const QByteArray exchange = "POST https://me:planted-userinfo-13@h/api/v3.1/tools/execute/SANDBOX_ECHO HTTP/1.1\r\nx-api-key: ak_plantedprojectkey01\r\nCookie: sid=planted-cookie-31; x=1\r\n\r\n{\"arguments\":"
        + tests::plantedObject() + ",\"user_id\":\"u\",\"custom_auth_params\":" + tests::plantedAuthConfig() + "}\r\n" + m_server->response;
    QCOMPARE(m_cli->run(words({"import", "-", "--to", "col"}), exchange), 0);
    QCOMPARE(leaksIn(m_cli->output + m_cli->errors).join(" | "), QByteArray());
    QVERIFY(QFile::exists(m_cli->folder.filePath(QStringLiteral("col/SANDBOX_ECHO.action.json"))));
    QCOMPARE(leaksBelow(m_cli->folder.path()), QByteArray());
}

// A run whose secrets are gone is not sent again with what stands in their place.
void TestCliSecrets::sendsNoPlaceholder()
{
    const QByteArray id = execute();
    const int before = m_server->connections;
    QCOMPARE(m_cli->run(words({"replay", id, "--base-url", m_server->url().toUtf8()})), 2);
    QVERIFY2(m_cli->errors.contains("placeholder"), m_cli->errors.constData());
    QCOMPARE(m_server->connections, before);
}

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_cli_secrets.moc"
