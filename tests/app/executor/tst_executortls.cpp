// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hostileserver.h"
#include "tests/support/outcome.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using executor::Executor;
using test::HostileServer;
using test::Outcome;
using test::sampleRequest;
using namespace std::chrono_literals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("The openssl program, which makes the certificates, is not installed.");
        QVERIFY(m_folder.isValid());
    }

    void aBadCertificateIsRefused_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("days");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("self-signed") << QStringLiteral("/CN=Sandbox Snake Oil") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("2")
                                     << QStringList {QStringLiteral("self-signed"), QStringLiteral("certificate of Sandbox Snake Oil, issued by Sandbox Snake Oil")};
        QTest::newRow("for another host") << QStringLiteral("/CN=other.example") << QStringLiteral("DNS:other.example") << QStringLiteral("2")
                                          << QStringList {QStringLiteral("host name did not match"), QStringLiteral("certificate of other.example")};
        QTest::newRow("expired") << QStringLiteral("/CN=Old Oil") << QStringLiteral("IP:127.0.0.1") << QStringLiteral("-1") << QStringList {QStringLiteral("expired"), QStringLiteral("certificate of Old Oil")};
    }
    void aBadCertificateIsRefused()
    {
        QFETCH(QString, subject);
        QFETCH(QString, names);
        QFETCH(QString, days);
        const QSslConfiguration tls = makeTls(subject, names, days);
        if (QTest::currentTestFailed())
            return;
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
        const QSslConfiguration tls = makeTls(QStringLiteral("/CN=Trusted"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("2"));
        if (QTest::currentTestFailed())
            return;
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
        const QSslConfiguration tls = makeTls(QStringLiteral("/CN=Oil"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("2"));
        if (QTest::currentTestFailed())
            return;
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
    // A fresh key with a certificate that signs itself.
    QSslConfiguration makeTls(const QString &subject, const QString &names, const QString &days)
    {
        const QString key = m_folder.filePath(QStringLiteral("key.pem"));
        const QString certificate = m_folder.filePath(QStringLiteral("certificate.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                QStringLiteral("-nodes"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate, QStringLiteral("-days"),
                days, QStringLiteral("-subj"), subject, QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names});
        QSslConfiguration tls;
        [&] {
            QVERIFY2(openssl.waitForFinished(30000), qPrintable(openssl.errorString()));
            QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
            tls.setLocalCertificate(QSslCertificate(contentOf(certificate)));
            tls.setPrivateKey(QSslKey(contentOf(key), QSsl::Rsa));
            QVERIFY(!tls.localCertificate().isNull());
            QVERIFY(!tls.privateKey().isNull());
        }();
        return tls;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExecutorTls)
#include "tst_executortls.moc"
