// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/tablewriter.h"

#include "app/base/atomicfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using exchange::TableFormat;

namespace {

// The members a and b of each object.
exchange::TableSource sourceOf(const json::Document &document)
{
    exchange::TableSource source;
    source.titles = QStringList {QStringLiteral("a"), QStringLiteral("b")};
    source.rowCount = document.root().count();
    source.read = [document](qsizetype row, std::vector<json::Value> &cells) {
        const json::Value object = document.root().at(row);
        cells = {object.member(u"a"), object.member(u"b")};
    };
    return source;
}

QByteArray written(const QByteArray &json, TableFormat format)
{
    return exchange::tableText(sourceOf(json::Document::parse(json)), format, 1 << 20, nullptr).value();
}

} // namespace

class TestTableWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFields_data();
    void writesFields();
    void quotesTitles();
    void writesTabs();
    void refusesWhatIsTooMuch();
    void writesAFile();
    void leavesTheOldFileWhenCancelled();
    void saysWhyAFileCannotBeWritten();
};

void TestTableWriter::writesFields_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("csv");

    QTest::newRow("plain") << QByteArray("[{\"a\":1.10,\"b\":\"x\"}]") << QByteArray("a,b\r\n1.10,x\r\n");
    QTest::newRow("nothing but titles") << QByteArray("[]") << QByteArray("a,b\r\n");
    QTest::newRow("comma, quote and line break")
        << QByteArray("[{\"a\":\"x,y\",\"b\":\"say \\\"hi\\\"\"},{\"a\":\"1\\n2\",\"b\":\"1\\r2\"}]")
        << QByteArray("a,b\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"1\n2\",\"1\r2\"\r\n");
    QTest::newRow("missing, null and empty are three things")
        << QByteArray("[{\"a\":null},{\"a\":\"\"},{\"b\":\"null\"}]") << QByteArray("a,b\r\nnull,\r\n\"\",\r\n,null\r\n");
    QTest::newRow("spaces and tabs stay") << QByteArray("[{\"a\":\" x \",\"b\":\"\\t\"}]") << QByteArray("a,b\r\n x ,\t\r\n");
    QTest::newRow("characters beyond ASCII")
        << QByteArray("[{\"a\":\"caf\303\251\",\"b\":\"\\ud83d\\ude00\"}]")
        << QByteArray("a,b\r\ncaf\303\251,\360\237\230\200\r\n");
    QTest::newRow("a formula is only text") << QByteArray("[{\"a\":\"=1+1\",\"b\":\"@x\"}]")
                                            << QByteArray("a,b\r\n=1+1,@x\r\n");
    QTest::newRow("nested values are their JSON") << QByteArray("[{\"a\":{ \"x\" : 1,\"y\":2 },\"b\":[1]}]")
                                                  << QByteArray("a,b\r\n\"{ \"\"x\"\" : 1,\"\"y\"\":2 }\",[1]\r\n");
    QTest::newRow("numbers as sent") << QByteArray("[{\"a\":12345678901234567890,\"b\":1e400}]")
                                     << QByteArray("a,b\r\n12345678901234567890,1e400\r\n");
}

void TestTableWriter::writesFields()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, csv);
    QCOMPARE(written(json, TableFormat::Csv), csv);
}

void TestTableWriter::quotesTitles()
{
    const json::Document document = json::Document::parse("[{}]");
    exchange::TableSource source = sourceOf(document);
    source.titles = QStringList {QStringLiteral("a,\"b\""), QString()};
    QCOMPARE(exchange::tableText(source, TableFormat::Csv, 100, nullptr).value(), QByteArray("\"a,\"\"b\"\"\",\r\n,\r\n"));
    source.titles.clear();
    QCOMPARE(exchange::tableText(source, TableFormat::Csv, 100, nullptr).value(), QByteArray(",\r\n"));
}

void TestTableWriter::writesTabs()
{
    QCOMPARE(written("[{\"a\":\"x,y\",\"b\":\"1\\t2\"}]", TableFormat::Tsv), QByteArray("a\tb\r\nx,y\t\"1\t2\"\r\n"));
}

void TestTableWriter::refusesWhatIsTooMuch()
{
    const json::Document document = json::Document::parse("[{\"a\":\"0123456789\"}]");
    const auto text = exchange::tableText(sourceOf(document), TableFormat::Csv, 10, nullptr);
    QVERIFY(!text);
    QCOMPARE(text.error().sentence, QStringLiteral("The selection is too large for the clipboard."));
}

void TestTableWriter::writesAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.csv"));
    const json::Document document = json::Document::parse("[{\"a\":1}]");
    // More rows than one piece and one look at the watch hold.
    exchange::TableSource source = sourceOf(document);
    source.rowCount = 300'000;
    const json::Value row = document.root().firstChild().member(u"a");
    source.read = [row](qsizetype, std::vector<json::Value> &cells) { cells = {row, row}; };
    json::ParseWatch watch;
    QVERIFY(exchange::writeTable(path, source, TableFormat::Csv, &watch).value());
    QCOMPARE(readFile(path).value(), "a,b\r\n" + QByteArray("1,1\r\n").repeated(300'000));
    QVERIFY(watch.position > 299'000);
}

void TestTableWriter::leavesTheOldFileWhenCancelled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.csv"));
    QVERIFY(writeFileAtomically(path, "old").has_value());
    const json::Document document = json::Document::parse("[{\"a\":1}]");
    json::ParseWatch watch;
    exchange::TableSource source = sourceOf(document);
    source.rowCount = 1'000'000;
    source.read = [&, document](qsizetype row, std::vector<json::Value> &cells) {
        cells = {document.root(), document.root()};
        watch.isCancelled = row > 500'000;
    };
    const auto result = exchange::writeTable(path, source, TableFormat::Csv, &watch);
    QVERIFY(result.has_value());
    QVERIFY(!*result);
    QCOMPARE(readFile(path).value(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {QStringLiteral("table.csv")});
}

void TestTableWriter::saysWhyAFileCannotBeWritten()
{
    QTemporaryDir folder;
    const json::Document document = json::Document::parse("[]");
    const auto result = exchange::writeTable(folder.path(), sourceOf(document), TableFormat::Csv, nullptr);
    QVERIFY(!result);
    QVERIFY2(result.error().sentence.contains(folder.path()), qPrintable(result.error().sentence));
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
