// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/actioneffect.h"

#include <QTest>

using namespace actionscope;
using api::ActionEffect;

Q_DECLARE_METATYPE(ActionEffect)

// What the guard rails go by: a reading action must not ask, a sending one must not pass for a reading one.
class TestActionEffect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByTheName_data();
    void goesByTheName();
    void tagsWin_data();
    void tagsWin();
    void appOfTwoWordsIsNoVerb();
    void whatNobodyKnowsCountsAsChanging();
};

void TestActionEffect::goesByTheName_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<ActionEffect>("effect");
    struct Row
    {
        ActionEffect effect;
        const char *id;
    };
    static constexpr Row rows[] = {
        {ActionEffect::Reads, "HACKERNEWS_GET_FRONTPAGE"},
        {ActionEffect::Reads, "HACKERNEWS_GET_LATEST_POSTS"},
        {ActionEffect::Reads, "HACKERNEWS_GET_ITEM_WITH_ID"},
        {ActionEffect::Reads, "HACKERNEWS_GET_USER"},
        {ActionEffect::Reads, "HACKERNEWS_GET_TODAYS_POSTS"},
        {ActionEffect::Reads, "HACKERNEWS_SEARCH_POSTS"},
        {ActionEffect::Unknown, "WEATHERMAP_WEATHER"},
        {ActionEffect::Changes, "CODEINTERPRETER_EXECUTE_CODE"},
        {ActionEffect::Changes, "CODEINTERPRETER_RUN_TERMINAL_CMD"},
        {ActionEffect::Changes, "CODEINTERPRETER_UPLOAD_FILE_CMD"},
        {ActionEffect::Reads, "COMPOSIO_SEARCH_SEARCH"},
        {ActionEffect::Reads, "COMPOSIO_SEARCH_TAVILY_SEARCH"},
        {ActionEffect::Reads, "TEXT_TO_PDF_CONVERT_TEXT_TO_PDF"},
        {ActionEffect::Changes, "GITHUB_CREATE_AN_ISSUE"},
        {ActionEffect::Reads, "GITHUB_GET_A_REPOSITORY"},
        {ActionEffect::Reads, "GITHUB_LIST_REPOSITORIES_FOR_THE_AUTHENTICATED_USER"},
        {ActionEffect::Changes, "GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER"},
        {ActionEffect::Changes, "GITHUB_CREATE_AN_ISSUE_COMMENT"},
        {ActionEffect::Reads, "GITHUB_LIST_REPOSITORY_ISSUES"},
        {ActionEffect::Reads, "GITHUB_GET_THE_AUTHENTICATED_USER"},
        {ActionEffect::Changes, "GITHUB_CREATE_A_PULL_REQUEST"},
        {ActionEffect::Unknown, "GITHUB_GITHUB_API_ROOT"},
        {ActionEffect::Changes, "GITHUB_ACCEPT_A_REPOSITORY_INVITATION"},
        {ActionEffect::Reads, "GITHUB_LIST_COMMITS"},
        {ActionEffect::Sends, "GMAIL_SEND_EMAIL"},
        {ActionEffect::Reads, "GMAIL_FETCH_EMAILS"},
        {ActionEffect::Changes, "GMAIL_CREATE_EMAIL_DRAFT"},
        {ActionEffect::Sends, "GMAIL_REPLY_TO_THREAD"},
        {ActionEffect::Changes, "GMAIL_CREATE_LABEL"},
        {ActionEffect::Reads, "GMAIL_LIST_LABELS"},
        {ActionEffect::Reads, "GMAIL_GET_PROFILE"},
        {ActionEffect::Reads, "GMAIL_GET_ATTACHMENT"},
        {ActionEffect::Sends, "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
        {ActionEffect::Reads, "SLACK_FETCH_CONVERSATION_HISTORY"},
        {ActionEffect::Reads, "SLACK_LIST_ALL_SLACK_TEAM_CHANNELS_WITH_VARIOUS_FILTERS"},
        {ActionEffect::Changes, "SLACK_ADD_REACTION_TO_AN_ITEM"},
        {ActionEffect::Changes, "SLACK_CREATE_A_REMINDER"},
        {ActionEffect::Changes, "NOTION_CREATE_NOTION_PAGE"},
        {ActionEffect::Reads, "NOTION_SEARCH_NOTION_PAGE"},
        {ActionEffect::Reads, "NOTION_QUERY_DATABASE"},
        {ActionEffect::Changes, "NOTION_INSERT_ROW_DATABASE"},
        {ActionEffect::Changes, "NOTION_CREATE_COMMENT"},
        {ActionEffect::Changes, "GOOGLECALENDAR_CREATE_EVENT"},
        {ActionEffect::Reads, "GOOGLECALENDAR_FIND_EVENT"},
        {ActionEffect::Changes, "GOOGLECALENDAR_QUICK_ADD"},
        {ActionEffect::Reads, "GOOGLESHEETS_BATCH_GET"},
        {ActionEffect::Changes, "GOOGLESHEETS_BATCH_UPDATE"},
        {ActionEffect::Changes, "GOOGLEDRIVE_UPLOAD_FILE"},
        {ActionEffect::Reads, "GOOGLEDRIVE_DOWNLOAD_FILE"},
        {ActionEffect::Reads, "GOOGLEDRIVE_FIND_FILE"},
        {ActionEffect::Changes, "GOOGLEDRIVE_CREATE_FILE_FROM_TEXT"},
        {ActionEffect::Changes, "GOOGLEDOCS_CREATE_DOCUMENT"},
        {ActionEffect::Changes, "LINEAR_CREATE_LINEAR_ISSUE"},
        {ActionEffect::Reads, "LINEAR_LIST_LINEAR_TEAMS"},
        {ActionEffect::Changes, "JIRA_CREATE_ISSUE"},
        {ActionEffect::Reads, "DISCORD_GET_MY_USER"},
        {ActionEffect::Sends, "OUTLOOK_OUTLOOK_SEND_EMAIL"},
        {ActionEffect::Reads, "YOUTUBE_SEARCH_YOU_TUBE"},
        {ActionEffect::Changes, "TODOIST_CREATE_TASK"},
        {ActionEffect::Changes, "STRIPE_CREATE_CUSTOMER"},
        {ActionEffect::Reads, "STRIPE_RETRIEVE_BALANCE"},
        {ActionEffect::Reads, "AIRTABLE_LIST_RECORDS"},
        {ActionEffect::Changes, "AIRTABLE_CREATE_RECORD"},
        {ActionEffect::Changes, "LINKEDIN_CREATE_LINKED_IN_POST"},
        {ActionEffect::Reads, "FIRECRAWL_SCRAPE_EXTRACT_DATA_LLM"},
        {ActionEffect::Reads, "PETSTORE_LIST_ALL_PETS"},
        {ActionEffect::Deletes, "GMAIL_DELETE_MESSAGE"},
        {ActionEffect::Deletes, "GMAIL_BATCH_DELETE_MESSAGES"},
        {ActionEffect::Deletes, "GITHUB_REMOVE_A_LABEL_FROM_AN_ISSUE"},
        {ActionEffect::Deletes, "TWITTER_POST_DELETE_BY_POST_ID"},
        {ActionEffect::Reads, "TWITTER_POST_LOOKUP_BY_POST_ID"},
        {ActionEffect::Sends, "SLACK_CHAT_POST_MESSAGE"},
        {ActionEffect::Changes, "HUBSPOT_GET_OR_CREATE_CONTACT"},
        {ActionEffect::Reads, "JIRA_GET_CREATE_ISSUE_METADATA"},
        {ActionEffect::Deletes, "GOOGLE_SEARCH_CONSOLE_DELETE_SITE"},
        {ActionEffect::Sends, "gmail_send_email"},
        {ActionEffect::Unknown, "GMAIL"},
        {ActionEffect::Unknown, "SEND"},
        {ActionEffect::Unknown, ""},
    };
    for (const Row &row : rows)
        QTest::newRow(*row.id ? row.id : "no name") << QString::fromLatin1(row.id) << row.effect;
}

void TestActionEffect::goesByTheName()
{
    QFETCH(QString, id);
    QFETCH(ActionEffect, effect);
    QCOMPARE(api::effectOf(id), effect);
}

void TestActionEffect::tagsWin_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<ActionEffect>("effect");
    const auto row = [](const char *id, const QStringList &tags, ActionEffect effect) {
        QTest::addRow("%s %s", id, qPrintable(tags.join(QLatin1Char(' '))))
            << QString::fromLatin1(id) << tags << effect;
    };
    row("WEATHERMAP_WEATHER", {QStringLiteral("important"), QStringLiteral("readOnlyHint")},
        ActionEffect::Reads);
    row("GMAIL_SEND_EMAIL", {QStringLiteral("readOnlyHint")}, ActionEffect::Reads);
    row("GITHUB_MERGE_A_PULL_REQUEST", {QStringLiteral("destructiveHint")}, ActionEffect::Deletes);
    row("X_GET_IT", {QStringLiteral("readOnlyHint"), QStringLiteral("destructiveHint")},
        ActionEffect::Deletes);
    row("X_GET_IT", {QStringLiteral("updateHint")}, ActionEffect::Changes);
    row("X_SEND_IT", {QStringLiteral("updateHint")}, ActionEffect::Sends);
    row("GMAIL_SEND_EMAIL", {QStringLiteral("important"), QStringLiteral("openWorldHint")},
        ActionEffect::Sends);
    row("X_GET_IT", {QStringLiteral("READONLYHINT")}, ActionEffect::Reads);
}

void TestActionEffect::tagsWin()
{
    QFETCH(QString, id);
    QFETCH(QStringList, tags);
    QFETCH(ActionEffect, effect);
    QCOMPARE(api::effectOf(api::ActionInfo {.id = id, .tags = tags}), effect);
}

void TestActionEffect::appOfTwoWordsIsNoVerb()
{
    const auto effect = [](const char *id, const char *app) {
        return api::effectOf(api::ActionInfo {.id = QLatin1String(id), .appKey = QLatin1String(app)});
    };
    QCOMPARE(effect("ACTIVE_SEND_GET_LISTS", "active_send"), ActionEffect::Reads);
    QCOMPARE(effect("OUTLOOK_OUTLOOK_SEND_EMAIL", "outlook"), ActionEffect::Sends);
}

void TestActionEffect::whatNobodyKnowsCountsAsChanging()
{
    QVERIFY(!api::isChanging(ActionEffect::Reads));
    for (const ActionEffect effect :
        {ActionEffect::Changes, ActionEffect::Sends, ActionEffect::Deletes, ActionEffect::Unknown})
        QVERIFY(api::isChanging(effect));
}

QTEST_GUILESS_MAIN(TestActionEffect)
#include "tst_actioneffect.moc"
