// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/validator.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;

// Input held against a schema; what is found is printed one problem a line: rule, place.
class TestValidator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsProblems_data();
    void findsProblems();
    void holdsDraft07_data();
    void holdsDraft07();
    void neverCrashesNorHangs_data();
    void neverCrashesNorHangs();
    void speaksInWholeSentences_data();
    void speaksInWholeSentences();
    void knowsThePlaceInTheText();
    void stopsAtAHundred();
    void tellsWhatItCannotHold_data();
    void tellsWhatItCannotHold();
    void isQuickEnoughForTyping();
};

namespace {

QByteArray printed(const QByteArray &schema, const QByteArray &input)
{
    const json::Document typed = json::Document::parse(input);
    if (!typed.isValid())
        return "no JSON";
    QByteArray text;
    for (const schema::Problem &problem : schema::Validator(schema).problems(typed.root()))
        text += problem.rule.toUtf8() + ' ' + problem.path.toUtf8() + '\n';
    return text;
}

} // namespace

void TestValidator::findsProblems_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("found");
    const QByteArray issue = R"({"type":"object","required":["owner","title"],"properties":{)"
                             R"("owner":{"type":"string"},"title":{"type":"string"},)"
                             R"("labels":{"type":"array","items":{"type":"string"}},)"
                             R"("at":{"type":"object","required":["x"],"properties":{"x":{"type":"integer"}}}}})";
    QTest::newRow("all well") << issue << QByteArray(R"({"owner":"o","title":"t","other":1})") << QByteArray();
    QTest::newRow("missing") << issue << QByteArray(R"({"owner":"o"})") << QByteArray("required /title\n");
    QTest::newRow("both missing") << issue << QByteArray("{}") << QByteArray("required /owner\nrequired /title\n");
    QTest::newRow("wrong type") << issue << QByteArray(R"({"owner":5,"title":"t"})") << QByteArray("type /owner\n");
    QTest::newRow("null is no string") << issue << QByteArray(R"({"owner":null,"title":"t"})")
                                       << QByteArray("type /owner\n");
    QTest::newRow("item of an array") << issue << QByteArray(R"({"owner":"o","title":"t","labels":["a",2,"c"]})")
                                      << QByteArray("type /labels/1\n");
    QTest::newRow("string for an array") << issue << QByteArray(R"({"owner":"o","title":"t","labels":"a"})")
                                         << QByteArray("type /labels\n");
    QTest::newRow("nested") << issue << QByteArray(R"({"owner":"o","title":"t","at":{}})")
                            << QByteArray("required /at/x\n");
    QTest::newRow("not an object") << issue << QByteArray("[]") << QByteArray("type \n");
    QTest::newRow("name with a slash")
        << QByteArray(R"({"properties":{"a/b~c":{"type":"string"}}})") << QByteArray(R"({"a/b~c":1})")
        << QByteArray("type /a~1b~0c\n");

    const QByteArray integer = R"({"type":"integer"})";
    QTest::newRow("integer") << integer << QByteArray("12345678901234567890123") << QByteArray();
    QTest::newRow("integer with a point") << integer << QByteArray("1.00") << QByteArray();
    QTest::newRow("integer with an exponent") << integer << QByteArray("1.5e1") << QByteArray();
    QTest::newRow("integer minus zero") << integer << QByteArray("-0") << QByteArray();
    QTest::newRow("fraction") << integer << QByteArray("1.10") << QByteArray("type \n");
    QTest::newRow("small exponent") << integer << QByteArray("1e-1") << QByteArray("type \n");
    QTest::newRow("absurd exponent") << integer << QByteArray("1e99999999999999999999") << QByteArray();
    QTest::newRow("number takes both") << QByteArray(R"({"type":"number"})") << QByteArray("1e400") << QByteArray();

    const QByteArray bounds = R"({"minimum":0.1,"maximum":12345678901234567890})";
    QTest::newRow("exact lower bound") << bounds << QByteArray("0.10") << QByteArray();
    QTest::newRow("just below") << bounds << QByteArray("0.09999999999999999999") << QByteArray("minimum \n");
    QTest::newRow("exact upper bound") << bounds << QByteArray("12345678901234567890") << QByteArray();
    QTest::newRow("one more") << bounds << QByteArray("12345678901234567891") << QByteArray("maximum \n");
    QTest::newRow("negative") << bounds << QByteArray("-5") << QByteArray("minimum \n");

    const QByteArray state = R"({"type":"string","enum":["open","closed"]})";
    QTest::newRow("in enum") << state << QByteArray(R"("op\u0065n")") << QByteArray();
    QTest::newRow("not in enum") << state << QByteArray(R"("Open")") << QByteArray("enum \n");
    QTest::newRow("enum of numbers") << QByteArray(R"({"enum":[1,2]})") << QByteArray("1.0") << QByteArray();
    QTest::newRow("nullable") << QByteArray(R"({"type":"string","nullable":true})") << QByteArray("null")
                              << QByteArray();
    QTest::newRow("list of types") << QByteArray(R"({"type":["string","null"]})") << QByteArray("null")
                                   << QByteArray();
    const QByteArray either = R"({"type":"string","anyOf":[{"type":"string"},{"type":"null"}]})";
    QTest::newRow("any of") << either << QByteArray("null") << QByteArray();
    QTest::newRow("none of") << either << QByteArray("1") << QByteArray("type \n");
    QTest::newRow("schema of nothing") << QByteArray("{}") << QByteArray("[1,{}]") << QByteArray();
}

void TestValidator::findsProblems()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, found);
    QCOMPARE(printed(schema, input), found);
}

// Schema, input, whether draft 7 lets it through. A row of ours for each rule that contract §8 meets.
void TestValidator::holdsDraft07_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("isFine");
    QByteArray schema;
    const char *keyword = "";
    int number = 0;
    const auto against = [&](const char *name, const QByteArray &text) {
        keyword = name;
        schema = text;
        number = 0;
    };
    const auto row = [&](const QByteArray &input, bool isFine) {
        QTest::addRow("%s %d: %s", keyword, ++number, input.left(60).constData()) << schema << input << isFine;
    };
    const auto fine = [&](std::initializer_list<const char *> inputs) {
        for (const char *input : inputs)
            row(input, true);
    };
    const auto wrong = [&](std::initializer_list<const char *> inputs) {
        for (const char *input : inputs)
            row(input, false);
    };

    against("true", "true");
    fine({"1", "null", "{}", "[]", "\"x\""});
    against("false", "false");
    wrong({"1", "null", "{}", "[]", "\"x\"", "true"});

    against("type integer", R"({"type":"integer"})");
    fine({"1", "1.0", "-0", "1e2", "9223372036854775808", "1.5e1"});
    wrong({"1.1", "\"1\"", "\"foo\"", "{}", "[]", "true", "null", "1e-1"});
    against("type number", R"({"type":"number"})");
    fine({"1", "1.0", "1.1"});
    wrong({"\"foo\"", "\"1\"", "{}", "[]", "true", "null"});
    against("type string", R"({"type":"string"})");
    fine({"\"foo\"", "\"1\"", "\"\""});
    wrong({"1", "1.1", "{}", "[]", "true", "null"});
    against("type object", R"({"type":"object"})");
    fine({"{}"});
    wrong({"1", "1.1", "\"foo\"", "[]", "true", "null"});
    against("type array", R"({"type":"array"})");
    fine({"[]"});
    wrong({"1", "1.1", "\"foo\"", "{}", "true", "null"});
    against("type boolean", R"({"type":"boolean"})");
    fine({"true", "false"});
    wrong({"1", "0", "1.1", "\"foo\"", "\"\"", "{}", "[]", "null"});
    against("type null", R"({"type":"null"})");
    fine({"null"});
    wrong({"1", "0", "\"\"", "{}", "[]", "true", "false"});
    against("types", R"({"type":["integer","string"]})");
    fine({"1", "\"foo\""});
    wrong({"1.1", "{}", "[]", "true", "null"});
    against("one type in a list", R"({"type":["string"]})");
    fine({"\"foo\""});
    wrong({"123"});
    against("type of object or null", R"({"type":["array","object","null"]})");
    fine({"[1,2,3]", "{\"foo\":123}", "null"});
    wrong({"123", "\"foo\""});

    against("properties", R"({"properties":{"foo":{"type":"integer"},"bar":{"type":"string"}}})");
    fine({R"({"foo":1,"bar":"baz"})", "{}", "[]", "12", R"({"quux":[]})"});
    wrong({R"({"foo":1,"bar":{}})", R"({"foo":[],"bar":{}})"});
    against("boolean properties", R"({"properties":{"foo":true,"bar":false}})");
    fine({"{}", R"({"foo":1})"});
    wrong({R"({"bar":2})", R"({"foo":1,"bar":2})"});
    against("escaped properties",
        R"({"properties":{"foo\nbar":{"type":"number"},"foo\"bar":{"type":"number"},"foo\\bar":{"type":"number"}}})");
    fine({R"({"foo\nbar":1,"foo\"bar":1,"foo\\bar":1})"});
    wrong({R"({"foo\nbar":"1","foo\"bar":1,"foo\\bar":1})", R"({"foo\"bar":"1"})", R"({"foo\\bar":"1"})"});
    against("properties with null", R"({"properties":{"foo":{"type":"null"}}})");
    fine({R"({"foo":null})"});
    against("properties named as in JavaScript",
        R"({"properties":{"__proto__":{"type":"number"},"toString":{"properties":{"length":{"type":"string"}}},)"
        R"("constructor":{"type":"number"}}})");
    fine({"{}", "[]", R"({"__proto__":12,"toString":{"length":"foo"},"constructor":37})"});
    wrong({R"({"__proto__":"foo"})", R"({"toString":{"length":37}})", R"({"constructor":{"length":37}})"});

    against("required", R"({"properties":{"foo":{},"bar":{}},"required":["foo"]})");
    fine({R"({"foo":1})", "[]", "\"\"", "12"});
    wrong({R"({"bar":1})", "{}"});
    against("required is empty", R"({"properties":{"foo":{}},"required":[]})");
    fine({"{}"});
    against("required with escapes", R"({"required":["foo\nbar","foo\"bar"]})");
    fine({R"({"foo\nbar":1,"foo\"bar":1})"});
    wrong({R"({"foo\nbar":1})"});

    against("enum", R"({"enum":[1,2,3]})");
    fine({"1", "2.0"});
    wrong({"4", "\"1\""});
    against("enum of all kinds", R"({"enum":[6,"foo",[],true,{"foo":12}]})");
    fine({"[]", "{\"foo\":12}", "{\"foo\":12.0}", "6.0", "true"});
    wrong({"null", "{\"foo\":false}", "{\"foo\":12,\"boo\":42}", "false"});
    against("enum with null", R"({"enum":[6,null]})");
    fine({"null", "6"});
    wrong({"\"test\""});
    against("enum false is not 0", R"({"enum":[false]})");
    fine({"false"});
    wrong({"0", "0.0"});
    against("enum 1 is not true", R"({"enum":[1]})");
    fine({"1", "1.0"});
    wrong({"true"});
    against("enum of large numbers", R"({"enum":[12345678901234567890]})");
    fine({"12345678901234567890"});
    wrong({"12345678901234567891"});
    against("enum with a zero character", R"({"enum":["hello\u0000there"]})");
    fine({R"("hello\u0000there")"});
    wrong({R"("hellothere")"});

    against("const", R"({"const":2})");
    fine({"2", "2.0"});
    wrong({"5", "\"a\""});
    against("const object", R"({"const":{"foo":"bar","baz":"bax"}})");
    fine({R"({"foo":"bar","baz":"bax"})", R"({"baz":"bax","foo":"bar"})"});
    wrong({R"({"foo":"bar"})", "[1,2]"});
    against("const array", R"({"const":[{"foo":"bar"}]})");
    fine({R"([{"foo":"bar"}])"});
    wrong({"[2]", "[1,2,3]"});
    against("const null", R"({"const":null})");
    fine({"null"});
    wrong({"0"});
    against("const false", R"({"const":false})");
    fine({"false"});
    wrong({"0", "[]"});
    against("const large", R"({"const":9007199254740992})");
    fine({"9007199254740992", "9007199254740992.0"});
    wrong({"9007199254740991", "9007199254740993"});

    against("items", R"({"items":{"type":"integer"}})");
    fine({"[1,2,3]", "[]", R"({"foo":"bar"})"});
    wrong({R"([1,"x"])"});
    against("list of items", R"({"items":[{"type":"integer"},{"type":"string"}]})");
    fine({R"([1,"foo"])", "[1]", R"([1,"foo",true])", "[]"});
    wrong({R"(["foo",1])"});
    against("items true", R"({"items":true})");
    fine({R"([1,"foo",true])", "[]"});
    against("items false", R"({"items":false})");
    fine({"[]"});
    wrong({R"([1,"foo",true])"});
    against("list of boolean items", R"({"items":[true,false]})");
    fine({"[1]", "[]"});
    wrong({R"([1,"foo"])"});
    against("nested items", R"({"items":{"items":{"items":{"type":"number"}}}})");
    fine({"[[[1],[2]],[[3]]]"});
    wrong({R"([[["1"]]])"});
    against("additionalItems", R"({"items":[{}],"additionalItems":{"type":"integer"}})");
    fine({"[null,2,3]"});
    wrong({R"([null,2,"foo"])"});
    against("no additionalItems", R"({"items":[{},{}],"additionalItems":false})");
    fine({"[]", "[1]", "[1,2]"});
    wrong({"[1,2,3]"});

    against("no additionalProperties", R"({"properties":{"foo":{},"bar":{}},"additionalProperties":false})");
    fine({R"({"foo":1})", "[1]", "\"foobarbaz\"", "12", "{}"});
    wrong({R"({"foo":1,"bar":2,"quux":"boom"})"});
    against("additionalProperties", R"({"properties":{"foo":{},"bar":{}},"additionalProperties":{"type":"boolean"}})");
    fine({R"({"foo":1})", R"({"foo":1,"bar":2,"quux":true})"});
    wrong({R"({"foo":1,"bar":2,"quux":12})"});
    against("additionalProperties alone", R"({"additionalProperties":{"type":"boolean"}})");
    fine({R"({"foo":true})"});
    wrong({R"({"foo":1})"});
    against("additionalProperties does not look into allOf",
        R"({"allOf":[{"properties":{"foo":{}}}],"additionalProperties":{"type":"boolean"}})");
    wrong({R"({"foo":1,"bar":true})"});

    against("minimum", R"({"minimum":1.1})");
    fine({"2.6", "1.1", "\"x\"", "1.10"});
    wrong({"0.6", "1.09999999999999999999"});
    against("minimum negative", R"({"minimum":-2})");
    fine({"-1", "0", "-2", "-2.0", "\"x\""});
    wrong({"-3", "-2.0001"});
    against("maximum", R"({"maximum":3.0})");
    fine({"2.6", "3.0", "3", "\"x\""});
    wrong({"3.5"});
    against("maximum large", R"({"maximum":18446744073709551615})");
    fine({"18446744073709551615"});
    wrong({"18446744073709551616"});
    against("exclusiveMaximum", R"({"exclusiveMaximum":3.0})");
    fine({"2.2", "\"x\""});
    wrong({"3.0", "3", "3.5"});
    against("exclusiveMinimum", R"({"exclusiveMinimum":1.1})");
    fine({"1.2", "\"x\""});
    wrong({"1.1", "0.6"});
    against("exclusive as a flag", R"({"minimum":0,"exclusiveMinimum":true})");
    fine({"1"});
    wrong({"0", "-1"});

    against("multipleOf", R"({"multipleOf":2})");
    fine({"10", "\"foo\"", "0", "-4", "1e300"});
    wrong({"7"});
    against("multipleOf fraction", R"({"multipleOf":1.5})");
    fine({"0", "4.5"});
    wrong({"35"});
    against("multipleOf small", R"({"multipleOf":0.0001})");
    fine({"0.0075", "1e308"});
    wrong({"0.00751"});
    against("multipleOf, where doubles round", R"({"multipleOf":0.01})");
    fine({"0.07", "4.35", "12345678901234567.89"});
    wrong({"4.351"});

    against("minLength", R"({"minLength":2})");
    fine({"\"foo\"", "\"fo\"", "1"});
    wrong({"\"f\"", "\"\\uD83D\\uDCA9\"", "\"\xF0\x9F\x92\xA9\""});
    against("maxLength", R"({"maxLength":2})");
    fine({"\"f\"", "\"fo\"", "100", "\"\\uD83D\\uDCA9\\uD83D\\uDCA9\"", "\"\xF0\x9F\x92\xA9\xF0\x9F\x92\xA9\""});
    wrong({"\"foo\""});
    against("maxLength with a fraction of zero", R"({"maxLength":2.0})");
    fine({"\"f\""});
    wrong({"\"foo\""});

    against("pattern", R"({"pattern":"^a*$"})");
    fine({"\"aaa\"", "true", "123", "1.0", "{}", "[]", "null", "\"\""});
    wrong({"\"abc\""});
    against("pattern anywhere", R"({"pattern":"a+"})");
    fine({"\"xxaayy\""});
    wrong({"\"xx\""});
    against("pattern with a code", R"({"pattern":"^\\u00e9[\\u0030-\\u0039]$"})");
    fine({"\"\xC3\xA9""5\""});
    wrong({"\"e5\""});
    against("pattern of digits", R"({"pattern":"^\\d{4}-\\w+$"})");
    fine({"\"2024-abc\""});
    wrong({"\"24-abc\"", "\"\xD9\xA1\xD9\xA1\xD9\xA1\xD9\xA1-a\""});

    against("minItems", R"({"minItems":1})");
    fine({"[1,2]", "[1]", "\"\""});
    wrong({"[]"});
    against("maxItems", R"({"maxItems":2})");
    fine({"[1]", "[1,2]", "\"foobar\""});
    wrong({"[1,2,3]"});
    against("minProperties", R"({"minProperties":1})");
    fine({R"({"foo":1,"bar":2})", R"({"foo":1})", "[]", "\"\"", "12"});
    wrong({"{}"});
    against("maxProperties", R"({"maxProperties":0})");
    fine({"{}"});
    wrong({R"({"foo":1})"});
    against("uniqueItems", R"({"uniqueItems":true})");
    fine({"[1,2]", R"(["foo","bar"])", R"([{"foo":"bar"},{"foo":"baz"}])", "[[\"foo\"],[\"bar\"]]", "[1,true]",
        "[0,false]", "[{},[1],true,null,1,\"{}\"]", "[{\"a\":false},{\"a\":0}]", "[]"});
    wrong({"[1,1]", "[1.0,1.00,1]", R"(["foo","bar","foo"])", R"([{"foo":"bar"},{"foo":"bar"}])",
        R"([{"a":1,"b":2},{"b":2,"a":1}])", "[[\"foo\"],[\"foo\"]]", "[{},[1],true,null,{},1]"});
    against("uniqueItems false", R"({"uniqueItems":false})");
    fine({"[1,1]"});
    against("contains", R"({"contains":{"minimum":5}})");
    fine({"[3,4,5]", "[5]", "{}", "1"});
    wrong({"[2,3,4]", "[]"});
    against("contains const", R"({"contains":{"const":5}})");
    fine({"[3,4,5]", "[5,5]"});
    wrong({"[1,2,3,4]"});

    against("allOf", R"({"allOf":[{"properties":{"bar":{"type":"integer"}},"required":["bar"]},)"
                     R"({"properties":{"foo":{"type":"string"}},"required":["foo"]}]})");
    fine({R"({"foo":"baz","bar":2})"});
    wrong({R"({"foo":"baz"})", R"({"bar":2})", R"({"foo":"baz","bar":"quux"})"});
    against("allOf beside others", R"({"properties":{"bar":{"type":"integer"}},"required":["bar"],"allOf":)"
                                   R"([{"required":["foo"]},{"required":["baz"]}]})");
    fine({R"({"foo":"quux","bar":2,"baz":null})"});
    wrong({R"({"foo":"quux","baz":null})", R"({"bar":2,"baz":null})", R"({"foo":"quux","bar":2})", R"({"bar":2})"});
    against("allOf with false", R"({"allOf":[true,false]})");
    wrong({"\"foo\""});
    against("allOf of nothing much", R"({"allOf":[{},{"type":"number"}]})");
    fine({"1"});
    wrong({"\"foo\""});
    against("anyOf", R"({"anyOf":[{"type":"integer"},{"minimum":2}]})");
    fine({"1", "2.5", "3"});
    wrong({"1.5"});
    against("anyOf beside a type", R"({"type":"string","anyOf":[{"maxLength":2},{"minLength":4}]})");
    fine({"\"foobar\"", "\"f\""});
    wrong({"3", "\"foo\""});
    against("anyOf with true", R"({"anyOf":[true,false]})");
    fine({"\"foo\""});
    against("anyOf all false", R"({"anyOf":[false,false]})");
    wrong({"\"foo\""});
    against("anyOf objects",
        R"({"anyOf":[{"properties":{"bar":{"type":"integer"}},"required":["bar"]},{"properties":{"foo":{"type":)"
        R"("string"}},"required":["foo"]}]})");
    fine({R"({"bar":2})", R"({"foo":"baz"})", R"({"foo":"baz","bar":2})"});
    wrong({R"({"foo":2,"bar":"quux"})", "{}"});
    against("anyOf with null", R"({"anyOf":[{"type":"integer","minimum":3},{"type":"null"}]})");
    fine({"3", "null"});
    wrong({"2", "\"x\""});
    against("oneOf", R"({"oneOf":[{"type":"integer"},{"minimum":2}]})");
    fine({"1", "2.5"});
    wrong({"3", "1.5"});
    against("oneOf with one true", R"({"oneOf":[true,false,false]})");
    fine({"\"foo\""});
    against("oneOf with two true", R"({"oneOf":[true,true,false]})");
    wrong({"\"foo\""});
    against("oneOf required", R"({"type":"object","oneOf":[{"required":["foo","bar"]},{"required":["foo","baz"]}]})");
    fine({R"({"foo":1,"bar":2})", R"({"foo":1,"baz":3})"});
    wrong({R"({"bar":2})", R"({"foo":1,"bar":2,"baz":3})"});
    against("not", R"({"not":{"type":"integer"}})");
    fine({"\"foo\""});
    wrong({"1"});
    against("not types", R"({"not":{"type":["integer","boolean"]}})");
    fine({"\"foo\""});
    wrong({"1", "true"});
    against("not in properties", R"({"properties":{"foo":{"not":{}}}})");
    fine({R"({"bar":1,"baz":2})"});
    wrong({R"({"foo":1,"bar":2})"});
    against("not not", R"({"not":{"not":{"type":"integer"}}})");
    fine({"1"});
    wrong({"\"foo\""});
    against("nested combinations", R"({"allOf":[{"anyOf":[{"oneOf":[{"type":"null"}]}]}]})");
    fine({"null"});
    wrong({"123"});

    against("if then else", R"({"if":{"exclusiveMaximum":0},"then":{"minimum":-10},"else":{"multipleOf":2}})");
    fine({"-1", "4"});
    wrong({"-100", "3"});
    against("then without if", R"({"then":{"const":0}})");
    fine({"0", "\"hello\""});
    against("if without else", R"({"if":{"exclusiveMaximum":0},"then":{"minimum":-10}})");
    fine({"-1", "3"});
    wrong({"-100"});
    against("dependencies", R"({"dependencies":{"bar":["foo"]}})");
    fine({"{}", R"({"foo":1})", R"({"foo":1,"bar":2})", R"(["bar"])"});
    wrong({R"({"bar":2})"});
    against("dependency on a schema",
        R"({"dependencies":{"bar":{"properties":{"foo":{"type":"integer"},"bar":{"type":"integer"}}}}})");
    fine({R"({"foo":1,"bar":2})", R"({"foo":"quux"})"});
    wrong({R"({"foo":"quux","bar":2})", R"({"foo":2,"bar":"quux"})"});

    against("$ref to the root", R"({"properties":{"foo":{"$ref":"#"}},"additionalProperties":false})");
    fine({R"({"foo":false})", R"({"foo":{"foo":false}})"});
    wrong({R"({"bar":false})", R"({"foo":{"bar":false}})"});
    against("$ref to a sibling", R"({"properties":{"foo":{"type":"integer"},"bar":{"$ref":"#/properties/foo"}}})");
    fine({R"({"bar":3})"});
    wrong({R"({"bar":true})"});
    against("$ref to an item", R"({"items":[{"type":"integer"},{"$ref":"#/items/0"}]})");
    fine({"[1,2]"});
    wrong({R"([1,"foo"])"});
    against("$ref with escapes",
        R"({"definitions":{"tilde~field":{"type":"integer"},"slash/field":{"type":"integer"},)"
        R"("percent%field":{"type":"integer"}},"properties":{"tilde":{"$ref":"#/definitions/tilde~0field"},)"
        R"("slash":{"$ref":"#/definitions/slash~1field"},"percent":{"$ref":"#/definitions/percent%25field"}}})");
    fine({R"({"slash":123,"tilde":123,"percent":123})"});
    wrong({R"({"slash":"aoeu"})", R"({"tilde":"aoeu"})", R"({"percent":"aoeu"})"});
    against("$ref to a $ref", R"({"definitions":{"a":{"type":"integer"},"b":{"$ref":"#/definitions/a"},)"
                              R"("c":{"$ref":"#/definitions/b"}},"allOf":[{"$ref":"#/definitions/c"}]})");
    fine({"5"});
    wrong({"\"a\""});
    against("$ref hides what is beside it", R"({"definitions":{"reffed":{"type":"array"}},"properties":{"foo":)"
                                            R"({"$ref":"#/definitions/reffed","maxItems":2}}})");
    fine({R"({"foo":[]})", R"({"foo":[1,2,3]})"});
    wrong({R"({"foo":"string"})"});
    against("a property named $ref", R"({"properties":{"$ref":{"type":"string"}}})");
    fine({R"({"$ref":"a"})"});
    wrong({R"({"$ref":2})"});
    against("$ref to true", R"({"allOf":[{"$ref":"#/definitions/bool"}],"definitions":{"bool":true}})");
    fine({"\"foo\""});
    against("$ref to false", R"({"allOf":[{"$ref":"#/definitions/bool"}],"definitions":{"bool":false}})");
    wrong({"\"foo\""});
    against("a tree", R"({"type":"object","required":["nodes"],"properties":{"nodes":{"type":"array","items":)"
                      R"({"$ref":"#/definitions/node"}}},"definitions":{"node":{"type":"object","required":["value"],)"
                      R"("properties":{"value":{"type":"number"},"subtree":{"$ref":"#"}}}}})");
    fine({R"({"nodes":[{"value":1,"subtree":{"nodes":[{"value":1.1},{"value":1.2}]}}]})"});
    wrong({R"({"nodes":[{"value":1,"subtree":{"nodes":[{"value":"1.1"}]}}]})"});
    against("definitions are no rule", R"({"definitions":{"a":{"type":"integer"}}})");
    fine({"\"x\"", "1"});

    against("default is no rule", R"({"properties":{"foo":{"type":"integer","default":[]}}})");
    fine({R"({"foo":13})", "{}"});
    against("format is no rule", R"({"format":"date-time","type":"string"})");
    fine({"\"not a date\"", "\"2024-01-01T00:00:00Z\""});
    against("format email is no rule", R"({"format":"email"})");
    fine({"\"2962\"", "12", "{}"});
    against("unknown keywords", R"({"file_uploadable":true,"x-order":[1],"examples":[1],"title":7,"type":"string"})");
    fine({"\"a\""});
    wrong({"1"});
    against("nullable", R"({"type":"string","nullable":true,"enum":["a"]})");
    fine({"null", "\"a\""});
    wrong({"\"b\"", "1"});
    against("not nullable", R"({"type":"string","nullable":false})");
    wrong({"null"});
    against("nullable beside $ref", R"({"properties":{"a":{"$ref":"#/definitions/t","nullable":true}},)"
                                    R"("definitions":{"t":{"type":"integer"}}})");
    fine({R"({"a":null})", R"({"a":1})"});
    wrong({R"({"a":"1"})"});
    against("a type nobody knows", R"({"type":"file","minLength":2})");
    fine({"1", "\"ab\""});
    wrong({"\"a\""});
    against("an empty type", R"({"type":""})");
    fine({"1", "\"ab\""});
    against("duplicate names, the last counts", R"({"properties":{"a":{"type":"integer"}}})");
    fine({R"({"a":"x","a":1})"});
    wrong({R"({"a":1,"a":"x"})"});
}

void TestValidator::holdsDraft07()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    QFETCH(const bool, isFine);
    const json::Document rules = json::Document::parse(schema);
    QVERIFY2(rules.isValid(), schema.constData());
    const QByteArray found = printed(schema, input);
    QVERIFY2(found.isEmpty() == isFine, found.constData());
    const json::Document document = json::Document::parse(input);
    QCOMPARE(schema::Validator(schema).accepts(document.root()), isFine);
}

void TestValidator::neverCrashesNorHangs_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("input");
    const QByteArray deepArray = QByteArray("[").repeated(5000) + QByteArray("]").repeated(5000);
    const QByteArray deepObject = QByteArray("{\"a\":").repeated(5000) + '1' + QByteArray("}").repeated(5000);
    QTest::newRow("empty") << QByteArray() << QByteArray("{}");
    QTest::newRow("not JSON") << QByteArray("{oops") << QByteArray("{}");
    QTest::newRow("a number") << QByteArray("5") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[{}]") << QByteArray("{}");
    QTest::newRow("properties is a list") << QByteArray(R"({"properties":[1]})") << QByteArray(R"({"a":1})");
    QTest::newRow("everything is wrong")
        << QByteArray(R"({"type":5,"properties":5,"required":"a","items":5,"enum":5,"anyOf":5,"allOf":{},"not":5,)"
                      R"("$ref":5,"minimum":"x","pattern":"(","multipleOf":0,"minLength":-1,"dependencies":7,)"
                      R"("additionalProperties":5,"oneOf":[],"if":[],"contains":"x","maxItems":1e999,"uniqueItems":"y"})")
        << QByteArray(R"({"a":[1,"x"]})");
    QTest::newRow("$ref to itself") << QByteArray(R"({"$ref":"#"})") << QByteArray("{}");
    QTest::newRow("$ref in a circle") << QByteArray(R"({"$ref":"#/definitions/a","definitions":{)"
                                                     R"("a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}})")
                                      << QByteArray("{}");
    QTest::newRow("allOf in a circle") << QByteArray(R"({"allOf":[{"$ref":"#"}]})") << QByteArray("{}");
    QTest::newRow("not in a circle") << QByteArray(R"({"not":{"anyOf":[{"$ref":"#"}]}})") << QByteArray("{}");
    QTest::newRow("$ref nowhere") << QByteArray(R"({"properties":{"a":{"$ref":"#/definitions/x"}}})")
                                  << QByteArray(R"({"a":1})");
    QTest::newRow("$ref elsewhere") << QByteArray(R"({"$ref":"http://127.0.0.1/schema.json"})") << QByteArray("{}");
    QTest::newRow("deep schema") << QByteArray("{\"items\":").repeated(3000) + "{}" + QByteArray("}").repeated(3000)
                                 << deepArray;
    QTest::newRow("deep allOf") << QByteArray("{\"allOf\":[").repeated(3000) + "{}" + QByteArray("]}").repeated(3000)
                                << QByteArray("1");
    QTest::newRow("deep input, recursive items") << QByteArray(R"({"items":{"$ref":"#"}})") << deepArray;
    QTest::newRow("deep input, recursive members")
        << QByteArray(R"({"additionalProperties":{"$ref":"#"}})") << deepObject;
    QTest::newRow("deep input, recursive variants")
        << QByteArray(R"({"anyOf":[{"type":"string"},{"type":"object","additionalProperties":{"$ref":"#"}}]})")
        << deepObject;
    QTest::newRow("deep input, compared") << QByteArray(R"({"enum":[1,)") + deepArray + "]}" << deepArray;
    QByteArray doubling = R"({"definitions":{"d0":{"type":"string"})";
    for (int i = 1; i <= 60; ++i) {
        const QByteArray before = "{\"$ref\":\"#/definitions/d" + QByteArray::number(i - 1) + "\"}";
        doubling += ",\"d" + QByteArray::number(i) + "\":{\"anyOf\":[" + before + ',' + before + "]}";
    }
    QTest::newRow("doubling anyOf") << doubling + "},\"$ref\":\"#/definitions/d60\"}" << QByteArray("1");
    QTest::newRow("doubling allOf") << QByteArray(doubling).replace("anyOf", "allOf") + "},\"$ref\":\"#/definitions/d60\"}"
                                    << QByteArray("\"x\"");
    QTest::newRow("patterns that try everything")
        << QByteArray(R"({"pattern":"^(a+)+$"})") << '"' + QByteArray("a").repeated(40) + "!\"";
    QTest::newRow("pattern over a long text") << QByteArray(R"({"pattern":"^(.|\\n)*$"})")
                                              << '"' + QByteArray("a").repeated(1'000'000) + '"';
    QTest::newRow("a long text that must differ")
        << QByteArray(R"({"uniqueItems":true})") << '[' + QByteArray("1,").repeated(1) + [] {
               QByteArray numbers;
               for (int i = 2; i < 50'000; ++i)
                   numbers += QByteArray::number(i) + ',';
               return numbers;
           }() + "0]";
}

void TestValidator::neverCrashesNorHangs()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    const json::Document typed = json::Document::parse(input);
    QVERIFY(typed.isValid());
    QElapsedTimer watch;
    watch.start();
    const schema::Validator validator(schema);
    (void)validator.problems(typed.root());
    QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
}

void TestValidator::speaksInWholeSentences_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *schema, const char *input, const char *sentence) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(input) << QString::fromUtf8(sentence);
    };
    row("type", R"({"properties":{"n":{"type":"integer"}}})", R"({"n":"5"})",
        "n must be of type integer, but is of type string.");
    row("types", R"({"type":["string","null"]})", "5", "The input must be of type string or null, but is of type integer.");
    row("required", R"({"properties":{"a":{"required":["b"]}}})", R"({"a":{}})", "a.b is required.");
    row("enum", R"({"enum":["open","closed",3]})", "\"x\"", "The input must be one of: open, closed, 3.");
    row("const", R"({"const":"a"})", "1", "The input must be a.");
    row("minimum", R"({"minimum":1.50})", "1", "The input must not be less than 1.50.");
    row("exclusive", R"({"exclusiveMaximum":3})", "3", "The input must be less than 3.");
    row("flag", R"({"maximum":3,"exclusiveMaximum":true})", "3", "The input must be less than 3.");
    row("multiple", R"({"multipleOf":2})", "3", "The input must be a multiple of 2.");
    row("too short", R"({"minLength":1})", "\"\"", "The input must have at least 1 character, but has 0.");
    row("too many", R"({"maxItems":2})", "[1,2,3]", "The input must have at most 2 items, but has 3.");
    row("pattern", R"({"pattern":"^a"})", "\"b\"", "The input must match the pattern ^a.");
    row("repeated", R"({"uniqueItems":true})", "[1,1]", "The input repeats an item, but its items must differ.");
    row("additional", R"({"additionalProperties":false})", R"({"x":1})", "x is not allowed here.");
    row("no variant takes the type", R"({"anyOf":[{"type":"string"},{"type":"array"}]})", "5",
        "The input must be of type string or array, but is of type integer.");
    row("the variant that is meant", R"({"anyOf":[{"type":"string"},{"type":"array","items":{"type":"integer"}}]})",
        "[1,\"x\"]", "1 must be of type integer, but is of type string.");
    row("this or null", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "5",
        "The input must be of type string, but is of type integer.");
    row("too many variants", R"({"oneOf":[true,true]})", "5",
        "The input must have exactly one of the forms that are allowed here.");
    row("dependency", R"({"dependencies":{"a":["b","c"]}})", R"({"a":1,"b":1})",
        "The input has a, which needs b, c as well.");
}

void TestValidator::speaksInWholeSentences()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    QFETCH(const QString, sentence);
    const json::Document typed = json::Document::parse(input);
    const QList<schema::Problem> problems = schema::Validator(schema).problems(typed.root());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().sentence, sentence);
}

void TestValidator::knowsThePlaceInTheText()
{
    const QByteArray text = R"({ "a": "x", "b": { "c": [1, "y"] } })";
    const json::Document typed = json::Document::parse(text);
    const schema::Validator validator(R"({"properties":{"a":{"type":"integer"},"b":{"required":["d"],"properties":)"
                                      R"({"c":{"items":{"type":"integer"}}},"additionalProperties":false}}})");
    QStringList places;
    for (const schema::Problem &problem : validator.problems(typed.root()))
        places.append(problem.path + QLatin1Char(' ')
            + QString::fromUtf8(text.mid(problem.begin, problem.end - problem.begin)));
    QCOMPARE(places, QStringList({QStringLiteral("/a \"x\""), QStringLiteral("/b/d {"), QStringLiteral("/b/c/1 \"y\"")}));
}

void TestValidator::stopsAtAHundred()
{
    const auto input = json::Document::parse('[' + QByteArray("\"x\",").repeated(100000) + "1]");
    QCOMPARE(schema::Validator(R"({"items":{"type":"integer"}})").problems(input.root()).size(), 100);
}

void TestValidator::tellsWhatItCannotHold_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("trouble");
    const auto row = [](const char *name, const char *schema, const char *trouble) {
        QTest::newRow(name) << QByteArray(schema) << QString::fromUtf8(trouble);
    };
    row("not JSON", "{", "The schema is not JSON: the text ends inside an object that is not closed with }.");
    row("circle", R"({"allOf":[{"$ref":"#"}]})", "$ref # leads in a circle.");
    row("nowhere", R"({"$ref":"#/a"})", "$ref #/a leads nowhere.");
    row("elsewhere", R"({"$ref":"other.json"})", "$ref other.json leads nowhere.");
    row("pattern", R"({"pattern":"("})", "The pattern ( cannot be read.");
    row("type", R"({"type":"file"})", "The type \"file\" is unknown.");
    row("names", R"({"propertyNames":{}})", "propertyNames is not checked.");
    row("a schema that is none", R"({"properties":{"a":5}})", "A schema must be an object, but is of type integer.");
    row("all well", R"({"type":"object","unknown":1})", "");
}

void TestValidator::tellsWhatItCannotHold()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QString, trouble);
    QCOMPARE(schema::Validator(schema).troubles().join(QLatin1Char('|')), trouble);
}

// A frame of a screen lasts 16 ms; the bound is for a machine that is busy.
void TestValidator::isQuickEnoughForTyping()
{
    QByteArray items;
    for (int i = 0; items.size() < 100'000; ++i)
        items += R"({"name":"item","count":12,"tags":["a","b"],"state":"open"},)";
    const json::Document typed = json::Document::parse("{\"items\":[" + items.chopped(1) + "]}");
    const schema::Validator validator(
        R"({"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object",)"
        R"("required":["name"],"properties":{"name":{"type":"string","minLength":1},"count":{"type":"integer","minimum":0},)"
        R"("tags":{"type":"array","items":{"type":"string"}},"state":{"enum":["open","closed"]}}}}}})");
    QVERIFY(validator.accepts(typed.root()));
    QElapsedTimer watch;
    watch.start();
    for (int i = 0; i < 10; ++i)
        QVERIFY(validator.accepts(typed.root()));
    const double each = double(watch.nsecsElapsed()) / 1e7;
    qInfo("100 kB in %.2f ms", each);
    QVERIFY(each < 100);
}

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
