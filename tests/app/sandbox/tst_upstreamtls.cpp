// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncclient.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/hostileserver.h"

#include <QScopeGuard>

using namespace actionscope;
using namespace actionscope::test;

// The sandbox as a client of services that speak TLS: it holds the certificate against the name it was told, and sends
// nothing to whom it does not know.
class TestUpstreamTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsWhomItTrusts_data();
    void callsWhomItTrusts();

private:
    CertificateMaker m_maker;
};

namespace {

enum class Maker { Trusted, Unknown };

void answerOk(const api::HttpRequest &, QTcpSocket *socket)
{
    socket->write(HostileServer::answer(R"({"id":1.10})"));
    socket->disconnectFromHost();
}

// Knows the service by an invented name.
sandbox::SandboxOptions knowingTheService()
{
    sandbox::SandboxOptions options;
    options.upstreams.allowedHosts = {QStringLiteral("service.example"), QStringLiteral("127.0.0.1")};
    options.upstreams.resolve
        = [](const QString &, QObject *, const auto &then) { then({QHostAddress(QHostAddress::LocalHost)}); };
    return options;
}

} // namespace

void TestUpstreamTls::callsWhomItTrusts_data()
{
    QTest::addColumn<QString>("names"); // of the certificate
    QTest::addColumn<Maker>("maker");
    QTest::addColumn<QString>("host"); // as the request names it
    QTest::addColumn<QByteArray>("words"); // of the refusal; empty: it is called
    const QString byAddress = QStringLiteral("IP:127.0.0.1");
    const QString byName = QStringLiteral("DNS:service.example");
    const QString address = QStringLiteral("127.0.0.1");
    const QString name = QStringLiteral("service.example");
    QTest::newRow("by its address") << byAddress << Maker::Trusted << address << QByteArray();
    QTest::newRow("by its name") << byName << Maker::Trusted << name << QByteArray();
    QTest::newRow("of nobody known") << byAddress << Maker::Unknown << address << QByteArray("self-signed");
    QTest::newRow("of another name") << byAddress << Maker::Trusted << name << QByteArray("did not match");
    QTest::newRow("of the name, asked by address") << byName << Maker::Trusted << address << QByteArray("did not match");
}

void TestUpstreamTls::callsWhomItTrusts()
{
    QFETCH(QString, names);
    QFETCH(Maker, maker);
    QFETCH(QString, host);
    QFETCH(QByteArray, words);
    const QSslConfiguration tls = m_maker.make(QStringLiteral("/CN=Service"), names);
    QVERIFY2(m_maker.fault().isEmpty(), qPrintable(m_maker.fault()));
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    if (maker == Maker::Trusted) {
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(tls.localCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    HostileServer service(answerOk, tls);
    const RunningSandbox sandbox(knowingTheService());
    QUrl url = service.url();
    url.setHost(host);
    const auto answer = askAsync(sandbox.port(), "POST", "/api/v3.1/tools/execute/proxy",
        R"({"method":"GET","endpoint":")" + url.toEncoded()
            + R"(/things","parameters":[{"name":"Authorization","type":"header","value":"Bearer secret"}]})");
    if (words.isEmpty()) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(at(answer.body, QStringLiteral("data.id")), QByteArray("1.10"));
        QCOMPARE(service.requests().size(), 1);
        QCOMPARE(api::headerValue(service.requests().first().headers, "authorization"), QByteArray("Bearer secret"));
        QCOMPARE(api::headerValue(service.requests().first().headers, "host"), url.authority().toLatin1());
        return;
    }
    QCOMPARE(answer.status, 502);
    QVERIFY2(at(answer.body, QStringLiteral("error.message")).contains(words), answer.body.constData());
    QVERIFY2(at(answer.body, QStringLiteral("error.suggested_fix")).contains("certificate"), answer.body.constData());
    QCOMPARE(service.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestUpstreamTls)
#include "tst_upstreamtls.moc"
