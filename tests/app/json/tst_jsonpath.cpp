// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpath.h"

#include <QTest>

using namespace actionscope::json;

// Path queries of RFC 9535: what they find, in which order, and where a wrong one is wrong.
class TestJsonPath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void filtersNumbersByValue_data();
    void filtersNumbersByValue();
    void refuses_data();
    void refuses();
    void walksTheDeepestDocument();
    void findsNothingInNothing();
};

namespace {

QByteArray printed(const QList<Value> &values)
{
    QByteArrayList texts;
    for (const Value &value : values)
        texts.append(value.raw().toByteArray());
    return texts.join(' ');
}

} // namespace

void TestJsonPath::finds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *path, const QByteArray &json, const QByteArray &found) {
        QTest::newRow(path) << json << QString::fromUtf8(path) << found;
    };
    const QByteArray abc = R"({"a":1,"b":{"a":2,"c":[3,{"a":4}]},"d e":5})";
    row("$", abc, abc);
    row("$.a", abc, "1");
    row("$['d e']", abc, "5");
    row("$[\"b\"].c[0]", abc, "3");
    row("$ .b ['c'] [ 1 ]", abc, R"({"a":4})");
    row("$.*", abc, R"(1 {"a":2,"c":[3,{"a":4}]} 5)");
    row("$..a", abc, "1 2 4");
    row("$..[0]", abc, "3");
    row("$.b..*", abc, R"(2 [3,{"a":4}] 3 {"a":4} 4)");
    row("$['a','d e','a']", abc, "1 5 1");
    row("$.none", abc, "");
    row("$.a.b", abc, "");
    row("$[0]", abc, "");
    row("$.\u00e9_1", "{\"\u00e9_1\":7}", "7");
    row(R"($['\u00e9\'"\\\n'])", R"({"é'\"\\\n":8})", "8");
    row(R"($["\uD83D\uDE00"])", "{\"\U0001F600\":9}", "9");
    row("$.n", R"({"n":12345678901234567890,"n":1.10})", "1.10");
    row("$.*  ['x']", R"({"n":{"x":1},"n":{"x":2}})", "1 2");

    const QByteArray digits = "[0,1,2,3,4,5]";
    row("$[-1]", digits, "5");
    row("$[6]", digits, "");
    row("$[-7]", digits, "");
    row("$[1:3]", digits, "1 2");
    row("$[:2]", digits, "0 1");
    row("$[4:]", digits, "4 5");
    row("$[-2:]", digits, "4 5");
    row("$[::2]", digits, "0 2 4");
    row("$[::-1]", digits, "5 4 3 2 1 0");
    row("$[4:1:-2]", digits, "4 2");
    row("$[ 1 : 9 : 3 ]", digits, "1 4");
    row("$[::0]", digits, "");
    row("$[-99:99]", digits, "0 1 2 3 4 5");
    row("$[0,-1,1:3]", digits, "0 5 1 2");
    row("$[::9007199254740991]", digits, "0");

    const QByteArray shop = R"([{"n":"ab","p":8.95,"t":["x"]},{"n":"b","p":12,"s":null},{"n":"\u0061bc","p":8.950}])";
    row("$[?@.s].n", shop, R"("b")");
    row("$[?!@.s].p", shop, "8.95 8.950");
    row("$[?@.p==8.95].p", shop, "8.95 8.950");
    row("$[?@.p < 10 && @.t].n", shop, R"("ab")");
    row("$[?@.p>=12||@.t[0]=='x'].n", shop, R"("ab" "b")");
    row("$[?(@.p>10 || @.t) && !(@.n == 'b')].n", shop, R"("ab")");
    row("$[?@.n=='abc'].p", shop, "8.950");
    row("$[?@.n>'ab'].p", shop, "12 8.950");
    row("$[?@.s==null].n", shop, R"("b")");
    row("$[?@.s==@.none].n", shop, R"("ab" "\u0061bc")");
    row("$[?@.none!=1].p", shop, "8.95 12 8.950");
    row("$[?@.none<=@.none2].p", shop, "8.95 12 8.950");
    row("$[?@.p<'x'].p", shop, "");
    row("$[?@.p==$[1].p].n", shop, R"("b")");
    row("$[?length(@.n)==1].p", shop, "12");
    row("$[?length(@)>2].n", shop, R"("ab" "b")");
    row("$[?length(@.p)==1].n", shop, "");
    row("$[?count(@.*)==2].n", shop, R"("\u0061bc")");
    row("$[?match(@.n,'a.*')].p", shop, "8.95 8.950");
    row("$[?match(@.n,'b')].p", shop, "12");
    row("$[?search(@.n,'b')].p", shop, "8.95 12 8.950");
    row("$[?search(@.n,'[')].p", shop, "");
    row("$[?!match(@.p,'.*')].p", shop, "8.95 12 8.950");
    row("$[?value(@..[0])=='x'].p", shop, "8.95");
    row("$[?@.*]", R"([1,[],[2],{},{"a":1}])", R"([2] {"a":1})");
    row("$[?@==1]", "[1,true,\"1\",1.0,null]", "1 1.0");
    row("$[?@==true]", "[1,true,false]", "true");
    row("$[?@==$[0]]", R"([{"a":1,"b":[2]},{"b":[2.0],"a":1e0},{"a":1},[2]])", R"({"a":1,"b":[2]} {"b":[2.0],"a":1e0})");
    row("$[?match(@,'a.b')]", R"(["a\nb","a b","a\u2028b"])", "\"a b\" \"a\\u2028b\"");
    row("$[?match(@,'a[.]b')]", R"(["axb","a.b"])", "\"a.b\"");
    row("$[?length(@)==1]", "[\"\U0001F600\",\"ab\"]", "\"\U0001F600\"");
    row("$[?@>'\uFFFF']", "[\"\U0001F600\"]", "\"\U0001F600\"");
    row("$..[?@.a].a", abc, "2 4");
}

void TestJsonPath::finds()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    QFETCH(QByteArray, found);
    const Document document = Document::parse(json);
    QVERIFY(document.isValid());
    const auto query = JsonPath::parse(path);
    QVERIFY2(query, query ? "" : qPrintable(query.error().reason));
    QCOMPARE(printed(query->evaluate(document.root())), found);
}

void TestJsonPath::filtersNumbersByValue_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("condition");
    const auto row = [](const char *number, const char *condition) {
        QTest::addRow("%s %s", number, condition) << QByteArray(number) << QString::fromUtf8(condition);
    };
    row("12345678901234567891", ">12345678901234567890");
    row("1e400", "<1e401");
    row("1e400", "==10e399");
    row("-0", "==0");
    row("0", "==-0.0e5");
    row("-2", "<-1.5");
    row("-1", "<0");
    row("0.10", "==1e-1");
    row("0.01", "<0.1");
    row("100", ">99.999");
    row("1e-99999999999999999999", ">0");
    row("1e99999999999999999999", ">1e9");
    row("-1e99999999999999999999", "<1e-99999999999999999999");
}

void TestJsonPath::filtersNumbersByValue()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, condition);
    const Document document = Document::parse('[' + number + ']');
    const auto query = JsonPath::parse(QStringLiteral("$[?@%1]").arg(condition));
    QVERIFY(query);
    QCOMPARE(printed(query->evaluate(document.root())), number);
}

void TestJsonPath::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *path, int offset, const char *reason) {
        QTest::newRow(*path ? path : "empty") << QString::fromUtf8(path) << offset << QString::fromUtf8(reason);
    };
    const char segment[] = "“.”, “..” or “[” should stand here";
    const char operand[] = "a path, a value, a function or ( should stand here";
    row("", 0, "a path begins with $");
    row("a.b", 0, "a path begins with $");
    row(" $", 0, "a path begins with $");
    row("$ ", 1, segment);
    row("$a", 1, segment);
    row("$.", 2, "a member name or * should stand after the dot");
    row("$.1a", 2, "a member name or * should stand after the dot");
    row("$. a", 2, "a member name or * should stand after the dot");
    row("$.[0]", 2, "a member name or * should stand after the dot");
    row("$..", 3, "a member name or * should stand after the dot");
    row("$.a-b", 3, segment);
    row("$[]", 2, "a quoted name, a number, a slice, * or ? should stand in the brackets");
    row("$[a]", 2, "a quoted name, a number, a slice, * or ? should stand in the brackets");
    row("$[0", 3, "a comma or ] should stand here");
    row("$[0 1]", 4, "a comma or ] should stand here");
    row("$[01]", 2, "an index must not begin with a zero");
    row("$[-0]", 2, "an index must not begin with a zero");
    row("$[-]", 2, "a digit should stand after the minus sign");
    row("$[9007199254740992]", 2, "this index is too large");
    row("$[1:2:3:4]", 7, "a comma or ] should stand here");
    row("$['a]", 2, "the string that begins here is not closed");
    row("$['\\x']", 3, "this escape does not exist in a path");
    row("$['\\\"']", 3, "this escape does not exist in a path");
    row("$['\\ud800']", 3, "half of a surrogate pair stands alone");
    row("$['\\udc00']", 3, "half of a surrogate pair stands alone");
    row("$['a\tb']", 4, "a control character inside a string must be written as an escape");
    row("$[?]", 3, operand);
    row("$[?@.a==]", 8, operand);
    row("$[?@.a=1]", 6, "a comma or ] should stand here");
    row("$[?@.a && ]", 10, operand);
    row("$[?(@.a]", 7, "a ) is missing");
    row("$[?1]", 3, "this value must be compared with another one");
    row("$[?!true]", 3, "this value must be compared with another one");
    row("$[?length(@.a)]", 3, "this value must be compared with another one");
    row("$[?@.*==1]", 3, "a path that may lead to several values cannot be compared");
    row("$[?1==@..a]", 6, "a path that may lead to several values cannot be compared");
    row("$[?match(@.a,'x')==true]", 3, "match and search say yes or no by themselves; their result is not compared");
    row("$[?count(1)==1]", 9, "this function takes a path here");
    row("$[?length(@.*)==1]", 10, "a path that may lead to several values cannot be compared");
    row("$[?length()==1]", 3, "the number of arguments of length must be 1");
    row("$[?match(@.a)]", 3, "the number of arguments of match must be 2");
    row("$[?sum(@.a)==1]", 3, "there is no function sum");
    row("$[?@.a==01]", 8, "this is not a number as JSON writes it");
    row("$[?@.a==1.]", 8, "this is not a number as JSON writes it");
    row("$[?@.a==True]", 8, operand);
    QTest::newRow("too deep") << QStringLiteral("$[?") + QString(10000, QLatin1Char('(')) << 203
                              << QStringLiteral("the path is nested too deeply");
}

void TestJsonPath::refuses()
{
    QFETCH(QString, path);
    QFETCH(int, offset);
    QFETCH(QString, reason);
    const auto query = JsonPath::parse(path);
    QVERIFY(!query);
    QCOMPARE(query.error().reason, reason);
    QCOMPARE(int(query.error().offset), offset);
}

void TestJsonPath::walksTheDeepestDocument()
{
    const int depth = Document::maximumDepth;
    const Document document = Document::parse(QByteArray(depth - 1, '[') + "{}" + QByteArray(depth - 1, ']'));
    QVERIFY(document.isValid());
    QCOMPARE(JsonPath::parse(u"$..*")->evaluate(document.root()).size(), depth - 1);
    QCOMPARE(JsonPath::parse(u"$[?@==$[0]]")->evaluate(document.root()).size(), 1);
}

void TestJsonPath::findsNothingInNothing()
{
    const Document nothing;
    QVERIFY(JsonPath::parse(u"$..a")->evaluate(nothing.root()).isEmpty());
}

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
