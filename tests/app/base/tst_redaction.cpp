// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/redaction.h"

#include <QTest>

using namespace actionscope;

class tst_redaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholderIsRecognised();
    void findsEverySpelling_data();
    void findsEverySpelling();
    void leavesInnocentTextAlone_data();
    void leavesInnocentTextAlone();
    void longestSecretWins();
    void placeholdersAreNotRedactedAgain();
    void takesShortValuesOnlyAsAWhole();
    void keepsTextItDoesNotTouch();
    void sameSecretSamePlaceholder();
    void worksThroughLargeText();
};

void tst_redaction::placeholderIsRecognised()
{
    QCOMPARE(redactedPlaceholder("apiKey"), QByteArray("\u2039redacted:apiKey\u203a"));
    QVERIFY(holdsRedactedPlaceholder("{\"a\":\"" + redactedPlaceholder("x") + "\"}"));
    QVERIFY(!holdsRedactedPlaceholder("redacted:apiKey"));
}

void tst_redaction::findsEverySpelling_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("spelling");
    const QByteArray key = "ak/B+c=9";
    QTest::newRow("as it is") << key << key;
    QTest::newRow("slash escaped") << key << QByteArray("ak\\/B+c=9");
    QTest::newRow("plus escaped") << key << QByteArray("ak/B\\u002Bc=9");
    QTest::newRow("all escaped, lower case") << key
                                             << QByteArray("\\u0061\\u006b\\u002f\\u0042\\u002b\\u0063\\u003d\\u0039");
    QTest::newRow("percent-encoded") << key << QByteArray("ak%2FB%2Bc%3D9");
    QTest::newRow("percent-encoded, lower case") << key << QByteArray("ak%2fB%2bc%3d9");
    QTest::newRow("percent-encoded in part") << key << QByteArray("ak/B%2Bc=9");
    const QByteArray hard = "a\"b\\c\nd\te\x01";
    QTest::newRow("quotes as they are") << hard << hard;
    QTest::newRow("quotes in JSON") << hard << QByteArray("a\\\"b\\\\c\\nd\\te\\u0001");
    QTest::newRow("quotes in JSON, all by number") << hard
                                                   << QByteArray("a\\u0022b\\u005Cc\\u000Ad\\u0009e\\u0001");
    const QByteArray foreign = "p\xc3\xa4ss \xf0\x9f\x98\x80";
    QTest::newRow("umlaut and emoji") << foreign << foreign;
    QTest::newRow("umlaut and emoji in ASCII JSON") << foreign << QByteArray("p\\u00e4ss \\uD83D\\uDE00");
    QTest::newRow("umlaut and emoji in a URL") << foreign << QByteArray("p%C3%A4ss%20%F0%9F%98%80");
    QTest::newRow("two backslashes") << QByteArray("ab\\\\cd") << QByteArray("ab\\\\cd");
    QTest::newRow("two backslashes in JSON") << QByteArray("ab\\\\cd") << QByteArray("ab\\\\\\\\cd");
}

void tst_redaction::findsEverySpelling()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, spelling);
    Redactor redactor;
    redactor.addSecret("name", secret);
    const QByteArray placeholder = redactedPlaceholder("name");
    QCOMPARE(redactor.redacted(spelling), placeholder);
    QCOMPARE(redactor.redacted("{\"k\":\"" + spelling + "\",\"" + spelling + spelling + "\":1}"),
        "{\"k\":\"" + placeholder + "\",\"" + placeholder + placeholder + "\":1}");
    QVERIFY(!redactor.redacted(QString::fromUtf8(spelling)).contains(QString::fromUtf8(spelling)));
}

void tst_redaction::leavesInnocentTextAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("beginning of it") << QByteArray("s3cre");
    QTest::newRow("beginning of it, escaped") << QByteArray("\\u0073\\u0033cr");
    QTest::newRow("other case") << QByteArray("S3CRET");
    QTest::newRow("split") << QByteArray("s3c\nret");
    QTest::newRow("escapes at the end") << QByteArray("\\u00 % %7 \\");
}

void tst_redaction::leavesInnocentTextAlone()
{
    QFETCH(QByteArray, text);
    Redactor redactor;
    redactor.addSecret("name", "s3cret");
    QCOMPARE(redactor.redacted(text), text);
}

void tst_redaction::longestSecretWins()
{
    Redactor redactor;
    redactor.addSecret("short", "abcd");
    redactor.addSecret("long", "abcdefgh");
    QCOMPARE(redactor.redacted(QByteArray("abcdefgh abcd")),
        redactedPlaceholder("long") + ' ' + redactedPlaceholder("short"));
}

void tst_redaction::placeholdersAreNotRedactedAgain()
{
    Redactor redactor;
    redactor.addSecret("apiKey", "longer than the next");
    redactor.addSecret("other", "redacted");
    redactor.addSecret("third", "apiKey");
    QCOMPARE(redactor.redacted(QByteArray("longer than the next")), redactedPlaceholder("apiKey"));
}

void tst_redaction::takesShortValuesOnlyAsAWhole()
{
    Redactor redactor;
    redactor.addSecret("name", "");
    QVERIFY(redactor.isEmpty());
    redactor.addSecret("name", "abc");
    const QByteArray hidden = redactedPlaceholder("name");
    QCOMPARE(redactor.redacted(QByteArray(R"(abcabc {"abc":"abcd","abc" : "abc"})")), R"(abcabc {"abc":"abcd","abc" : ")" + hidden + R"("})");
    QCOMPARE(redactor.redacted(QByteArray(R"({"t":"{\"abc\":\"abc\"}"})")), R"({"t":"{\"abc\":\")" + hidden + R"(\"}"})");
    QCOMPARE(redactor.redacted(QByteArray(R"(\u0022abc\u0022)")), R"(\u0022)" + hidden + R"(\u0022)");
}

void tst_redaction::keepsTextItDoesNotTouch()
{
    Redactor redactor;
    redactor.addSecret("name", "s3cret");
    const QByteArray bytes("\x00\xff\xfe{\r\n\x80", 7);
    QCOMPARE(redactor.redacted(bytes + "s3cret" + bytes), bytes + redactedPlaceholder("name") + bytes);
    const QString halfPair = QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b");
    QCOMPARE(redactor.redacted(halfPair), halfPair);
}

void tst_redaction::sameSecretSamePlaceholder()
{
    Redactor redactor;
    redactor.addSecret("first", "s3cret");
    redactor.addSecret("second", "s3cret");
    QCOMPARE(redactor.redacted(QByteArray("s3cret s3cret")),
        redactedPlaceholder("first") + ' ' + redactedPlaceholder("first"));
}

void tst_redaction::worksThroughLargeText()
{
    Redactor redactor;
    redactor.addSecret("a", "sk_live_0123456789");
    redactor.addSecret("b", "another secret");
    QByteArray text;
    while (text.size() < 2'000'000)
        text += "{\"name\": \"a string \\\"s\\\" and such\", \"n\": 12},\n";
    const QByteArray before = text;
    text += "sk_live_0123456789";
    QCOMPARE(redactor.redacted(text), before + redactedPlaceholder("a"));
}

QTEST_GUILESS_MAIN(tst_redaction)
#include "tst_redaction.moc"
