// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/schema.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::schema;

// A schema read into fields; each is printed as one line: name, kind, and what else is said of it.
class TestField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParameters_data();
    void readsParameters();
    void readsNestedMembers_data();
    void readsNestedMembers();
    void choosesTheVariantThatFits_data();
    void choosesTheVariantThatFits();
    void findsTheFieldAtAPath_data();
    void findsTheFieldAtAPath();
    void namesTroubles_data();
    void namesTroubles();
    void groupsFlattenedNames_data();
    void groupsFlattenedNames();
    void staysCalmInDeepNesting();
    void readsALargeSchema();
};

namespace {

QByteArray kindName(FieldKind kind)
{
    static const char *names[] = {
        "string", "integer", "number", "boolean", "enum", "array", "object", "free", "variant", "file"};
    return names[int(kind)];
}

QByteArray printed(const Field &field)
{
    QByteArray line = field.name.toUtf8() + ' ' + kindName(field.kind);
    if (field.isRequired)
        line += " required";
    if (field.isNullable)
        line += " nullable";
    if (field.isMultiline)
        line += " multiline";
    if (!field.format.isEmpty())
        line += " format=" + field.format.toUtf8();
    if (!field.defaultValue.isEmpty())
        line += " default=" + field.defaultValue;
    if (!field.examples.isEmpty())
        line += " examples=" + field.examples.join('|');
    if (!field.choices.isEmpty())
        line += " choices=" + field.choices.join('|');
    if (!field.minimum.isEmpty())
        line += (field.excludesMinimum ? " >" : " >=") + field.minimum;
    if (!field.maximum.isEmpty())
        line += (field.excludesMaximum ? " <" : " <=") + field.maximum;
    if (field.shortest)
        line += " from=" + QByteArray::number(*field.shortest);
    if (field.longest)
        line += " to=" + QByteArray::number(*field.longest);
    if (!field.variants.isEmpty())
        line += " variants=" + QByteArray::number(field.variants.size());
    return line;
}

QByteArray printed(const QList<Field> &fields)
{
    QByteArray lines;
    for (const Field &field : fields)
        lines += printed(field) + '\n';
    return lines;
}

// A schema with one parameter, "a".
QByteArray schemaOf(const QByteArray &property, const QByteArray &more = {})
{
    return R"({"type":"object","properties":{"a":)" + property + "}" + more + "}";
}

Field fieldIn(const Schema &schema, const QStringList &path)
{
    return schema.fieldAt(path, json::Value()).value_or(Field());
}

} // namespace

void TestField::readsParameters_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *property, const char *line) {
        QTest::newRow(name) << QByteArray(property) << QByteArray(line);
    };
    row("text", R"({"type":"string","description":"d"})", "a string");
    row("whole number with bounds", R"({"type":"integer","minimum":0,"maximum":1E2,"default":007})", "");
    row("bounds as spelled", R"({"type":"number","minimum":0.10,"maximum":1E2})", "a number >=0.10 <=1E2");
    row("bounds of draft 4", R"({"type":"number","minimum":0,"exclusiveMinimum":true})", "a number >0");
    row("bounds of draft 6", R"({"type":"number","exclusiveMaximum":5})", "a number <5");
    row("yes or no", R"({"type":"boolean","default":false})", "a boolean default=false");
    row("enum", R"({"type":"string","enum":["x","y","x"],"default":"y"})", R"(a enum default="y" choices="x"|"y")");
    row("enum with null", R"({"enum":["x",null]})", R"(a enum nullable choices="x")");
    row("const", R"({"const":"only"})", R"(a enum choices="only")");
    row("oneOf of constants", R"({"oneOf":[{"const":1},{"const":2,"title":"two"}]})", "a enum choices=1|2");
    row("nullable", R"({"type":"string","nullable":true})", "a string nullable");
    row("anyOf with null", R"({"anyOf":[{"type":"string","format":"email"},{"type":"null"}],"default":null})",
        "a string nullable format=email default=null");
    row("oneOf with a null constant", R"({"oneOf":[{"const":null},{"type":"integer"}]})", "a integer nullable");
    row("type list with null", R"({"type":["string","null"]})", "a string nullable");
    row("type list", R"({"type":["string","integer"]})", "a variant variants=2");
    row("integer or number", R"({"type":["integer","number"]})", "a number");
    row("anyOf of several", R"({"anyOf":[{"type":"string"},{"type":"array"},{"type":"null"}]})",
        "a variant nullable variants=2");
    row("anyOf that only asks for members", R"({"type":"object","properties":{"x":{}},"anyOf":[{"required":["x"]},{"required":["y"]}]})",
        "a object");
    row("type null", R"({"type":"null"})", "a free nullable");
    row("empty type", R"({"type":"","description":"d"})", "a free");
    row("no type", R"({})", "a free");
    row("any schema", "true", "a free");
    row("no type but members", R"({"properties":{"x":{}}})", "a object");
    row("no type but a pattern", R"({"pattern":"^x"})", "a string");
    row("unknown type", R"({"type":"zebra"})", "a free");
    row("type of another language", R"({"type":"int"})", "a integer");
    row("object without members", R"({"type":"object","properties":{}})", "a free");
    row("array", R"({"type":"array","items":{"type":"string"},"minItems":1,"maxItems":3})", "a array from=1 to=3");
    row("text lengths", R"({"type":"string","minLength":1,"maxLength":20})", "a string from=1 to=20");
    row("room for sentences", R"({"type":"string","maxLength":4000})", "a string multiline to=4000");
    row("example list", R"({"type":"string","examples":["x","y"],"example":"z"})", R"(a string examples="x"|"y"|"z")");
    row("example alone", R"({"type":"integer","examples":5})", "a integer examples=5");
    row("array example inside a string", R"({"type":"array","examples":["[\"x\", \"y\"]",["z"],"no list"]})",
        R"(a array examples=["x", "y"]|["z"]|"no list")");
    row("object example inside a string", R"({"type":"object","examples":["{\"x\":1}"]})", R"(a free examples={"x":1})");
    row("text that looks like a list", R"({"type":"string","examples":["[x]"]})", R"(a string examples="[x]")");
    row("file", R"({"type":"object","title":"FileUploadable","file_uploadable":true,"required":["name"],"properties":{"name":{"type":"string"}}})",
        "a file");
    row("file that may be null", R"({"anyOf":[{"type":"object","file_uploadable":true},{"type":"null"}]})", "a file nullable");
    row("reference", R"({"$ref":"#/definitions/D","description":"own"})", "a integer default=1");
    row("reference to a reference", R"({"$ref":"#/$defs/E~1x"})", "a integer default=1");
    row("reference in a circle", R"({"$ref":"#/$defs/loop"})", "a free");
    row("reference to itself in allOf", R"({"type":"string","allOf":[{"$ref":"#/properties/a"}]})", "a string");
    row("reference to nothing", R"({"$ref":"#/$defs/none","type":"string"})", "a string");
    row("reference elsewhere", R"({"$ref":"https://example.org/s.json"})", "a free");
    row("allOf", R"({"allOf":[{"type":"integer","minimum":1},{"maximum":5,"minimum":0}],"default":2})", "a integer default=2 >=1 <=5");
    row("not a schema", "5", "a free");
    row("nonsense everywhere", R"({"type":5,"enum":"x","required":7,"examples":{},"minimum":"low","properties":[1]})",
        "a free examples={}");
}

void TestField::readsParameters()
{
    QFETCH(QByteArray, property);
    QFETCH(QByteArray, line);
    const Schema schema(schemaOf(property, R"(,"definitions":{"D":{"type":"integer","default":1}},)"
                                           R"("$defs":{"E/x":{"$ref":"#/definitions/D"},"loop":{"$ref":"#/$defs/loop"}})"));
    if (line.isEmpty()) { // not JSON
        QVERIFY(schema.troubles().value(0).contains(QLatin1String("not JSON")));
        return;
    }
    QCOMPARE(printed(schema.fields()), line + '\n');
    QCOMPARE(printed(fieldIn(schema, {QStringLiteral("a")})), line);
}

void TestField::readsNestedMembers_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArray &schema, const char *path, const char *lines) {
        QTest::newRow(name) << schema << QString::fromUtf8(path).split(QLatin1Char('/'), Qt::SkipEmptyParts)
                            << QByteArray(lines);
    };
    row("order and required", R"({"required":["b"],"properties":{"b":{"type":"string"},"a":{"type":"integer"}}})", "",
        "b string required\na integer\n");
    row("required of draft 3", R"({"properties":{"b":{"type":"string","required":true}}})", "", "b string required\n");
    row("required but not described", R"({"required":["x"],"properties":{"b":{}}})", "", "b free\nx free required\n");
    row("no properties at all", R"({"type":"object","title":"T"})", "", "");
    row("properties that are none", R"({"type":"object","properties":[]})", "", "");
    row("allOf of parts", R"({"allOf":[{"properties":{"a":{"type":"string"}},"required":["a"]},)"
                          R"({"properties":{"b":{"type":"integer"},"a":{"type":"integer"}}}]})",
        "", "a string required\nb integer\n");
    row("object", schemaOf(R"({"type":"object","required":["y"],"properties":{"x":{"type":"string"},"y":{"type":"number"}}})"),
        "a", "x string\ny number required\n");
    row("recursion is fine", R"({"properties":{"a":{"$ref":"#/$defs/tree"}},"$defs":{"tree":{"type":"object",)"
                             R"("properties":{"v":{"type":"integer"},"next":{"$ref":"#/$defs/tree"}}}}})",
        "a/next/next", "v integer\nnext object\n");
    row("variant keeps what is around", schemaOf(R"({"type":"object","properties":{"c":{"type":"string"}},)"
                                                R"("oneOf":[{"properties":{"x":{"type":"integer"}}},{"properties":{"y":{}}}]})"),
        "a", "c string\n");
}

void TestField::readsNestedMembers()
{
    QFETCH(QByteArray, schema);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, lines);
    const Schema read(schema);
    QCOMPARE(printed(read.fieldsOf(fieldIn(read, path))), lines);
}

void TestField::choosesTheVariantThatFits_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("members");
    const QByteArray scalars = R"({"anyOf":[{"type":"string"},{"type":"number"},{"type":"integer"},{"type":"array","items":{"type":"integer"}},{"type":"array","items":{"type":"string"}}]})";
    QTest::newRow("text") << scalars << QByteArray("\"x\"") << QByteArray("0 string");
    QTest::newRow("fraction") << scalars << QByteArray("1.5") << QByteArray("1 number");
    QTest::newRow("whole") << scalars << QByteArray("1") << QByteArray("2 integer");
    QTest::newRow("list of numbers") << scalars << QByteArray("[1]") << QByteArray("3 array");
    QTest::newRow("list of texts") << scalars << QByteArray("[\"x\"]") << QByteArray("4 array");
    QTest::newRow("nothing fits") << scalars << QByteArray("true") << QByteArray("0 string");
    const QByteArray kinds = R"({"oneOf":[{"type":"object","properties":{"kind":{"const":"a"},"x":{"type":"string"}}},)"
                             R"({"type":"object","properties":{"kind":{"const":"b"},"x":{"type":"string"}}}]})";
    QTest::newRow("told apart by a constant") << kinds << QByteArray(R"({"x":"1","kind":"b"})") << QByteArray("1 object");
    QTest::newRow("type list") << QByteArray(R"({"type":["integer","string"]})") << QByteArray("\"x\"") << QByteArray("1 string");
    QTest::newRow("circle of variants") << QByteArray(R"({"anyOf":[{"$ref":"#/properties/a"},{"type":"string"},{"type":"integer"}]})")
                                        << QByteArray("1") << QByteArray("2 integer");
}

void TestField::choosesTheVariantThatFits()
{
    QFETCH(QByteArray, property);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, members);
    const Schema schema(schemaOf(property));
    const Field field = schema.fields().value(0);
    QCOMPARE(kindName(field.kind), QByteArray("variant"));
    const json::Document document = json::Document::parse(value);
    const qsizetype position = schema.fittingVariant(field, document.root());
    QCOMPARE(QByteArray::number(position) + ' ' + kindName(schema.variantOf(field, position).kind), members);
}

void TestField::findsTheFieldAtAPath_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("root") << QStringList() << QByteArray(" object");
    QTest::newRow("item") << QStringList {QStringLiteral("list"), QStringLiteral("1")} << QByteArray(" variant variants=2");
    QTest::newRow("through the variant of the value")
        << QStringList {QStringLiteral("list"), QStringLiteral("1"), QStringLiteral("y")} << QByteArray("y integer");
    QTest::newRow("not in that variant")
        << QStringList {QStringLiteral("list"), QStringLiteral("0"), QStringLiteral("y")} << QByteArray();
    QTest::newRow("unknown") << QStringList {QStringLiteral("nothing")} << QByteArray();
    QTest::newRow("a list has no names") << QStringList {QStringLiteral("list"), QStringLiteral("x")} << QByteArray();
}

void TestField::findsTheFieldAtAPath()
{
    QFETCH(QStringList, path);
    QFETCH(QByteArray, line);
    const Schema schema(R"({"type":"object","properties":{"list":{"type":"array","items":{"oneOf":[)"
                        R"({"type":"object","properties":{"x":{"type":"string"}}},)"
                        R"({"type":"object","properties":{"y":{"type":"integer"}}}]}}}})");
    const json::Document input = json::Document::parse(R"({"list":[{"x":"1"},{"y":2}]})");
    const auto field = schema.fieldAt(path, input.root());
    QCOMPARE(field ? printed(*field) : QByteArray(), line);
}

void TestField::namesTroubles_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("trouble");
    QTest::newRow("none") << schemaOf(R"({"type":"string","x-order":1})") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("not JSON") << QByteArray("{\n\"a\":}") << QStringLiteral("The schema is not JSON from line 2, column 5 on.");
    QTest::newRow("a list") << QByteArray("[]")
                            << QStringLiteral("The schema is not described by an object; any JSON can be typed there.");
    QTest::newRow("circle") << schemaOf(R"({"$ref":"#/$defs/x"})", R"(,"$defs":{"x":{"$ref":"#/$defs/x"}})")
                            << QStringLiteral("a is described by a reference that leads in a circle.");
    QTest::newRow("dead end") << schemaOf(R"({"$ref":"#/$defs/x"})")
                              << QStringLiteral("a is described by a reference that leads nowhere: #/$defs/x.");
    QTest::newRow("unknown type, deep") << schemaOf(R"({"type":"array","items":{"properties":{"b":{"type":"zebra"}}}})")
                                        << QStringLiteral("a[].b is of an unknown type: \"zebra\".");
    QTest::newRow("unknown keyword") << schemaOf(R"({"type":"string","if":{}})")
                                     << QStringLiteral("a has a keyword \"if\" that the form does not follow.");
    QTest::newRow("properties") << schemaOf(R"({"type":"object","properties":5})")
                                << QStringLiteral("a: \"properties\" is not an object; its members are not known.");
    QTest::newRow("recursion is no trouble")
        << QByteArray(R"({"properties":{"a":{"$ref":"#"}}})") << QString();
}

void TestField::namesTroubles()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, trouble);
    const QStringList troubles = Schema(schema).troubles();
    QCOMPARE(troubles.isEmpty(), trouble.isEmpty());
    QVERIFY2(trouble.isEmpty() || troubles.contains(trouble), qPrintable(troubles.join(QLatin1Char('\n'))));
}

void TestField::groupsFlattenedNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("group");
    QTest::newRow("plain") << QStringLiteral("issue_number") << QString();
    QTest::newRow("flattened") << QStringLiteral("fields__project__id") << QStringLiteral("fields/project");
    QTest::newRow("private") << QStringLiteral("__name") << QString();
    QTest::newRow("empty part") << QStringLiteral("a____b") << QString();
    QTest::newRow("open end") << QStringLiteral("a__") << QString();
}

void TestField::groupsFlattenedNames()
{
    QFETCH(QString, name);
    QFETCH(QString, group);
    Field field;
    field.name = name;
    QCOMPARE(field.group().join(QLatin1Char('/')), group);
}

void TestField::staysCalmInDeepNesting()
{
    QByteArray schema = R"({"type":"integer"})";
    QStringList path;
    for (int i = 0; i < 2000; ++i) {
        schema = R"({"type":"object","properties":{"a":)" + schema + "}}";
        path.append(QStringLiteral("a"));
    }
    const Schema deep(schema);
    QVERIFY(deep.troubles().isEmpty());
    QCOMPARE(printed(fieldIn(deep, path)), QByteArray("a integer"));
}

void TestField::readsALargeSchema()
{
    QByteArray properties;
    for (int i = 0; i < 2907; ++i) {
        properties += (i ? ",\"accountSettings__setting" : "\"accountSettings__setting") + QByteArray::number(i)
            + R"(__value":{"type":"string","title":"Setting","description":"When set to **true**, the setting applies.","examples":["true","false"],"nullable":true})";
    }
    const QByteArray schema = R"({"type":"object","properties":{)" + properties + "}}";
    const QList<Field> fields = Schema(schema).fields();
    QCOMPARE(fields.size(), 2907);
    QCOMPARE(printed(fields.last()), QByteArray("accountSettings__setting2906__value string nullable examples=\"true\"|\"false\""));
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
