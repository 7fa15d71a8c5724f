// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formmodel.h"
#include "app/models/formrows.h"
#include "app/models/formvalue.h"
#include "app/schema/inputcheck.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace actionscope::models;

// The form as lines of text: one a row, indented, with the exact JSON or what else there is to say of it.
class TestFormModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSchemaAndText_data();
    void showsSchemaAndText();
    void editsOnlyTheBytesItMust_data();
    void editsOnlyTheBytesItMust();
    void keepsRowsWhileTheTextChanges();
    void followsItems_data();
    void followsItems();
    void followsTheVariant();
    void choosesAVariant();
    void staysReadOnlyBehindABreak();
    void readsALargeTextOffThisThread();
    void filters_data();
    void filters();
    void holdsThousandsOfParameters();
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void showsWhatACheckFound_data();
    void showsWhatACheckFound();
    void goesFromProblemToProblem();
    void namesProblems_data();
    void namesProblems();
};

namespace {

QByteArray schemaOf(const QByteArray &properties, const QByteArray &required = {})
{
    return R"({"type":"object","properties":{)" + properties + R"(},"required":[)" + required + "]}";
}

// Under the tester from the beginning to the end.
struct Form
{
    FormModel model;
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QByteArray text;

    Form(const QByteArray &schema, const QByteArray &input)
    {
        tester.setUseFetchMore(false); // in 6.4 it fetches while it still counts the reset as going on
        model.setText(input);
        model.setSchema(schema::Schema(schema));
        text = input;
    }

    void setText(const QByteArray &fresh)
    {
        text = fresh;
        model.setText(fresh);
    }

    void apply(const QList<json::TextEdit> &edits) { setText(json::applied(text, edits)); }

    void unfoldAll(const QModelIndex &parent = {})
    {
        if (model.canFetchMore(parent))
            model.fetchMore(parent);
        for (int row = 0; row < model.rowCount(parent); ++row)
            unfoldAll(model.index(row, 0, parent));
    }

    QByteArray printed(const QModelIndex &parent = {}, int depth = 0) const
    {
        QByteArray lines;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            lines += QByteArray(depth * 2, ' ') + index.data(FormModel::LabelRole).toByteArray();
            const auto kind = FormNode::Kind(index.data(FormModel::NodeKindRole).toInt());
            if (kind == FormNode::Kind::Group)
                lines += " group " + index.data(FormModel::SetCountRole).toByteArray();
            else
                lines += ' ' + stateOf(index);
            if (kind == FormNode::Kind::Unknown)
                lines += " unknown";
            if (index.data(FormModel::MissingRole).toBool())
                lines += " missing";
            lines += '\n' + printed(index, depth + 1);
        }
        return lines;
    }

    static QByteArray stateOf(const QModelIndex &index)
    {
        const auto state = FormModel::State(index.data(FormModel::StateRole).toInt());
        return state == FormModel::State::Unset ? QByteArrayLiteral("-") : index.data(FormModel::JsonRole).toByteArray();
    }

    void check()
    {
        const schema::InputRules rules(model.schema().root().raw().toByteArray());
        model.setProblems(schema::checkInput(rules, text, schema::Variables::AreFilledLater), text);
    }

    QModelIndex at(const QString &path)
    {
        json::Path steps;
        const QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            bool isPosition = false;
            const int position = part.toInt(&isPosition);
            steps.append(isPosition ? json::PathStep {{}, position} : json::PathStep {part});
        }
        return model.indexAt(steps);
    }
};

const QByteArray issue = schemaOf(R"("owner":{"type":"string"},"title":{"type":"string"},"labels":{"type":"array","items":{"type":"string"}},)"
                                  R"("at":{"type":"object","required":["x"],"properties":{"x":{"type":"integer"},"y":{"type":"integer"}}},)"
                                  R"("more":{"type":"object"})",
    R"("owner","title")");
const QByteArray flat = schemaOf(R"("summary":{"type":"string"},"fields__project__id":{"type":"string"},"fields__project__key":{"type":"string"},)"
                                 R"("fields__priority":{"type":"string"},"other__one":{"type":"string"},"x__y__a":{},"x__y__b":{})");

} // namespace

void TestFormModel::showsSchemaAndText_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("nothing typed yet") << issue << QByteArray()
                                       << QByteArray("owner - missing\ntitle - missing\nlabels -\nat -\n  x -\n  y -\nmore -\n");
    QTest::newRow("values as spelled") << issue << QByteArray(R"({"owner":"","title":null,"at":{"y":1.10E0},"labels":["\u0061"]})")
                                       << QByteArray("owner \"\"\ntitle null\nlabels [\"\\u0061\"]\n  [0] \"\\u0061\"\n"
                                                     "at {\"y\":1.10E0}\n  x - missing\n  y 1.10E0\nmore -\n");
    QTest::newRow("names that the schema does not know")
        << issue << QByteArray(R"({"zebra":1,"owner":"o","at":{"z":2},"title":"t","ant":3,"zebra":4})")
        << QByteArray("owner \"o\"\ntitle \"t\"\nlabels -\nat {\"z\":2}\n  x - missing\n  y -\n  z 2 unknown\nmore -\n"
                      "zebra 4 unknown\nant 3 unknown\n");
    QTest::newRow("groups") << flat << QByteArray(R"({"fields__project__id":"1"})")
                            << QByteArray("summary -\nfields group 1\n  project group 1\n    id \"1\"\n    key -\n"
                                          "  priority -\nother__one -\nx__y group 0\n  a -\n  b -\n");
    QTest::newRow("required ones first") << schemaOf(R"("a":{},"b":{},"c":{})", R"("c","b")") << QByteArray("{}")
                                         << QByteArray("b - missing\nc - missing\na -\n");
    QTest::newRow("the input is no object") << issue << QByteArray("[1]")
                                            << QByteArray("owner - missing\ntitle - missing\nlabels -\nat -\n  x -\n  y -\nmore -\n");
    QTest::newRow("no schema") << QByteArray() << QByteArray(R"({"a":1})") << QByteArray("a 1 unknown\n");
}

void TestFormModel::showsSchemaAndText()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lines);
    Form form(schema, text);
    form.unfoldAll();
    QCOMPARE(form.printed(), lines);

    // The same when the text comes after the schema, and when it goes again.
    Form later(schema, {});
    later.unfoldAll();
    const QByteArray empty = later.printed();
    later.setText(text);
    later.unfoldAll();
    QCOMPARE(later.printed(), lines);
    later.setText({});
    QCOMPARE(later.printed(), empty);
}

void TestFormModel::editsOnlyTheBytesItMust_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("json"); // "-": unset, "+": add an item, "<" ">": move it
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *json, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(path) << QByteArray(json) << QByteArray(result);
    };
    row("first field", "", "owner", "\"o\"", "{\n  \"owner\": \"o\"\n}");
    row("value in odd spacing", "{ \"owner\" :\t\"o\" ,\r\n \"n\":1.10}", "owner", "\"ox\"", "{ \"owner\" :\t\"ox\" ,\r\n \"n\":1.10}");
    row("unknown names and number spellings stay", R"({"z":1E2,"owner":"o","z":0.10})", "title", "\"t\"",
        R"({"z":1E2,"owner":"o","title":"t","z":0.10})");
    row("between its neighbours in the schema", "{\n  \"owner\": \"o\",\n  \"at\": {} ,\n  \"zebra\": 1\n}", "title", "\"t\"",
        "{\n  \"owner\": \"o\",\n  \"title\": \"t\",\n  \"at\": {} ,\n  \"zebra\": 1\n}");
    row("in front of the next one where none is before", R"({ "title":"t", "more":{} })", "owner", "\"o\"",
        R"({ "owner":"o", "title":"t", "more":{} })");
    row("in front of the only one", "{\r\n\t\"title\" : \"t\"\r\n}", "owner", "\"o\"",
        "{\r\n\t\"owner\" : \"o\",\r\n\t\"title\" : \"t\"\r\n}");
    row("a person's own order stays", R"({"more":{},"title":"t","owner":"o"})", "labels", "[]",
        R"({"more":{},"title":"t","labels":[],"owner":"o"})");
    row("behind the last of duplicates", R"({"owner":1,"more":{},"owner":2,"zebra":3})", "title", "\"t\"",
        R"({"owner":1,"more":{},"owner":2,"title":"t","zebra":3})");
    row("last where no neighbour is there", R"({"zebra":1})", "title", "\"t\"", R"({"zebra":1,"title":"t"})");
    row("in order below the top", R"({"at":{"y":1}})", "at/x", "2", R"({"at":{"x":2,"y":1}})");
    row("a new container in order", R"({"title":"t","more":{}})", "at/x", "2", R"({"title":"t","at":{"x":2},"more":{}})");
    row("nested in what is missing", R"({"owner":"o"})", "at/x", "1", R"({"owner":"o","at":{"x":1}})");
    row("nested in null", R"({"owner":"o", "at": null})", "at/x", "1", R"({"owner":"o", "at": {"x": 1}})");
    row("empty text", R"({"owner":"o"})", "owner", "\"\"", R"({"owner":""})");
    row("null", R"({"owner":"o"})", "owner", "null", R"({"owner":null})");
    row("unset", "{\n  \"owner\": \"o\",\n  \"title\": \"t\"\n}", "owner", "-", "{\n  \"title\": \"t\"\n}");
    row("unset what is not set", R"({"owner":"o"})", "title", "-", R"({"owner":"o"})");
    row("item", R"({"labels":["a" , "b"]})", "labels/1", "\"c\"", R"({"labels":["a" , "c"]})");
    row("item out", R"({"labels":["a" , "b"]})", "labels/0", "-", R"({"labels":["b"]})");
    row("new item", R"({"labels":["a" , "b"]})", "labels", "+", R"({"labels":["a" , "b" , ""]})");
    row("first item", R"({"labels":null})", "labels", "+", R"({"labels":[""]})");
    row("item up", R"({"labels":["a" , "b"]})", "labels/1", "<", R"({"labels":["b" , "a"]})");
    row("item down", R"({"labels":["a" , "b"]})", "labels/0", ">", R"({"labels":["b" , "a"]})");
    row("free JSON as typed", R"({"more":{}})", "more", "{ \"k\":[1.0] }", R"({"more":{ "k":[1.0] }})");
    row("unknown name out", R"({"owner":"o","zebra":1})", "zebra", "-", R"({"owner":"o"})");
    row("input that is no object stays", "[1]", "owner", "\"o\"", "[1]");
    row("text beyond ASCII", "{\"owner\":\"\u00e9\u00e8\"}", "owner", "\"\u00e9\u00ea\"", "{\"owner\":\"\u00e9\u00ea\"}");
}

void TestFormModel::editsOnlyTheBytesItMust()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, result);
    Form form(issue, text);
    form.unfoldAll();
    const QModelIndex index = form.at(path);
    QVERIFY(index.isValid());
    QList<json::TextEdit> edits;
    if (json == "-")
        edits = form.model.unsetting(index);
    else if (json == "+")
        edits = form.model.addingItem(index);
    else if (json == "<" || json == ">")
        edits = form.model.movingItem(index, json == "<" ? -1 : 1);
    else
        edits = form.model.settingJson(index, json);
    form.apply(edits);
    QCOMPARE(form.text, result);
    const QByteArray expected = form.printed();
    Form fresh(issue, result);
    fresh.unfoldAll();
    form.unfoldAll();
    QCOMPARE(form.printed(), fresh.printed());
}

void TestFormModel::keepsRowsWhileTheTextChanges()
{
    Form form(issue, R"({"owner":"o","at":{"x":1},"zebra":1,"ant":2})");
    form.unfoldAll();
    const QPersistentModelIndex x = form.at(QStringLiteral("at/x"));
    const QPersistentModelIndex ant = form.at(QStringLiteral("ant"));
    QSignalSpy reset(&form.model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&form.model, &QAbstractItemModel::dataChanged);
    form.setText(R"({"at":{"x":2},"owner":"o","ant":2})");
    QCOMPARE(x.data(FormModel::JsonRole).toByteArray(), QByteArray("2"));
    QCOMPARE(ant.data(FormModel::JsonRole).toByteArray(), QByteArray("2"));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 2); // x, and the object around it; nothing else is painted anew
    form.setText({});
    QVERIFY(x.isValid());
    QVERIFY(!ant.isValid());
    QCOMPARE(reset.count(), 0);
}

void TestFormModel::followsItems_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("watched"); // an item, and where it stands afterwards
    QTest::addColumn<int>("place");
    QTest::newRow("one removed in front") << QByteArray("[1,2,3]") << QByteArray("[2,3]") << 2 << 1;
    QTest::newRow("one added in front") << QByteArray("[1,2]") << QByteArray("[0,1,2]") << 1 << 2;
    QTest::newRow("one changed") << QByteArray("[1,2,3]") << QByteArray("[1,9,3]") << 1 << 1;
    QTest::newRow("two changed places") << QByteArray("[1,2,3]") << QByteArray("[2,1,3]") << 0 << 1;
    QTest::newRow("the watched one removed") << QByteArray("[1,2,3]") << QByteArray("[1,2]") << 2 << -1;
    QTest::newRow("none left") << QByteArray("[1,2,3]") << QByteArray("null") << 0 << -1;
}

void TestFormModel::followsItems()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, watched);
    QFETCH(int, place);
    const QByteArray schema = schemaOf(R"("a":{"type":"array","items":{"type":"integer"}})");
    Form form(schema, R"({"a":)" + before + "}");
    form.unfoldAll();
    const QPersistentModelIndex item = form.at(QStringLiteral("a/%1").arg(watched));
    form.setText(R"({"a":)" + after + "}");
    QCOMPARE(item.isValid() ? item.row() : -1, place);
    Form fresh(schema, form.text);
    fresh.unfoldAll();
    QCOMPARE(form.printed(), fresh.printed());
}

void TestFormModel::followsTheVariant()
{
    Form form(schemaOf(R"("a":{"oneOf":[{"type":"object","properties":{"x":{"type":"integer"}}},{"type":"object","properties":{"y":{"type":"integer"}}}]})"),
        R"({"a":{"x":1}})");
    form.unfoldAll();
    QCOMPARE(form.printed(), QByteArray("a {\"x\":1}\n  x 1\n"));
    form.setText(R"({"a":{"y":1}})");
    QCOMPARE(form.printed(), QByteArray("a {\"y\":1}\n  y 1\n"));
    form.setText(R"({"a":{"y":1,"k":2}})");
    QCOMPARE(form.printed(), QByteArray("a {\"y\":1,\"k\":2}\n  y 1\n  k 2 unknown\n"));
}

void TestFormModel::choosesAVariant()
{
    Form form(schemaOf(R"("a":{"oneOf":[{"type":"string"},{"type":"object","properties":{"kind":{"const":"b"},"x":{"type":"integer"}}}]})"), "{}");
    form.unfoldAll();
    form.apply(form.model.choosingVariant(form.at(QStringLiteral("a")), 1));
    form.unfoldAll();
    QCOMPARE(form.printed(), QByteArray("a {\"kind\":\"b\"}\n  kind \"b\"\n  x -\n"));
    form.apply(form.model.choosingVariant(form.at(QStringLiteral("a")), 0));
    QCOMPARE(form.printed(), QByteArray("a \"\"\n"));
}

void TestFormModel::staysReadOnlyBehindABreak()
{
    Form form(issue, R"({"owner":"o","title":"t","at":{"x":1}})");
    form.unfoldAll();
    QSignalSpy breaks(&form.model, &FormModel::breakChanged);
    form.setText(R"({"owner":"p",title":"u","at":{"x":1}})");
    QCOMPARE(breaks.count(), 1);
    QCOMPARE(form.model.breakInText().value_or(json::ParseError()).offset, 13);
    // Nothing is lost: what was read before the break is new, the rest is as it was.
    QCOMPARE(form.printed(), QByteArray("owner \"p\"\ntitle \"t\"\nlabels -\nat {\"x\":1}\n  x 1\n  y -\nmore -\n"));
    QVERIFY(form.at(QStringLiteral("owner")).data(FormModel::EditableRole).toBool());
    QVERIFY(!form.at(QStringLiteral("title")).data(FormModel::EditableRole).toBool());
    QVERIFY(!form.at(QStringLiteral("labels")).data(FormModel::EditableRole).toBool());
    QVERIFY(form.model.settingJson(form.at(QStringLiteral("title")), "1").isEmpty());
    QVERIFY(form.model.unsetting(form.at(QStringLiteral("owner"))).isEmpty());
    form.apply(form.model.settingJson(form.at(QStringLiteral("owner")), "\"q\""));
    QCOMPARE(form.text, QByteArray(R"({"owner":"q",title":"u","at":{"x":1}})"));
    form.setText(R"({"owner":"q","title":"u","at":{"x":1}})");
    QCOMPARE(breaks.count(), 2);
    QVERIFY(form.at(QStringLiteral("labels")).data(FormModel::EditableRole).toBool());
}

void TestFormModel::readsALargeTextOffThisThread()
{
    Form form(issue, R"({"owner":"o"})");
    const QByteArray large = R"({"title":")" + QByteArray(FormModel::largeText, 'x') + R"(","owner":"p"})";
    form.setText(large);
    QCOMPARE(Form::stateOf(form.at(QStringLiteral("owner"))), QByteArray("\"o\"")); // not yet
    QTRY_COMPARE(Form::stateOf(form.at(QStringLiteral("owner"))), QByteArray("\"p\""));

    // An edit in between is one of the newest text.
    const QByteArray larger = " " + large;
    form.setText(larger);
    const auto edits = form.model.settingJson(form.at(QStringLiteral("owner")), "\"q\"");
    QCOMPARE(json::applied(larger, edits), " " + QByteArray(large).replace("\"p\"", "\"q\""));
}

void TestFormModel::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOnlyRequired");
    QTest::addColumn<bool>("isOnlySet");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("hits");
    QTest::newRow("nothing") << QString() << false << false << QByteArray("owner\ntitle\nlabels\nat\nmore\n") << 0;
    QTest::newRow("a name") << QStringLiteral("OWN") << false << false << QByteArray("owner\n") << 1;
    QTest::newRow("inside what is folded") << QStringLiteral("x") << false << false << QByteArray("at\n  x\n") << 1;
    QTest::newRow("required") << QString() << true << false << QByteArray("owner\ntitle\nat\n  x\n") << 3;
    QTest::newRow("set") << QString() << false << true << QByteArray("title\nat\n  y\n") << 3;
    QTest::newRow("required and set") << QString() << true << true << QByteArray("title\n") << 1;
    QTest::newRow("nothing found") << QStringLiteral("zebra") << false << false << QByteArray() << 0;
}

void TestFormModel::filters()
{
    QFETCH(QString, text);
    QFETCH(bool, isOnlyRequired);
    QFETCH(bool, isOnlySet);
    QFETCH(QByteArray, lines);
    QFETCH(int, hits);
    Form form(issue, R"({"title":"","at":{"y":1}})");
    loadForSearch(form.model);
    const FormRows rows = formRows(form.model, {text, isOnlyRequired, isOnlySet}, [](const QModelIndex &) { return false; });
    QByteArray printed;
    for (const FormRows::Row &row : rows.rows)
        printed += QByteArray(row.depth * 2, ' ') + row.index.data().toByteArray() + '\n';
    QCOMPARE(printed, lines);
    QCOMPARE(rows.hits, hits);
}

void TestFormModel::holdsThousandsOfParameters()
{
    QByteArray properties;
    for (int i = 0; i < 2907; ++i)
        properties += (i ? ",\"settings__s" : "\"settings__s") + QByteArray::number(i) + R"(":{"type":"string"})";
    Form form(schemaOf(properties), "{}");
    const QModelIndex last = form.at(QStringLiteral("settings__s2906"));
    QSignalSpy changed(&form.model, &QAbstractItemModel::dataChanged);
    form.apply(form.model.settingJson(last, "\"x\""));
    QCOMPARE(form.text, QByteArray("{\n  \"settings__s2906\": \"x\"\n}"));
    QCOMPARE(changed.count(), 2); // the field and its group
}

void TestFormModel::readsWhatIsTyped_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("json"); // empty: none
    QTest::newRow("text") << int(schema::FieldKind::String) << QStringLiteral("a\"b\n") << QByteArray(R"("a\"b\n")");
    QTest::newRow("text that looks like a number") << int(schema::FieldKind::String) << QStringLiteral("1") << QByteArray("\"1\"");
    QTest::newRow("number keeps its spelling") << int(schema::FieldKind::Number) << QStringLiteral(" 1.10 ") << QByteArray("1.10");
    QTest::newRow("huge number") << int(schema::FieldKind::Integer) << QStringLiteral("12345678901234567890123") << QByteArray("12345678901234567890123");
    QTest::newRow("not yet a number") << int(schema::FieldKind::Number) << QStringLiteral("-") << QByteArray();
    QTest::newRow("fraction for a whole number") << int(schema::FieldKind::Integer) << QStringLiteral("1.5") << QByteArray();
    QTest::newRow("text for a number") << int(schema::FieldKind::Number) << QStringLiteral("\"1\"") << QByteArray();
    QTest::newRow("JSON") << int(schema::FieldKind::Free) << QStringLiteral("{ \"a\":1 }") << QByteArray("{ \"a\":1 }");
    QTest::newRow("a variable for a number") << int(schema::FieldKind::Integer) << QStringLiteral(" {{count}} ") << QByteArray("\"{{count}}\"");
    QTest::newRow("more than a variable for a number") << int(schema::FieldKind::Integer) << QStringLiteral("1{{count}}") << QByteArray();
    QTest::newRow("no JSON") << int(schema::FieldKind::Free) << QStringLiteral("{a:1}") << QByteArray();
}

void TestFormModel::readsWhatIsTyped()
{
    QFETCH(int, kind);
    QFETCH(QString, typed);
    QFETCH(QByteArray, json);
    schema::Field field;
    field.kind = schema::FieldKind(kind);
    QCOMPARE(jsonOfTyped(field, typed).value_or(QByteArray()), json);
}

void TestFormModel::showsWhatACheckFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("isWarning");
    QTest::addColumn<QByteArray>("mended"); // by the first way out; empty: there is none
    const auto row = [](const char *name, const char *text, const char *path, const char *sentence, bool isWarning, const char *mended) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(path) << QString::fromUtf8(sentence) << isWarning
                            << QByteArray(mended);
    };
    row("missing", R"({"owner":"o"})", "title", "title is required.", false, R"({"owner":"o","title":"text"})");
    row("wrong type", R"({"owner":"o","title":7})", "title", "title", false, R"({"owner":"o","title":"7"})");
    row("nested", R"({"owner":"o","title":"t","at":{"x":"5"}})", "at/x", "x", false, R"({"owner":"o","title":"t","at":{"x":5}})");
    row("an item", R"({"owner":"o","title":"t","labels":["a",1]})", "labels/1", "1", false,
        R"({"owner":"o","title":"t","labels":["a","1"]})");
    row("unknown name", R"({"owner":"o","titel":"t","title":"x"})", "titel", "titel is not among the fields", true, "?");
    row("nothing wrong", R"({"owner":"o","title":"t"})", "title", "", false, "");
    row("a variable", R"({"owner":"{{who}}","title":"t"})", "owner", "", false, "");
}

void TestFormModel::showsWhatACheckFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QString, sentence);
    QFETCH(bool, isWarning);
    QFETCH(QByteArray, mended);
    Form form(issue, text);
    form.unfoldAll();
    const QPersistentModelIndex index = form.at(path);
    QVERIFY(index.isValid());
    QSignalSpy changed(&form.model, &QAbstractItemModel::dataChanged);
    form.check();
    const QString found = index.data(FormModel::ProblemRole).toString();
    QVERIFY2(sentence.isEmpty() ? found.isEmpty() : found.contains(sentence), qPrintable(found));
    QCOMPARE(index.data(FormModel::WarningRole).toBool(), isWarning);
    QCOMPARE(changed.isEmpty(), sentence.isEmpty());
    if (path.contains(QLatin1Char('/')))
        QCOMPARE(QModelIndex(index).parent().data(FormModel::ProblemsBelowRole).toInt(), 1);
    const QList<schema::QuickFix> fixes = form.model.fixesAt(index);
    QCOMPARE(fixes.isEmpty(), mended.isEmpty());
    if (mended.isEmpty())
        return;
    if (mended != "?")
        QCOMPARE(json::applied(text, fixes.first().edits), mended);
    // After an edit the ways out are those of an older text.
    form.setText(text + ' ');
    QVERIFY(form.model.fixesAt(index).isEmpty());
    form.apply(form.model.settingJson(index, "null"));
    QVERIFY(index.data(FormModel::ProblemRole).toString() != found || found.isEmpty());
}

void TestFormModel::goesFromProblemToProblem()
{
    Form form(issue, R"({"at":{"x":"1"},"labels":[1],"title":"t","more":{}})");
    QVERIFY(!form.model.nextProblem({}, 1).isValid());
    form.check();
    QCOMPARE(form.model.problemCount(), 3);
    QStringList seen;
    QModelIndex at;
    for (int i = 0; i < 4; ++i) {
        at = form.model.nextProblem(at, 1);
        seen.append(at.data(FormModel::LabelRole).toString());
    }
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("owner [0] x owner"));
    QCOMPARE(form.model.nextProblem(at, -1).data(FormModel::LabelRole).toString(), QStringLiteral("x"));
    QCOMPARE(form.model.nextProblem({}, -1).data(FormModel::LabelRole).toString(), QStringLiteral("x"));
    QCOMPARE(form.model.nextProblem(form.at(QStringLiteral("title")), 1).data(FormModel::LabelRole).toString(), QStringLiteral("[0]"));
    QCOMPARE(form.model.nextProblem(form.at(QStringLiteral("more")), -1).data(FormModel::LabelRole).toString(), QStringLiteral("x"));
}

void TestFormModel::namesProblems_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *name, const char *property, const char *json, bool isFine) {
        QTest::newRow(name) << QByteArray(property) << QByteArray(json) << isFine;
    };
    row("text", R"({"type":"string"})", "\"x\"", true);
    row("number for a text", R"({"type":"string"})", "1", false);
    row("null", R"({"type":"string"})", "null", false);
    row("null where it may be", R"({"type":"string","nullable":true})", "null", true);
    row("in bounds", R"({"type":"integer","minimum":1,"maximum":5})", "5", true);
    row("out of bounds", R"({"type":"integer","minimum":1,"maximum":5})", "6", false);
    row("on an excluded bound", R"({"type":"number","exclusiveMinimum":0})", "0.0", false);
    row("choice", R"({"enum":["a","b"]})", "\"\\u0061\"", true);
    row("no choice", R"({"enum":["a","b"]})", "\"c\"", false);
    row("mail", R"({"type":"string","format":"email"})", "\"a@b.c\"", true);
    row("no mail", R"({"type":"string","format":"email"})", "\"a b\"", false);
    row("variable for a mail", R"({"type":"string","format":"email"})", "\"{{mail}}\"", true);
    row("address", R"({"type":"string","format":"uri"})", "\"https://example.org/x\"", true);
    row("no address", R"({"type":"string","format":"uri"})", "\"example\"", false);
    row("date and time", R"({"type":"string","format":"date-time"})", "\"2026-11-25T10:00:00Z\"", true);
    row("no date and time", R"({"type":"string","format":"date-time"})", "\"tomorrow\"", false);
    row("too long", R"({"type":"string","maxLength":2})", "\"abc\"", false);
}

void TestFormModel::namesProblems()
{
    QFETCH(QByteArray, property);
    QFETCH(QByteArray, json);
    QFETCH(bool, isFine);
    Form form(schemaOf("\"a\":" + property), R"({"a":)" + json + "}");
    const QString problem = form.at(QStringLiteral("a")).data(FormModel::ProblemRole).toString();
    QVERIFY2(problem.isEmpty() == isFine, qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestFormModel)
#include "tst_formmodel.moc"
