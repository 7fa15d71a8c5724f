// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/runner/datarows.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using runner::DataRows;

namespace {

QByteArray printed(const DataRows &rows)
{
    QByteArray text;
    for (qsizetype i = 0; i < rows.count(); ++i) {
        for (const storage::Variable &variable : rows.row(i))
            text += variable.name.toUtf8() + '=' + variable.json + ' ';
        text += '|';
    }
    return text;
}

} // namespace

// Data rows of a run, from tables and JSON, with what is wrong with them.
class TestDataRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTables_data();
    void readsTables();
    void refusesTables_data();
    void refusesTables();
    void leavesBadRowsOut_data();
    void leavesBadRowsOut();
    void readsSemicolons();
    void readsJson();
    void refusesJson_data();
    void refusesJson();
    void readsAnyRowByItself();
};

void TestDataRows::readsTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("plain") << QByteArray("a,b\n1,x\n2,y\n") << QByteArray("a=\"1\" b=\"x\" |a=\"2\" b=\"y\" |");
    QTest::newRow("CR LF, no end") << QByteArray("a,b\r\n1,x\r\n2,y") << QByteArray("a=\"1\" b=\"x\" |a=\"2\" b=\"y\" |");
    QTest::newRow("CR alone") << QByteArray("a\r1\r2\r") << QByteArray("a=\"1\" |a=\"2\" |");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" "a\n1\n") << QByteArray("a=\"1\" |");
    QTest::newRow("quoted") << QByteArray("a,b\n\"x, \"\"y\"\"\nz\",\n") << QByteArray("a=\"x, \\\"y\\\"\\nz\" b=\"\" |");
    QTest::newRow("blank lines") << QByteArray("\na\n\n1\n\n\n2\n") << QByteArray("a=\"1\" |a=\"2\" |");
    QTest::newRow("typed") << QByteArray("id:json,name\n12345678901234567890,007\n\"{\"\"a\"\":1.10}\",b\n")
                           << QByteArray("id=12345678901234567890 name=\"007\" |id={\"a\":1.10} name=\"b\" |");
    QTest::newRow("UTF-8") << QByteArray("größe\nüber\n") << QByteArray("größe=\"über\" |");
}

void TestDataRows::readsTables()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, rows);
    const auto read = DataRows::fromCsv(table, ',', QStringLiteral("t.csv"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(printed(*read), rows);
}

void TestDataRows::refusesTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("words");
    QTest::newRow("ragged") << QByteArray("a,b\n\n3\n") << QStringLiteral("t.csv, line 3: this row has another number of fields (1) than there are titles (2).");
    QTest::newRow("quote inside") << QByteArray("a\nx\"y\"\n") << QStringLiteral("t.csv, line 2: a quote stands in the middle");
    QTest::newRow("behind a quote") << QByteArray("a\n\"x\"y\n") << QStringLiteral("line 2: something stands behind");
    QTest::newRow("never closed") << QByteArray("a\n\"x\n\n") << QStringLiteral("the quote that opens in line 2 is never closed");
    QTest::newRow("no title") << QByteArray("a,,c\n1,2,3\n") << QStringLiteral("column 2 has no title");
    QTest::newRow("title twice") << QByteArray("a,a\n1,2\n") << QStringLiteral("“a” stands there twice");
    QTest::newRow("empty") << QByteArray("") << QStringLiteral("t.csv is empty.");
    QTest::newRow("titles only") << QByteArray("a,b\n") << QStringLiteral("titles and no row");
    QTest::newRow("not UTF-8") << QByteArray("a\n\xFF\n") << QStringLiteral("line 2: “a” is not UTF-8");
    QTest::newRow("not JSON") << QByteArray("a:json\n\nx\n") << QStringLiteral("line 3: “a” is not JSON: x");
}

void TestDataRows::refusesTables()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, words);
    const auto read = DataRows::fromCsv(table, ',', QStringLiteral("t.csv"));
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.contains(words), qPrintable(read.error().sentence));
}

void TestDataRows::leavesBadRowsOut_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("trouble");
    const QByteArray both("a=\"1\" b=\"2\" |a=\"5\" b=\"6\" |");
    QTest::newRow("ragged") << QByteArray("a,b\n1,2\n3\n5,6\n") << both
                            << QStringLiteral("t.csv, line 3: this row has another number of fields (1) than there are titles (2).");
    QTest::newRow("ragged behind a long field") << QByteArray("a,b\n\"1\n1\n1\",2\n3,4,5\n") << QByteArray("a=\"1\\n1\\n1\" b=\"2\" |")
                                                << QStringLiteral("t.csv, line 5: this row has another number of fields (3) than there are titles (2).");
    QTest::newRow("not UTF-8") << QByteArray("a,b\n1,2\n\xFF,3\n5,6\n") << both << QStringLiteral("t.csv, line 3: “a” is not UTF-8.");
    QTest::newRow("never closed") << QByteArray("a,b\n1,2\n\"3,4\n5,6\n") << QByteArray("a=\"1\" b=\"2\" |")
                                  << QStringLiteral("t.csv, line 3: the quote that opens in line 3 is never closed, so the rows from here on were left out.");
}

void TestDataRows::leavesBadRowsOut()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, rows);
    QFETCH(QString, trouble);
    const auto read = DataRows::fromCsv(table, ',', QStringLiteral("t.csv"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(printed(*read), rows);
    QCOMPARE(read->troubles(), QStringList {trouble});
    const auto json = DataRows::fromJson("[{\"a\":1},\n3]", QStringLiteral("t.json"));
    QVERIFY(json && json->count() == 1);
    QCOMPARE(json->troubles(), QStringList {QStringLiteral("t.json, line 2: a row is an object.")});
}

void TestDataRows::readsSemicolons()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    QVERIFY(writeFileAtomically(path, "a;b\r\n1,5;\"x;y\"\r\n"));
    const auto read = DataRows::read(path);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(printed(*read), QByteArray("a=\"1,5\" b=\"x;y\" |"));
    QVERIFY(writeFileAtomically(path, "a,b;c\r\n1,5;x\r\n"));
    QCOMPARE(DataRows::read(path)->names(), QStringList({QStringLiteral("a"), QStringLiteral("b;c")}));
}

void TestDataRows::readsJson()
{
    const auto read = DataRows::fromJson(R"([{"n":1.10,"s":"x"}, {"s":null}])", QStringLiteral("t.json"));
    QVERIFY(read);
    QCOMPARE(printed(*read), QByteArray("n=1.10 s=\"x\" |s=null |"));
    QCOMPARE(read->names(), QStringList({QStringLiteral("n"), QStringLiteral("s")}));
    QCOMPARE(read->sourceOf(1), QStringLiteral("t.json, row 2"));
}

void TestDataRows::refusesJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("not JSON") << QByteArray("[{\"a\":1},\n{\"a\"]") << QStringLiteral("t.json is not JSON: line 2");
    QTest::newRow("object") << QByteArray("{}") << QStringLiteral("no list of objects");
    QTest::newRow("empty") << QByteArray("[]") << QStringLiteral("The list in t.json is empty: there is no row to run with.");
    QTest::newRow("a number") << QByteArray("[\n\n3]") << QStringLiteral("t.json, line 3: a row is an object.");
}

void TestDataRows::refusesJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto read = DataRows::fromJson(json, QStringLiteral("t.json"));
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.contains(words), qPrintable(read.error().sentence));
}

void TestDataRows::readsAnyRowByItself()
{
    QByteArray table = "n,text\n";
    for (int i = 0; i < 10'000; ++i)
        table += QByteArray::number(i) + ",\"line\n" + QByteArray::number(i) + "\"\n";
    const auto rows = DataRows::fromCsv(table, ',', QStringLiteral("t.csv"));
    QVERIFY(rows);
    QCOMPARE(rows->count(), 10'000);
    QCOMPARE(rows->row(9'999), storage::VariableList({{QStringLiteral("n"), "\"9999\""}, {QStringLiteral("text"), "\"line\\n9999\""}}));
    QCOMPARE(rows->row(4'321).first().json, QByteArray("\"4321\""));
}

QTEST_GUILESS_MAIN(TestDataRows)
#include "tst_datarows.moc"
