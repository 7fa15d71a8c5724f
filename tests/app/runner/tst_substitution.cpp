// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/substitution.h"

#include <QRegularExpression>
#include <QTest>

using namespace actionscope;
using namespace actionscope::runner;

namespace {

Variables sampleVariables()
{
    Variables variables([](QStringView name) -> std::optional<QByteArray> {
        return name == QLatin1String("$uuid") ? std::optional(QByteArray("\"u-1\"")) : std::nullopt;
    });
    variables.set(Level::Collection, QStringLiteral("collection.json"),
        {{QStringLiteral("title"), "\"A \\\"b\\\" \\u00e9\""}, {QStringLiteral("count"), "1.10"},
            {QStringLiteral("list"), "[1, {\"a\":\"b\"}]"}, {QStringLiteral("none"), "null"},
            {QStringLiteral("host"), "\"h\""}, {QStringLiteral("url"), "\"https://{{host}}/{{count}}\""},
            {QStringLiteral("deep"), "{\"at\": \"{{url}}\"}"}, {QStringLiteral("loop"), "\"{{pool}}\""},
            {QStringLiteral("pool"), "\"{{loop}}\""}, {QStringLiteral("half"), "\"{{missing}}\""},
            {QStringLiteral("größe"), "5"}});
    variables.set(Level::Environment, QStringLiteral("environments/ci.json"), {{QStringLiteral("host"), "\"ci\""}});
    variables.set({QStringLiteral("seen"), "\"{{host}}\"", Level::Captured, QStringLiteral("login")});
    variables.setSecret(QStringLiteral("keychain"), QStringLiteral("TOKEN"), QStringLiteral("s3\"cret {{host}}"));
    return variables;
}

QStringList sentences(const QList<NameTrouble> &troubles)
{
    QStringList all;
    for (const NameTrouble &trouble : troubles)
        all.append(trouble.sentence);
    return all;
}

} // namespace

// {{names}} become values, and no other byte changes.
class TestSubstitution final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesInJson_data();
    void replacesInJson();
    void replacesInText();
    void everyFieldOfARequest();
    void theHighestLevelWins();
    void tellsWhereAValueCameFrom();
    void secretsStaySecretInsideOthers();
    void saysWhatIsNotSet_data();
    void saysWhatIsNotSet();
    void builtInNamesAreMadeAnew();
    void findsNames_data();
    void findsNames();
};

void TestSubstitution::replacesInJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *json, const char *result) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(result);
    };
    row("no name", "{ \"a\" : 1.10,\n\"a\": 2 }", "{ \"a\" : 1.10,\n\"a\": 2 }");
    row("takes the type", "{\"a\": \"{{count}}\", \"b\":\"{{list}}\", \"c\":\"{{none}}\"}",
        "{\"a\": 1.10, \"b\":[1, {\"a\":\"b\"}], \"c\":null}");
    row("a text keeps its escapes", "[\"{{title}}\"]", "[\"A \\\"b\\\" \\u00e9\"]");
    row("inside a text", "[\"<{{title}}|{{count}}|{{list}}>\"]",
        "[\"<A \\\"b\\\" \\u00e9|1.10|[1, {\\\"a\\\":\\\"b\\\"}]>\"]");
    row("what stands around keeps its spelling", "[\"\\u0041{{count}}\\/\", 1e400]", "[\"\\u00411.10\\/\", 1e400]");
    row("spaces inside the braces", "[\"{{ count }}\"]", "[1.10]");
    row("a name of member", "{\"{{host}}\": 1, \"x{{host}}\": 2, \"{{count}}\": 3}", "{\"ci\": 1, \"xci\": 2, \"1.10\": 3}");
    row("names in values", "[\"{{url}}\", \"{{deep}}\"]", "[\"https://ci/1.10\", {\"at\": \"https://ci/1.10\"}]");
    row("escaped braces are text", "[\"\\u007b{count}}\", \"{\\u007bcount}}\"]", "[\"\\u007b{count}}\", \"{\\u007bcount}}\"]");
    row("no name at all", "[\"{{}}\", \"{{a b}}\", \"{{\", \"}}\", \"{{\\\"}}\", \"{ {count} }\"]",
        "[\"{{}}\", \"{{a b}}\", \"{{\", \"}}\", \"{{\\\"}}\", \"{ {count} }\"]");
    row("too many braces", "[\"{{{{count}}}}\"]", "[\"{{1.10}}\"]");
    row("letters of other languages", "[\"{{größe}}\"]", "[5]");
    row("what a service said is no template", "[\"{{seen}}\", \"{{TOKEN}}\"]", "[\"{{host}}\", \"s3\\\"cret {{host}}\"]");
    row("built in", "[\"{{$uuid}}\", \"id {{$uuid}}\"]", "[\"u-1\", \"id u-1\"]");
    row("the whole text", "\"{{list}}\"", "[1, {\"a\":\"b\"}]");
    row("not JSON", "{\"a\": {{count}}}", "{\"a\": {{count}}}");
    row("byte order mark", "\xEF\xBB\xBF[\"{{count}}\"]", "\xEF\xBB\xBF[1.10]");
}

void TestSubstitution::replacesInJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, result);
    const auto done = substitutedJson(json, sampleVariables(), QStringLiteral("input"));
    QVERIFY2(done.isComplete(), qPrintable(sentences(done.troubles).join(u'\n')));
    QCOMPARE(done.result, result);
    for (const NameUse &use : done.uses) {
        const QByteArray before = json.sliced(use.begin, use.length);
        QVERIFY(before.startsWith("{{") && before.endsWith("}}"));
        QVERIFY(use.resultBegin + use.resultLength <= done.result.size());
    }
}

void TestSubstitution::replacesInText()
{
    const auto done
        = substitutedText(QStringLiteral("{{title}} × {{count}} {{list}}"), sampleVariables(), QStringLiteral("text"));
    QCOMPARE(done.result, QStringLiteral("A \"b\" é × 1.10 [1, {\"a\":\"b\"}]"));
    QCOMPARE(done.uses.size(), 3);
}

void TestSubstitution::everyFieldOfARequest()
{
    api::ExecuteRequest request;
    for (QString *text : {&request.actionId, &request.appName, &request.entityId, &request.connectedAccountId,
             &request.text, &request.systemPrompt, &request.customDescription, &request.version})
        *text = QStringLiteral("{{host}}");
    for (QByteArray *json : {&request.input, &request.authConfig, &request.sessionInfo})
        *json = "{\"a\":\"{{host}}\"}";
    const auto done = substituted(request, sampleVariables());
    for (const QString &text : {done.result.actionId, done.result.appName, done.result.entityId,
             done.result.connectedAccountId, done.result.text, done.result.systemPrompt, done.result.customDescription,
             done.result.version})
        QCOMPARE(text, QStringLiteral("ci"));
    for (const QByteArray &json : {done.result.input, done.result.authConfig, done.result.sessionInfo})
        QCOMPARE(json, QByteArray("{\"a\":\"ci\"}"));
    QCOMPARE(done.uses.size(), 11);
}

void TestSubstitution::theHighestLevelWins()
{
    Variables variables;
    const QString name = QStringLiteral("a");
    const auto value = [&] { return resolvedValue(name, variables).value_or("none"); };
    for (const Level level : {Level::Captured, Level::Collection, Level::CommandLine, Level::DataRow, Level::Environment})
        variables.set({name, QByteArray::number(int(level)), level, levelName(level)});
    for (const Level level : {Level::CommandLine, Level::Captured, Level::DataRow, Level::Environment, Level::Collection}) {
        QCOMPARE(value(), QByteArray::number(int(level)));
        QCOMPARE(variables.bindingsOf(name).size(), qsizetype(level));
        variables.clear(level);
    }
    QCOMPARE(value(), QByteArray("none"));
    QVERIFY(variables.names().isEmpty());
}

void TestSubstitution::tellsWhereAValueCameFrom()
{
    const auto done
        = substitutedJson("{\"a\": \"{{host}}\", \"b\": \"x{{count}}\"}", sampleVariables(), QStringLiteral("input"));
    QCOMPARE(done.uses.size(), 2);
    QCOMPARE(done.uses[0],
        (NameUse {QStringLiteral("input"), QStringLiteral("host"), 7, 8, 6, 4, Level::Environment,
            QStringLiteral("environments/ci.json"), false}));
    QCOMPARE(done.result.sliced(done.uses[1].resultBegin, done.uses[1].resultLength), QByteArray("1.10"));
    QCOMPARE(done.uses[1].source, QStringLiteral("collection.json"));
}

void TestSubstitution::secretsStaySecretInsideOthers()
{
    Variables variables = sampleVariables();
    variables.set({QStringLiteral("header"), "\"Bearer {{TOKEN}}\"", Level::Collection, QStringLiteral("collection.json")});
    const auto done = substitutedJson("[\"{{header}}\"]", variables, QStringLiteral("input"));
    QCOMPARE(done.uses.size(), 1);
    QVERIFY(done.uses.first().isSecret);
    QCOMPARE(variables.secrets().size(), 1);
}

void TestSubstitution::saysWhatIsNotSet_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not set") << QByteArray("{\n  \"a\": \"é {{missing}}\"}")
                             << QStringLiteral("input, line 2, column 11: {{missing}} is not set anywhere.");
    QTest::newRow("not built in")
        << QByteArray("[\"{{$today}}\"]")
        << QStringLiteral(
               "input, line 1, column 3: {{$today}} is not a built-in name; there are $uuid, $now, $randomInt.");
    QTest::newRow("a cycle") << QByteArray("[\"{{loop}}\"]")
                             << QStringLiteral("input, line 1, column 3: {{loop}}, set in collection.json, cannot be used: "
                                               "{{pool}}, set in collection.json, cannot be used: {{loop}} leads back to "
                                               "itself: loop → pool → loop.");
    QTest::newRow("further down") << QByteArray("[\"{{half}}\"]")
                                  << QStringLiteral("input, line 1, column 3: {{half}}, set in collection.json, cannot be "
                                                    "used: {{missing}} is not set anywhere.");
}

void TestSubstitution::saysWhatIsNotSet()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const auto done = substitutedJson(json, sampleVariables(), QStringLiteral("input"));
    QCOMPARE(sentences(done.troubles), QStringList {sentence});
    QCOMPARE(done.result, json);
}

void TestSubstitution::builtInNamesAreMadeAnew()
{
    const Variables variables;
    const auto done = substitutedJson(
        "[\"{{$uuid}}\",\"{{$uuid}}\",\"{{$now}}\",\"{{$randomInt}}\"]", variables, QStringLiteral("input"));
    QVERIFY(done.isComplete());
    static const QRegularExpression form(QStringLiteral(
        "^\\[\"([0-9a-f-]{36})\",\"([0-9a-f-]{36})\",\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\",\\d{1,3}\\]$"));
    const auto match = form.match(QString::fromUtf8(done.result));
    QVERIFY2(match.hasMatch(), done.result.constData());
    QVERIFY(match.captured(1) != match.captured(2));
    for (const QString &name : builtInNames())
        QVERIFY(builtInValue(name));
}

void TestSubstitution::findsNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QByteArray("{ {a} } }} {{") << QStringList();
    QTest::newRow("two") << QByteArray("{{a}}{{ b.c-d_1 }}") << QStringList {QStringLiteral("a"), QStringLiteral("b.c-d_1")};
    QTest::newRow("across lines") << QByteArray("{{a\n}}") << QStringList {QStringLiteral("a")};
    QTest::newRow("JSON objects") << QByteArray("{\"a\":{\"b\":{}}}") << QStringList();
}

void TestSubstitution::findsNames()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, names);
    QStringList found;
    for (const NamePlace &place : namesIn(text))
        found.append(place.name);
    QCOMPARE(found, names);
}

QTEST_GUILESS_MAIN(TestSubstitution)
#include "tst_substitution.moc"
