// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/executerequest.h"
#include "app/base/redaction.h"

#include <QTest>

using namespace actionscope;

// Everything that keeps a request from being sent, with its place.
class TestExecuteRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsGoodRequestsThrough_data();
    void letsGoodRequestsThrough();
    void findsProblems_data();
    void findsProblems();
    void findsAllAtOnce();
};

void TestExecuteRequest::letsGoodRequestsThrough_data()
{
    QTest::addColumn<api::ExecuteRequest>("request");
    const QString id = QStringLiteral("GITHUB_GET");
    QTest::newRow("only an id") << api::ExecuteRequest {.actionId = id};
    QTest::newRow("lower case and odd signs") << api::ExecuteRequest {.actionId = QStringLiteral("a.b-c%\u00e9")};
    QTest::newRow("blank JSON") << api::ExecuteRequest {.actionId = id, .input = " \n", .sessionInfo = "\t"};
    QTest::newRow("objects") << api::ExecuteRequest {.actionId = id, .input = "{\"a\":1,\"a\":2}",
        .authConfig = R"({"parameters":[{"name":"k","in":"header","value":"v"},{"in":"query","name":"n","value":1}]})",
        .sessionInfo = "{}"};
    QTest::newRow("authConfig without parameters") << api::ExecuteRequest {.actionId = id, .authConfig = "{}"};
    QTest::newRow("byte order mark") << api::ExecuteRequest {.actionId = id, .input = "\xEF\xBB\xBF{}"};
}

void TestExecuteRequest::letsGoodRequestsThrough()
{
    QFETCH(api::ExecuteRequest, request);
    const auto problems = api::findProblems(request);
    QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().sentence));
}

void TestExecuteRequest::findsProblems_data()
{
    QTest::addColumn<api::ExecuteRequest>("request");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const api::ExecuteRequest &request, const char *field, const char *sentence,
                         int offset = -1) {
        QTest::newRow(name) << request << QString::fromUtf8(field) << QString::fromUtf8(sentence) << offset;
    };
    const QString id = QStringLiteral("A");
    row("no id", {}, "actionId", "The action id is empty. Enter one such as GITHUB_CREATE_AN_ISSUE.");
    row("blank id", {.actionId = QStringLiteral(" ")}, "actionId", "The action id is empty.");
    row("slash", {.actionId = QStringLiteral("A/B")}, "actionId", "The action id must not contain “/”.");
    row("question mark", {.actionId = QStringLiteral("A?")}, "actionId", "The action id must not contain “?”.");
    row("hash", {.actionId = QStringLiteral("#A")}, "actionId", "The action id must not contain “#”.");
    row("line break", {.actionId = QStringLiteral("A\nB")}, "actionId", "spaces, line breaks or control characters");
    row("NUL", {.actionId = QString(QChar(0))}, "actionId", "spaces, line breaks or control characters");
    row("dots", {.actionId = QStringLiteral("..")}, "actionId", "“..” is not an action id.");
    row("broken input", {.actionId = id, .input = "{\n  \"a\": tru\n}"}, "input",
        "input is not valid JSON: line 2, column 8: a value should stand here, not “t”.", 9);
    row("array as input", {.actionId = id, .input = " []"}, "input",
        "input must be a JSON object, written in braces.", 1);
    row("null as input", {.actionId = id, .input = "null"}, "input", "input must be a JSON object", 0);
    row("broken authConfig", {.actionId = id, .authConfig = "{"}, "authConfig",
        "authConfig is not valid JSON: line 1, column 2", 1);
    row("parameters no array", {.actionId = id, .authConfig = R"({"parameters":{}})"}, "authConfig",
        "authConfig.parameters must be an array.", 14);
    row("parameter without a value", {.actionId = id, .authConfig = R"({"parameters":[{"name":"k","in":"header"}]})"},
        "authConfig", "needs name, in (header or query) and value", 15);
    row("parameter in the wrong place",
        {.actionId = id, .authConfig = R"({"parameters":[{"name":"k","in":"body","value":"v"}]})"}, "authConfig",
        "needs name, in (header or query) and value", 15);
    row("sessionInfo no object", {.actionId = id, .sessionInfo = "1"}, "sessionInfo",
        "sessionInfo must be a JSON object", 0);
    row("placeholder left", {.actionId = id, .authConfig = "{\"a\":\"" + redactedPlaceholder("x") + "\"}"},
        "authConfig", "still holds a placeholder for a secret", 6);
}

void TestExecuteRequest::findsProblems()
{
    QFETCH(api::ExecuteRequest, request);
    QFETCH(QString, field);
    QFETCH(QString, sentence);
    QFETCH(int, offset);
    const auto problems = api::findProblems(request);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, field);
    QVERIFY2(problems.first().sentence.contains(sentence), qPrintable(problems.first().sentence));
    QCOMPARE(int(problems.first().offset), offset);
}

void TestExecuteRequest::findsAllAtOnce()
{
    const auto problems = api::findProblems({.input = "[", .authConfig = "x", .sessionInfo = "\"\""});
    QStringList fields;
    for (const api::FieldProblem &problem : problems)
        fields.append(problem.field);
    QCOMPARE(fields.join(QLatin1Char(' ')), QStringLiteral("actionId input authConfig sessionInfo"));
}

QTEST_GUILESS_MAIN(TestExecuteRequest)
#include "tst_executerequest.moc"
