// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/baseurl.h"

#include <QTest>

using namespace actionscope;

// What people paste as a base URL, and what becomes of it.
class TestBaseUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void knowsThisMachine_data();
    void knowsThisMachine();
};

void TestBaseUrl::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("takenOff");
    const auto row = [](const char *text, const char *url, const char *takenOff = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url) << QString::fromUtf8(takenOff);
    };
    row("https://backend.composio.dev", "https://backend.composio.dev");
    row("  https://backend.composio.dev/ \n", "https://backend.composio.dev");
    row("HTTP://Example.ORG:8080", "http://example.org:8080");
    row("https://h/api", "https://h", "/api");
    row("https://h/api/", "https://h", "/api/");
    row("https://h/api/v3.1/tools", "https://h", "/api/v3.1/tools");
    row("https://h/tenant/api/v2", "https://h/tenant", "/api/v2");
    row("https://h/tenant/", "https://h/tenant");
    row("https://h/apish", "https://h/apish");
    row("http://[::1]:9900", "http://[::1]:9900");
    row("http://127.0.0.1:9899/api", "http://127.0.0.1:9899", "/api");
}

void TestBaseUrl::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(QString, takenOff);
    const auto result = api::parseBaseUrl(text);
    QVERIFY2(result, result ? "" : qPrintable(result.error().sentence));
    QCOMPARE(result->url.toString(), url);
    QCOMPARE(result->note.isEmpty(), takenOff.isEmpty());
    if (!takenOff.isEmpty())
        QCOMPARE(result->note, QStringLiteral("“%1” was taken off the base URL; the program adds it by itself.").arg(takenOff));
}

void TestBaseUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *text, const char *sentence) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    };
    const char noScheme[] = "does not begin with http:// or https://";
    row("", "The base URL is empty.");
    row("backend.composio.dev", noScheme);
    row("localhost:9900", noScheme);
    row("ftp://h", noScheme);
    row("https:/h", noScheme);
    row("https://", "no host");
    row("https://h:99999", "no host");
    row("https://a b", "no host");
    row("https://h/a b", "is not a valid address");
    row("https://me:secret@h", "user name or password");
    row("https://h/?x=1", "“?” or “#”");
    row("https://h/#x", "“?” or “#”");
}

void TestBaseUrl::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const auto result = api::parseBaseUrl(text);
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), int(ErrorCode::InvalidInput));
    QVERIFY2(result.error().sentence.contains(sentence), qPrintable(result.error().sentence));
    QVERIFY(!result.error().sentence.contains(QStringLiteral("secret")));
}

void TestBaseUrl::knowsThisMachine_data()
{
    QTest::addColumn<bool>("isHere");
    QTest::newRow("http://localhost:9900") << true;
    QTest::newRow("http://127.0.0.1") << true;
    QTest::newRow("http://127.1.2.3:80/api") << true;
    QTest::newRow("http://[::1]:9900") << true;
    QTest::newRow("https://127.0.0.1.example") << false;
    QTest::newRow("https://localhost.example") << false;
    QTest::newRow("https://backend.composio.dev") << false;
}

void TestBaseUrl::knowsThisMachine()
{
    QFETCH(const bool, isHere);
    QCOMPARE(api::isOnThisMachine(QUrl(QLatin1String(QTest::currentDataTag()))), isHere);
}

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
