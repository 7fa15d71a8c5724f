// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"

#include <QTest>

using namespace actionscope::json;

// What is JSON, where what is not stops being it, and that nothing is converted on the way.
class TestDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsEveryValidText_data();
    void acceptsEveryValidText();
    void saysWhereAndWhyATextIsWrong_data();
    void saysWhereAndWhyATextIsWrong();
    void keepsTheSpellingOfNumbers_data();
    void keepsTheSpellingOfNumbers();
    void decodesStrings_data();
    void decodesStrings();
    void keepsOrderAndDuplicates();
    void walksArraysAndObjects();
    void readsIntegersOnlyWhereTheyFit();
    void stopsAtTheDeepestLevel_data();
    void stopsAtTheDeepestLevel();
    void aPartialDocumentCanBeWalked_data();
    void aPartialDocumentCanBeWalked();
    void placesCountCharacters_data();
    void placesCountCharacters();
    void findsTheValueAtAnOffset_data();
    void findsTheValueAtAnOffset();
    void everyValueKnowsItsContainer();
    void stopsWhenAsked();
    void anEmptyHandleIsHarmless();
};

namespace {

// The values of a document on one line, as a walk over it meets them.
QByteArray walked(const Value &value)
{
    QByteArray text;
    if (value.hasKey())
        text = value.rawKey().toByteArray() + ':';
    if (!value.isContainer())
        return text + value.raw().toByteArray();
    text += value.isObject() ? '{' : '[';
    for (Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        text += walked(child) + ' ';
    return text + (value.isObject() ? '}' : ']');
}

} // namespace

void TestDocument::acceptsEveryValidText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("type");

    QTest::newRow("null") << QByteArray("null") << int(Type::Null);
    QTest::newRow("true") << QByteArray("true") << int(Type::True);
    QTest::newRow("false") << QByteArray(" false\r\n\t") << int(Type::False);
    QTest::newRow("number") << QByteArray("-0.0e+00") << int(Type::Number);
    QTest::newRow("string") << QByteArray("\"\"") << int(Type::String);
    QTest::newRow("empty array") << QByteArray("[ ]") << int(Type::Array);
    QTest::newRow("empty object") << QByteArray("{\n}") << int(Type::Object);
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << int(Type::Object);
    QTest::newRow("every escape") << QByteArray(R"("\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00")") << int(Type::String);
    QTest::newRow("lone surrogate as escape") << QByteArray(R"("\ud800")") << int(Type::String);
    QTest::newRow("NUL as escape") << QByteArray(R"("a\u0000b")") << int(Type::String);
    QTest::newRow("DEL stands as it is") << QByteArray("\"\x7f\"") << int(Type::String);
    QTest::newRow("four-byte UTF-8") << QByteArray("\"\xF4\x8F\xBF\xBF\"") << int(Type::String);
    QTest::newRow("nested") << QByteArray(R"([{"a":[1,{"b":{}}]},[]])") << int(Type::Array);
    QTest::newRow("empty name") << QByteArray(R"({"":{"":1}})") << int(Type::Object);
}

void TestDocument::acceptsEveryValidText()
{
    QFETCH(QByteArray, text);
    QFETCH(int, type);
    const Document document = Document::parse(text);
    QVERIFY2(!document.error(), qPrintable(document.error().value_or(ParseError {}).reason));
    QVERIFY(document.isValid());
    QCOMPARE(int(document.root().type()), type);
    QCOMPARE(document.bytes(), text);
}

void TestDocument::saysWhereAndWhyATextIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *name, const QByteArray &text, int offset, const char *reason) {
        QTest::newRow(name) << text << offset << QString::fromUtf8(reason);
    };
    row("empty", "", 0, "there is no value");
    row("only space", " \n ", 3, "there is no value");
    row("only a byte order mark", "\xEF\xBB\xBF", 3, "there is no value");
    row("two values", "1 2", 2, "there is more text after the value");
    row("text after object", "{}x", 2, "there is more text after the value");
    row("comma at the end of an object", R"({"a":1,})", 6, "a comma stands before the closing }");
    row("comma at the end of an array", "[1, ]", 2, "a comma stands before the closing ]");
    row("comma first", "[,1]", 1, "a value should stand here, not “,”");
    row("no comma in array", "[1 2]", 3, "a comma or ] is missing after the item");
    row("no comma in object", R"({"a":1 "b":2})", 7, "a comma or } is missing after the member");
    row("wrong bracket", "[1}", 2, "a comma or ] is missing after the item");
    row("open array", "[1", 2, "the text ends inside an array that is not closed with ]");
    row("open object", R"({"a":1)", 6, "the text ends inside an object that is not closed with }");
    row("no colon", R"({"a" 1})", 5, "a colon is missing after the member name");
    row("no value", R"({"a":})", 5, "a value should stand here, not “}”");
    row("name without quotes", "{a:1}", 1, "a member name must stand in double quotes");
    row("ends after a comma", R"({"a":1,)", 7, "the text ends where a member name should stand");
    row("ends after a colon", R"({"a":)", 5, "the text ends where a value should stand");
    row("single quotes", "['a']", 1, "strings must stand in double quotes");
    row("python true", "[True]", 1, "JSON writes true, false and null in lower case");
    row("NaN", "NaN", 0, "JSON has no NaN and no Infinity");
    row("comment", "{}//x", 2, "there is more text after the value");
    row("comment in an array", "[//x\n1]", 1, "JSON has no comments");
    row("misspelt word", "[tru]", 1, "a value should stand here, not “t”");
    row("leading zero", "[012]", 1, "a number must not begin with a zero");
    row("leading minus zero", "-01", 0, "a number must not begin with a zero");
    row("only a minus", "[-]", 1, "a number needs a digit after the minus sign");
    row("plus", "+1", 0, "a number must begin with a digit or a minus sign");
    row("point first", ".5", 0, "a number must begin with a digit or a minus sign");
    row("point last", "5.", 0, "a number needs a digit after the decimal point");
    row("empty exponent", "1e+", 0, "a number needs a digit in its exponent");
    row("hexadecimal", "0x1", 1, "there is more text after the value");
    row("open string", R"(["abc)", 1, "the string that begins here is not closed");
    row("line break in string", "\"a\nb\"", 2, "a line break inside a string must be written as \\n");
    row("NUL in string", QByteArray("\"a\0b\"", 5), 2, "a control character inside a string must be written as an escape");
    row("NUL outside", QByteArray("[\0]", 3), 1, "a value should stand here");
    row("unknown escape", R"("\x41")", 1, "this escape does not exist in JSON");
    row("short unicode escape", R"("\u12G4")", 1, "\\u must be followed by four hexadecimal digits");
    row("ends inside an escape", "\"\\", 1, "the text ends inside an escape");
    row("overlong slash", "\"\xC0\xAF\"", 1, "the bytes here are not valid UTF-8");
    row("overlong three bytes", "\"\xE0\x80\xAF\"", 1, "the bytes here are not valid UTF-8");
    row("overlong four bytes", "\"\xF0\x80\x80\xAF\"", 1, "the bytes here are not valid UTF-8");
    row("surrogate in UTF-8", "\"\xED\xA0\x80\"", 1, "the bytes here are not valid UTF-8");
    row("past U+10FFFF", "\"\xF4\x90\x80\x80\"", 1, "the bytes here are not valid UTF-8");
    row("Latin-1", "\"caf\xE9\"", 4, "the bytes here are not valid UTF-8");
    row("cut in a character", "\"\xE2\x82", 1, "the bytes here are not valid UTF-8");
    row("lone continuation", "\"\x80\"", 1, "the bytes here are not valid UTF-8");
    row("no-break space between", "[1,\xC2\xA0""2]", 3, "a value should stand here");
}

void TestDocument::saysWhereAndWhyATextIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(QString, reason);
    const Document document = Document::parse(text);
    QVERIFY(!document.isValid());
    QVERIFY(document.error());
    QCOMPARE(document.error()->reason, reason);
    QCOMPARE(int(document.error()->offset), offset);
}

void TestDocument::keepsTheSpellingOfNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"12345678901234567890", "1.10", "1e400", "-0", "1E+2", "0.10000000000000000000001"})
        QTest::newRow(number) << QByteArray(number);
}

void TestDocument::keepsTheSpellingOfNumbers()
{
    QFETCH(QByteArray, number);
    const Document document = Document::parse("{\"n\":" + number + "}");
    QCOMPARE(document.root().member(u"n").raw().toByteArray(), number);
}

void TestDocument::decodesStrings_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");

    QTest::newRow("plain") << QByteArray("\"abc\"") << QStringLiteral("abc");
    QTest::newRow("UTF-8") << QByteArray("\"h\u00e9\U0001F600\"") << QStringLiteral(u"h\u00e9\U0001F600");
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("pair") << QByteArray(R"("x\uD83D\uDE00y")") << QStringLiteral(u"x\U0001F600y");
    QTest::newRow("lone surrogate") << QByteArray(R"("\ud800!")") << QString(QChar(0xD800)) + QLatin1Char('!');
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << QString(QLatin1String("a\0b", 3));
    QTest::newRow("byte order mark inside") << QByteArray("\"\xEF\xBB\xBFx\"") << QStringLiteral(u"\uFEFFx");
}

void TestDocument::decodesStrings()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    const Document document = Document::parse(raw);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().toString(), text);
    const Document asName = Document::parse("{" + raw + ":1}");
    QCOMPARE(asName.root().firstChild().key(), text);
    QCOMPARE(asName.root().firstChild().rawKey().toByteArray(), raw);
}

void TestDocument::keepsOrderAndDuplicates()
{
    const Document document = Document::parse(R"({"z":1,"a":2,"z":3,"\u007a":4})");
    QCOMPARE(walked(document.root()), QByteArray(R"({"z":1 "a":2 "z":3 "\u007a":4 })"));
    QCOMPARE(document.root().count(), 4);
    QCOMPARE(document.root().member(u"z").raw().toByteArray(), QByteArray("4"));
}

void TestDocument::walksArraysAndObjects()
{
    const Document document = Document::parse(R"( [10, {"a": [], "b": {"c": null}}, "x", [[1]]] )");
    const Value root = document.root();
    QCOMPARE(walked(root), QByteArray(R"([10 {"a":[] "b":{"c":null } } "x" [[1 ] ] ])"));
    QCOMPARE(root.count(), 4);
    QCOMPARE(root.at(1).member(u"b").raw().toByteArray(), QByteArray(R"({"c": null})"));
    QVERIFY(root.at(1).member(u"b").member(u"c").isNull());
    QVERIFY(!root.at(4).isValid());
    QVERIFY(!root.member(u"a").isValid());
    QVERIFY(!root.nextSibling().isValid());
    QCOMPARE(root.begin(), 1);
}

void TestDocument::readsIntegersOnlyWhereTheyFit()
{
    const Document document = Document::parse("[9223372036854775807,9223372036854775808,-9223372036854775808,1.0,1e2,\"1\"]");
    const Value root = document.root();
    QCOMPARE(root.at(0).toInteger(), std::optional<qint64>(9223372036854775807));
    QVERIFY(!root.at(1).toInteger());
    QCOMPARE(root.at(2).toInteger(), std::optional<qint64>(std::numeric_limits<qint64>::min()));
    QVERIFY(!root.at(3).toInteger());
    QVERIFY(!root.at(4).toInteger());
    QVERIFY(!root.at(5).toInteger());
}

void TestDocument::stopsAtTheDeepestLevel_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("good");
    QTest::newRow("10,000") << 10000 << true;
    QTest::newRow("10,001") << 10001 << false;
    QTest::newRow("100,000") << 100000 << false;
}

void TestDocument::stopsAtTheDeepestLevel()
{
    QFETCH(int, depth);
    QFETCH(bool, good);
    const Document arrays = Document::parse(QByteArray(depth, '[') + QByteArray(depth, ']'));
    QCOMPARE(arrays.isValid(), good);
    const Document objects = Document::parse(QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray(depth, '}'));
    QCOMPARE(objects.isValid(), good);
    if (good)
        return;
    QCOMPARE(arrays.error()->offset, 10000);
    QCOMPARE(arrays.error()->reason, QStringLiteral("the nesting is deeper than 10000 levels"));
    int levels = 0;
    for (Value value = objects.root(); value.isValid(); value = value.firstChild())
        ++levels;
    QCOMPARE(levels, 10000);
}

void TestDocument::aPartialDocumentCanBeWalked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("read");

    QTest::newRow("cut in a value") << QByteArray(R"({"a":[1,2,{"b":3,"c":"x)") << QByteArray(R"({"a":[1 2 {"b":3 } ] })");
    QTest::newRow("cut after a name") << QByteArray(R"({"a":1,"b")") << QByteArray(R"({"a":1 })");
    QTest::newRow("cut after a colon") << QByteArray(R"([{"a":1,"b":)") << QByteArray(R"([{"a":1 } ])");
    QTest::newRow("first name cut") << QByteArray(R"({"a":{"b":)") << QByteArray(R"({"a":{} })");
    QTest::newRow("wrong in the middle") << QByteArray(R"([1,{"x":{"y":[1]},"z":nope},3])")
                                         << QByteArray(R"([1 {"x":{"y":[1 ] } } ])");
    QTest::newRow("more after the value") << QByteArray("[1]]") << QByteArray("[1 ]");
}

void TestDocument::aPartialDocumentCanBeWalked()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, read);
    const Document document = Document::parse(text);
    QVERIFY(!document.isValid());
    QCOMPARE(walked(document.root()), read);
}

void TestDocument::placesCountCharacters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("start") << QByteArray("abc") << 0 << 1 << 1;
    QTest::newRow("second line") << QByteArray("a\nbc") << 3 << 2 << 2;
    QTest::newRow("CR LF") << QByteArray("a\r\nbc") << 3 << 2 << 1;
    QTest::newRow("after two-byte characters") << QByteArray("\u00e9\u00e9x") << 4 << 1 << 3;
    QTest::newRow("past the end") << QByteArray("ab") << 9 << 1 << 3;
    QTest::newRow("the byte order mark is no character") << QByteArray("\xEF\xBB\xBFx") << 3 << 1 << 1;
}

void TestDocument::placesCountCharacters()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    QCOMPARE(placeOf(text, offset).line, line);
    QCOMPARE(placeOf(text, offset).column, column);
}

void TestDocument::findsTheValueAtAnOffset_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("found");
    // {"a": [1, 22], "b": {"c": null}, "d": [ ]}
    QTest::newRow("the outermost") << 0 << QByteArray("{\"a\": [1, 22], \"b\": {\"c\": null}, \"d\": [ ]}");
    QTest::newRow("a name") << 2 << QByteArray("[1, 22]");
    QTest::newRow("between name and value") << 5 << QByteArray("{\"a\": [1, 22], \"b\": {\"c\": null}, \"d\": [ ]}");
    QTest::newRow("an item") << 11 << QByteArray("22");
    QTest::newRow("the second digit") << 11 << QByteArray("22");
    QTest::newRow("between items") << 8 << QByteArray("[1, 22]");
    QTest::newRow("a closing bracket") << 12 << QByteArray("[1, 22]");
    QTest::newRow("a nested value") << 27 << QByteArray("null");
    QTest::newRow("an empty array") << 39 << QByteArray("[ ]");
}

void TestDocument::findsTheValueAtAnOffset()
{
    QFETCH(int, offset);
    const Document document = Document::parse("{\"a\": [1, 22], \"b\": {\"c\": null}, \"d\": [ ]}");
    QTEST(document.valueAt(offset).raw().toByteArray(), "found");
}

void TestDocument::everyValueKnowsItsContainer()
{
    const Document document = Document::parse("{\"a\":[[],[[1,{\"b\":2}]],3],\"c\":{\"d\":{}}}");
    QList<Value> waiting {document.root()};
    while (!waiting.isEmpty()) {
        const Value above = waiting.takeLast();
        for (Value child = above.firstChild(); child.isValid(); child = child.nextSibling()) {
            QCOMPARE(child.parent(), above);
            QCOMPARE(document.value(child.node()), child);
            waiting.append(child);
        }
    }
    QVERIFY(!document.root().parent().isValid());
    QVERIFY(!document.value(1000).isValid());
}

void TestDocument::stopsWhenAsked()
{
    QByteArray numbers = "[0";
    for (int i = 0; i < 200000; ++i)
        numbers += ",1";
    numbers += ']';
    ParseWatch watch;
    QVERIFY(Document::parse(numbers, &watch).isValid());
    QVERIFY(watch.position > 0);
    watch.isCancelled = true;
    const Document stopped = Document::parse(numbers, &watch);
    QVERIFY(stopped.error());
    QVERIFY(stopped.root().isArray());
    QVERIFY(stopped.root().count() < 200000);
}

void TestDocument::anEmptyHandleIsHarmless()
{
    const Value none;
    QVERIFY(!none.isValid() && !none.isNull() && !none.isObject());
    QVERIFY(none.raw().isEmpty() && none.toString().isEmpty() && none.key().isEmpty());
    QVERIFY(!none.firstChild().isValid() && !none.nextSibling().isValid());
    QVERIFY(!none.member(u"a").isValid() && !none.at(0).isValid());
    const Document nothing;
    QVERIFY(!nothing.isValid() && !nothing.root().isValid() && !nothing.error());
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
