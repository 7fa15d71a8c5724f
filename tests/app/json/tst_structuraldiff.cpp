// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/structuraldiff.h"

#include "app/json/valuepaths.h"

#include <QTest>

using namespace actionscope::json;

namespace {

// One word for each change: sign, path on the left, ">" path on the right where it is another.
QByteArray told(const Difference &difference)
{
    ValuePaths left;
    ValuePaths right;
    QStringList words;
    for (const Change &change : difference.changes) {
        const QString from = change.left.isValid() ? left.pathOf(change.left) : QString();
        const QString to = change.right.isValid() ? right.pathOf(change.right) : QString();
        const QLatin1Char sign("+-~>"[int(change.kind)]);
        words.append(sign
            + (from.isEmpty()                    ? to
                    : to.isEmpty() || from == to ? from
                                                 : from + QLatin1Char('>') + to));
    }
    return words.join(QLatin1Char(' ')).toUtf8();
}

Difference diff(const QByteArray &left, const QByteArray &right, const DiffOptions &options = {})
{
    return difference(Document::parse(left), Document::parse(right), options);
}

} // namespace

class TestStructuralDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheChanges_data();
    void findsTheChanges();
    void everyDocumentEqualsItself_data();
    void everyDocumentEqualsItself();
    void ignoresPaths();
    void ignoresVolatileValues_data();
    void ignoresVolatileValues();
    void goesDeep();
    void takesLongArrays();
    void stopsWhenItShall();
};

void TestStructuralDiff::findsTheChanges_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("changes");

    const auto row = [](const char *name, const char *left, const char *right, const char *changes) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(changes);
    };
    row("white space and order of members", "{\"a\":1,\"b\":[2]}", "{ \"b\" : [ 2 ], \"a\" : 1 }", "");
    row("another spelling of a string", "[\"\\u0041\\/\"]", "[\"A/\"]", "");
    row("another spelling of a number", "[1.0]", "[1.00]", "~$[0]");
    row("a value", "{\"a\":1}", "{\"a\":2}", "~$.a");
    row("another type", "{\"a\":{}}", "{\"a\":[]}", "~$.a");
    row("the root", "1", "{}", "~$");
    row("null is not absent", "{\"a\":null}", "{}", "-$.a");
    row("a member more", "{\"a\":1}", "{\"a\":1,\"b\":2}", "+$.b");
    row("deep inside", "{\"a\":[{\"b\":{\"c\":1}}]}", "{\"a\":[{\"b\":{\"c\":2}}]}", "~$.a[0].b.c");
    row("one of two of a name", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}", "~$.a");
    row("two of a name the other way round", "{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}", "~$.a ~$.a");
    row("two halves of a character", "[\"\\ud800\"]", "[\"\\ud801\"]", "~$[0]");
    row("one of a name less", "{\"a\":1,\"a\":2}", "{\"a\":1}", "-$.a");
    row("an item more at the front", "[1,2,3]", "[0,1,2,3]", "+$[0]");
    row("an item less in the middle", "[1,2,3]", "[1,3]", "-$[1]");
    row("an item changed", "[1,2,3]", "[1,5,3]", "~$[1]");
    row("an item moved", "[1,2,3,4]", "[4,1,2,3]", ">$[3]>$[0]");
    row("an object moved by its id, and changed", "[{\"id\":1,\"x\":1},{\"id\":2},{\"id\":3}]",
        "[{\"id\":2},{\"id\":3},{\"id\":1,\"x\":2}]", ">$[0]>$[2] ~$[0].x>$[2].x");
    row("an object by its id, others around it", "[{\"id\":1,\"x\":1},{\"id\":2,\"x\":1}]",
        "[{\"id\":9,\"x\":1},{\"id\":2,\"x\":7}]", "~$[0].id ~$[1].x");
    row("by content where ids are given twice", "[{\"id\":1},{\"id\":1}]",
        "[{\"id\":1},{\"id\":1},{\"id\":1}]", "+$[2]");
    row("the same item many times", "[1,1,1,1]", "[1,1]", "-$[2] -$[3]");
    row("nothing in common", "[1,2]", "[\"a\",{\"b\":1}]", "~$[0] +$[1] -$[1]");
    row("empty and not", "[]", "[1]", "+$[0]");
    row("emptied", "{\"a\":[1,2]}", "{\"a\":[]}", "-$.a[0] -$.a[1]");
    row("a broken one, as far as it goes", "{\"a\":1,\"b\":", "{\"a\":2}", "~$.a");
    row("nothing at all", "", "{}", "+$");
}

void TestStructuralDiff::findsTheChanges()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QTEST(told(diff(left, right)), "changes");
}

void TestStructuralDiff::everyDocumentEqualsItself_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("duplicates") << QByteArray("{\"a\":1,\"a\":[{},{},[]],\"\":null}");
    QTest::newRow("broken") << QByteArray("{\"a\":[1,{\"b\":tru");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xFF\"}");
}

void TestStructuralDiff::everyDocumentEqualsItself()
{
    QFETCH(QByteArray, body);
    QCOMPARE(told(diff(body, body)), QByteArray());
}

void TestStructuralDiff::ignoresPaths()
{
    DiffOptions options;
    options.ignoredPaths = {*JsonPath::parse(u"$..updated"), *JsonPath::parse(u"$.meta")};
    const QByteArray left = "{\"meta\":1,\"items\":[{\"v\":1,\"updated\":1},{\"v\":2,\"updated\":1}]}";
    const QByteArray right = "{\"items\":[{\"v\":2,\"updated\":5},{\"v\":1}]}";
    QCOMPARE(told(diff(left, right, options)), QByteArray(">$.items[1]>$.items[0]"));
    QVERIFY(!diff(left, right).changes.empty());
}

void TestStructuralDiff::ignoresVolatileValues_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("areEqual");

    const auto row = [](const char *name, const char *left, const char *right, bool areEqual) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << areEqual;
    };
    row("timestamps", "[\"2026-11-24T10:00:00Z\"]", "[\"2025-01-01T00:00:00.123+01:00\"]", true);
    row("uuids", "[\"6fda3854-cc97-4e70-a069-7f52fa431f00\"]", "[\"00000000-CC97-4e70-a069-7f52fa431f00\"]",
        true);
    row("seconds since 1970 under a name", "{\"createdAt\":1700000000}", "{\"createdAt\":1700000009}", true);
    row("the same without such a name", "{\"amount\":1700000000}", "{\"amount\":1700000009}", false);
    row("request ids", "{\"requestId\":\"ab\",\"x-request-id\":\"1\"}",
        "{\"requestId\":\"cd\",\"x-request-id\":\"2\"}", true);
    row("a timestamp that became null", "{\"closed_at\":null}", "{\"closed_at\":\"2026-11-24T10:00:00Z\"}",
        false);
    row("a text with a date in it", "[\"due 2026-11-24\"]", "[\"due 2026-11-25\"]", false);
    row("items with a UUID for an id",
        "[{\"id\":\"6fda3854-cc97-4e70-a069-7f52fa431f00\"},{\"id\":\"7fda3854-cc97-4e70-a069-7f52fa431f00\"}"
        "]",
        "[{\"id\":\"8fda3854-cc97-4e70-a069-7f52fa431f00\"},{\"id\":\"9fda3854-cc97-4e70-a069-7f52fa431f00\"}"
        "]",
        true);
    row("something else beside", "{\"created_at\":1,\"v\":1}", "{\"created_at\":2,\"v\":2}", false);
}

void TestStructuralDiff::ignoresVolatileValues()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, areEqual);
    DiffOptions options;
    options.ignoresVolatile = true;
    QCOMPARE(diff(left, right, options).changes.empty(), areEqual);
    QVERIFY(!diff(left, right).changes.empty());
}

void TestStructuralDiff::goesDeep()
{
    const int depth = Document::maximumDepth - 1;
    const QByteArray open(depth, '[');
    const QByteArray close(depth, ']');
    const Difference found = diff(open + '1' + close, open + '2' + close);
    QCOMPARE(found.changes.size(), 1);
    QCOMPARE(found.changes.front().right.raw().toByteArray(), QByteArray("2"));
}

void TestStructuralDiff::takesLongArrays()
{
    QByteArray left = "[";
    QByteArray right = "[";
    for (int i = 0; i < 100'000; ++i) {
        left += QByteArray::number(i) + ',';
        right += QByteArray::number(99'999 - i) + ',';
    }
    const Difference found = diff(left + "null]", right + "null]");
    QCOMPARE(found.changes.size(), 99'999); // one may stay where it is
    QVERIFY(found.changes.front().kind == Change::Kind::Moved);
    // No two items alike.
    const Difference other = diff(
        '[' + QByteArray("1,").repeated(100'000) + "1]", '[' + QByteArray("2,").repeated(100'000) + "2]");
    QCOMPARE(other.changes.size(), 100'001);
}

void TestStructuralDiff::stopsWhenItShall()
{
    const std::atomic_bool isCancelled = true;
    const Difference found = difference(Document::parse("[1]"), Document::parse("[2]"), {}, &isCancelled);
    QVERIFY(!found.isComplete);
}

QTEST_GUILESS_MAIN(TestStructuralDiff)
#include "tst_structuraldiff.moc"
