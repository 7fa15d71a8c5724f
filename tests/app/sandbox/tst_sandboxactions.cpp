// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/actionfolder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// The actions the sandbox comes with: each alone with its example, and chains of them as people use them.
class TestSandboxActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<RunningSandbox>(); }
    void hasEnoughOfThem();
    void actsOnItsExample_data();
    void actsOnItsExample();
    void refusesAsTheProviderDoes_data();
    void refusesAsTheProviderDoes();
    void createsCommentsAndCloses();
    void opensPullRequests();
    void sendsFetchesAndReplies();
    void keepsMailboxesApart();
    void writesIntoThreads();
    void turnsPagesByCursor();
    void insertsRowsAndQueries();
    void findsEvents();
    void writesCells();
    void bringsFilesUpAndDown();
    void keepsAllOverARestart();
    void keepsNothingOfARefusal();

private:
    // data.PATH of the answer
    [[nodiscard]] QByteArray run(const QByteArray &action, const QByteArray &input, const QString &path,
        const QByteArray &user = "default") const;

    std::unique_ptr<RunningSandbox> m_sandbox;
};

namespace {

std::vector<std::shared_ptr<const sandbox::Manifest>> builtIn()
{
    sandbox::ActionFolder folder(QStringLiteral(":/sandbox/apps"));
    folder.read();
    return folder.manifests();
}

QByteArray text(const QByteArray &json)
{
    return json::decodedString(json).toUtf8();
}

} // namespace

QByteArray TestSandboxActions::run(
    const QByteArray &action, const QByteArray &input, const QString &path, const QByteArray &user) const
{
    const auto answer
        = m_sandbox->executeV2(action, "{\"entityId\":\"" + user + "\",\"input\":" + input + '}');
    if (answer.status != 200)
        qWarning("%s", answer.body.constData());
    return at(answer.body, path);
}

void TestSandboxActions::hasEnoughOfThem()
{
    qsizetype actions = 0;
    const auto manifests = builtIn();
    for (const auto &manifest : manifests)
        actions += qsizetype(manifest->actions.size());
    QVERIFY2(manifests.size() >= 15 && actions >= 60, qPrintable(QString::number(actions)));
}

void TestSandboxActions::actsOnItsExample_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("input");
    for (const auto &manifest : builtIn()) {
        for (const sandbox::Action &action : manifest->actions)
            QTest::newRow(qUtf8Printable(action.name)) << action.name.toUtf8() << action.example.raw().toByteArray();
    }
}

void TestSandboxActions::actsOnItsExample()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, input);
    QVERIFY2(!input.isEmpty(), "The action has no example.");
    const auto old = m_sandbox->executeV2(name, "{\"input\":" + input + '}');
    QVERIFY2(old.status == 200, old.body.constData());
    const QByteArray isGood = name == "SANDBOX_FAIL" ? "false" : "true";
    QVERIFY2(at(old.body, QStringLiteral("successful")) == isGood, old.body.constData());
    QVERIFY(at(old.body, QStringLiteral("data")).startsWith('{'));
    QVERIFY2(!old.body.contains("{{") && (!old.body.contains("\"_") || name.startsWith("HACKERNEWS")), old.body.constData());
    init();
    const auto newer = m_sandbox->executeV3(name, "{\"user_id\":\"default\",\"arguments\":" + input + '}');
    QVERIFY2(at(newer.body, QStringLiteral("successful")) == isGood, newer.body.constData());
}

void TestSandboxActions::refusesAsTheProviderDoes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const QByteArray &name, const QByteArray &input, const QByteArray &status, const QByteArray &word) {
        QTest::addRow("%s %s", name.constData(), word.constData()) << name << input << status << word;
    };
    row("GITHUB_GET_A_REPOSITORY", R"({"owner":"harbour","repo":"moon"})", "404", "Not Found");
    row("GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER", R"({"owner":"a","repo":"b"})", "404", "Not Found");
    row("GITHUB_CREATE_AN_ISSUE", R"({"owner":"harbour","repo":"old-charts","title":"t"})", "403", "archived");
    row("GITHUB_CREATE_AN_ISSUE", R"({"owner":"a","repo":"b","title":" "})", "422", "Validation Failed");
    row("GITHUB_CREATE_AN_ISSUE_COMMENT", R"({"owner":"a","repo":"b","issue_number":9,"body":"x"})", "404", "no issue 9");
    row("GITHUB_CREATE_A_PULL_REQUEST", R"({"owner":"harbour","repo":"lighthouse","head":"a","base":"a","title":"t"})",
        "422", "no commits");
    row("GITHUB_ACCEPT_A_REPOSITORY_INVITATION", R"({"invitation_id":1})", "404", "Not Found");
    row("GMAIL_SEND_EMAIL", R"({"recipient_email":"nobody","body":"b"})", "400", "Invalid To");
    row("GMAIL_REPLY_TO_THREAD", R"({"recipient_email":"a@b","message_body":"b","thread_id":"x"})", "404", "not found");
    row("GMAIL_CREATE_LABEL", R"({"label_name":"inbox"})", "409", "conflicts");
    row("GMAIL_GET_ATTACHMENT", R"({"message_id":"1944a00000000002","attachment_id":"x","file_name":"f"})", "400", "Invalid");
    row("SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL", R"({"channel":"moon","text":"t"})", "404", "channel_not_found");
    row("SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL", R"({"channel":"general"})", "400", "no_text");
    row("SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL", R"({"channel":"old-pier","text":"t"})", "400", "is_archived");
    row("SLACK_FETCH_CONVERSATION_HISTORY", R"({"channel":"general","cursor":"?"})", "400", "invalid_cursor");
    row("SLACK_ADD_REACTION_TO_AN_ITEM", R"({"channel":"general","name":"eyes","timestamp":"1"})", "404", "message_not_found");
    row("SLACK_CREATE_A_REMINDER", R"({"text":"t","time":"when it rains"})", "400", "cannot_parse");
    row("NOTION_CREATE_NOTION_PAGE", R"({"parent_id":"x","title":"t"})", "400", "valid uuid");
    row("NOTION_QUERY_DATABASE", R"({"database_id":"99999999-bbbb-4bbb-8bbb-000000000001"})", "404", "Could not find");
    row("NOTION_CREATE_COMMENT", R"({"comment":{"content":"c"}})", "400", "Either");
    row("GOOGLECALENDAR_CREATE_EVENT", R"({"start_datetime":"soon"})", "400", "Invalid value");
    row("GOOGLECALENDAR_FIND_EVENT", R"({"calendar_id":"moon"})", "404", "Not Found");
    row("GOOGLESHEETS_BATCH_GET", R"({"spreadsheet_id":"x"})", "404", "not found");
    row("GOOGLESHEETS_BATCH_GET", R"({"spreadsheet_id":"1HarbourTidesAndFerries00000000000000000000","ranges":["Moon!A1"]})",
        "400", "Unable to parse range");
    row("GOOGLEDRIVE_DOWNLOAD_FILE", R"({"file_id":"x"})", "404", "File not found");
    row("GOOGLEDRIVE_UPLOAD_FILE", R"({"file_to_upload":{"name":"a","mimetype":"b","s3key":"c"}})", "404", "no uploaded file");
    row("LINEAR_CREATE_LINEAR_ISSUE", R"({"project_id":"x","team_id":"y","title":"t","description":"d"})", "400", "Entity not found");
    row("JIRA_CREATE_ISSUE", "{}", "400", "summary");
    row("TODOIST_CREATE_TASK", R"({"content":"c","priority":9})", "400", "priority");
    row("STRIPE_CREATE_CUSTOMER", R"({"email":"x"})", "400", "Invalid email");
    row("AIRTABLE_CREATE_RECORD", R"({"baseId":"appHarbour0000001","tableIdOrName":"Berths","fields":{"Colour":1}})", "422",
        "Unknown field name");
    row("AIRTABLE_LIST_RECORDS", R"({"baseId":"x","tableIdOrName":"y"})", "403", "permissions");
    row("LINKEDIN_CREATE_LINKED_IN_POST", R"({"author":"me","commentary":"c"})", "422", "author");
    row("FIRECRAWL_SCRAPE_EXTRACT_DATA_LLM", R"({"url":"https://elsewhere.example"})", "500", "could not be reached");
}

void TestSandboxActions::refusesAsTheProviderDoes()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, word);
    const auto answer = m_sandbox->executeV2(name, "{\"input\":" + input + '}');
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(at(answer.body, QStringLiteral("successful")), QByteArray("false"));
    QTEST(at(answer.body, QStringLiteral("data.status_code")), "status");
    QVERIFY2(at(answer.body, QStringLiteral("error")).contains(word), answer.body.constData());
    QCOMPARE(at(answer.body, QStringLiteral("data.message")), at(answer.body, QStringLiteral("error")));
}

void TestSandboxActions::createsCommentsAndCloses()
{
    const QByteArray place = R"("owner":"harbour","repo":"lighthouse")";
    QCOMPARE(run("GITHUB_CREATE_AN_ISSUE", '{' + place + R"(,"title":"Fog"})", QStringLiteral("data.number")), QByteArray("3"));
    const QByteArray issue = '{' + place + R"(,"issue_number":3)";
    QCOMPARE(run("GITHUB_CREATE_AN_ISSUE_COMMENT", issue + R"(,"body":"Thick."})", QStringLiteral("data.body")),
        QByteArray("\"Thick.\""));
    QCOMPARE(run("GITHUB_GET_AN_ISSUE", issue + '}', QStringLiteral("data.comments")), QByteArray("1"));
    QCOMPARE(run("GITHUB_LIST_ISSUE_COMMENTS", issue + '}', QStringLiteral("data.comments.0.user.login")),
        QByteArray("\"default\""));
    const QString openIssues = QStringLiteral("data.open_issues_count");
    QCOMPARE(run("GITHUB_GET_A_REPOSITORY", '{' + place + '}', openIssues), QByteArray("3"));
    QVERIFY(run("GITHUB_UPDATE_AN_ISSUE", issue + R"(,"state":"closed"})", QStringLiteral("data.closed_at")) != "null");
    QCOMPARE(run("GITHUB_GET_A_REPOSITORY", '{' + place + '}', openIssues), QByteArray("2"));
    const QByteArray list = '{' + place + R"(,"per_page":30,"state":)";
    QCOMPARE(run("GITHUB_LIST_REPOSITORY_ISSUES", list + R"("closed"})", QStringLiteral("data.issues.0.title")),
        QByteArray("\"Fog\""));
    QCOMPARE(run("GITHUB_LIST_REPOSITORY_ISSUES", list + R"("open"})", QStringLiteral("data.issues.2")), QByteArray());
    QCOMPARE(run("GITHUB_UPDATE_AN_ISSUE", issue + R"(,"state":"open"})", QStringLiteral("data.closed_at")), QByteArray("null"));
    const QString stars = QStringLiteral("data.stargazers_count");
    const QByteArray star = "GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER";
    for (const char *user : {"default", "default", "pg-test-00000000"}) // a second time changes nothing
        QVERIFY(run(star, '{' + place + '}', QStringLiteral("data.message"), user).contains("starred"));
    QCOMPARE(run("GITHUB_GET_A_REPOSITORY", '{' + place + '}', stars), QByteArray("130"));
}

void TestSandboxActions::opensPullRequests()
{
    const QByteArray pull = R"({"owner":"harbour","repo":"lighthouse","title":"Night","head":"night","base":"main"})";
    QCOMPARE(run("GITHUB_CREATE_A_PULL_REQUEST", pull, QStringLiteral("data.number")), QByteArray("3"));
    QVERIFY(run("GITHUB_CREATE_A_PULL_REQUEST", pull, QStringLiteral("error")).contains("already exists"));
    QVERIFY(run("GITHUB_LIST_REPOSITORY_ISSUES", R"({"owner":"harbour","repo":"lighthouse"})",
        QStringLiteral("data.issues.0.pull_request.url")).contains("/pulls/3"));
    const QByteArray mine = R"({"type":"private"})";
    QCOMPARE(run("GITHUB_LIST_REPOSITORIES_FOR_THE_AUTHENTICATED_USER", mine, QStringLiteral("data.repositories.1")), QByteArray());
    QVERIFY(run("GITHUB_ACCEPT_A_REPOSITORY_INVITATION", R"({"invitation_id":4711})", QStringLiteral("data.message")).contains("pilot-book"));
    QCOMPARE(run("GITHUB_LIST_REPOSITORIES_FOR_THE_AUTHENTICATED_USER", mine, QStringLiteral("data.repositories.1.full_name")),
        QByteArray("\"harbour/pilot-book\""));
}

void TestSandboxActions::sendsFetchesAndReplies()
{
    const auto fetch = [this](const QByteArray &query, const QString &path, const QByteArray &user = "default") {
        return run("GMAIL_FETCH_EMAILS", R"({"max_results":10,"query":)" + json::quoted(QString::fromUtf8(query)) + '}', path, user);
    };
    QCOMPARE(fetch("is:unread", QStringLiteral("data.resultSizeEstimate")), QByteArray("2"));
    QCOMPARE(fetch("from:jonas -lamp", QStringLiteral("data.messages.0.subject")), QByteArray("\"Ferries in December\""));
    const QByteArray thread = run("GMAIL_SEND_EMAIL",
        R"({"recipient_email":"pg-test-00000000@example.com","subject":"Quay","body":"Is it free?"})", QStringLiteral("data.threadId"));
    QCOMPARE(fetch("in:sent quay", QStringLiteral("data.messages.0.threadId")), thread);
    QCOMPARE(fetch("in:inbox", QStringLiteral("data.messages.0.threadId"), "pg-test-00000000"), thread); // delivered
    const QByteArray reply = R"({"recipient_email":"default@example.com","message_body":"It is.","thread_id":)" + thread + '}';
    QCOMPARE(run("GMAIL_REPLY_TO_THREAD", reply, QStringLiteral("data.threadId"), "pg-test-00000000"), thread);
    const QByteArray whole = R"({"thread_id":)" + thread + '}';
    QCOMPARE(run("GMAIL_FETCH_MESSAGE_BY_THREAD_ID", whole, QStringLiteral("data.messages.1.subject")), QByteArray("\"Re: Quay\""));
    QCOMPARE(run("GMAIL_FETCH_MESSAGE_BY_THREAD_ID", whole, QStringLiteral("data.messages.1.messageText")), QByteArray("\"It is.\""));
    QCOMPARE(run("GMAIL_CREATE_EMAIL_DRAFT", R"({"recipient_email":"a@b.example","subject":"s","body":"b","thread_id":)" + thread + '}',
        QStringLiteral("data.message.labelIds.0")), QByteArray("\"DRAFT\""));
    QCOMPARE(fetch("label:draft", QStringLiteral("data.resultSizeEstimate")), QByteArray("1"));
    QCOMPARE(run("GMAIL_CREATE_LABEL", R"({"label_name":"Quay"})", QStringLiteral("data.id")), QByteArray("\"Label_1\""));
    QVERIFY(run("GMAIL_CREATE_LABEL", R"({"label_name":"quay"})", QStringLiteral("error")).contains("conflicts"));
    QVERIFY(run("GMAIL_LIST_LABELS", "{}", QStringLiteral("data.labels")).contains("\"Quay\""));
}

void TestSandboxActions::keepsMailboxesApart()
{
    QCOMPARE(run("GMAIL_FETCH_EMAILS", "{}", QStringLiteral("data.messages"), "pg-test-00000000"), QByteArray("[]"));
    QCOMPARE(run("GMAIL_GET_PROFILE", "{}", QStringLiteral("data.messagesTotal"), "pg-test-00000000"), QByteArray("0"));
    QCOMPARE(run("GMAIL_GET_PROFILE", "{}", QStringLiteral("data.threadsTotal")), QByteArray("4"));
    QCOMPARE(run("TODOIST_GET_ALL_TASKS", "{}", QStringLiteral("data.tasks"), "pg-test-00000000"), QByteArray("[]"));
    // A workspace is everybody's.
    QVERIFY(run("SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL", R"({"channel":"lamp","text":"From the other."})",
        QStringLiteral("data.ok"), "pg-test-00000000") == "true");
    QCOMPARE(run("SLACK_FETCH_CONVERSATION_HISTORY", R"({"channel":"lamp"})", QStringLiteral("data.messages.0.user")),
        QByteArray("\"U_pg-test-00000000\""));
}

void TestSandboxActions::writesIntoThreads()
{
    const QByteArray send = "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL";
    const QByteArray ts = run(send, R"({"channel":"#general","text":"Who has the key?"})", QStringLiteral("data.ts"));
    QCOMPARE(run(send, R"({"channel":"general","text":"I.","thread_ts":)" + ts + '}', QStringLiteral("data.message.thread_ts")), ts);
    const QByteArray history = R"({"channel":"C01GENERAL","limit":1})";
    QCOMPARE(run("SLACK_FETCH_CONVERSATION_HISTORY", history, QStringLiteral("data.messages.0.reply_count")), QByteArray("1"));
    QCOMPARE(run("SLACK_FETCH_CONVERSATION_HISTORY", history, QStringLiteral("data.messages.0.text")), QByteArray("\"Who has the key?\""));
    const QByteArray react = R"({"channel":"general","name":"key","timestamp":)" + ts + '}';
    QCOMPARE(run("SLACK_ADD_REACTION_TO_AN_ITEM", react, QStringLiteral("data.ok")), QByteArray("true"));
    QCOMPARE(run("SLACK_ADD_REACTION_TO_AN_ITEM", react, QStringLiteral("data.error")), QByteArray("\"already_reacted\""));
    QCOMPARE(run("SLACK_ADD_REACTION_TO_AN_ITEM", react, QStringLiteral("data.ok"), "pg-test-00000000"), QByteArray("true"));
    QCOMPARE(run("SLACK_FETCH_CONVERSATION_HISTORY", history, QStringLiteral("data.messages.0.reactions.0.count")), QByteArray("2"));
}

void TestSandboxActions::turnsPagesByCursor()
{
    QByteArrayList names;
    QByteArray cursor = "\"\"";
    for (int page = 0; page < 10; ++page) {
        const QByteArray input = R"({"types":"public_channel,private_channel","cursor":)" + cursor + '}';
        names.append(text(run("SLACK_LIST_ALL_SLACK_TEAM_CHANNELS_WITH_VARIOUS_FILTERS", input, QStringLiteral("data.channels.0.name"))));
        cursor = run("SLACK_LIST_ALL_SLACK_TEAM_CHANNELS_WITH_VARIOUS_FILTERS", input, QStringLiteral("data.response_metadata.next_cursor"));
        if (cursor == "\"\"")
            break;
    }
    QCOMPARE(names.join(' '), QByteArray("general lamp old-pier harbour-office"));
    QCOMPARE(run("STRIPE_LIST_CUSTOMERS", R"({"limit":1})", QStringLiteral("data.data.0.name")), QByteArray("\"The Anchor\""));
    QCOMPARE(run("STRIPE_LIST_CUSTOMERS", R"({"limit":1,"starting_after":"cus_Harbour0000002"})", QStringLiteral("data.data.0.name")),
        QByteArray("\"Sail School\""));
    QCOMPARE(run("STRIPE_LIST_CUSTOMERS", R"({"limit":1,"starting_after":"cus_Harbour0000002"})", QStringLiteral("data.has_more")), QByteArray("false"));
}

void TestSandboxActions::insertsRowsAndQueries()
{
    const QByteArray base = R"("database_id":"22222222-bbbb-4bbb-8bbb-000000000001")";
    const QByteArray rowInput = '{' + base + R"(,"properties":[{"name":"Name","type":"title","value":"Petrel"},{"name":"Built","type":"number","value":"1950"}]})";
    QCOMPARE(run("NOTION_INSERT_ROW_DATABASE", rowInput, QStringLiteral("data.properties.Built.number")), QByteArray("1950"));
    const QByteArray query = '{' + base + R"(,"page_size":1,"sorts":[{"property_name":"Built","ascending":true}]})";
    QCOMPARE(run("NOTION_QUERY_DATABASE", query, QStringLiteral("data.results.0.properties.Name.title.0.plain_text")), QByteArray("\"Petrel\""));
    QCOMPARE(run("NOTION_QUERY_DATABASE", query, QStringLiteral("data.has_more")), QByteArray("true"));
    const QByteArray page = run("NOTION_CREATE_NOTION_PAGE", R"({"parent_id":"11111111aaaa4aaa8aaa000000000001","title":"Bell signals"})", QStringLiteral("data.id"));
    QCOMPARE(run("NOTION_SEARCH_NOTION_PAGE", R"({"query":"bell"})", QStringLiteral("data.results.0.id")), page);
    QCOMPARE(run("NOTION_CREATE_COMMENT", R"({"comment":{"content":"Good."},"parent_page_id":)" + page + '}', QStringLiteral("data.object")), QByteArray("\"comment\""));
    QCOMPARE(run("NOTION_FETCH_COMMENTS", R"({"block_id":)" + page + '}', QStringLiteral("data.results.0.rich_text.0.plain_text")), QByteArray("\"Good.\""));
    const QByteArray table = R"({"baseId":"appHarbour0000001","tableIdOrName":"Berths")";
    const QByteArray record = run("AIRTABLE_CREATE_RECORD", table + R"(,"fields":{"Ship":"Petrel","Berth":12}})", QStringLiteral("data.id"));
    QCOMPARE(run("AIRTABLE_LIST_RECORDS", table + R"(,"filterByFormula":"{Ship}='Petrel'"})", QStringLiteral("data.records.0.id")), record);
    QCOMPARE(run("AIRTABLE_LIST_RECORDS", table + R"(,"sort":[{"field":"Berth","direction":"desc"}],"fields":["Ship"]})", QStringLiteral("data.records.0.fields")),
        QByteArray(R"({"Ship":"Petrel"})"));
    const QByteArray next = run("AIRTABLE_LIST_RECORDS", table + R"(,"pageSize":3})", QStringLiteral("data.offset"));
    QCOMPARE(run("AIRTABLE_LIST_RECORDS", table + R"(,"pageSize":3,"offset":)" + next + '}', QStringLiteral("data.records.0.id")), record);
    const QByteArray task = run("TODOIST_CREATE_TASK", R"({"content":"Paint","labels":["quay"]})", QStringLiteral("data.id"));
    QCOMPARE(run("TODOIST_GET_ALL_TASKS", R"({"label":"quay"})", QStringLiteral("data.tasks.0.id")), task);
    QVERIFY(!run("TODOIST_CLOSE_TASK", R"({"task_id":)" + task + '}', QStringLiteral("data.message")).isEmpty());
    QCOMPARE(run("TODOIST_GET_ALL_TASKS", R"({"label":"quay"})", QStringLiteral("data.tasks")), QByteArray("[]"));
}

void TestSandboxActions::findsEvents()
{
    const QByteArray made = run("GOOGLECALENDAR_CREATE_EVENT",
        R"({"summary":"Race","start_datetime":"2026-03-01T10:00:00+01:00","event_duration_hour":2,"attendees":["a@b.example"]})", QStringLiteral("data.id"));
    const QByteArray found = R"({"query":"race","timeMin":"2026-03-01T00:00:00Z","timeMax":"2026-03-02T00:00:00Z"})";
    QCOMPARE(run("GOOGLECALENDAR_FIND_EVENT", found, QStringLiteral("data.items.0.id")), made);
    QCOMPARE(run("GOOGLECALENDAR_FIND_EVENT", found, QStringLiteral("data.items.0.end.dateTime")), QByteArray("\"2026-03-01T11:30:00Z\""));
    QCOMPARE(run("GOOGLECALENDAR_FIND_EVENT", R"({"timeMax":"2026-01-06T00:00:00Z"})", QStringLiteral("data.items.1")), QByteArray());
    QCOMPARE(run("GOOGLECALENDAR_QUICK_ADD", R"({"text":"Swim 2026-07-01 08:00"})", QStringLiteral("data.start.dateTime")), QByteArray("\"2026-07-01T08:00:00Z\""));
}

void TestSandboxActions::writesCells()
{
    const QByteArray book = R"({"spreadsheet_id":"1HarbourTidesAndFerries00000000000000000000")";
    QCOMPARE(run("GOOGLESHEETS_BATCH_UPDATE", book + R"(,"sheet_name":"Ferries","values":[["January",37]]})", QStringLiteral("data.responses.0.updatedRange")),
        QByteArray("\"Ferries!A4:B4\""));
    QCOMPARE(run("GOOGLESHEETS_BATCH_UPDATE", book + R"(,"sheet_name":"Ferries","first_cell_location":"B2","values":[[390]]})", QStringLiteral("data.totalUpdatedRows")), QByteArray("1"));
    QCOMPARE(run("GOOGLESHEETS_BATCH_GET", book + R"(,"ranges":["Ferries!A2:B9","Tides!A1"]})", QStringLiteral("data.valueRanges.0.values")),
        QByteArray(R"([["November",390],["December",412],["January",37]])"));
    QCOMPARE(run("GOOGLESHEETS_BATCH_GET", book + '}', QStringLiteral("data.valueRanges.0.values.0")), QByteArray(R"(["Day","High","Low"])"));
}

void TestSandboxActions::bringsFilesUpAndDown()
{
    const QByteArray bytes("Storm at \0 two.", 15);
    const QByteArray wish = R"({"action":"GOOGLEDRIVE_UPLOAD_FILE","app":"googledrive","filename":"log.txt","mimetype":"text/plain","md5":"0b5c"})";
    const auto announced = m_sandbox->post("/api/v2/actions/files/upload/request", wish);
    QCOMPARE(at(announced.body, QStringLiteral("exists")), QByteArray("false"));
    const auto path = [](const QByteArray &url) { return text(url).mid(text(url).indexOf("/files/")); };
    RawClient client(m_sandbox->port());
    client.send(RunningSandbox::requestBytes("PUT", path(at(announced.body, QStringLiteral("url"))), bytes, "content-type: text/plain\r\n"));
    QCOMPARE(client.read().status, 200);
    client.send(RunningSandbox::requestBytes("PUT", "/files/never-asked-for", bytes, {}));
    QCOMPARE(client.read().status, 403);
    const auto promised = m_sandbox->post("/api/v3.1/files/upload/request",
        R"({"toolkit_slug":"t","tool_slug":"t","filename":"b.txt","mimetype":"text/plain","md5":"900150983cd24fb0d6963f7d28e17f72"})");
    const QByteArray promisedPath = path(at(promised.body, QStringLiteral("new_presigned_url")));
    client.send(RunningSandbox::requestBytes("PUT", promisedPath, "abd", {}));
    const auto other = client.read();
    QCOMPARE(other.status, 400);
    QVERIFY(other.body.contains("BadDigest"));
    client.send(RunningSandbox::requestBytes("PUT", promisedPath, "abc", {}));
    QCOMPARE(client.read().status, 200);
    QVERIFY(m_sandbox->get("/api/v3/files/list").body.contains(R"("filename":"b.txt")"));
    QVERIFY(m_sandbox->get("/api/v2/actions/files/list").body.contains(R"("filename":"b.txt")"));
    const QByteArray key = at(announced.body, QStringLiteral("key"));
    const QByteArray id = run("GOOGLEDRIVE_UPLOAD_FILE", R"({"file_to_upload":{"name":"Storm log.txt","mimetype":"text/plain","s3key":)" + key + "}}", QStringLiteral("data.id"));
    QCOMPARE(run("GOOGLEDRIVE_FIND_FILE", R"({"q":"name contains 'storm' and 'root' in parents"})", QStringLiteral("data.files.0.id")), id);
    const QByteArray url = run("GOOGLEDRIVE_DOWNLOAD_FILE", R"({"file_id":)" + id + '}', QStringLiteral("data.downloaded_file_content.s3url"));
    client.send(RunningSandbox::requestBytes("GET", path(url), {}, {}));
    QCOMPARE(client.read().body, bytes);
    const auto newer = m_sandbox->post("/api/v3/files/upload/request",
        R"({"toolkit_slug":"t","tool_slug":"t","filename":"a.txt","mimetype":"text/plain","md5":"77"})");
    QCOMPARE(at(newer.body, QStringLiteral("type")), QByteArray("\"new\""));
    QVERIFY(!at(newer.body, QStringLiteral("new_presigned_url")).isEmpty());
    QCOMPARE(m_sandbox->post("/api/v2/actions/files/upload/request", "{}").status, 400);
    const QByteArray pdf = run("TEXT_TO_PDF_CONVERT_TEXT_TO_PDF", R"({"file_type":"txt","text":"Lit (at) 15:40"})", QStringLiteral("data.file.s3url"));
    client.send(RunningSandbox::requestBytes("GET", path(pdf), {}, {}));
    QVERIFY(client.read().body.startsWith("%PDF-1.4"));
    const QByteArray upload = R"({"sandbox_id":"b","destination_path":"/log","file":{"name":"l","mimetype":"text/plain","s3key":"sandbox/example.txt"}})";
    const QByteArray uploaded = run("CODEINTERPRETER_UPLOAD_FILE_CMD", upload, QStringLiteral("data.message"));
    QVERIFY2(uploaded.contains("33 bytes"), uploaded.constData());
    QVERIFY(run("CODEINTERPRETER_UPLOAD_FILE_CMD", upload, QStringLiteral("error")).contains("already"));
    QVERIFY(run("CODEINTERPRETER_RUN_TERMINAL_CMD", R"({"sandbox_id":"b","command":"cat /log"})", QStringLiteral("data.stdout")).contains("A lamp"));
}

void TestSandboxActions::keepsAllOverARestart()
{
    const QTemporaryDir folder;
    sandbox::SandboxOptions options;
    options.state = folder.path();
    m_sandbox = std::make_unique<RunningSandbox>(options);
    QVERIFY(!run("GITHUB_UPDATE_AN_ISSUE", R"({"owner":"harbour","repo":"lighthouse","issue_number":1,"state":"closed"})", QStringLiteral("data.number")).isEmpty());
    const QByteArray id = run("GOOGLEDRIVE_CREATE_FILE_FROM_TEXT", R"({"file_name":"kept.txt","text_content":"Still here."})", QStringLiteral("data.id"));
    m_sandbox.reset();
    m_sandbox = std::make_unique<RunningSandbox>(options);
    QCOMPARE(run("GITHUB_GET_AN_ISSUE", R"({"owner":"harbour","repo":"lighthouse","issue_number":1})", QStringLiteral("data.state")), QByteArray("\"closed\""));
    QCOMPARE(run("GOOGLEDRIVE_FIND_FILE", R"({"q":"fullText contains 'still here'"})", QStringLiteral("data.files.0.id")), id);
    QCOMPARE(run("GMAIL_GET_PROFILE", "{}", QStringLiteral("data.messagesTotal")), QByteArray("4")); // seeded once
}

// A refusal in a later step undoes what earlier ones wrote.
void TestSandboxActions::keepsNothingOfARefusal()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("own.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"app":{"key":"own","name":"O","description":"d","no_auth":true},"actions":[
        {"name":"OWN_TRY","displayName":"T","description":"d","parameters":{"type":"object"},"behaviour":{"kind":"steps","steps":[
            {"kind":"insert","table":"own","record":{"n":"{{number}}"}},
            {"kind":"fail","when":"{{input.stop}}","message":"No.","status_code":400}],"answer":{"n":"{{record.n}}"}}}]})");
    file.close();
    sandbox::SandboxOptions options;
    options.actionsFolder = folder.path();
    m_sandbox = std::make_unique<RunningSandbox>(options);
    QCOMPARE(run("OWN_TRY", "{}", QStringLiteral("data.n")), QByteArray("1"));
    QCOMPARE(run("OWN_TRY", R"({"stop":true})", QStringLiteral("error")), QByteArray("\"No.\""));
    QCOMPARE(run("OWN_TRY", "{}", QStringLiteral("data.n")), QByteArray("2"));
}

QTEST_GUILESS_MAIN(TestSandboxActions)
#include "tst_sandboxactions.moc"
