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
        const QSslConfiguration tls = makeTls(subject, names, end);
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
        const QSslConfiguration tls = makeTls(QStringLiteral("/CN=Trusted"), QStringLiteral("IP:127.0.0.1"));
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
        const QSslConfiguration tls = makeTls(QStringLiteral("/CN=Oil"), QStringLiteral("IP:127.0.0.1"));
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
    // A fresh key with a certificate that signs itself, valid until `end` (YYYYMMDDHHMMSSZ).
    QSslConfiguration makeTls(const QString &subject, const QString &names, const QString &end = QStringLiteral("20991231000000Z"))
    {
        write(QStringLiteral("index.txt"), {});
        write(QStringLiteral("ca.cnf"),
            "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial.txt\ndefault_md=sha256\nunique_subject=no\n"
            "policy=any\nx509_extensions=extra\n[any]\ncommonName=supplied\n[extra]\nsubjectAltName="
                + names.toLatin1() + '\n');
        openssl(QStringLiteral("req -new -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj"), subject);
        openssl(QStringLiteral("ca -batch -selfsign -notext -rand_serial -config ca.cnf -keyfile key.pem -in request.pem "
                               "-out certificate.pem -startdate 20200101000000Z -enddate"),
            end);
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(read(QStringLiteral("certificate.pem"))));
        tls.setPrivateKey(QSslKey(read(QStringLiteral("key.pem")), QSsl::Rsa));
        return tls;
    }

    void openssl(const QString &words, const QString &last)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), words.split(QLatin1Char(' ')) + QStringList {last});
        QVERIFY2(process.waitForFinished(30000), qPrintable(process.errorString()));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray read(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExecutorTls)
#include "tst_executortls.moc"
