// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codetargets.h"
#include "app/exchange/importer.h"
#include "app/exchange/postmanexporter.h"
#include "app/json/document.h"

#include <QTest>

#include <functional>

using namespace actionscope;

// What this program writes it reads back as what it was.
class TestRoundTrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOwnCode_data();
    void readsItsOwnCode();
    void readsItsOwnPostmanCollection();
    void readsItsOwnPostmanEnvironment();
    void readsHttpCallsOfOthers_data();
    void readsHttpCallsOfOthers();
};

void TestRoundTrip::readsItsOwnCode_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("input");
    for (const exchange::CodeTarget &target : exchange::codeTargets()) {
        if (QByteArrayView(target.name).startsWith("cpp")) // C++ is written, not read
            continue;
        const auto row = [&](const char *name, const QByteArray &input) { QTest::addRow("%s: %s", target.name, name) << QByteArray(target.name) << input; };
        row("quotes", R"({"title":"it's \"so\" \\ $HOME `x` ${y} %s #{z} \u00e9","empty":""})");
        row("beyond ASCII", "{\"\u00e9\":\"\U0001F600\u2028\"}");
        row("types", R"({"n":1.10,"big":12345678901234567890,"flag":true,"no":false,"none":null,"list":[1,"b",{"c":[]}],"object":{}})");
        row("line breaks", R"({"a":"one\ntwo\r\n\tthree"})");
        row("nothing", "{}");
    }
}

void TestRoundTrip::readsItsOwnCode()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, input);
    exchange::CodeRequest code;
    code.request.actionId = QStringLiteral("GITHUB_X");
    code.request.connectedAccountId = QStringLiteral("ca_1");
    code.request.input = input;
    code.version = target.endsWith("-v2") ? api::ApiVersion::V2 : api::ApiVersion::V31;
    code.baseUrl = QUrl(QStringLiteral("https://host.example"));
    const QByteArray text = exchange::codeTarget(target)->write(code);
    const exchange::Imported imported = exchange::importText(text);
    QVERIFY2(imported.drafts.size() == 1, text.constData());
    const exchange::ImportedDraft &draft = imported.drafts[0];
    QCOMPARE(draft.request.actionId, code.request.actionId);
    QCOMPARE(draft.request.connectedAccountId, code.request.connectedAccountId);
    // Texts may be spelled otherwise in JSON; what they say is the same.
    const json::Document left = json::Document::parse(draft.request.input);
    const json::Document right = json::Document::parse(input);
    QVERIFY2(left.isValid(), draft.request.input.constData());
    const std::function<bool(const json::Value &, const json::Value &)> isSame = [&isSame](const json::Value &a, const json::Value &b) {
        if (a.type() != b.type() || a.count() != b.count() || a.key() != b.key())
            return false;
        if (a.isString())
            return a.toString() == b.toString();
        if (!a.isContainer())
            return a.raw() == b.raw();
        for (json::Value i = a.firstChild(), k = b.firstChild(); i.isValid(); i = i.nextSibling(), k = k.nextSibling()) {
            if (!k.isValid() || !isSame(i, k))
                return false;
        }
        return true;
    };
    QVERIFY2(isSame(left.root(), right.root()), draft.request.input.constData());
    QCOMPARE(draft.baseUrl, QStringLiteral("https://host.example"));
    QVERIFY2(imported.troubles.isEmpty(), imported.troubles.isEmpty() ? "" : qPrintable(imported.troubles[0].sentence));
    QVERIFY(imported.secrets.isEmpty());
}

void TestRoundTrip::readsItsOwnPostmanCollection()
{
    exchange::PostmanSource source;
    source.name = QStringLiteral("Mine");
    exchange::ImportedDraft draft;
    draft.name = QStringLiteral("Create");
    draft.folders = {QStringLiteral("Issues"), QStringLiteral("New")};
    draft.request = {QStringLiteral("GITHUB_X"), {}, QStringLiteral("{{user}}"), {}, R"({"n":1.10,"id":"{{$uuid}}","t":"{{title}}"})"};
    draft.notes = QStringLiteral("*Why*");
    source.requests = {draft, draft};
    source.requests[1].name = QStringLiteral("Second");
    source.variables = {{QStringLiteral("title"), QStringLiteral("Crash")}};
    const exchange::PostmanExport made = exchange::writePostmanCollection(source);
    QVERIFY(made.troubles.isEmpty());
    const exchange::Imported imported = exchange::importText(made.collection);
    QCOMPARE(imported.form, exchange::ImportForm::Postman);
    QCOMPARE(imported.name, source.name);
    QCOMPARE(imported.variables, source.variables);
    QCOMPARE(imported.drafts.size(), 2);
    QVERIFY(imported.troubles.isEmpty() && imported.secrets.isEmpty());
    QVERIFY(imported.drafts[0].request == draft.request);
    QCOMPARE(imported.drafts[0].folders, draft.folders);
    QCOMPARE(imported.drafts[0].notes, draft.notes);
    QCOMPARE(imported.drafts[1].name, QStringLiteral("Second"));
}

void TestRoundTrip::readsItsOwnPostmanEnvironment()
{
    exchange::ImportedEnvironment environment;
    environment.name = QStringLiteral("prod");
    environment.baseUrl = QStringLiteral("https://h");
    environment.variables = {{QStringLiteral("user"), QStringLiteral("u")}};
    environment.secrets = {QStringLiteral("apiKey"), QStringLiteral("TOKEN")};
    const exchange::Imported imported = exchange::importText(exchange::writePostmanEnvironment(environment));
    QCOMPARE(imported.environments.size(), 1);
    QVERIFY(imported.environments[0] == environment);
}

void TestRoundTrip::readsHttpCallsOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("fetch") << QByteArray("await fetch('https://h/api/v3/tools/execute/X', { method: 'POST', headers: { 'x-api-key': key }, body: JSON.stringify({ arguments: { a: 1.10 } }) })");
    QTest::newRow("axios") << QByteArray("axios.post(\"https://h/api/v3/tools/execute/X\", { arguments: { a: 1.10 } }, { headers: { 'x-api-key': process.env.KEY } })");
    QTest::newRow("axios with one object") << QByteArray("axios({ method: 'post', url: 'https://h/api/v3/tools/execute/X', data: { arguments: { a: 1.10 } } })");
    QTest::newRow("requests with json") << QByteArray("requests.post('https://h/api/v3/tools/execute/X', headers={'x-api-key': os.environ['KEY']}, json={'arguments': {'a': 1.10}})");
    QTest::newRow("requests with data") << QByteArray("url = 'https://h/api/v3/tools/execute/X'\nrequests.request('POST', url, data=json.dumps({'arguments': {'a': 1.10}}))");
    QTest::newRow("httpx") << QByteArray("httpx.post(\"https://h/api/v3/tools/execute/X\", content=b'{\"arguments\":{\"a\":1.10}}')");
}

void TestRoundTrip::readsHttpCallsOfOthers()
{
    QFETCH(QByteArray, text);
    const exchange::Imported imported = exchange::importText(text);
    QCOMPARE(imported.form, exchange::ImportForm::SdkCall);
    QCOMPARE(imported.drafts.size(), 1);
    QCOMPARE(imported.drafts[0].request.actionId, QStringLiteral("X"));
    QCOMPARE(imported.drafts[0].request.input, QByteArray("{\"a\":1.10}"));
    QCOMPARE(imported.drafts[0].apiVersion, std::optional(api::ApiVersion::V3));
    QVERIFY(imported.secrets.isEmpty());
}

QTEST_APPLESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
