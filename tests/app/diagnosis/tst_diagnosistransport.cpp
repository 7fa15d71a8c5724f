// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosisjson.h"
#include "app/diagnosis/rulebook.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/hostileserver.h"
#include "tests/support/outcome.h"

#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>

using namespace actionscope;
using namespace std::chrono_literals;
using test::HostileServer;
using test::Outcome;

namespace {

QString causeOf(const Outcome &outcome, const QUrl &url)
{
    diagnosis::Surroundings around;
    around.baseUrl = url.toString();
    const auto diagnosis = diagnosis::diagnose(outcome.exchange(), diagnosis::judge(outcome.exchange()), around);
    return diagnosis ? diagnosis->cause : QString();
}

} // namespace

// What sockets do, and what it is called: no answer here is made up.
class TestDiagnosisTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyAnswers_data();
    void nobodyAnswers();
    void theServerMisbehaves_data();
    void theServerMisbehaves();
    void theCertificateIsBad_data();
    void theCertificateIsBad();
    void thePortSpeaksPlainHttp();
    void theProxyIsNotThere();
    void theServerStopsReading();
};

void TestDiagnosisTransport::nobodyAnswers_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("cause");
    quint16 port = 0;
    {
        QTcpServer gone;
        gone.listen(QHostAddress::LocalHost);
        port = gone.serverPort();
    }
    QTest::newRow("nothing listens") << QStringLiteral("http://127.0.0.1:%1").arg(port) << QStringLiteral("transport.refused");
    QTest::newRow("no such host") << QStringLiteral("http://no-such-host.invalid") << QStringLiteral("transport.dns");
}

void TestDiagnosisTransport::nobodyAnswers()
{
    QFETCH(QString, url);
    executor::Executor executor;
    Outcome outcome(executor, test::sampleRequest(), {QUrl(url), "ak_key"}, {10s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    QTEST(causeOf(outcome, QUrl(url)), "cause");
}

void TestDiagnosisTransport::theServerMisbehaves_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const QByteArray &bytes, bool closes, const char *cause) {
        QTest::newRow(name) << bytes << closes << QString::fromLatin1(cause);
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("silent", {}, false, "timeout.answer");
    row("closed without a word", {}, true, "transport.closed");
    row("another protocol", "220 mail.example.org ESMTP\r\n", true, "transport.closed");
    row("half a head", ok + "Content-Le", true, "transport.closed");
    row("a body cut", ok + "Content-Length: 100\r\n\r\n{\"data\":", true, "transport.cut");
    row("a chunk cut", ok + "Transfer-Encoding: chunked\r\n\r\na\r\n01234", true, "transport.cut");
    row("a body that never ends", ok + "Content-Length: 100\r\n\r\n{\"data\":", false, "timeout.receive");
    row("a length that is none", ok + "Content-Length: many\r\n\r\n{}", true, "transport.malformed");
    row("gzip that is none", HostileServer::answer("plain", "Content-Encoding: gzip\r\n"), false, "transport.malformed");
    row("a redirect", "HTTP/1.1 301 Moved\r\nLocation: https://elsewhere.example/x\r\nContent-Length: 0\r\n\r\n", false, "baseUrl.https");
    row("a redirect to a login", "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", false, "baseUrl.login");
    row("a redirect without a place", "HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\n{}", false, "baseUrl.redirect");
    row("too large", HostileServer::answer(QByteArray(2 << 20, ' ')), false, "answer.tooLarge");
    row("a page of a login", HostileServer::answer("<html><form>Log in</form></html>", "Content-Type: text/html\r\n"), false, "baseUrl.webPage");
    row("no body", ok + "Content-Length: 0\r\n\r\n", false, "answer.empty");
    row("a proxy that wants a password", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n", false, "transport.proxy");
}

void TestDiagnosisTransport::theServerMisbehaves()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    HostileServer server([&](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(bytes);
        if (closes)
            socket->disconnectFromHost();
    });
    executor::Executor executor;
    Outcome outcome(executor, test::sampleRequest(), {server.url(), "ak_key"}, {2s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    QTEST(causeOf(outcome, server.url()), "cause");
}

void TestDiagnosisTransport::theCertificateIsBad_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("cause");
    QTest::newRow("self-signed") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("20991231000000Z") << QStringLiteral("tls.selfSigned");
    QTest::newRow("of another host") << QStringLiteral("DNS:other.example") << QStringLiteral("20991231000000Z") << QStringLiteral("tls.hostMismatch");
    QTest::newRow("expired") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("20200102000000Z") << QStringLiteral("tls.expired");
}

// Made for the test by the openssl program.
void TestDiagnosisTransport::theCertificateIsBad()
{
    QVERIFY2(test::CertificateMaker::whyNot().isEmpty(), qPrintable(test::CertificateMaker::whyNot()));
    QFETCH(QString, names);
    QFETCH(QString, end);
    test::CertificateMaker maker;
    const QSslConfiguration tls = maker.make(QStringLiteral("/CN=Snake Oil"), names, end);
    QVERIFY2(maker.fault().isEmpty(), qPrintable(maker.fault()));
    HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); }, tls);
    executor::Executor executor;
    Outcome outcome(executor, test::sampleRequest(), {server.url(), "ak_key"}, {10s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    QTEST(causeOf(outcome, server.url()), "cause");
}

void TestDiagnosisTransport::thePortSpeaksPlainHttp()
{
    HostileServer server({});
    server.greetWith([](QTcpSocket *socket) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    executor::Executor executor;
    Outcome outcome(executor, test::sampleRequest(), {url, "ak_key"}, {10s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    const QString cause = causeOf(outcome, url);
    QVERIFY2(cause == QLatin1String("tls.plainPort") || cause == QLatin1String("tls.handshake"), qPrintable(cause));
}

void TestDiagnosisTransport::theProxyIsNotThere()
{
    quint16 port = 0;
    {
        QTcpServer gone;
        gone.listen(QHostAddress::LocalHost);
        port = gone.serverPort();
    }
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(port));
    const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
    executor::Executor executor;
    const QUrl url(QStringLiteral("http://service.invalid"));
    Outcome outcome(executor, test::sampleRequest(), {url, "ak_key"}, {10s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    QCOMPARE(causeOf(outcome, url), QStringLiteral("transport.proxy"));
}

void TestDiagnosisTransport::theServerStopsReading()
{
    HostileServer server({});
    server.greetWith([](QTcpSocket *socket) { socket->setReadBufferSize(1 << 16); });
    executor::Executor executor;
    Outcome outcome(executor, test::sampleRequest(QByteArray(64 << 20, 'x')), {server.url(), {}}, {2s, 1 << 20});
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), 20'000);
    QCOMPARE(causeOf(outcome, server.url()), QStringLiteral("timeout.send"));
}

QTEST_GUILESS_MAIN(TestDiagnosisTransport)
#include "tst_diagnosistransport.moc"
