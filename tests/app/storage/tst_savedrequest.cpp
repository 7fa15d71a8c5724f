// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/savedrequest.h"

#include "app/json/document.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::storage;

namespace {

const QByteArray sample = R"({
  "actionscope": 1,
  "actionId": "GITHUB_CREATE_AN_ISSUE",
  "appName": "github",
  "entityId": "default",
  "connectedAccountId": "",
  "input": {
    "owner": "octocat",
    "number": 1.10,
    "big": 12345678901234567890,
    "title": "{{title}}", "title": "twice"
  },
  "text": "", "systemPrompt": "", "customDescription": "",
  "authConfig": null, "sessionInfo": null,
  "x-team": { "owner" : "ops" },
  "expect": [
    { "successful": true },
    { "path": "$.data.number", "is": "integer" }
  ],
  "capture": { "issueNumber": "$.data.number" },
  "tags": ["smoke"], "notes": "Markdown, shown above the form"
}
)";

SavedRequest readOr(const QByteArray &text)
{
    const Result<SavedRequest> read = readSavedRequest(text, QStringLiteral("sample"));
    if (!read)
        qWarning("%s", qPrintable(read.error().sentence));
    return read.value_or(SavedRequest());
}

} // namespace

// A saved request is a person's file: what is not changed keeps every byte.
class TestSavedRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void takesTheFilesIndentOff();
    void changesNoByteOnSave_data();
    void changesNoByteOnSave();
    void changesOnlyWhatWasChanged_data();
    void changesOnlyWhatWasChanged();
    void writesANewFileInStableOrder();
    void keepsWhatIsNotJsonYet_data();
    void keepsWhatIsNotJsonYet();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void opensNewerFilesToBeReadOnly();
};

void TestSavedRequest::readsEveryField()
{
    const SavedRequest saved = readOr(sample);
    QCOMPARE(saved.request.actionId, QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QCOMPARE(saved.request.appName, QStringLiteral("github"));
    QCOMPARE(saved.request.entityId, QStringLiteral("default"));
    QVERIFY(saved.request.connectedAccountId.isEmpty());
    QVERIFY(saved.request.authConfig.isEmpty());
    QVERIFY(saved.request.input.contains("12345678901234567890"));
    QCOMPARE(saved.capture, QByteArray("{ \"issueNumber\": \"$.data.number\" }"));
    QVERIFY(saved.expect.startsWith('[') && saved.expect.endsWith(']'));
    QCOMPARE(saved.tags, QStringList {QStringLiteral("smoke")});
    QCOMPARE(saved.notes, QStringLiteral("Markdown, shown above the form"));
    QVERIFY(!saved.timeoutSeconds && !saved.retries && !saved.isReadOnly);

    const SavedRequest timed = readOr("{\"actionId\":\"A\",\"timeout\":30,\"retry\":2}");
    QCOMPARE(timed.timeoutSeconds, std::optional<int>(30));
    QCOMPARE(timed.retries, std::optional<int>(2));
}

void TestSavedRequest::takesTheFilesIndentOff()
{
    const SavedRequest saved = readOr(sample);
    QVERIFY(saved.request.input.startsWith("{\n  \"owner\""));
    QVERIFY(saved.request.input.endsWith("\n}"));
    QVERIFY(saved.expect.startsWith("[\n  { \"successful\": true },"));
}

void TestSavedRequest::changesNoByteOnSave_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    QByteArray windows = sample;
    windows.replace("\n", "\r\n");
    QByteArray tabs = sample;
    tabs.replace("  ", "\t");
    row("as this program writes it", sample);
    row("line ends of Windows", windows);
    row("tabs", tabs);
    row("byte order mark", "\xEF\xBB\xBF" + sample);
    row("no final newline", sample.trimmed());
    row("white space behind", sample + "\n \n\t\n");
    row("one line", "{\"actionId\":\"A\",\"input\":{\"a\":1},\"tags\":[\"x\",\"y\"]}");
    row("strange spaces", "\n\n{ \"actionId\"\n:\n\"A\" , \"input\":{ }\n,\"tags\" : [ ] }");
    row("order turned around", "{\"notes\":\"n\",\"input\":{},\"actionId\":\"A\",\"actionscope\":1}");
    row("duplicate names", "{\"actionId\":\"A\",\"actionId\":\"B\",\"input\":{\"a\":1,\"a\":2}}");
    row("escapes", "{\"actionId\":\"\\u0041\\u00e9\",\"notes\":\"a\\/b\\n\",\"input\":{\"\\u007b\":\"\\ud83d\\ude00\"}}");
    row("numbers", "{\"actionId\":\"A\",\"input\":{\"a\":1.10,\"b\":1E+2,\"c\":-0,\"d\":0.30000000000000004}}");
    row("unknown members", "{\"actionId\":\"A\",\"later\":{\"deep\":[1,{\"a\":null}]},\"x\":1e400}");
    row("nothing but an action", "{\"actionId\":\"A\"}");
    row("not even that", "{}");
    row("null everywhere", "{\"actionId\":null,\"input\":null,\"expect\":null,\"tags\":null,\"timeout\":null}");
    row("ragged lines of input", "{\n    \"input\": {\n  \"a\": 1,\n\n        \"b\": [\n]\n}\n}\n");
    row("blank lines with spaces", "{\n  \"input\": {\n  \n    \"a\": 1\n  }\n}\n");
    row("input is one name", "{\"actionId\":\"A\",\"input\":\"{{payload}}\"}");
    row("input is a text", "{\"actionId\":\"A\",\"input\":\"{ half\"}");
    row("a newer version's", "{\"actionscope\":7,\"actionId\":\"A\",\"input\":{\"a\":1}}");
}

void TestSavedRequest::changesNoByteOnSave()
{
    QFETCH(QByteArray, text);
    const Result<SavedRequest> saved = readSavedRequest(text, QStringLiteral("sample"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().sentence));
    QCOMPARE(writeSavedRequest(*saved), text);
    // Through the fields alone: what is read from what was written says the same.
    SavedRequest copy = *saved;
    copy.text.clear();
    const SavedRequest again = readOr(writeSavedRequest(copy));
    QVERIFY(saysTheSame(again, *saved));
}

void TestSavedRequest::changesOnlyWhatWasChanged_data()
{
    using Change = std::function<void(SavedRequest *)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const Change &change, const char *before, const char *after) {
        QTest::newRow(name) << change << QByteArray(before) << QByteArray(after);
    };
    row("a text", [](SavedRequest *r) { r->request.entityId = QStringLiteral("jo"); }, "\"entityId\": \"default\"",
        "\"entityId\": \"jo\"");
    row("a text is emptied", [](SavedRequest *r) { r->request.appName.clear(); }, "\"appName\": \"github\"",
        "\"appName\": \"\"");
    row("a line of input", [](SavedRequest *r) { r->request.input.replace("octocat", "hubot"); },
        "    \"owner\": \"octocat\"", "    \"owner\": \"hubot\"");
    row("a new line of input", [](SavedRequest *r) { r->request.input.replace("1.10,", "1.10,\n  \"new\": {\n  },"); },
        "\"number\": 1.10,", "\"number\": 1.10,\n    \"new\": {\n    },");
    row("input is emptied", [](SavedRequest *r) { r->request.sessionInfo = "{\"a\":1}"; }, "\"sessionInfo\": null",
        "\"sessionInfo\": {\"a\":1}");
    row("tags", [](SavedRequest *r) { r->tags.append(QStringLiteral("slow")); }, "[\"smoke\"]",
        "[\"smoke\", \"slow\"]");
    row("notes", [](SavedRequest *r) { r->notes = QStringLiteral("# New\n\"quoted\""); },
        "\"Markdown, shown above the form\"", "\"# New\\n\\\"quoted\\\"\"");
    row("a field the file does not have", [](SavedRequest *r) { r->timeoutSeconds = 30; }, "\"tags\": [\"smoke\"], ",
        "\"tags\": [\"smoke\"],\n  \"timeout\": 30, ");
    row("another, at its place", [](SavedRequest *r) { r->request.version = QStringLiteral("latest"); },
        "\"GITHUB_CREATE_AN_ISSUE\",\n", "\"GITHUB_CREATE_AN_ISSUE\",\n  \"version\": \"latest\",\n");
    row("an expectation", [](SavedRequest *r) { r->expect.replace("integer", "string"); }, "\"is\": \"integer\"",
        "\"is\": \"string\"");
}

void TestSavedRequest::changesOnlyWhatWasChanged()
{
    QFETCH(std::function<void(SavedRequest *)>, change);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    SavedRequest saved = readOr(sample);
    change(&saved);
    QByteArray expected = sample;
    QCOMPARE(expected.count(before), 1);
    expected.replace(before, after);
    QCOMPARE(writeSavedRequest(saved), expected);
    QVERIFY(saysTheSame(readOr(writeSavedRequest(saved)), saved));

    QByteArray windows = sample;
    windows.replace("\n", "\r\n");
    SavedRequest elsewhere = readOr(windows);
    change(&elsewhere);
    const QByteArray written = writeSavedRequest(elsewhere);
    QCOMPARE(written.count('\n'), written.count("\r\n"));
}

void TestSavedRequest::writesANewFileInStableOrder()
{
    SavedRequest saved;
    saved.notes = QStringLiteral("Note");
    saved.tags = {QStringLiteral("a"), QStringLiteral("b")};
    saved.request.input = "{\n  \"a\": 1\n}\n";
    saved.request.actionId = QStringLiteral("A");
    saved.expect = "[\n  { \"successful\": true }\n]";
    QCOMPARE(writeSavedRequest(saved), QByteArray(R"({
  "actionscope": 1,
  "actionId": "A",
  "input": {
    "a": 1
  },
  "expect": [
    { "successful": true }
  ],
  "tags": ["a", "b"],
  "notes": "Note"
}
)"));
}

void TestSavedRequest::keepsWhatIsNotJsonYet_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("half an object") << QByteArray("{\"a\": 1.10, \"b\": [1,\n  ");
    QTest::newRow("a JSON text") << QByteArray("\"text\"");
    QTest::newRow("a name among JSON") << QByteArray("{\"a\": {{count}} }");
    QTest::newRow("the word null") << QByteArray("null");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("one name") << QByteArray("\"{{payload}}\"");
    QTest::newRow("two names") << QByteArray("\"{{a}}{{b}}\"");
}

void TestSavedRequest::keepsWhatIsNotJsonYet()
{
    QFETCH(QByteArray, input);
    SavedRequest saved;
    saved.request.actionId = QStringLiteral("A");
    saved.request.input = input;
    const QByteArray text = writeSavedRequest(saved);
    QVERIFY(json::Document::parse(text).isValid());
    QCOMPARE(readOr(text).request.input, input);
}

void TestSavedRequest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const QByteArray &text, const char *begin) {
        QTest::newRow(name) << text << QString::fromUtf8(begin);
    };
    row("empty", "", "The file is empty.");
    row("white space", " \n", "The file is empty.");
    row("not JSON", "{\n  \"actionId\": A\n}", "Line 2, column 15: this is not valid JSON: ");
    row("half written", sample.first(200), "Line 10, column 5: this is not valid JSON");
    row("a list", "[1]", "Line 1, column 1: the file must hold a JSON object");
    row("a merge conflict", "{\n<<<<<<< HEAD\n", "Line 2, column 1: this is not valid JSON");
    row("a number for a text", "{\"entityId\":\n 5}", "Line 2, column 2: entityId must be a text.");
    row("expect is an object", "{\"expect\": {}}", "Line 1, column 12: expect must be a list");
    row("capture is a list", "{\"capture\": []}", "Line 1, column 13: capture must be a JSON object");
    row("tags hold a number", "{\"tags\": [\"a\", 1]}", "Line 1, column 16: tags must be a list of texts.");
    row("a timeout of words", "{\"timeout\": \"long\"}", "Line 1, column 13: timeout must be a whole number from 0 to ");
    row("a retry too many", "{\"retry\": 101}", "Line 1, column 11: retry must be a whole number from 0 to 100.");
    row("not UTF-8", "{\"notes\": \"\xff\"}", "Line 1, column 12: this is not valid JSON");
}

void TestSavedRequest::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, begin);
    const Result<SavedRequest> saved = readSavedRequest(text, QStringLiteral("sample"));
    QVERIFY(!saved);
    QVERIFY2(saved.error().sentence.startsWith(begin), qPrintable(saved.error().sentence));
}

void TestSavedRequest::opensNewerFilesToBeReadOnly()
{
    QVERIFY(readOr("{\"actionscope\": 2, \"actionId\": \"A\"}").isReadOnly);
    QVERIFY(readOr("{\"actionscope\": 1.5, \"actionId\": \"A\"}").isReadOnly);
    QVERIFY(!readOr("{\"actionscope\": 1, \"actionId\": \"A\"}").isReadOnly);
}

QTEST_GUILESS_MAIN(TestSavedRequest)
#include "tst_savedrequest.moc"
