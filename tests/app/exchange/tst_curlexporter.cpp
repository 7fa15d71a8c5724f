// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/curlexporter.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace actionscope;

// The command is pasted into the real bash and sends, with the real curl, the same bytes.
class TestCurlExporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheCommand();
    void sendsTheSameBytes_data();
    void sendsTheSameBytes();
};

namespace {

// Takes one request whole, answers it, and keeps what came.
class Listener final : public QTcpServer
{
public:
    Listener()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        QUrl url(QStringLiteral("http://127.0.0.1/base"));
        url.setPort(serverPort());
        return url;
    }

    QByteArray head;
    QByteArray body;

private:
    void read(QTcpSocket *socket)
    {
        m_received += socket->readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        head = m_received.first(end);
        body = m_received.sliced(end + 4);
        const qsizetype at = head.toLower().indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : head.sliced(at + 16).split('\r').first().toLongLong();
        if (body.size() < length)
            return;
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        socket->disconnectFromHost();
    }

    QByteArray m_received;
};

} // namespace

void TestCurlExporter::writesTheCommand()
{
    const api::HttpRequest request {"POST", "/api/v2/actions/A/execute",
        {{"Host", "h"}, {"Content-Type", "application/json"}, {"Accept", "application/json"},
            {"X-API-Key", "hush-hush"}, {"User-Agent", "Actionscope/1"}, {"Accept-Encoding", "gzip"},
            {"Content-Length", "14"}},
        "{\"a\":\"it's\"}"};
    const QByteArray expected = "curl --request POST \\\n"
                                "  -H 'Content-Type: application/json' \\\n"
                                "  -H 'Accept: application/json' \\\n"
                                "  -H \"X-API-Key: $COMPOSIO_API_KEY\" \\\n"
                                "  -H 'User-Agent: Actionscope/1' \\\n"
                                "  --compressed \\\n"
                                "  --data-binary '{\"a\":\"it'\\''s\"}' \\\n"
                                "  'https://h/tenant/api/v2/actions/A/execute'";
    QCOMPARE(exchange::curlCommand(request, QUrl(QStringLiteral("https://h/tenant"))), expected);
}

void TestCurlExporter::sendsTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << QByteArray(R"({"input":{"a":1.10}})");
    QTest::newRow("shell signs") << QByteArray("{\"a\":\"it's $HOME `id` \\\\ \\n ! \\\"x\\\" %s %% #\"}");
    QTest::newRow("line breaks") << QByteArray("{\n\t\"a\":1\r\n}\n");
    QTest::newRow("beyond ASCII") << QByteArray("{\"\u00e9\":\"\U0001F600\u2028\"}");
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE\x80");
    QTest::newRow("NUL") << QByteArray("a\0b\\000'%d\n", 11);
    QTest::newRow("begins with NUL and dashes") << QByteArray("--\0", 3);
    QTest::newRow("at sign") << QByteArray("@/etc/hostname");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("longer than one argument") << '"' + QByteArray("'%\\x").repeated(100'000) + '"';
}

void TestCurlExporter::sendsTheSameBytes()
{
    QFETCH(QByteArray, body);
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty(), "this test needs the package curl");
    const api::HttpRequest request {"POST", "/api/v2/actions/A%25/execute",
        {{"Content-Type", "application/json"}, {"x-api-key", "not written"}, {"X-Odd", "it's \"$HOME\""},
            {"X-Empty", ""}},
        body};
    Listener listener;
    const QByteArray command = exchange::curlCommand(request, listener.url());
    QVERIFY(!command.contains("not written"));

    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COMPOSIO_API_KEY"), QStringLiteral("ak_from_environment"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("bash"), {});
    bash.write(command + '\n');
    bash.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(bash.state(), QProcess::NotRunning, 20'000);
    QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());

    QCOMPARE(listener.body, body);
    const QByteArrayList lines = listener.head.split('\n');
    QCOMPARE(lines.first().trimmed(), QByteArray("POST /base/api/v2/actions/A%25/execute HTTP/1.1"));
    QByteArrayList names;
    for (const QByteArray &line : lines.sliced(1))
        names.append(line.split(':').first().toLower());
    std::sort(names.begin(), names.end());
    QCOMPARE(names.join(' '), QByteArray("content-length content-type host x-api-key x-empty x-odd"));
    QVERIFY(listener.head.contains("x-api-key: ak_from_environment\r\n"));
    QVERIFY(listener.head.contains("X-Odd: it's \"$HOME\""));
}

QTEST_GUILESS_MAIN(TestCurlExporter)
#include "tst_curlexporter.moc"
