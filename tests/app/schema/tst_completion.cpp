// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/completion.h"
#include "app/schema/fieldtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace actionscope;

// A text with the caret at "|": what is offered there, and what choosing the first makes of it.
class TestCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void putsIn_data();
    void putsIn();
    void matches_data();
    void matches();
    void tellsOfTheField_data();
    void tellsOfTheField();
    void isQuickInALargeText();
};

namespace {

const QByteArray issue = R"({"type":"object","required":["owner","title"],"properties":{"body":{"type":"string"},)"
                         R"("owner":{"type":"string","title":"Owner","description":"Who has it.","examples":["octocat","kde"]},)"
                         R"("title":{"type":"string"},"issue_number":{"type":"integer","minimum":1,"maximum":100,"default":7},)"
                         R"("labels":{"type":"array","items":{"enum":["bug","feature"]}},"draft":{"type":"boolean"},)"
                         R"("state":{"enum":["open","closed"],"type":"string","nullable":true},)"
                         R"("meta":{"type":"object","required":["x"],"properties":{"x":{"type":"integer","minimum":3},)"
                         R"("y":{"type":"string"}}},"either":{"anyOf":[{"type":"object","properties":{"left":{}}},)"
                         R"({"type":"object","properties":{"right":{}}}]}}})";

struct Marked
{
    QByteArray text;
    qsizetype caret = 0;
};

Marked marked(QByteArray text)
{
    const qsizetype caret = text.indexOf('|');
    return {text.remove(caret, 1), caret};
}

const QStringList variables {QStringLiteral("token"), QStringLiteral("title")};

} // namespace

void TestCompletion::offers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("labels");
    const auto row = [](const char *text, const char *labels) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(labels);
    };
    row("{|", "owner title body issue_number labels draft state meta either");
    row("{\"|", "owner title body issue_number labels draft state meta either");
    row("{\"|\"}", "owner title body issue_number labels draft state meta either");
    row("{\"ow|", "owner");
    row("{\"in|", "issue_number");
    row("{\"OWN|", "owner");
    row("{\"umbe|", "issue_number");
    row("{ti|", "title");
    row("{\"owner\": \"x\", \"|\n}", "title body issue_number labels draft state meta either");
    row("{\"|, \"title\": \"x\", \"meta\": {\"owner\": 1}}", "owner body issue_number labels draft state either");
    row("{\"owner\": \"x\" |}", "title body issue_number labels draft state meta either");
    row("{\"owner\"|", "");
    row("{\"owner\": |", "octocat kde {{token}} {{title}}");
    row("{\"owner\": \"k|", "kde {{token}}");
    row("{\"owner\": \"{{|", "token title");
    row("{\"owner\": \"a {{ti|", "title");
    row("{\"owner\": \"{{title}} |", "");
    row("{\"state\": |", "open closed null {{token}} {{title}}");
    row("{\"state\": \"|\"", "open closed {{token}} {{title}}");
    row("{\"state\": cl|", "closed");
    row("{\"draft\": |}", "true false {{token}} {{title}}");
    row("{\"draft\": f|}", "false");
    row("{\"issue_number\": |", "7 {{token}} {{title}}");
    row("{\"labels\": [|", "bug feature {{token}} {{title}}");
    row("{\"labels\": [\"bug\", \"|\"]}", "bug feature {{token}} {{title}}");
    row("{\"meta\": {|}}", "x y");
    row("{\"meta\": {\"x\": 1, |}}", "y");
    row("{\"meta\": |", "{\"x\":3} {{token}} {{title}}");
    row("{\"either\": {|", "left right");
    row("{\"unknown\": {|", "");
    row("|", "{{token}} {{title}}");
    row("{\"title\": \"some |text\"}", "");
    row("{\"title\": \"some { , \\\" text\", \"is|", "issue_number");
}

void TestCompletion::offers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, labels);
    const Marked place = marked(text);
    QStringList found;
    for (const schema::Completion &one :
        schema::completionsAt(schema::Schema(issue), place.text, place.caret, variables))
        found.append(one.label);
    if (text == "|")
        found.removeIf([](const QString &label) { return label.startsWith(QLatin1String("{\"")); });
    QCOMPARE(found.join(QLatin1Char(' ')), labels);
}

void TestCompletion::putsIn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after"); // < and > around what is selected, | where only the caret is
    const auto row = [](const char *text, const char *after) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(after);
    };
    row("{|", "{\"owner\": \"|\"");
    row("{\"ow|", "{\"owner\": \"|\"");
    row("{\"ow|\"}", "{\"owner\": \"|\"}");
    row("{\"o|wner\": 1}", "{\"owner\"|: 1}");
    row("{\"iss|}", "{\"issue_number\": <7>}");
    row("{\"lab|}", "{\"labels\": [|]}");
    row("{\"dra|}", "{\"draft\": <false>}");
    row("{\"sta|}", "{\"state\": \"<open>\"}");
    row("{\"met|}", "{\"meta\": {\"x\":3}|}");
    row("{\"owner\": 1 |}", "{\"owner\": 1, \"title\": \"|\"}");
    row("{\"owner\": 1\n  \"t|\n}", "{\"owner\": 1,\n  \"title\": \"|\"\n}");
    row("{\"o|\n \"title\": 1}", "{\"owner\": \"|\",\n \"title\": 1}");
    row("{\"state\": |, \"a\": 1}", "{\"state\": \"open\"|, \"a\": 1}");
    row("{\"state\": \"cl|\"}", "{\"state\": \"closed\"|}");
    row("{\"state\": cl|}", "{\"state\": \"closed\"|}");
    row("{\"draft\": t|}", "{\"draft\": true|}");
    row("{\"labels\": [\"bug\" |]}", "{\"labels\": [\"bug\", \"bug\"|]}");
    row("{\"owner\": \"{{to|\"}", "{\"owner\": \"{{token}}|\"}");
}

void TestCompletion::putsIn()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, after);
    const Marked place = marked(text);
    const auto completions = schema::completionsAt(schema::Schema(issue), place.text, place.caret, variables);
    QVERIFY(!completions.isEmpty());
    const schema::Completion &first = completions.first();
    QByteArray result = place.text;
    for (const json::TextEdit &edit : first.edits)
        result.replace(edit.begin, edit.length, edit.text);
    if (first.selectionBegin == first.selectionEnd) {
        result.insert(first.selectionBegin, '|');
    } else {
        result.insert(first.selectionEnd, '>');
        result.insert(first.selectionBegin, '<');
    }
    QCOMPARE(result, after);
}

void TestCompletion::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("match");
    const auto row = [](const char *typed, const char *name, int match) {
        QTest::addRow("%s in %s", typed, name) << QString::fromLatin1(typed) << QString::fromLatin1(name) << match;
    };
    row("", "anything", 0);
    row("iss", "issue_number", 0);
    row("in", "issue_number", 1);
    row("isnu", "issue_number", 1);
    row("nu", "issue_number", 1);
    row("ik", "issueIdOrKey", 1);
    row("iok", "issueIdOrKey", 1);
    row("sue", "issue_number", 2);
    row("ni", "issue_number", -1);
    row("x", "issue_number", -1);
}

void TestCompletion::matches()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QTEST(schema::matchOf(typed, name), "match");
}

void TestCompletion::tellsOfTheField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *text, const char *told) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(told);
    };
    row("{\"|owner\": 1}", "owner: string, required / Who has it. / Examples: \"octocat\", \"kde\"");
    row("{\"owner\": |1}", "owner: string, required / Who has it. / Examples: \"octocat\", \"kde\"");
    row("{\"issue_n|umber\": 1}", "issue_number: integer, at least 1, at most 100 / Default: 7");
    row("{\"meta\": {\"|x\": 1}}", "x: integer, required, at least 3");
    row("{\"meta\"|: {\"x\": 1}}", "");
    row("{\"no|ne\": 1}", "");
    row("|", "");
}

void TestCompletion::tellsOfTheField()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, told);
    const Marked place = marked(text);
    const schema::FieldText found = schema::fieldTextAt(schema::Schema(issue), place.text, place.caret);
    QCOMPARE(found.name.isEmpty() ? QString() : found.name + QLatin1String(": ") + found.lines.join(QLatin1String(" / ")),
        told);
}

void TestCompletion::isQuickInALargeText()
{
    const QByteArray text
        = "{\"labels\": [" + QByteArray("\"bug\", ").repeated(150'000) + "\"x\"], \"owner\": \"o\", \"|";
    const Marked place = marked(text);
    const schema::Schema schema(issue);
    QElapsedTimer watch;
    watch.start();
    QVERIFY(!schema::completionsAt(schema, place.text, place.caret, {}).isEmpty());
    qInfo("%lld bytes in %.1f ms", qlonglong(place.text.size()), double(watch.nsecsElapsed()) / 1e6);
    QVERIFY(watch.elapsed() < 500);
    QByteArray properties;
    for (int i = 0; i < 2907; ++i)
        properties += ",\"setting_" + QByteArray::number(i) + R"(":{"type":"string","description":"What it is for"})";
    const schema::Schema large("{\"type\":\"object\",\"properties\":{" + properties.sliced(1) + "}}");
    watch.restart();
    QCOMPARE(schema::completionsAt(large, "{\"", 2, {}).size(), 2907);
    qInfo("2907 names in %.1f ms", double(watch.nsecsElapsed()) / 1e6);
    QVERIFY(watch.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
