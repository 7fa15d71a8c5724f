// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionindex.h"

#include "tests/support/actionsample.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::catalog;

namespace {

struct Expected
{
    const char *query;
    const char *first;
};

// What a person types, and what they mean.
constexpr Expected expectations[] = {
    // word starts
    {"gh iss cr", "GITHUB_CREATE_AN_ISSUE"},
    {"git cre iss", "GITHUB_CREATE_AN_ISSUE"},
    {"github create issue", "GITHUB_CREATE_AN_ISSUE"},
    {"create github issue", "GITHUB_CREATE_AN_ISSUE"},
    {"issue github create", "GITHUB_CREATE_AN_ISSUE"},
    {"github issue comment", "GITHUB_CREATE_AN_ISSUE_COMMENT"},
    {"gh comment", "GITHUB_CREATE_AN_ISSUE_COMMENT"},
    {"gh star", "GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER"},
    {"gh list repos", "GITHUB_LIST_REPOSITORIES_FOR_THE_AUTHENTICATED_USER"},
    {"gh commits", "GITHUB_LIST_COMMITS"},
    {"github list issues", "GITHUB_LIST_REPOSITORY_ISSUES"},
    {"gh get repo", "GITHUB_GET_A_REPOSITORY"},
    {"gh user", "GITHUB_GET_THE_AUTHENTICATED_USER"},
    {"accept invitation", "GITHUB_ACCEPT_A_REPOSITORY_INVITATION"},
    {"github api root", "GITHUB_GITHUB_API_ROOT"},
    {"gmail send", "GMAIL_SEND_EMAIL"},
    {"send gmail", "GMAIL_SEND_EMAIL"},
    {"gmail fetch", "GMAIL_FETCH_EMAILS"},
    {"gmail draft", "GMAIL_CREATE_EMAIL_DRAFT"},
    {"gmail reply", "GMAIL_REPLY_TO_THREAD"},
    {"gmail labels", "GMAIL_LIST_LABELS"},
    {"gmail create label", "GMAIL_CREATE_LABEL"},
    {"gmail attachment", "GMAIL_GET_ATTACHMENT"},
    {"slack send message", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
    {"slack message", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
    {"slack conversation", "SLACK_FETCH_CONVERSATION_HISTORY"},
    {"slack reaction", "SLACK_ADD_REACTION_TO_AN_ITEM"},
    {"slack remind", "SLACK_CREATE_A_REMINDER"},
    {"slack list channels", "SLACK_LIST_ALL_SLACK_TEAM_CHANNELS_WITH_VARIOUS_FILTERS"},
    {"notion create page", "NOTION_CREATE_NOTION_PAGE"},
    {"notion query", "NOTION_QUERY_DATABASE"},
    {"notion insert row", "NOTION_INSERT_ROW_DATABASE"},
    {"linear issue", "LINEAR_CREATE_LINEAR_ISSUE"},
    {"jira issue", "JIRA_CREATE_ISSUE"},
    {"todoist task", "TODOIST_CREATE_TASK"},
    {"stripe balance", "STRIPE_RETRIEVE_BALANCE"},
    {"stripe customer", "STRIPE_CREATE_CUSTOMER"},
    {"airtable records", "AIRTABLE_LIST_RECORDS"},
    {"hacker news front page", "HACKERNEWS_GET_FRONTPAGE"},
    {"hackernews search posts", "HACKERNEWS_SEARCH_POSTS"},
    {"hn latest posts", "HACKERNEWS_GET_LATEST_POSTS"},
    {"weather", "WEATHERMAP_WEATHER"},
    {"execute code", "CODEINTERPRETER_EXECUTE_CODE"},
    {"convert text to pdf", "TEXT_TO_PDF_CONVERT_TEXT_TO_PDF"},
    {"tavily", "COMPOSIO_SEARCH_TAVILY_SEARCH"},
    {"list pets", "PETSTORE_LIST_ALL_PETS"},
    {"linkedin post", "LINKEDIN_CREATE_LINKED_IN_POST"},
    {"outlook send mail", "OUTLOOK_OUTLOOK_SEND_EMAIL"},
    {"discord my user", "DISCORD_GET_MY_USER"},
    {"scrape", "FIRECRAWL_SCRAPE_EXTRACT_DATA_LLM"},
    // short forms
    {"gcal create event", "GOOGLECALENDAR_CREATE_EVENT"},
    {"gcal find", "GOOGLECALENDAR_FIND_EVENT"},
    {"gcal quick", "GOOGLECALENDAR_QUICK_ADD"},
    {"google calendar event create", "GOOGLECALENDAR_CREATE_EVENT"},
    {"calendar event", "GOOGLECALENDAR_CREATE_EVENT"},
    {"gsheet batch upd", "GOOGLESHEETS_BATCH_UPDATE"},
    {"gsheets get", "GOOGLESHEETS_BATCH_GET"},
    {"gdrive upload", "GOOGLEDRIVE_UPLOAD_FILE"},
    {"gdrive download", "GOOGLEDRIVE_DOWNLOAD_FILE"},
    {"gdocs create", "GOOGLEDOCS_CREATE_DOCUMENT"},
    {"yt search", "YOUTUBE_SEARCH_YOU_TUBE"},
    {"you tube search", "YOUTUBE_SEARCH_YOU_TUBE"},
    {"slack msg", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
    {"gh create pr", "GITHUB_CREATE_A_PULL_REQUEST"},
    {"ghpr", "GITHUB_CREATE_A_PULL_REQUEST"},
    {"gcai", "GITHUB_CREATE_AN_ISSUE"},
    {"ghcriss", "GITHUB_CREATE_AN_ISSUE"},
    {"githubissue", "GITHUB_CREATE_AN_ISSUE"},
    {"stripebalance", "STRIPE_RETRIEVE_BALANCE"},
    // misspelt
    {"githib creat isue", "GITHUB_CREATE_AN_ISSUE"},
    {"gihtub create issue", "GITHUB_CREATE_AN_ISSUE"},
    {"github creaet isseu", "GITHUB_CREATE_AN_ISSUE"},
    {"hithub create issue", "GITHUB_CREATE_AN_ISSUE"},
    {"gmial send", "GMAIL_SEND_EMAIL"},
    {"slak mesage", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
    {"notoin databse query", "NOTION_QUERY_DATABASE"},
    {"google calender create event", "GOOGLECALENDAR_CREATE_EVENT"},
    {"githb pull reqeust", "GITHUB_CREATE_A_PULL_REQUEST"},
    {"retreive balance", "STRIPE_RETRIEVE_BALANCE"},
    {"wether", "WEATHERMAP_WEATHER"},
    {"hackernews serch psots", "HACKERNEWS_SEARCH_POSTS"},
    {"linkdin post", "LINKEDIN_CREATE_LINKED_IN_POST"},
    // any spelling of the id
    {"github_create_an_issue", "GITHUB_CREATE_AN_ISSUE"},
    {"GITHUB_CREATE_AN_ISSUE", "GITHUB_CREATE_AN_ISSUE"},
    {"githubCreateAnIssue", "GITHUB_CREATE_AN_ISSUE"},
    {"GithubCreateIssue", "GITHUB_CREATE_AN_ISSUE"},
    {"github-create-an-issue", "GITHUB_CREATE_AN_ISSUE"},
    {"  github create an issue ", "GITHUB_CREATE_AN_ISSUE"},
    {"gmail_send_email", "GMAIL_SEND_EMAIL"},
    {"googledrive_find_file", "GOOGLEDRIVE_FIND_FILE"},
    {"hackernews_get_user", "HACKERNEWS_GET_USER"},
    {"GITHUB_CREATE_AN_ISSUE_COM", "GITHUB_CREATE_AN_ISSUE_COMMENT"},
    {"YouTube search", "YOUTUBE_SEARCH_YOU_TUBE"},
    // what the description says, and words that fit nothing
    {"gmail mailbox size", "GMAIL_GET_PROFILE"},
    {"slack emoji", "SLACK_ADD_REACTION_TO_AN_ITEM"},
    {"github create qqqqq issue", "GITHUB_CREATE_AN_ISSUE"},
    {"create an issue in github", "GITHUB_CREATE_AN_ISSUE"},
    {"send a message to slack", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
};

} // namespace

class TestActionIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatIsMeant_data();
    void findsWhatIsMeant();
    void anyIdIsFoundInLowerCase();
    void showsWhatIsUsedBeforeAnythingIsTyped();
    void prefersWhatIsUsedAmongSimilar();
    void filters_data();
    void filters();
    void deprecatedOnesComeLast();
    void marksLetters_data();
    void marksLetters();
    void survivesAnything_data();
    void survivesAnything();
    void anEmptyCatalogueHasNoHits();
    void countsWhatCanBeFilteredBy();
    void staysSmall();

private:
    QString idOf(const ActionHit &hit) const { return m_index.actions()[hit.position].id; }
    QStringList firstIds(const ActionSearch &search, qsizetype count = 5) const;

    ActionIndex m_index;
};

void TestActionIndex::initTestCase()
{
    const test::ActionSample sample = test::manyActions(20'000);
    m_index = ActionIndex(sample.apps, sample.actions);
}

QStringList TestActionIndex::firstIds(const ActionSearch &search, qsizetype count) const
{
    QStringList ids;
    for (const ActionHit &hit : m_index.search(search).first(std::min(count, m_index.search(search).size())))
        ids.append(idOf(hit));
    return ids;
}

void TestActionIndex::findsWhatIsMeant_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    for (const Expected &each : expectations)
        QTest::newRow(each.query) << QString::fromUtf8(each.query) << QString::fromUtf8(each.first);
}

void TestActionIndex::findsWhatIsMeant()
{
    QFETCH(QString, query);
    QFETCH(QString, first);
    const QStringList found = firstIds({.text = query});
    QVERIFY2(!found.isEmpty() && found.first() == first, qPrintable(found.join(QLatin1Char('\n'))));
}

void TestActionIndex::anyIdIsFoundInLowerCase()
{
    for (qsizetype position = 0; position < m_index.actions().size(); position += 97) {
        const QString id = m_index.actions()[position].id;
        QCOMPARE(firstIds({.text = id.toLower()}, 1), QStringList {id});
        QCOMPARE(m_index.positionOf(id.toLower()), position);
    }
    QCOMPARE(m_index.positionOf(QStringLiteral("GITHUB_NO_SUCH_THING")), -1);
}

void TestActionIndex::showsWhatIsUsedBeforeAnythingIsTyped()
{
    const QString favourite = QStringLiteral("STRIPE_CREATE_CUSTOMER");
    const QString newest = QStringLiteral("JIRA_CREATE_ISSUE");
    const QString older = QStringLiteral("GMAIL_SEND_EMAIL");
    const ActionSearch search {.favourites = {favourite}, .recents = {newest, favourite, QStringLiteral("GONE"), older}};
    const QList<ActionHit> hits = m_index.search(search);
    QCOMPARE(hits.size(), m_index.actions().size());
    QCOMPARE(firstIds(search, 3), (QStringList {favourite, newest, older}));
    QVERIFY(hits[0].isFavourite && hits[0].isRecent);
    QVERIFY(!hits[1].isFavourite && hits[1].isRecent);
    QVERIFY(!hits[3].isFavourite && !hits[3].isRecent);
    const auto isImportant = [&](const ActionHit &hit) {
        return m_index.actions()[hit.position].tags.contains(QLatin1String("important"));
    };
    QVERIFY(isImportant(hits[3]) && isImportant(hits[100]));
    QVERIFY(m_index.actions()[hits.last().position].isDeprecated);
}

void TestActionIndex::prefersWhatIsUsedAmongSimilar()
{
    const ActionSearch plain {.text = QStringLiteral("create issue")};
    QVERIFY(firstIds(plain, 1) != QStringList {QStringLiteral("LINEAR_CREATE_LINEAR_ISSUE")});
    ActionSearch used = plain;
    used.recents = {QStringLiteral("LINEAR_CREATE_LINEAR_ISSUE")};
    QCOMPARE(firstIds(used, 1), used.recents);
    used.favourites = {QStringLiteral("JIRA_CREATE_ISSUE")};
    QCOMPARE(firstIds(used, 2), used.favourites + used.recents);
    // But not where something else is plainly meant.
    used.text = QStringLiteral("github create issue");
    QCOMPARE(firstIds(used, 1), QStringList {QStringLiteral("GITHUB_CREATE_AN_ISSUE")});
}

void TestActionIndex::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("appKey");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("noAuthOnly");
    QTest::addColumn<int>("effect"); // -1: any
    QTest::addColumn<QString>("first"); // empty: nothing is found

    const int any = -1;
    QTest::newRow("app") << "create issue" << "linear" << "" << false << any << "LINEAR_CREATE_LINEAR_ISSUE";
    QTest::newRow("app in capitals") << "create issue" << "JIRA" << "" << false << any << "JIRA_CREATE_ISSUE";
    QTest::newRow("unknown app") << "create issue" << "nowhere" << "" << false << any << "";
    QTest::newRow("tag") << "github" << "" << "stars" << false << any
                         << "GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER";
    QTest::newRow("unknown tag") << "github" << "" << "no such tag" << false << any << "";
    QTest::newRow("no auth") << "search" << "" << "" << true << any << "COMPOSIO_SEARCH_SEARCH";
    QTest::newRow("reads") << "emails" << "gmail" << "important" << false << int(api::ActionEffect::Reads)
                           << "GMAIL_FETCH_EMAILS";
    QTest::newRow("deletes") << "invitation" << "github" << "" << false << int(api::ActionEffect::Deletes)
                             << "GITHUB_ACCEPT_A_REPOSITORY_INVITATION";
    QTest::newRow("sends") << "outlook email" << "" << "" << false << int(api::ActionEffect::Sends)
                           << "OUTLOOK_OUTLOOK_SEND_EMAIL";
    QTest::newRow("exact id that is filtered out") << "github_create_an_issue" << "jira" << "" << false << any
                                                   << "JIRA_CREATE_ISSUE";
}

void TestActionIndex::filters()
{
    QFETCH(QString, query);
    QFETCH(QString, appKey);
    QFETCH(QString, tag);
    QFETCH(bool, noAuthOnly);
    QFETCH(int, effect);
    QFETCH(QString, first);
    ActionFilter filter {.appKey = appKey, .tag = tag, .noAuthOnly = noAuthOnly};
    if (effect >= 0)
        filter.effect = api::ActionEffect(effect);
    const QStringList found = firstIds({.text = query, .filter = filter}, 1);
    QCOMPARE(found.join(QLatin1Char(' ')), first);
    for (const ActionHit &hit : m_index.search({.filter = filter})) {
        const api::ActionInfo &action = m_index.actions()[hit.position];
        QVERIFY(appKey.isEmpty() || action.appKey == appKey.toLower());
        QVERIFY(tag.isEmpty() || action.tags.contains(tag, Qt::CaseInsensitive));
        QVERIFY(!noAuthOnly || action.isNoAuth);
        QVERIFY(effect < 0 || int(api::effectOf(action)) == effect);
    }
}

void TestActionIndex::deprecatedOnesComeLast()
{
    bool wasDeprecated = false;
    int deprecated = 0;
    for (const ActionHit &hit : m_index.search({.text = QStringLiteral("create")})) {
        const bool isDeprecated = m_index.actions()[hit.position].isDeprecated;
        QVERIFY(isDeprecated || !wasDeprecated);
        wasDeprecated = isDeprecated;
        deprecated += isDeprecated ? 1 : 0;
    }
    QVERIFY(deprecated > 0);
    const ActionFilter current {.withDeprecated = false};
    for (const ActionHit &hit : m_index.search({.text = QStringLiteral("create"), .filter = current}))
        QVERIFY(!m_index.actions()[hit.position].isDeprecated);
    // Its own id is the one thing that brings an old action to the top.
    const auto old = std::find_if(m_index.actions().cbegin(), m_index.actions().cend(),
        [](const api::ActionInfo &each) { return each.isDeprecated; });
    QCOMPARE(firstIds({.text = old->id}, 1), QStringList {old->id});
}

void TestActionIndex::marksLetters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("id"); // what is marked stands in brackets
    QTest::addColumn<QString>("name");

    QTest::newRow("beginnings") << "gh iss cr" << "[G]IT[H]UB_[CR]EATE_AN_[ISS]UE" << "[Cr]eate an [iss]ue";
    QTest::newRow("misspelt") << "githib creat isue" << "[GITHUB]_[CREAT]E_AN_[ISSUE]" << "[Creat]e an [issue]";
    QTest::newRow("whole id") << "github_create_an_issue" << "[GITHUB]_[CREATE]_[AN]_[ISSUE]"
                              << "[Create] [an] [issue]";
    QTest::newRow("initials") << "gcai" << "[G]ITHUB_[C]REATE_[A]N_[I]SSUE" << "Create an issue";
    QTest::newRow("in one go") << "githubissue" << "[GITHUB]_CREATE_AN_[ISSUE]" << "Create an issue";
    QTest::newRow("inside") << "hub" << "GIT[HUB]_CREATE_AN_ISSUE" << "Create an issue";
    QTest::newRow("nothing") << "" << "GITHUB_CREATE_AN_ISSUE" << "Create an issue";
    QTest::newRow("something else") << "zzzz" << "GITHUB_CREATE_AN_ISSUE" << "Create an issue";
}

void TestActionIndex::marksLetters()
{
    QFETCH(QString, query);
    QFETCH(QString, id);
    QFETCH(QString, name);
    const qsizetype position = m_index.positionOf(QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    const ActionMarks marks = m_index.marks(query, position);
    const auto bracketed = [](QString text, const QList<LetterRange> &ranges) {
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
            text.insert(range->from + range->length, QLatin1Char(']'));
            text.insert(range->from, QLatin1Char('['));
        }
        return text;
    };
    QCOMPARE(bracketed(m_index.actions()[position].id, marks.id), id);
    QCOMPARE(bracketed(m_index.actions()[position].name, marks.name), name);
}

void TestActionIndex::survivesAnything_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("blank") << QStringLiteral("   ");
    QTest::newRow("separators") << QStringLiteral("__--//");
    QTest::newRow("stop words") << QStringLiteral("to the a");
    QTest::newRow("one letter") << QStringLiteral("g");
    QTest::newRow("very long word") << QString(5000, QLatin1Char('a'));
    QTest::newRow("very many words") << QStringLiteral("create ").repeated(500);
    QTest::newRow("other scripts") << QStringLiteral("創建 проблему éàü");
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + QStringLiteral("issue");
    QTest::newRow("nul") << QString(QChar(0)) + QStringLiteral("issue");
    QTest::newRow("digits") << QStringLiteral("1234567890");
}

void TestActionIndex::survivesAnything()
{
    QFETCH(QString, query);
    for (const ActionHit &hit : m_index.search({.text = query}))
        QVERIFY(hit.position >= 0 && hit.position < m_index.actions().size());
    const ActionMarks marks = m_index.marks(query, 0);
    QVERIFY(marks.id.size() <= m_index.actions().first().id.size());
}

void TestActionIndex::anEmptyCatalogueHasNoHits()
{
    for (const ActionIndex &index : {ActionIndex(), ActionIndex(test::realApps(), {})}) {
        QVERIFY(index.isEmpty());
        QVERIFY(index.search({.text = QStringLiteral("github"), .recents = {QStringLiteral("A")}}).isEmpty());
        QVERIFY(index.search({}).isEmpty());
        QVERIFY(index.apps().isEmpty() && index.tags().isEmpty() && index.actions().isEmpty());
        QCOMPARE(index.positionOf(QStringLiteral("GITHUB_CREATE_AN_ISSUE")), -1);
    }
    // Actions without anything but an id, or with less.
    const ActionIndex bare({}, {{.id = QStringLiteral("LONELY_ACTION")}, {}});
    QCOMPARE(bare.search({.text = QStringLiteral("lonely")}).size(), 1);
    QCOMPARE(bare.search({}).size(), 2);
}

void TestActionIndex::countsWhatCanBeFilteredBy()
{
    const ActionIndex index(test::realApps(), test::realActions());
    const auto facet = [](const QList<ActionFacet> &facets, const char *key) {
        const auto at = std::find_if(facets.cbegin(), facets.cend(),
            [key](const ActionFacet &each) { return each.key == QLatin1String(key); });
        return at == facets.cend() ? ActionFacet() : *at;
    };
    QCOMPARE(facet(index.apps(), "googlecalendar").name, QStringLiteral("Google Calendar"));
    QCOMPARE(facet(index.apps(), "googlecalendar").count, 3);
    QCOMPARE(index.apps().size(), test::realApps().size());
    QCOMPARE(facet(index.tags(), "repository management").name, QStringLiteral("Repository Management"));
    QCOMPARE(facet(index.tags(), "readonlyhint").count, 0);
    QCOMPARE(index.tags().first().key, QStringLiteral("important"));
    QCOMPARE(facet(index.tags(), "important").count, 11); // one action names it twice
}

void TestActionIndex::staysSmall()
{
    QVERIFY2(m_index.memory() < 10'000'000, qPrintable(QString::number(m_index.memory())));
}

QTEST_GUILESS_MAIN(TestActionIndex)
#include "tst_actionindex.moc"
