// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/validate.h"

#include <QTest>

using namespace actionscope;

// Input held against a schema; what is found is printed one violation a line: rule, place.
class TestSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsViolations_data();
    void findsViolations();
    void saysWhatIsExpected();
    void stopsAtAHundred();
};

void TestSchema::findsViolations_data()
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
    QTest::newRow("none of") << either << QByteArray("1") << QByteArray("anyOf \n");
    QTest::newRow("schema of nothing") << QByteArray("{}") << QByteArray("[1,{}]") << QByteArray();
}

void TestSchema::findsViolations()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, found);
    const json::Document rules = json::Document::parse(schema);
    const json::Document typed = json::Document::parse(input);
    QVERIFY(rules.isValid() && typed.isValid());
    QByteArray printed;
    for (const schema::Violation &violation : schema::validate(rules.root(), typed.root()))
        printed += violation.rule.toUtf8() + ' ' + violation.path.toUtf8() + '\n';
    QCOMPARE(printed, found);
}

void TestSchema::saysWhatIsExpected()
{
    const auto schema = json::Document::parse(R"({"properties":{"n":{"type":"integer"}}})");
    const auto input = json::Document::parse(R"({"n":"5"})");
    const auto violations = schema::validate(schema.root(), input.root());
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().sentence, QStringLiteral("n must be of type integer, but is of type string."));
}

void TestSchema::stopsAtAHundred()
{
    const auto schema = json::Document::parse(R"({"items":{"type":"integer"}})");
    const auto input = json::Document::parse('[' + QByteArray("\"x\",").repeated(100000) + "1]");
    QCOMPARE(schema::validate(schema.root(), input.root()).size(), 100);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
