// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontablemodel.h"
#include "app/models/jsontables.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::JsonTableModel;

namespace {

QString shownCell(const QModelIndex &index)
{
    switch (index.data(JsonTableModel::StateRole).toInt()) {
    case JsonTableModel::Missing:
        return QStringLiteral("-");
    case JsonTableModel::EmptyText:
        return QStringLiteral("''");
    default:
        return index.data().toString();
    }
}

// One line of titles and one per row, columns between bars.
QString printed(const JsonTableModel &model)
{
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(titles.join(QLatin1Char('|')));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(shownCell(model.index(row, column)));
        lines.append(cells.join(QLatin1Char('|')));
    }
    return lines.join(QLatin1Char('\n'));
}

QString column(const JsonTableModel &model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells.append(shownCell(model.index(row, column)));
    return cells.join(QLatin1Char(' '));
}

} // namespace

class TestJsonTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAnArray_data();
    void showsAnArray();
    void keepsTheBytesOfEveryCell();
    void namesThePlaceOfACell();
    void saysWhatIsNotThere();
    void sorts_data();
    void sorts();
    void keepsEqualRowsInOrder();
    void sortsExactlyBeyondADouble();
    void bringsBackTheOrderOfTheText();
    void keepsTheChosenRowWhileSorting();
    void opensAColumnInPlace();
    void keepsAColumnThatHoldsOtherValues();
    void opensColumnsWithinColumns();
    void namesItsSortedColumnAfterOpening();
    void limitsItsColumns();
    void opensAMillionRows();
    void givesWayToTheNewestWish();
    void cancels();
    void outlivesNothing();
    void readsRowsForAWriter();
    void findsTables();

private:
    void load(const QByteArray &json)
    {
        const json::Document document = json::Document::parse(json);
        m_model->setTable(document, document.root(), QStringLiteral("$"));
        QTRY_VERIFY(!m_model->isBusy());
    }
    void sort(int column, Qt::SortOrder order)
    {
        m_model->sort(column, order);
        QTRY_VERIFY(!m_model->isBusy());
    }
    void expand(int column)
    {
        m_model->expand(column);
        QTRY_VERIFY(!m_model->isBusy());
    }

    std::unique_ptr<JsonTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJsonTableModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<JsonTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestJsonTableModel::showsAnArray_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("table");

    QTest::newRow("no array") << QByteArray("{\"a\":1}") << QString();
    QTest::newRow("nothing") << QByteArray("[]") << QString();
    QTest::newRow("columns as they first appear")
        << QByteArray("[{\"b\":1,\"a\":2},{\"a\":3,\"c\":4}]") << "b|a|c\n1|2|-\n-|3|4";
    QTest::newRow("numbers as sent") << QByteArray("[{\"n\":12345678901234567890},{\"n\":1.10},{\"n\":-0}]")
                                     << "n\n12345678901234567890\n1.10\n-0";
    QTest::newRow("missing, null, empty, false")
        << QByteArray("[{\"x\":0},{},{\"x\":null},{\"x\":\"\"},{\"x\":false}]") << "x\n0\n-\nnull\n''\nfalse";
    QTest::newRow("nested values in short")
        << QByteArray("[{\"o\":{\"a\":1,\"b\":2},\"l\":[1,2,3],\"e\":{},\"n\":[]}]")
        << "o|l|e|n\n{2 members}|[3 items]|{0 members}|[0 items]";
    QTest::newRow("rows that are no object") << QByteArray("[5,{\"a\":1},\"x\",[1]]")
                                             << "value|a\n5|-\n-|1\nx|-\n[1 item]|-";
    QTest::newRow("escaped names are one name") << QByteArray("[{\"caf\\u00e9\":1},{\"caf\303\251\":2}]")
                                                << QString::fromUtf8("café\n1\n2");
    QTest::newRow("a name twice: the last counts") << QByteArray("[{\"a\":1,\"a\":2}]") << "a\n2";
    QTest::newRow("cut off") << QByteArray("[{\"a\":1},{\"a\":2,\"b\"") << "a\n1\n2";
}

void TestJsonTableModel::showsAnArray()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, table);
    load(json);
    QCOMPARE(printed(*m_model), table);
}

void TestJsonTableModel::keepsTheBytesOfEveryCell()
{
    load("[{\"s\":\"\\u0041\\n\",\"o\":{ \"n\" : 1.10 }}]");
    QCOMPARE(m_model->index(0, 0).data(JsonTableModel::RawRole).toByteArray(), QByteArray("\"\\u0041\\n\""));
    QCOMPARE(m_model->index(0, 0).data(JsonTableModel::TextRole).toString(), QStringLiteral("A\n"));
    QCOMPARE(m_model->index(0, 1).data(JsonTableModel::RawRole).toByteArray(), QByteArray("{ \"n\" : 1.10 }"));
    QCOMPARE(m_model->rowValue(0).raw().toByteArray(), QByteArray("{\"s\":\"\\u0041\\n\",\"o\":{ \"n\" : 1.10 }}"));
}

void TestJsonTableModel::namesThePlaceOfACell()
{
    load("[{\"a\":2},{\"a\":1,\"odd key\":{\"x\":1}}]");
    QCOMPARE(m_model->index(1, 1).data(JsonTableModel::PathRole).toString(), QStringLiteral("$[1]['odd key']"));
    expand(1);
    sort(0, Qt::AscendingOrder);
    QCOMPARE(m_model->index(0, 1).data(JsonTableModel::PathRole).toString(), QStringLiteral("$[1]['odd key'].x"));
    QCOMPARE(m_model->rowPath(0), QStringLiteral("$[1]"));
    QCOMPARE(m_model->headerData(0, Qt::Vertical, Qt::DisplayRole).toInt(), 1);
}

void TestJsonTableModel::saysWhatIsNotThere()
{
    load("[{\"a\":1},{},{\"a\":\"\"},{\"a\":null}]");
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("missing"));
    QCOMPARE(m_model->index(2, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("empty text"));
    QCOMPARE(m_model->index(3, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("null"));
    QVERIFY(!m_model->index(1, 0).data().isValid());
}

void TestJsonTableModel::sorts_data()
{
    QTest::addColumn<QByteArray>("values"); // of member v; a dash is a row without it
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");

    QTest::newRow("numbers by value") << QByteArray("10,9,1e1,-3,2.50") << "-3 2.50 9 10 1e1" << "10 1e1 9 2.50 -3";
    QTest::newRow("numbers out of a double's range")
        << QByteArray("1e400,-1e400,1e401,1e-400,0,2e-400") << "-1e400 0 1e-400 2e-400 1e400 1e401"
        << "1e401 1e400 2e-400 1e-400 0 -1e400";
    QTest::newRow("texts without regard to case")
        << QByteArray("\"b\",\"A\",\"a\",\"B\",\"ab\"") << "A a ab b B" << "b B ab A a";
    QTest::newRow("texts that begin alike")
        << QByteArray("\"2026-05-20T12\",\"2026-05-20T1\",\"2026-05-20T11\"")
        << "2026-05-20T1 2026-05-20T11 2026-05-20T12" << "2026-05-20T12 2026-05-20T11 2026-05-20T1";
    QTest::newRow("escaped and plain text alike") << QByteArray("\"z\",\"\\u0062\",\"c\",\"a\"") << "a b c z" << "z c b a";
    QTest::newRow("null and missing are last")
        << QByteArray("null,-,2,\"\",-,1,null") << "1 2 '' null null - -" << "'' 2 1 null null - -";
    QTest::newRow("kinds keep apart") << QByteArray("true,\"1\",1,{},[1,2],false")
                                      << "1 1 false true {0 members} [2 items]"
                                      << "[2 items] {0 members} true false 1 1";
}

void TestJsonTableModel::sorts()
{
    QFETCH(QByteArray, values);
    QFETCH(QString, up);
    QFETCH(QString, down);
    QByteArrayList rows;
    // Only the containers' row has a comma within a value.
    for (const QByteArray &value : values.replace("[1,2]", "[1;2]").split(','))
        rows.append(value == "-" ? QByteArray("{}") : "{\"v\":" + QByteArray(value).replace(';', ',') + '}');
    load('[' + rows.join(',') + ']');
    sort(0, Qt::AscendingOrder);
    QCOMPARE(column(*m_model, 0), up);
    QCOMPARE(m_model->sortedColumn(), 0);
    sort(0, Qt::DescendingOrder);
    QCOMPARE(column(*m_model, 0), down);
    QCOMPARE(m_model->sortOrder(), Qt::DescendingOrder);
}

void TestJsonTableModel::keepsEqualRowsInOrder()
{
    QByteArray json = "[";
    for (int i = 0; i < 100'000; ++i)
        json += "{\"k\":" + QByteArray::number(i % 3) + ",\"i\":" + QByteArray::number(i) + "},";
    json.back() = ']';
    load(json);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        sort(0, order);
        int faults = 0;
        for (int row = 1; row < m_model->rowCount(); ++row) {
            const auto number = [&](int at, int column) { return m_model->index(at, column).data().toString().toInt(); };
            const bool isSame = number(row - 1, 0) == number(row, 0);
            if (isSame && number(row - 1, 1) > number(row, 1))
                ++faults;
            if (!isSame && (number(row - 1, 0) < number(row, 0)) != (order == Qt::AscendingOrder))
                ++faults;
        }
        QCOMPARE(faults, 0);
    }
}

void TestJsonTableModel::sortsExactlyBeyondADouble()
{
    load("[{\"n\":12345678901234567891},{\"n\":12345678901234567890},{\"n\":0.1000000000000000000002},"
         "{\"n\":0.1000000000000000000001}]");
    sort(0, Qt::AscendingOrder);
    QCOMPARE(column(*m_model, 0),
        QStringLiteral("0.1000000000000000000001 0.1000000000000000000002 12345678901234567890 12345678901234567891"));
}

void TestJsonTableModel::bringsBackTheOrderOfTheText()
{
    load("[{\"n\":3},{\"n\":1},{\"n\":2}]");
    const QSignalSpy ordered(m_model.get(), &JsonTableModel::orderChanged);
    sort(0, Qt::AscendingOrder);
    QCOMPARE(column(*m_model, 0), QStringLiteral("1 2 3"));
    m_model->sort(-1);
    QCOMPARE(column(*m_model, 0), QStringLiteral("3 1 2"));
    QCOMPARE(m_model->sortedColumn(), -1);
    QCOMPARE(ordered.count(), 2);
}

void TestJsonTableModel::keepsTheChosenRowWhileSorting()
{
    load("[{\"n\":3},{\"n\":1},{\"n\":2}]");
    const QPersistentModelIndex chosen = m_model->index(0, 0);
    sort(0, Qt::AscendingOrder);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(chosen.data().toString(), QStringLiteral("3"));
    sort(0, Qt::DescendingOrder);
    QCOMPARE(chosen.row(), 0);
    m_model->sort(-1);
    QCOMPARE(chosen.row(), 0);
}

void TestJsonTableModel::opensAColumnInPlace()
{
    load("[{\"a\":1,\"user\":{\"login\":\"x\",\"id\":1},\"z\":9},{\"user\":{\"id\":2,\"bot\":true}},{\"z\":8}]");
    QVERIFY(!m_model->canExpand(0));
    QVERIFY(m_model->canExpand(1));
    QVERIFY(!m_model->canCollapse(1));
    expand(1);
    QCOMPARE(printed(*m_model), QStringLiteral("a|user.login|user.id|user.bot|z\n1|x|1|-|9\n-|-|2|true|-\n-|-|-|-|8"));
    QVERIFY(m_model->canCollapse(2));
    m_model->collapse(2);
    QCOMPARE(printed(*m_model), QStringLiteral("a|user|z\n1|{2 members}|9\n-|{2 members}|-\n-|-|8"));
    expand(1);
    QCOMPARE(m_model->columnCount(), 5);
}

void TestJsonTableModel::keepsAColumnThatHoldsOtherValues()
{
    load("[{\"user\":{\"id\":1}},{\"user\":null},{\"user\":\"gone\"}]");
    expand(0);
    QCOMPARE(printed(*m_model), QStringLiteral("user|user.id\n{1 member}|1\nnull|-\ngone|-"));
    QVERIFY(!m_model->canExpand(0));
    m_model->collapse(1);
    QCOMPARE(printed(*m_model), QStringLiteral("user\n{1 member}\nnull\ngone"));
    QVERIFY(m_model->canExpand(0));
}

void TestJsonTableModel::opensColumnsWithinColumns()
{
    load("[{\"a\":{\"b\":{\"c\":1,\"d\":2},\"e\":3},\"f\":4}]");
    expand(0);
    expand(0);
    QCOMPARE(printed(*m_model), QStringLiteral("a.b.c|a.b.d|a.e|f\n1|2|3|4"));
    sort(1, Qt::AscendingOrder);
    m_model->collapse(2);
    QCOMPARE(printed(*m_model), QStringLiteral("a|f\n{2 members}|4"));
    QCOMPARE(m_model->sortedColumn(), -1);
}

void TestJsonTableModel::namesItsSortedColumnAfterOpening()
{
    load("[{\"o\":{\"x\":1,\"y\":1},\"n\":2},{\"n\":1}]");
    sort(1, Qt::AscendingOrder);
    QCOMPARE(m_model->sortedColumn(), 1);
    expand(0);
    QCOMPARE(m_model->sortedColumn(), 2);
    QCOMPARE(column(*m_model, 2), QStringLiteral("1 2"));
}

void TestJsonTableModel::limitsItsColumns()
{
    QByteArray json = "[{\"o\":{\"x\":1}}";
    for (int i = 0; i < 1500; ++i)
        json += ",{\"k" + QByteArray::number(i) + "\":1}";
    load(json + ']');
    QCOMPARE(m_model->columnCount(), int(JsonTableModel::maximumColumns));
    QCOMPARE(m_model->columnsLeftOut(), 501);
    QCOMPARE(m_model->headerData(999, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("k998"));
    expand(0);
    QCOMPARE(m_model->columnCount(), int(JsonTableModel::maximumColumns));
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("o.x"));
}

void TestJsonTableModel::opensAMillionRows()
{
    QByteArray json = "[";
    for (int i = 0; i < 1'000'000; ++i)
        json += "{\"n\":" + QByteArray::number(1'000'000 - i) + "},";
    json.back() = ']';
    m_tester.reset(); // it asks for each cell
    load(json);
    QCOMPARE(m_model->rowCount(), 1'000'000);
    QCOMPARE(m_model->index(999'999, 0).data().toString(), QStringLiteral("1"));
    sort(0, Qt::AscendingOrder);
    QCOMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("1"));
    QCOMPARE(m_model->index(654'320, 0).data().toString(), QStringLiteral("654321"));
}

void TestJsonTableModel::givesWayToTheNewestWish()
{
    load("[{\"a\":1,\"b\":2},{\"a\":2,\"b\":1}]");
    const QSignalSpy ordered(m_model.get(), &JsonTableModel::orderChanged);
    m_model->sort(0, Qt::DescendingOrder);
    m_model->sort(1, Qt::AscendingOrder);
    const json::Document other = json::Document::parse("[{\"c\":1}]");
    m_model->setTable(other, other.root(), QStringLiteral("$"));
    QTRY_VERIFY(!m_model->isBusy());
    QCOMPARE(printed(*m_model), QStringLiteral("c\n1"));
    QCOMPARE(ordered.count(), 1); // the one of the new table
    QCOMPARE(m_model->sortedColumn(), -1);
}

void TestJsonTableModel::cancels()
{
    load("[{\"a\":2},{\"a\":1}]");
    const QSignalSpy busy(m_model.get(), &JsonTableModel::busyChanged);
    m_model->sort(0);
    QVERIFY(m_model->isBusy());
    m_model->cancel();
    QVERIFY(!m_model->isBusy());
    QCOMPARE(busy.count(), 2);
    m_model->cancel();
    QCOMPARE(busy.count(), 2);
    expand(0);
    QCOMPARE(column(*m_model, 0), QStringLiteral("2 1"));
}

void TestJsonTableModel::outlivesNothing()
{
    json::Document document = json::Document::parse("[{\"a\":1}]");
    m_model->setTable(document, document.root(), QStringLiteral("$"));
    document = {};
    m_tester.reset();
    m_model.reset(); // with its work still on the way
    init();
    load("[{\"a\":1}]");
    QCOMPARE(printed(*m_model), QStringLiteral("a\n1"));
    m_model->setTable({}, {}, {});
    QCOMPARE(printed(*m_model), QString());
}

void TestJsonTableModel::readsRowsForAWriter()
{
    load("[{\"a\":2,\"b\":{\"c\":\"x\"}},{\"a\":1,\"d\":true}]");
    expand(1);
    sort(0, Qt::AscendingOrder);
    const JsonTableModel::RowReader read = m_model->reader({2, 1, 0});
    m_model->setTable({}, {}, {});
    std::vector<json::Value> cells;
    read(1, cells);
    QCOMPARE(cells.size(), std::size_t(3));
    QVERIFY(!cells[0].isValid());
    QCOMPARE(cells[1].toString(), QStringLiteral("x"));
    QCOMPARE(cells[2].raw().toByteArray(), QByteArray("2"));
}

void TestJsonTableModel::findsTables()
{
    const json::Document document = json::Document::parse(
        "{\"numbers\":[1,2,3,4,5],\"few\":[{\"x\":1}],\"data\":{\"many\":[{\"in ner\":[0,{}]},{},{}]},\"none\":[],"
        "\"mixed\":[1,{}]}");
    QStringList found;
    for (const models::FoundTable &table : models::findTables(document, nullptr))
        found.append(QStringLiteral("%1 %2").arg(table.path).arg(table.array.count()));
    QCOMPARE(found.join(QLatin1Char('\n')),
        QStringLiteral("$.data.many 3\n$.data.many[0]['in ner'] 2\n$.mixed 2\n$.few 1"));
    QCOMPARE(models::findTables(document, nullptr, 1).size(), 1);
    QCOMPARE(models::findTables(document, nullptr, 1).first().path, QStringLiteral("$.data.many"));
    QCOMPARE(models::findTables({}, nullptr).size(), 0);
}

QTEST_GUILESS_MAIN(TestJsonTableModel)
#include "tst_jsontablemodel.moc"
