// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificatemaker.h"
#include "tests/support/hostileserver.h"
#include "tests/support/outcome.h"

#include <QScopeGuard>
#include <QSslCertificate>
#include <QTest>

using namespace actionscope;
using executor::Executor;
using test::CertificateMaker;
using test::HostileServer;
using test::Outcome;
using test::sampleRequest;
using namespace std::chrono_literals;

namespace {

void answerOk(const api::HttpRequest &, QTcpSocket *socket)
{
    socket->write(HostileServer::answer("{}"));
}

} // namespace

class TestExecutorTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = CertificateMaker::whyNot(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }

    void aBadCertificateIsRefused_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("self-signed") << QStringLiteral("/CN=Sandbox Snake Oil") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("20991231000000Z")
                                     << QStringList {QStringLiteral("self-signed"), QStringLiteral("certificate of Sandbox Snake Oil, issued by Sandbox Snake Oil")};
        QTest::newRow("for another host") << QStringLiteral("/CN=other.example") << QStringLiteral("DNS:other.example") << QStringLiteral("20991231000000Z")
                                          << QStringList {QStringLiteral("host name did not match"), QStringLiteral("certificate of other.example")};
        QTest::newRow("expired") << QStringLiteral("/CN=Old Oil") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("20200102000000Z") << QStringList {QStringLiteral("expired"), QStringLiteral("certificate of Old Oil")};
    }
    void aBadCertificateIsRefused()
    {
        QFETCH(QString, subject);
        QFETCH(QString, names);
        QFETCH(QString, end);
        const QSslConfiguration tls = m_maker.make(subject, names, end);
        QVERIFY2(m_maker.fault().isEmpty(), qPrintable(m_maker.fault()));
        HostileServer server(answerOk, tls);
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"}, {10s, 1 << 20});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("tlsFailed"));
        QVERIFY(outcome.sentence().contains(server.url().authority()));
        QFETCH(QStringList, words);
        for (const QString &word : std::as_const(words))
            QVERIFY2(outcome.sentence().contains(word, Qt::CaseInsensitive), qPrintable(outcome.sentence()));
        QVERIFY(!outcome.requestHadLeft());
        QCOMPARE(outcome.answer(), api::HttpAnswer());
        QCOMPARE(outcome.exchange().timings.requestSent, -1);
        QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0);
        QCOMPARE(server.requests().size(), 0);
    }

    // With the certificate's maker trusted, the same server answers; so the refusals above are about trust alone.
    void aTrustedCertificateIsAccepted()
    {
        const QSslConfiguration tls = m_maker.make(QStringLiteral("/CN=Trusted"), QStringLiteral("IP:127.0.0.1"));
        QVERIFY2(m_maker.fault().isEmpty(), qPrintable(m_maker.fault()));
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(tls.localCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);

        HostileServer server(answerOk, tls);
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {server.url(), "ak_key"}, {10s, 1 << 20});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY2(outcome.fault().isEmpty(), qPrintable(outcome.sentence()));
        QCOMPARE(outcome.answer().body, "{}");
        const api::Timings &timings = outcome.exchange().timings;
        QVERIFY(timings.started >= 0);
        QVERIFY(timings.encrypted >= timings.started);
        QVERIFY(timings.requestSent >= timings.encrypted);
        QVERIFY(timings.firstByte >= timings.requestSent);
    }

    void httpsToAPlainPort()
    {
        HostileServer server(answerOk);
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        Executor executor;
        // The plain server waits for a line that never ends; a real one answers 400 or hangs up.
        server.greetWith([](QTcpSocket *socket) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        Outcome outcome(executor, sampleRequest(), {url, "ak_key"}, {10s, 1 << 20});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("tlsFailed"));
        QVERIFY2(outcome.sentence().contains(QStringLiteral("No secure connection")), qPrintable(outcome.sentence()));
        QVERIFY(!outcome.requestHadLeft());
    }

    void httpToASecurePort()
    {
        const QSslConfiguration tls = m_maker.make(QStringLiteral("/CN=Oil"), QStringLiteral("IP:127.0.0.1"));
        QVERIFY2(m_maker.fault().isEmpty(), qPrintable(m_maker.fault()));
        HostileServer server(answerOk, tls);
        QUrl url = server.url();
        url.setScheme(QStringLiteral("http"));
        Executor executor;
        Outcome outcome(executor, sampleRequest(), {url, {}}, {10s, 1 << 20});
        QTRY_VERIFY(outcome.isOver());
        QCOMPARE(outcome.fault(), QStringLiteral("connectionClosed"));
        QVERIFY2(outcome.sentence().contains(QStringLiteral("not HTTP")), qPrintable(outcome.sentence()));
        QCOMPARE(server.requests().size(), 0);
    }

private:
    CertificateMaker m_maker;
};

QTEST_GUILESS_MAIN(TestExecutorTls)
#include "tst_executortls.moc"
