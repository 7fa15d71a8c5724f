// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/inputcheck.h"
#include "app/schema/nearness.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;

// What is wrong with an input, where, and what each way out makes of it.
class TestInputCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixesChangeOnlyWhatTheyMust_data();
    void fixesChangeOnlyWhatTheyMust();
    void placesAreNamed_data();
    void placesAreNamed();
    void variablesAreNotJudged_data();
    void variablesAreNotJudged();
    void everyFixOfAProblemEndsIt();
    void nearestNames_data();
    void nearestNames();
    void largeInputsAreQuick();
};

namespace {

const QByteArray issue = R"({"type":"object","title":"Issue","required":["owner","repo","title"],"properties":{)"
                         R"("owner":{"type":"string","examples":["octocat"]},"repo":{"type":"string","default":"hello"},)"
                         R"("title":{"type":"string"},"issue_number":{"type":"integer","minimum":1,"maximum":99},)"
                         R"("labels":{"type":"array","items":{"type":"string"},"uniqueItems":true},)"
                         R"("ids":{"type":"array","items":{"type":"integer"}},)"
                         R"("state":{"type":"string","enum":["open","closed","all"]},"draft":{"type":"boolean"},)"
                         R"("score":{"type":"number","exclusiveMinimum":0},"level":{"type":"integer","exclusiveMaximum":5},)"
                         R"("body":{"anyOf":[{"type":"string"},{"type":"null"}]},"either":{"anyOf":[{"type":"string"},)"
                         R"({"type":"array","items":{"type":"string"}}]},"strict":{"type":"object","properties":)"
                         R"({"name":{"type":"string"}},"additionalProperties":false},"open":{"type":"object"},)"
                         R"("mode":{"const":"fast"},"meta":{"type":"object","properties":{"n":{"type":"integer"}}}}})";

// The three that are required, then `rest`.
QByteArray withRest(const char *rest)
{
    return QByteArray(R"({"owner": "o", "repo": "r", "title": "t", )") + rest + '}';
}

QByteArray fixed(const QByteArray &text, const schema::QuickFix &fix)
{
    QByteArray result = text;
    for (const json::TextEdit &edit : fix.edits)
        result.replace(edit.begin, edit.length, edit.text);
    return result;
}

} // namespace

void TestInputCheck::fixesChangeOnlyWhatTheyMust_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QByteArray>("after"); // empty: the problem has no such fix
    const auto row = [](const char *name, const QByteArray &text, const char *rule, const char *title,
                         const QByteArray &after) {
        QTest::newRow(name) << text << QString::fromLatin1(rule) << QString::fromUtf8(title) << after;
    };
    const auto change = [&](const char *name, const char *rest, const char *rule, const char *title, const char *after) {
        row(name, withRest(rest), rule, title, withRest(after));
    };
    row("missing, on one line", R"({"owner": "o", "repo": "r"})", "required", R"(Add "title")",
        R"({"owner": "o", "repo": "r", "title": "text"})");
    row("missing, on lines", "{\n    \"owner\": \"o\",\n    \"repo\":  \"r\"\n}\n", "required", R"(Add "title")",
        "{\n    \"owner\": \"o\",\n    \"repo\":  \"r\",\n    \"title\":  \"text\"\n}\n");
    row("missing, with an example", R"({"repo":"r","title":"t"})", "required", R"(Add "owner")",
        R"({"repo":"r","title":"t","owner":"octocat"})");
    row("missing, with a default", R"({"owner":"o","title":"t"})", "required", R"(Add "repo")",
        R"({"owner":"o","title":"t","repo":"hello"})");
    row("all that are missing", R"({"owner":"o"})", "required", "Add All 2 Missing Fields",
        R"({"owner":"o","repo":"hello","title":"text"})");
    change("text to integer", R"("issue_number" :"7")", "type", "Change to 7", R"("issue_number" :7)");
    change("text with blanks to integer", R"("issue_number": " 7 ")", "type", "Change to 7", R"("issue_number": 7)");
    change("large text to integer keeps its digits", R"("ids": ["12345678901234567890"])", "type",
        "Change to 12345678901234567890", R"("ids": [12345678901234567890])");
    row("fraction is no integer", withRest(R"("issue_number": "7.5")"), "type", "Change to 7.5", {});
    change("number to text", R"("state": "open", "labels": [7])", "type", R"(Change to "7")",
        R"("state": "open", "labels": ["7"])");
    change("number keeps its spelling as text", R"("labels": [1.10])", "type", R"(Change to "1.10")", R"("labels": ["1.10"])");
    change("text to boolean", R"("draft": "True")", "type", "Change to true", R"("draft": true)");
    change("number to boolean", R"("draft": 1)", "type", "Change to true", R"("draft": true)");
    change("array in a text", R"("ids": "[1, 2]")", "type", "Change to [1, 2]", R"("ids": [1, 2])");
    change("text to array", R"("labels": "bug")", "type", R"(Change to ["bug"])", R"("labels": ["bug"])");
    change("list in a text", R"("labels": "bug, ui")", "type", R"(Change to ["bug","ui"])", R"("labels": ["bug","ui"])");
    change("number to array", R"("ids": 5)", "type", "Change to [5]", R"("ids": [5])");
    change("number to array of texts", R"("labels": 5)", "type", R"(Change to ["5"])", R"("labels": ["5"])");
    change("text to array of numbers", R"("ids": "5")", "type", "Change to [5]", R"("ids": [5])");
    change("array of one to its item", R"("issue_number": [3])", "type", "Change to 3", R"("issue_number": 3)");
    change("object in a text", R"("meta": "{\"n\":1}")", "type", R"(Change to {"n":1})", R"("meta": {"n":1})");
    change("variant takes a text", R"("either": 5)", "anyOf", R"(Change to "5")", R"("either": "5")");
    row("null is removed", withRest(R"("draft": null)"), "type", R"(Remove "draft")",
        R"({"owner": "o", "repo": "r", "title": "t"})");
    row("null on its line is removed", "{\n  \"owner\": \"o\",\n  \"draft\": null,\n  \"repo\": \"r\",\n  \"title\": \"t\"\n}", "type",
        R"(Remove "draft")", "{\n  \"owner\": \"o\",\n  \"repo\": \"r\",\n  \"title\": \"t\"\n}");
    row("what is required is not removed", R"({"owner":null,"repo":"r","title":"t"})", "type", R"(Remove "owner")", {});
    row("null becomes an example", R"({"owner":null,"repo":"r","title":"t"})", "type", R"(Change to "octocat")",
        R"({"owner":"octocat","repo":"r","title":"t"})");
    change("nearest choice", R"("state": "Opne")", "enum", R"(Change to "open")", R"("state": "open")");
    change("another choice", R"("state": "x")", "enum", R"(Change to "all")", R"("state": "all")");
    change("too small", R"("issue_number": 0)", "minimum", "Change to 1", R"("issue_number": 1)");
    change("too large", R"("issue_number": 1e9)", "maximum", "Change to 99", R"("issue_number": 99)");
    change("on an exclusive bound", R"("level": 5)", "exclusiveMaximum", "Change to 4", R"("level": 4)");
    row("an exclusive bound of a fraction", withRest(R"("score": 0)"), "exclusiveMinimum", "Change to 0", {});
    change("const", R"("mode": "slow")", "const", R"(Change to "fast")", R"("mode": "fast")");
    change("repeated item", R"("labels": ["a", "b", "a"])", "uniqueItems", "Remove the Item", R"("labels": ["a", "b"])");
    change("unknown name", R"("isue_number": 7)", "unknown", R"(Rename to "issue_number")", R"("issue_number": 7)");
    change("name in another style", R"("issueNumber" : 7)", "unknown", R"(Rename to "issue_number")",
        R"("issue_number" : 7)");
    row("unknown name goes", withRest(R"("zzz": 7)"), "unknown", R"(Remove "zzz")",
        R"({"owner": "o", "repo": "r", "title": "t"})");
    row("a name that is there already is not offered", withRest(R"("titel": 7)"), "unknown", R"(Rename to "title")", {});
    change("name that is not allowed", R"("strict": {"nam": "x"})", "additionalProperties", R"(Rename to "name")",
        R"("strict": {"name": "x"})");
    row("trailing comma", R"({"owner": "o",})", "syntax", "Remove the Comma", R"({"owner": "o"})");
    row("one of several", R"({'owner': None,})", "syntax", "Make It null", R"({'owner': null,})");
    row("several at once", R"({'owner': None,})", "syntax", "Fix All 3 Problems", R"({"owner": null})");
}

void TestInputCheck::fixesChangeOnlyWhatTheyMust()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, rule);
    QFETCH(const QString, title);
    QFETCH(const QByteArray, after);
    const schema::InputRules rules(issue);
    QStringList seen;
    QByteArray found;
    for (const schema::Problem &problem : schema::checkInput(rules, text, schema::Variables::AreFilledLater)) {
        for (const schema::QuickFix &fix : problem.fixes) {
            seen.append(problem.rule + QLatin1String(": ") + fix.title);
            if (found.isEmpty() && problem.rule == rule && fix.title == title)
                found = fixed(text, fix);
        }
    }
    QVERIFY2(found == after, qPrintable(QString::fromUtf8(found) + QLatin1Char('\n') + seen.join(QLatin1Char('\n'))));
}

void TestInputCheck::placesAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("fine") << withRest(R"("labels": ["a"], "body": null, "open": {"any": 1})") << QStringList();
    QTest::newRow("blank") << QByteArray(" \n") << QStringList();
    QTest::newRow("several") << QByteArray(R"({"owner": 1, "repo": "r", "x": 2})")
                             << QStringList {QStringLiteral("error required /title <{>"),
                                    QStringLiteral("error type /owner <1>"), QStringLiteral("warning unknown /x <\"x\">")};
    QTest::newRow("inside") << withRest(R"("meta": {"n": "x", "m": 1}, "labels": ["a", 2])")
                            << QStringList {QStringLiteral("error type /meta/n <\"x\">"),
                                   QStringLiteral("warning unknown /meta/m <\"m\">"),
                                   QStringLiteral("error type /labels/1 <2>")};
    QTest::newRow("not allowed is an error, once") << withRest(R"("strict": {"nam": 1})")
                                                   << QStringList {QStringLiteral(
                                                          "error additionalProperties /strict/nam <\"nam\": 1>")};
    QTest::newRow("syntax alone") << QByteArray(R"({"owner": 1,})") << QStringList {QStringLiteral("error syntax  <,>")};
    QTest::newRow("two values") << QByteArray("{} {}") << QStringList {QStringLiteral("error syntax  <{}>")};
    QTest::newRow("not an object") << QByteArray("[]") << QStringList {QStringLiteral("error type  <[]>")};
}

void TestInputCheck::placesAreNamed()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, found);
    QStringList actual;
    for (const schema::Problem &problem :
        schema::checkInput(schema::InputRules(issue), text, schema::Variables::AreFilledLater)) {
        const bool isError = problem.severity == schema::Severity::Error;
        actual.append(QStringLiteral("%1 %2 %3 <%4>")
                          .arg(isError ? QStringLiteral("error") : QStringLiteral("warning"), problem.rule, problem.path,
                              QString::fromUtf8(text.mid(problem.begin, problem.end - problem.begin))));
        QVERIFY(problem.sentence.endsWith(QLatin1Char('.')));
    }
    QCOMPARE(actual, found);
}

void TestInputCheck::variablesAreNotJudged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("for a number") << withRest(R"("issue_number": "{{number}}")") << true;
    QTest::newRow("with blanks and a dollar") << withRest(R"("issue_number": "{{ $randomInt }}")") << true;
    QTest::newRow("for a choice") << withRest(R"("state": "{{state}}")") << true;
    QTest::newRow("in a part of a choice") << withRest(R"("state": "{{a}}-{{b}}")") << true;
    QTest::newRow("for an item") << withRest(R"("ids": [1, "{{id}}"])") << true;
    QTest::newRow("where no name is") << withRest(R"("issue_number": "{{}}")") << false;
    QTest::newRow("as a name that is not allowed") << withRest(R"("strict": {"x": "{{a}}"})") << false;
}

void TestInputCheck::variablesAreNotJudged()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isFine);
    const schema::InputRules rules(issue);
    QCOMPARE(schema::checkInput(rules, text, schema::Variables::AreFilledLater).isEmpty(), isFine);
    QVERIFY(!schema::checkInput(rules, text, schema::Variables::ArePlainText).isEmpty() || text.contains("$"));
}

// The first fix of each problem, one after the other, leads to an input without problems.
void TestInputCheck::everyFixOfAProblemEndsIt()
{
    const schema::InputRules rules(issue);
    QByteArray text = R"({'owner': 5, "isue_number": "7", labels: 'bug', "state": "Opened", "draft": None, "level": 9,})";
    int steps = 0;
    for (; steps < 30; ++steps) {
        const auto problems = schema::checkInput(rules, text, schema::Variables::AreFilledLater);
        if (problems.isEmpty())
            break;
        QVERIFY2(!problems.first().fixes.isEmpty(), qPrintable(problems.first().sentence));
        text = fixed(text, problems.first().fixes.first());
    }
    QVERIFY2(steps < 30, text.constData());
    QCOMPARE(text,
        QByteArray(R"({"owner": "5", "issue_number": 7, "labels": ["bug"], "state": "open", "level": 4, )"
                   R"("repo": "hello", "title": "text"})"));
}

void TestInputCheck::nearestNames_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *word, const char *first) {
        QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(first);
    };
    row("isue_number", "issue_number");
    row("issueNumber", "issue_number");
    row("ISSUE-NUMBER", "issue_number");
    row("number", "issue_number");
    row("lable", "label");
    row("lables", "label");
    row("onwer", "owner");
    row("own", "owner");
    row("zebra", "");
}

void TestInputCheck::nearestNames()
{
    QFETCH(const QString, word);
    QFETCH(const QString, first);
    QCOMPARE(schema::nearest(word,
                 {QStringLiteral("owner"), QStringLiteral("label"), QStringLiteral("issue_number"), QStringLiteral("id")})
                 .value(0),
        first);
}

void TestInputCheck::largeInputsAreQuick()
{
    QByteArray properties;
    QByteArray members;
    for (int i = 0; i < 2907; ++i) {
        const QByteArray name = "setting_" + QByteArray::number(i);
        properties += ",\"" + name + R"(":{"type":"string","description":"What it is for","enum":["true","false"]})";
        members += ",\"" + name + (i % 30 == 0 ? "\":true" : "\":\"true\"");
    }
    const QByteArray text = '{' + members.sliced(1) + '}';
    QElapsedTimer watch;
    watch.start();
    const schema::InputRules rules("{\"type\":\"object\",\"properties\":{" + properties.sliced(1) + "}}");
    qInfo("read in %lld ms", watch.elapsed());
    const auto problems = schema::checkInput(rules, text, schema::Variables::AreFilledLater);
    qInfo("checked in %lld ms", watch.elapsed());
    QCOMPARE(problems.size(), 97);
    QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
}

QTEST_GUILESS_MAIN(TestInputCheck)
#include "tst_inputcheck.moc"
