// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/hostpolicy.h"

#include <QTest>
#include <QUrl>

using namespace actionscope;
using sandbox::HostPolicy;

// Which hosts the sandbox calls: this computer always, others when they are allowed and lie in the open internet.
class TestHostPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPublicAddresses_data();
    void knowsPublicAddresses();
    void readsWhatIsAllowed_data();
    void readsWhatIsAllowed();
    void allows_data();
    void allows();
};

void TestHostPolicy::knowsPublicAddresses_data()
{
    QTest::addColumn<bool>("isPublic");
    for (const char *address : {"8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1",
             "223.255.255.255", "2606:2800:220:1::1", "::ffff:8.8.8.8"})
        QTest::newRow(address) << true;
    for (const char *address : {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
             "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
             "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1",
             "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::", "2001:db8::1", "2001::1"})
        QTest::newRow(address) << false;
}

void TestHostPolicy::knowsPublicAddresses()
{
    QFETCH(bool, isPublic);
    QCOMPARE(sandbox::isPublicAddress(QHostAddress(QLatin1String(QTest::currentDataTag()))), isPublic);
}

void TestHostPolicy::readsWhatIsAllowed_data()
{
    QTest::addColumn<QString>("host"); // empty: it is none
    const auto row = [](const char *text, const char *host) { QTest::newRow(text) << QString::fromUtf8(host); };
    row("API.Example.org", "api.example.org");
    row("api.example.org.", "api.example.org");
    row("intranet", "intranet");
    row("a-1.example", "a-1.example");
    row("192.168.1.7", "192.168.1.7");
    row("[fd00::1]", "fd00::1");
    row("l\u00f6we.example", "xn--lwe-sna.example");
    row("xn--lwe-sna.example", "xn--lwe-sna.example");
    for (const char *text : {"", " ", ".", "*", "*.example.org", "a b", "a..b", "-a.example", "a-.example", "http://api.example.org",
             "api.example.org:443", "api.example.org/v1", "user@api.example.org", "999.1.1.1", "[fd00::1", "a,b"})
        row(text, "");
}

void TestHostPolicy::readsWhatIsAllowed()
{
    QFETCH(QString, host);
    const auto read = sandbox::readAllowedHost(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(read.value_or(QString()), host);
    QCOMPARE(read.has_value(), !host.isEmpty());
    if (read)
        QVERIFY(HostPolicy({*read}).allowsName(QUrl(QStringLiteral("https://%1/").arg(QString::fromUtf8(QTest::currentDataTag()))).host()));
}

void TestHostPolicy::allows_data()
{
    QTest::addColumn<QStringList>("allowed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("name");
    QTest::addColumn<bool>("both");
    const auto row = [](const char *name, const QStringList &allowed, const char *host, const char *address, bool isName,
                         bool isBoth) {
        QTest::newRow(name) << allowed << QString::fromLatin1(host) << QString::fromLatin1(address) << isName << isBoth;
    };
    const QStringList one {QStringLiteral("API.example.org")};
    row("this computer", {}, "127.0.0.1", "127.0.0.1", true, true);
    row("this computer, IPv6", {}, "::1", "::1", true, true);
    row("localhost", {}, "LocalHost", "127.0.0.1", true, true);
    row("localhost that is elsewhere", {}, "localhost", "10.0.0.1", true, false);
    row("a name below localhost", {}, "app.localhost", "127.0.0.1", true, true);
    row("another host", {}, "api.example.org", "93.184.216.34", false, false);
    row("another host, allowed", one, "api.example.org", "93.184.216.34", true, true);
    row("with a dot behind", one, "api.example.org.", "93.184.216.34", true, true);
    row("a name that only ends so", one, "evil-api.example.org", "93.184.216.34", false, false);
    row("a name below it", one, "x.api.example.org", "93.184.216.34", false, false);
    row("allowed, this computer", one, "api.example.org", "127.0.0.1", true, false);
    row("allowed, private", one, "api.example.org", "192.168.1.1", true, false);
    row("allowed, the cloud's metadata", one, "api.example.org", "169.254.169.254", true, false);
    row("allowed with its private address", {QStringLiteral("api.example.org"), QStringLiteral("192.168.1.1")},
        "api.example.org", "192.168.1.1", true, true);
    row("private address, not allowed", one, "192.168.1.1", "192.168.1.1", false, false);
    row("private address, allowed", {QStringLiteral("192.168.1.1")}, "192.168.1.1", "192.168.1.1", true, true);
    row("no host", one, "", "127.0.0.1", false, false);
}

void TestHostPolicy::allows()
{
    QFETCH(QStringList, allowed);
    QFETCH(QString, host);
    QFETCH(QString, address);
    const HostPolicy policy(allowed);
    QTEST(policy.allowsName(host), "name");
    QTEST(policy.allowsAddress(host, QHostAddress(address)), "both");
}

QTEST_GUILESS_MAIN(TestHostPolicy)
#include "tst_hostpolicy.moc"
