// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/json/writer.h"

#include <QTest>

using namespace actionscope::json;

// Text becomes JSON strings that read back as the same text; raw JSON goes through untouched.
class TestWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesText_data();
    void quotesText();
    void writesMembersInOrder();
    void writesItemsInOrder();
};

void TestWriter::quotesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("plain") << QStringLiteral("a/b") << QByteArray("\"a/b\"");
    QTest::newRow("quotes and backslash") << QStringLiteral("\"\\") << QByteArray(R"("\"\\")");
    QTest::newRow("white space") << QStringLiteral("\n\r\t") << QByteArray(R"("\n\r\t")");
    QTest::newRow("controls") << QString(QLatin1String("\0\x01\x1f\b", 4)) << QByteArray(R"("\u0000\u0001\u001f\u0008")");
    QTest::newRow("beyond ASCII") << QStringLiteral(u"\u00e9\U0001F600") << QByteArray("\"\u00e9\U0001F600\"");
    QTest::newRow("lone high") << QString(QChar(0xD800)) << QByteArray(R"("\ud800")");
    QTest::newRow("lone low, then text") << QString(QChar(0xDC00)) + QLatin1Char('x') << QByteArray(R"("\udc00x")");
    QTest::newRow("low before high") << QString(QChar(0xDC00)) + QChar(0xD800) << QByteArray(R"("\udc00\ud800")");
}

void TestWriter::quotesText()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(quoted(text), json);
    const Document document = Document::parse(json);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().toString(), text);
}

void TestWriter::writesMembersInOrder()
{
    ObjectWriter writer;
    QVERIFY(writer.isEmpty());
    QCOMPARE(writer.finished(), QByteArray("{}"));
    writer.addRaw("raw", "{ \"n\": 1.10 }");
    writer.addString("text", u"x\"y");
    writer.addInteger("n", std::numeric_limits<qint64>::min());
    writer.addBool("yes", true);
    writer.addNull("none");
    writer.addRaw("a\"b", "1");
    QVERIFY(!writer.isEmpty());
    const QByteArray expected = "{\"raw\":{ \"n\": 1.10 },\"text\":\"x\\\"y\",\"n\":-9223372036854775808,"
                                "\"yes\":true,\"none\":null,\"a\\\"b\":1}";
    QCOMPARE(writer.finished(), expected);
}

void TestWriter::writesItemsInOrder()
{
    ArrayWriter writer;
    QCOMPARE(writer.finished(), QByteArray("[]"));
    writer.addRaw("1e400");
    writer.addString(u"x");
    QCOMPARE(writer.finished(), QByteArray("[1e400,\"x\"]"));
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
