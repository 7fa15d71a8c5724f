// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/example.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace actionscope;

// Whatever the schema, the example fits it.
class TestExample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsItsSchema_data();
    void fitsItsSchema();
    void looksLikeThis_data();
    void looksLikeThis();
    void fillsInOnlyWhatIsMissing_data();
    void fillsInOnlyWhatIsMissing();
};

namespace {

QByteArray of(const char *properties, const char *required = "[]")
{
    return QByteArray(R"({"type":"object","required":)") + required + R"(,"properties":{)" + properties + "}}";
}

} // namespace

void TestExample::fitsItsSchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    const QStringList manifests = QDir(QStringLiteral(":/sandbox/apps")).entryList(QDir::Files);
    QVERIFY(manifests.size() >= 5);
    for (const QString &name : manifests) {
        QFile file(QStringLiteral(":/sandbox/apps/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const json::Document manifest = json::Document::parse(file.readAll());
        const json::Value actions = manifest.root().member(u"actions");
        for (json::Value action = actions.firstChild(); action.isValid(); action = action.nextSibling()) {
            QTest::newRow(qPrintable(action.member(u"name").toString()))
                << action.member(u"parameters").raw().toByteArray();
        }
    }
    const auto row = [](const char *name, const QByteArray &schema) { QTest::newRow(name) << schema; };
    row("nothing is said", "{}");
    row("no properties", R"({"type":"object","properties":{}})");
    row("all types", of(R"("s":{"type":"string"},"i":{"type":"integer"},"n":{"type":"number"},"b":{"type":"boolean"},)"
                        R"("a":{"type":"array"},"o":{"type":"object"},"z":{"type":"null"},"any":{})",
                        R"(["s","i","n","b","a","o","z","any"])"));
    row("bounds", of(R"("i":{"type":"integer","minimum":5,"maximum":9},"j":{"type":"integer","exclusiveMinimum":5},)"
                     R"("k":{"type":"integer","maximum":-3},"l":{"type":"integer","exclusiveMaximum":0},)"
                     R"("m":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},"n":{"type":"integer","multipleOf":7},)"
                     R"("o":{"type":"integer","minimum":10,"multipleOf":4},"p":{"type":"number","multipleOf":0.25},)"
                     R"("q":{"type":"integer","minimum":12345678901234567890},"r":{"type":"integer","maximum":10,"multipleOf":8})",
                     R"(["i","j","k","l","m","n","o","p","q","r"])"));
    row("lengths", of(R"("a":{"type":"string","minLength":10},"b":{"type":"string","maxLength":2},)"
                      R"("c":{"type":"string","minLength":3,"maxLength":3},"d":{"type":"string","maxLength":0})",
                      R"(["a","b","c","d"])"));
    row("arrays", of(R"("a":{"type":"array","minItems":2,"items":{"type":"string"},"uniqueItems":true},)"
                     R"("b":{"type":"array","minItems":3,"uniqueItems":true,"items":{"type":"integer","minimum":1}},)"
                     R"("c":{"type":"array","minItems":2,"uniqueItems":true,"items":{"enum":["x","y","z"]}},)"
                     R"("d":{"type":"array","maxItems":0},"e":{"type":"array","minItems":1,"items":{"type":"array",)"
                     R"("minItems":1,"items":{"type":"boolean"}}})",
                     R"(["a","b","c","d","e"])"));
    row("patterns", of(R"("a":{"type":"string","pattern":"^[A-Z]{3}-\\d+$"},"b":{"type":"string","pattern":"^(foo|bar)$"},)"
                       R"("c":{"type":"string","pattern":"^#[0-9a-f]{6}$"},"d":{"type":"string","pattern":"^\\+?[1-9]\\d{1,14}$"},)"
                       R"("e":{"type":"string","pattern":"^https?://"},"f":{"type":"string","pattern":"^[^@]+@[^@]+\\.[a-z]{2,}$"},)"
                       R"("g":{"type":"string","pattern":"^(?:[a-z0-9_]+/)+[a-z]+$"},"h":{"type":"string","pattern":"^\\S+$"})",
                       R"(["a","b","c","d","e","f","g","h"])"));
    row("formats", of(R"("a":{"type":"string","format":"date-time"},"b":{"type":"string","format":"email"},)"
                      R"("c":{"type":"string","format":"uri"},"d":{"type":"string","format":"uuid"})",
                      R"(["a","b","c","d"])"));
    row("examples that do not fit", of(R"("a":{"type":"integer","examples":["seven",7]},"b":{"type":"string","examples":[5]},)"
                                       R"("c":{"type":"string","enum":["x"],"default":"y"},"d":{"type":"string","default":null},)"
                                       R"("e":{"type":"array","items":{"type":"integer"},"examples":[["a"]]})",
                                       R"(["a","b","c","d","e"])"));
    row("examples in texts", of(R"("a":{"type":"array","items":{"type":"string"},"examples":["[\"bug\"]"]})", R"(["a"])"));
    row("nested", of(R"("a":{"type":"object","required":["b"],"properties":{"b":{"type":"object","required":["c"],)"
                     R"("properties":{"c":{"type":"integer","minimum":3}}}},"additionalProperties":false})",
                     R"(["a"])"));
    row("variants", of(R"("a":{"anyOf":[{"type":"string"},{"type":"null"}]},"b":{"oneOf":[{"type":"integer","minimum":5},)"
                       R"({"type":"string"}]},"c":{"anyOf":[{"type":"object","required":["x"],"properties":{"x":{"const":1}}},)"
                       R"({"type":"array"}]},"d":{"type":["integer","null"]})",
                       R"(["a","b","c","d"])"));
    row("references", R"({"type":"object","required":["a"],"properties":{"a":{"$ref":"#/definitions/t"}},"definitions":)"
                      R"({"t":{"type":"object","required":["n"],"properties":{"n":{"type":"string","minLength":2}}}}})");
    row("allOf", R"({"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}},)"
                 R"({"required":["b"],"properties":{"b":{"type":"string"}}}]})");
    row("recursive", R"({"type":"object","required":["value"],"properties":{"value":{"type":"integer"},)"
                     R"("children":{"type":"array","items":{"$ref":"#"}},"parent":{"$ref":"#"}}})");
    row("nullable", of(R"("a":{"type":"string","nullable":true,"enum":["x",null]})", R"(["a"])"));
    row("flattened names", of(R"("fields__project__id":{"type":"string"},"fields__summary":{"type":"string"})",
                              R"(["fields__project__id"])"));
    row("a file", of(R"("file":{"type":"object","title":"FileUploadable","file_uploadable":true,"required":["name",)"
                     R"("mimetype","s3key"],"properties":{"name":{"type":"string"},"mimetype":{"type":"string"},)"
                     R"("s3key":{"type":"string"}}})",
                     R"(["file"])"));
    row("required without a description", R"({"type":"object","required":["x"],"properties":{}})");
    row("no more members than two", R"({"type":"object","maxProperties":2,"properties":{"a":{"type":"string"},)"
                                    R"("b":{"type":"string"}}})");
}

void TestExample::fitsItsSchema()
{
    QFETCH(const QByteArray, schema);
    const schema::Schema read(schema);
    const schema::Validator validator(schema);
    for (const schema::Extent extent : {schema::Extent::RequiredFields, schema::Extent::AllFields}) {
        const QByteArray text = schema::exampleInput(read, validator, extent);
        const json::Document example = json::Document::parse(text);
        QVERIFY(example.isValid());
        QStringList found;
        for (const schema::Problem &problem : validator.problems(example.root()))
            found.append(problem.sentence);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n')) + QLatin1Char('\n') + QString::fromUtf8(text)));
    }
}

void TestExample::looksLikeThis_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("required");
    QTest::addColumn<QByteArray>("all");
    QTest::newRow("examples, defaults and choices")
        << of(R"("owner":{"type":"string","examples":["octocat"]},"state":{"enum":["open","closed"],"default":"closed"},)"
              R"("page":{"type":"integer","default":1},"labels":{"type":"array","items":{"type":"string","examples":["bug"]}},)"
              R"("at":{"type":"string","format":"date-time"})",
              R"(["owner","state"])")
        << QByteArray("{\n  \"owner\": \"octocat\",\n  \"state\": \"closed\"\n}")
        << QByteArray("{\n  \"owner\": \"octocat\",\n  \"state\": \"closed\",\n  \"page\": 1,\n  \"labels\": [\n    \"bug\"\n  "
                      "],\n  \"at\": \"2024-01-31T12:00:00Z\"\n}");
    QTest::newRow("numbers keep their spelling") << of(R"("n":{"type":"number","default":1.10})", R"(["n"])")
                                                 << QByteArray("{\n  \"n\": 1.10\n}") << QByteArray("{\n  \"n\": 1.10\n}");
}

void TestExample::looksLikeThis()
{
    QFETCH(const QByteArray, schema);
    const schema::Schema read(schema);
    const schema::Validator validator(schema);
    QTEST(schema::exampleInput(read, validator, schema::Extent::RequiredFields), "required");
    QTEST(schema::exampleInput(read, validator, schema::Extent::AllFields), "all");
}

void TestExample::fillsInOnlyWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("blank") << QByteArray(" \n") << QByteArray("{\n  \"a\": \"x\",\n  \"b\": 1\n}");
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray("{\n  \"a\": \"x\",\n  \"b\": 1\n}");
    QTest::newRow("keeps what is there") << QByteArray("{ \"b\":  1.0 , \"zz\": null }")
                                         << QByteArray("{ \"b\":  1.0 , \"zz\": null , \"a\": \"x\" }");
    QTest::newRow("nothing is missing") << QByteArray("{\"b\":\"wrong\",\"a\":5}") << QByteArray("{\"b\":\"wrong\",\"a\":5}");
    QTest::newRow("not an object") << QByteArray("[]") << QByteArray("[]");
    QTest::newRow("not JSON") << QByteArray("{oops") << QByteArray("{oops");
}

void TestExample::fillsInOnlyWhatIsMissing()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray text = of(R"("a":{"type":"string","default":"x"},"b":{"type":"integer"},"c":{"type":"string"})",
        R"(["a","b"])");
    const auto edit = schema::fillingIn(json::Document::parse(before), schema::Schema(text), schema::Validator(text),
        schema::Extent::RequiredFields);
    QCOMPARE(edit ? json::applied(before, *edit) : before, after);
}

QTEST_GUILESS_MAIN(TestExample)
#include "tst_example.moc"
