// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/charset.h"

#include <QStringEncoder>
#include <QTest>

using namespace actionscope;

// Text in other charsets is readable, at any length.
class TestCharset final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsAcrossSteps();
    void knowsWhatItDoesNotKnow();
    void knowsUtf8ByItsNames();
};

void TestCharset::reads_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("latin-1") << QByteArray("ISO-8859-1") << QByteArray("caf\xe9") << QStringLiteral("café");
    QTest::newRow("the euro of windows") << QByteArray("windows-1252") << QByteArray("\x80 5") << QStringLiteral("€ 5");
    QTest::newRow("it under latin-1") << QByteArray("iso-8859-1") << QByteArray("\x80 5") << QStringLiteral("€ 5");
    QTest::newRow("utf-16 with a mark") << QByteArray("utf-16") << QByteArray("\xfe\xff\0a\x20\xac", 6)
                                        << QStringLiteral("a€");
    QTest::newRow("utf-16le") << QByteArray("utf-16le") << QByteArray("\xff\xfe" "a\0", 4) << QStringLiteral("a");
    QTest::newRow("utf-16be") << QByteArray("utf-16be") << QByteArray("\0a", 2) << QStringLiteral("a");
    QTest::newRow("half a unit") << QByteArray("utf-16be") << QByteArray("\0a\0", 3) << QStringLiteral("a");
    QTest::newRow("nothing") << QByteArray("utf-16") << QByteArray() << QString();
}

void TestCharset::reads()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, bytes);
    const auto text = toUtf8(bytes, charset);
    QVERIFY(text.has_value());
    QTEST(QString::fromUtf8(*text), "text");
}

// A pair of surrogates lies across the border of two steps.
void TestCharset::readsAcrossSteps()
{
    const QString text = QString(1024 * 512 - 1, u'x') + QString::fromUtf8("\xf0\x9f\x98\x80") + QStringLiteral("end");
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Default);
    QVERIFY(toUtf8(encoder(text), "utf-16le") == text.toUtf8());
}

void TestCharset::knowsWhatItDoesNotKnow() { QCOMPARE(toUtf8("a", "x-nothing"), std::nullopt); }

void TestCharset::knowsUtf8ByItsNames()
{
    for (const char *name : {"", "utf-8", "UTF-8", "utf8", "us-ascii"})
        QVERIFY(isUtf8Name(name));
    QVERIFY(!isUtf8Name("iso-8859-1"));
    QVERIFY(!isUtf8Name("utf-16"));
}

QTEST_APPLESS_MAIN(TestCharset)
#include "tst_charset.moc"
