// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/textinput.h"

#include <QFile>
#include <QTest>

using namespace actionscope;

// The sandbox's rules for input from text, on the parameters of its own actions and of a few made up for the
// purpose.
class TestTextInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsWhatTheTextSays_data();
    void fillsWhatTheTextSays();
    void refusesWhatSaysNothing();
    void bearsAnyText_data();
    void bearsAnyText();

private:
    [[nodiscard]] static json::Document parametersOf(const QByteArray &action);
};

json::Document TestTextInput::parametersOf(const QByteArray &action)
{
    if (action.startsWith('{'))
        return json::Document::parse(action);
    const QByteArray app = action.split('_').first().toLower();
    QFile file(QStringLiteral(":/sandbox/apps/%1.json").arg(QString::fromLatin1(app)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const json::Document manifest = json::Document::parse(file.readAll());
    const json::Value actions = manifest.root().member(u"actions");
    for (json::Value one = actions.firstChild(); one.isValid(); one = one.nextSibling()) {
        if (one.member(u"name").toString() == QString::fromLatin1(action))
            return json::Document::parse(one.member(u"parameters").raw().toByteArray());
    }
    return {};
}

void TestTextInput::fillsWhatTheTextSays_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *action, const char *text, const char *input) {
        QTest::addRow("%s", text) << QByteArray(action) << QString::fromUtf8(text) << QByteArray(input);
    };
    const char issue[] = "GITHUB_CREATE_AN_ISSUE";
    row(issue, "create an issue titled X in octocat/Hello-World with label bug",
        R"({"owner":"octocat","repo":"Hello-World","title":"X","labels":["bug"]})");
    row(issue,
        "Create an issue in octocat/Hello-World with the title \"Login fails\" and the body \"Steps: none.\"",
        R"({"owner":"octocat","repo":"Hello-World","title":"Login fails","body":"Steps: none."})");
    row(issue, "Open an issue called Crash on start in octocat/Hello-World, labels: bug, help wanted and ui",
        R"({"owner":"octocat","repo":"Hello-World","title":"Crash on start","labels":["bug","help wanted","ui"]})");
    row(issue, "octocat/Hello-World “Umlauts: äöü 😀”",
        R"({"owner":"octocat","repo":"Hello-World","title":"Umlauts: äöü 😀"})");
    row(issue, "owner: octocat, repo: Hello-World, title: A day in the life",
        R"({"owner":"octocat","repo":"Hello-World","title":"A day in the life"})");
    row(issue, "an issue titled Broken in a/b assigned to octocat, milestone v1.2",
        R"({"owner":"a","repo":"b","title":"Broken","assignee":"octocat","milestone":"v1.2"})");
    row("GITHUB_GET_AN_ISSUE", "show issue 12 of octocat/Hello-World",
        R"({"owner":"octocat","repo":"Hello-World","issue_number":12})");
    row("GITHUB_GET_AN_ISSUE", "octocat/Hello-World #1347",
        R"({"owner":"octocat","repo":"Hello-World","issue_number":1347})");
    row("GITHUB_LIST_REPOSITORY_ISSUES", "list the closed issues of octocat/Hello-World, page 2, 50 per page",
        R"({"owner":"octocat","repo":"Hello-World","page":2,"state":"closed"})");
    row("GITHUB_LIST_REPOSITORY_ISSUES", "the first 5 issues of octocat/Hello-World since 2026-01-31",
        R"({"owner":"octocat","repo":"Hello-World","per_page":5,"since":"2026-01-31"})");
    const char mail[] = "GMAIL_SEND_EMAIL";
    row(mail, "send an email to bob@example.com with subject Hello saying How are you? See you soon.",
        R"({"recipient_email":"bob@example.com","body":"How are you? See you soon.","subject":"Hello"})");
    row(mail, "Mail ann@example.com and cc bob@example.com, subject \"Lunch\", body \"At noon?\"",
        R"({"recipient_email":"ann@example.com","body":"At noon?","cc":["bob@example.com"],"subject":"Lunch"})");
    row(mail, "Write \"Thanks\" to ann@example.com",
        R"({"recipient_email":"ann@example.com","body":"Thanks"})");
    row("WEATHERMAP_WEATHER", "weather in Paris", R"({"location":"Paris"})");
    row("WEATHERMAP_WEATHER", "What is the weather in New York?", R"({"location":"New York"})");
    row("WEATHERMAP_WEATHER", "Tokyo", R"({"location":"Tokyo"})");
    row("HACKERNEWS_GET_ITEM_WITH_ID", "get item 8863", R"({"item_id":"8863"})");
    row("HACKERNEWS_GET_ITEM_WITH_ID", "story 8863 of hacker news", R"({"item_id":"8863"})");
    row("HACKERNEWS_GET_USER", "pg", R"({"username":"pg"})");
    row("HACKERNEWS_GET_USER", "who is the user pg", R"({"username":"pg"})");
    row("HACKERNEWS_SEARCH_POSTS", "search for \"C++ modules\", 20 results",
        R"({"query":"C++ modules","size":20})");
    row("HACKERNEWS_SEARCH_POSTS", "search for rust", R"({"query":"rust"})");
    const char made[]
        = R"({"type":"object","properties":{"url":{"type":"string","format":"uri"},"channel":{"type":"string"},)"
          R"("text":{"type":"string"},"due":{"type":"string","format":"date-time"},)"
          R"("priority":{"type":"integer"},"ratio":{"type":"number"},"as_user":{"type":"boolean"},)"
          R"("members":{"type":"array","items":{"type":"string","format":"email"}}}})";
    row(made, "post \"Hello all\" to #general", R"({"channel":"#general","text":"Hello all"})");
    row(made, "scrape https://example.com/a?b=1.", R"({"url":"https://example.com/a?b=1"})");
    row(made, "priority 3, ratio 0.50, as user: yes, due 2026-02-01",
        R"({"due":"2026-02-01T00:00:00Z","priority":3,"ratio":0.50,"as_user":true})");
    row(made, "members a@x.org, b@x.org", R"({"members":["a@x.org","b@x.org"]})");
    row(made, "{\"text\" : 1.10}", "{\"text\" : 1.10}");
    row(made, "priority 1.5 and text \"x\"", R"({"text":"x"})");
}

void TestTextInput::fillsWhatTheTextSays()
{
    QFETCH(QByteArray, action);
    QFETCH(QString, text);
    QFETCH(QByteArray, input);
    const json::Document parameters = parametersOf(action);
    QVERIFY(parameters.isValid());
    const auto made = sandbox::inputFromText(text, parameters.root());
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->root().raw().toByteArray(), input);
}

void TestTextInput::refusesWhatSaysNothing()
{
    const json::Document parameters = parametersOf("GITHUB_CREATE_AN_ISSUE");
    const auto made = sandbox::inputFromText(QStringLiteral("Do what you can."), parameters.root());
    QVERIFY(!made);
    QCOMPARE(made.error().kind, sandbox::RefusalKind::InvalidInput);
    QVERIFY(made.error().message.contains(QStringLiteral("found nothing")));
}

void TestTextInput::bearsAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("only a quote") << QStringLiteral("\"");
    QTest::newRow("names alone") << QStringLiteral("title labels owner repo body");
    QTest::newRow("name at the end") << QStringLiteral("an issue titled");
    QTest::newRow("empty quotes") << QStringLiteral("title \"\" body ''");
    QTest::newRow("half a surrogate") << QString(QStringLiteral("title x") + QChar(0xd83d));
    QTest::newRow("NUL") << QString(QStringLiteral("title a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("slashes") << QString(2000, QLatin1Char('/'));
    QTest::newRow("dots and ats") << QStringLiteral("a.b@").repeated(2000);
    QTest::newRow("a megabyte") << QStringLiteral("title x with label y ").repeated(50'000);
}

void TestTextInput::bearsAnyText()
{
    QFETCH(QString, text);
    const json::Document parameters = parametersOf("GITHUB_CREATE_AN_ISSUE");
    const auto made = sandbox::inputFromText(text, parameters.root());
    QVERIFY(!made || made->isValid());
}

QTEST_GUILESS_MAIN(TestTextInput)
#include "tst_textinput.moc"
