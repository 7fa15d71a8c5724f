// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::JsonTreeModel;

namespace {

// The tree as lines "  key = value (type)", everything fetched.
QStringList printed(JsonTreeModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto text = [&](int column) { return model.index(row, column, parent).data().toString(); };
        lines.append(QStringLiteral("%1%2 = %3 (%4)")
                         .arg(QString(depth * 2, QLatin1Char(' ')), text(JsonTreeModel::KeyColumn),
                             text(JsonTreeModel::ValueColumn), text(JsonTreeModel::TypeColumn)));
        lines += printed(model, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

QModelIndex find(JsonTreeModel &model, const QString &key, const QModelIndex &parent = {})
{
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data() == key)
            return index;
    }
    return {};
}

} // namespace

class TestJsonTreeModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsTree_data();
    void printsAsTree();
    void namesThePlaceOfAValue();
    void givesTheExactBytes();
    void elidesLongStrings();
    void cutsNoCharacterInHalf();
    void opensManyItemsInWindows();
    void groupsAMillionItems();
    void groupsManyMembers();
    void showsADeepDocument();
    void replacesTheDocument();
};

void TestJsonTreeModel::printsAsTree_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("lines");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a word") << QByteArray("null") << "$ = null (null)";
    QTest::newRow("an empty object") << QByteArray(" {} ") << "$ = {} (0 members)";
    QTest::newRow("numbers as sent")
        << QByteArray(R"([12345678901234567890, 1.10, 1e400, -0])")
        << "0 = 12345678901234567890 (number)\n1 = 1.10 (number)\n2 = 1e400 (number)\n3 = -0 (number)";
    QTest::newRow("order and duplicates") << QByteArray(R"({"b":true,"a":false,"b":null})")
                                          << "b = true (boolean)\na = false (boolean)\nb = null (null)";
    QTest::newRow("escapes undone") << QByteArray(R"({"k\u0065y":"caf\u00e9 \ud83d\ude00"})")
                                    << QString::fromUtf8("key = café 😀 (string)");
    QTest::newRow("nested")
        << QByteArray(R"({"data":{"items":[1,{"x":[]}]},"successful":true})")
        << "data =  (1 member)\n  items =  (2 items)\n    0 = 1 (number)\n    1 =  (1 member)\n"
           "      x = [] (0 items)\nsuccessful = true (boolean)";
    QTest::newRow("cut off")
        << QByteArray(R"({"data":{"a":1,"b":[1,2,)")
        << "data =  (2 members)\n  a = 1 (number)\n  b =  (2 items)\n    0 = 1 (number)\n    1 = 2 (number)";
    QTest::newRow("cut off after a name") << QByteArray(R"({"a":1,"b")") << "a = 1 (number)";
    QTest::newRow("cut off in a string") << QByteArray(R"(["a","b)") << "0 = a (string)";
}

void TestJsonTreeModel::printsAsTree()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, lines);
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // It would fetch while it still handles the reset; printed() fetches instead.
    tester.setUseFetchMore(false);
    model.setDocument(json::Document::parse(json));
    QCOMPARE(printed(model).join(QLatin1Char('\n')), lines);
}

void TestJsonTreeModel::namesThePlaceOfAValue()
{
    JsonTreeModel model;
    model.setDocument(json::Document::parse(R"({"data":{"odd key":[0,0,0,{"it's\n":1}],"a/b~c":2,"":3}})"));
    const QModelIndex data = find(model, QStringLiteral("data"));
    const QModelIndex fourth = find(model, QStringLiteral("3"), find(model, QStringLiteral("odd key"), data));
    QCOMPARE(fourth.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.data['odd key'][3]"));
    QCOMPARE(fourth.data(JsonTreeModel::PointerRole).toString(), QStringLiteral("/data/odd key/3"));
    const QModelIndex quote = find(model, QStringLiteral("it's\n"), fourth);
    QCOMPARE(
        quote.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.data['odd key'][3]['it\\'s\\n']"));
    const QModelIndex slash = find(model, QStringLiteral("a/b~c"), data);
    QCOMPARE(slash.data(JsonTreeModel::PointerRole).toString(), QStringLiteral("/data/a~1b~0c"));
    const QModelIndex empty = find(model, QString(), data);
    QCOMPARE(empty.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.data['']"));
    QCOMPARE(empty.data(JsonTreeModel::PointerRole).toString(), QStringLiteral("/data/"));

    model.setDocument(json::Document::parse("5"));
    QCOMPARE(model.index(0, 0).data(JsonTreeModel::PathRole).toString(), QStringLiteral("$"));
    QCOMPARE(model.index(0, 0).data(JsonTreeModel::PointerRole).toString(), QString());
}

void TestJsonTreeModel::givesTheExactBytes()
{
    JsonTreeModel model;
    model.setDocument(json::Document::parse("{\"d\":{ \"n\" : 1.10,\n \"s\":\"\\u0041\" } }"));
    const QModelIndex d = find(model, QStringLiteral("d"));
    QCOMPARE(
        d.data(JsonTreeModel::RawRole).toByteArray(), QByteArray("{ \"n\" : 1.10,\n \"s\":\"\\u0041\" }"));
    QCOMPARE(d.data(JsonTreeModel::PreviewRole).toString(), QStringLiteral(R"({"n": 1.10, "s": "\u0041"})"));
    const QModelIndex s = find(model, QStringLiteral("s"), d);
    QCOMPARE(s.data(JsonTreeModel::RawRole).toByteArray(), QByteArray("\"\\u0041\""));
    QCOMPARE(s.data(JsonTreeModel::TextRole).toString(), QStringLiteral("A"));
    QCOMPARE(s.data(JsonTreeModel::TypeRole).toInt(), int(json::Type::String));
}

void TestJsonTreeModel::elidesLongStrings()
{
    JsonTreeModel model;
    model.setDocument(
        json::Document::parse("[\"" + QByteArray(50'000'000, 'x') + "\",\"" + QByteArray(200, 'y') + "\"]"));
    model.fetchMore({});
    const QModelIndex longOne = model.index(0, JsonTreeModel::ValueColumn);
    QCOMPARE(longOne.data().toString(), QString(200, QLatin1Char('x')) + QChar(0x2026));
    QVERIFY(longOne.data(JsonTreeModel::IsElidedRole).toBool());
    QCOMPARE(model.index(0, JsonTreeModel::TypeColumn).data().toString(), QStringLiteral("string, 50.0 MB"));
    QCOMPARE(model.index(0, JsonTreeModel::SizeColumn).data().toString(), QStringLiteral("50.0 MB"));
    QCOMPARE(longOne.data(JsonTreeModel::TextRole).toString().size(), 50'000'000);
    const QModelIndex shortOne = model.index(1, JsonTreeModel::ValueColumn);
    QCOMPARE(shortOne.data().toString(), QString(200, QLatin1Char('y')));
    QVERIFY(!shortOne.data(JsonTreeModel::IsElidedRole).toBool());
}

void TestJsonTreeModel::cutsNoCharacterInHalf()
{
    JsonTreeModel model;
    QByteArray escapes = "\"";
    for (int i = 0; i < 150; ++i)
        escapes += "\\ud83d\\ude00";
    model.setDocument(
        json::Document::parse("[" + escapes + "x\",\"" + QString(300, QChar(0xE9)).toUtf8() + "\"]"));
    model.fetchMore({});
    const QString emoji = model.index(0, JsonTreeModel::ValueColumn).data().toString();
    QVERIFY(emoji.isValidUtf16());
    QVERIFY(emoji.endsWith(QChar(0x2026)));
    QCOMPARE(model.index(1, JsonTreeModel::ValueColumn).data().toString(),
        QString(200, QChar(0xE9)) + QChar(0x2026));
}

void TestJsonTreeModel::opensManyItemsInWindows()
{
    QByteArray json = "[";
    for (int i = 0; i < JsonTreeModel::mostUngrouped; ++i)
        json += "7,";
    json.back() = ']';
    JsonTreeModel model;
    model.setDocument(json::Document::parse(json));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.hasChildren());
    QVERIFY(model.canFetchMore({}));
    const QSignalSpy inserted(&model, &JsonTreeModel::rowsInserted);
    model.fetchMore({});
    QCOMPARE(model.rowCount(), JsonTreeModel::windowSize);
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 2 * JsonTreeModel::windowSize);
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.index(1999, JsonTreeModel::KeyColumn).data().toString(), QStringLiteral("1999"));
}

void TestJsonTreeModel::groupsAMillionItems()
{
    QByteArray json = "{\"a\":[";
    for (int i = 0; i < 1'000'000; ++i)
        json += QByteArray::number(i) + ',';
    json.back() = ']';
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    model.setDocument(json::Document::parse(json + '}'));
    model.fetchMore({});
    const QModelIndex array = model.index(0, 0);
    const json::Value wanted = model.document().root().firstChild().at(999'999);
    const QModelIndex found = model.indexOf(wanted);
    QCOMPARE(model.value(found), wanted);
    QCOMPARE(found.data().toString(), QStringLiteral("999999"));
    QCOMPARE(found.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.a[999999]"));
    QCOMPARE(found.data(JsonTreeModel::PointerRole).toString(), QStringLiteral("/a/999999"));
    QCOMPARE(model.rowCount(array), 100);
    QVERIFY(!model.canFetchMore(array));

    const QModelIndex group = found.parent();
    QCOMPARE(group.parent(), array);
    QVERIFY(group.data(JsonTreeModel::IsGroupRole).toBool());
    QCOMPARE(group.data().toString(), QStringLiteral("990,000 … 999,999"));
    QCOMPARE(group.siblingAtColumn(JsonTreeModel::TypeColumn).data().toString(), QStringLiteral("10,000 items"));
    QCOMPARE(group.siblingAtColumn(JsonTreeModel::SizeColumn).data().toString(), QStringLiteral("70.0 kB"));
    QCOMPARE(group.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.a[990000:1000000]"));
    QCOMPARE(group.data(JsonTreeModel::PointerRole).toString(), QStringLiteral("/a"));
    QVERIFY(group.data(JsonTreeModel::RawRole).toByteArray().startsWith("[990000,990001,"));
    QVERIFY(group.data(JsonTreeModel::RawRole).toByteArray().endsWith(",999999]"));
    QCOMPARE(model.rowCount(group), 10'000);
    QVERIFY(!model.canFetchMore(group));
    // Those that nobody looked into have no rows.
    QCOMPARE(model.rowCount(model.index(50, 0, array)), 0);
}

void TestJsonTreeModel::groupsManyMembers()
{
    QByteArray json = "{";
    for (int i = 0; i <= JsonTreeModel::mostUngrouped; ++i)
        json += "\"k" + QByteArray::number(i) + "\": [" + QByteArray::number(i) + "],";
    json.back() = '}';
    JsonTreeModel model;
    model.setDocument(json::Document::parse(json));
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 4);
    const QModelIndex last = model.index(3, 0);
    QCOMPARE(last.data().toString(), QStringLiteral("30,000 … 30,000"));
    QCOMPARE(last.data(JsonTreeModel::RawRole).toByteArray(), QByteArray(R"({"k30000": [30000]})"));
    QCOMPARE(last.siblingAtColumn(JsonTreeModel::TypeColumn).data().toString(), QStringLiteral("1 member"));
    const QModelIndex member = find(model, QStringLiteral("k12345"), model.index(1, 0));
    QCOMPARE(member.data(JsonTreeModel::PathRole).toString(), QStringLiteral("$.k12345"));
    const json::Value deep = model.value(member).firstChild();
    QCOMPARE(model.indexOf(deep).parent(), member);
}

void TestJsonTreeModel::showsADeepDocument()
{
    const int depth = json::Document::maximumDepth;
    JsonTreeModel model;
    model.setDocument(json::Document::parse(QByteArray(depth, '[') + QByteArray(depth, ']')));
    QModelIndex index;
    for (int level = 0; level < depth - 1; ++level) {
        QVERIFY(model.canFetchMore(index));
        model.fetchMore(index);
        index = model.index(0, 0, index);
        QVERIFY(index.isValid());
    }
    QVERIFY(!model.hasChildren(index));
    QVERIFY(index.data(JsonTreeModel::PathRole).toString().endsWith(QStringLiteral("[0][0]")));
}

void TestJsonTreeModel::replacesTheDocument()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // It would fetch while it still handles the reset; printed() fetches instead.
    tester.setUseFetchMore(false);
    const QSignalSpy reset(&model, &JsonTreeModel::modelReset);
    model.setDocument(json::Document::parse(R"({"a":{"b":1}})"));
    printed(model);
    model.setDocument(json::Document::parse("[true]"));
    QCOMPARE(printed(model), QStringList {QStringLiteral("0 = true (boolean)")});
    model.setDocument({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasChildren());
    QCOMPARE(reset.count(), 3);
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_jsontreemodel.moc"
