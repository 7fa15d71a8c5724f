// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/actionsample.h"

#include <QRandomGenerator>
#include <QSet>

#include <initializer_list>

namespace actionscope::test {

namespace {

struct RealAction
{
    const char *id;
    const char *name;
    const char *description;
    const char *appKey;
    const char *tags;
    bool isNoAuth;
};

constexpr RealAction realActionRows[] = {
    {"HACKERNEWS_GET_FRONTPAGE", "Get front page",
        "The stories on the front page right now.", "hackernews", "", true},
    {"HACKERNEWS_GET_LATEST_POSTS", "Get latest posts",
        "Stories and comments, newest first.", "hackernews", "", true},
    {"HACKERNEWS_GET_ITEM_WITH_ID", "Get item by id",
        "One story or comment with its replies.", "hackernews", "", true},
    {"HACKERNEWS_GET_USER", "Get user",
        "What a member wrote about themselves, and their karma.", "hackernews", "", true},
    {"HACKERNEWS_GET_TODAYS_POSTS", "Get today's posts",
        "Stories of this day.", "hackernews", "", true},
    {"HACKERNEWS_SEARCH_POSTS", "Search posts",
        "Stories and comments that hold some words.", "hackernews", "", true},
    {"WEATHERMAP_WEATHER", "Current weather",
        "Temperature, wind and clouds at a place.", "weathermap", "", true},
    {"CODEINTERPRETER_EXECUTE_CODE", "Execute code",
        "Runs Python and gives back what it printed.", "codeinterpreter", "", true},
    {"CODEINTERPRETER_RUN_TERMINAL_CMD", "Run terminal command",
        "Runs a line in the shell of the box.", "codeinterpreter", "", true},
    {"CODEINTERPRETER_UPLOAD_FILE_CMD", "Upload file",
        "Puts a file into the box.", "codeinterpreter", "", true},
    {"COMPOSIO_SEARCH_SEARCH", "Search the web",
        "Looks something up in a search engine.", "composio_search", "", true},
    {"COMPOSIO_SEARCH_TAVILY_SEARCH", "Tavily search",
        "Looks something up with Tavily.", "composio_search", "", true},
    {"TEXT_TO_PDF_CONVERT_TEXT_TO_PDF", "Convert text to PDF",
        "Makes a document of Markdown or plain text.", "text_to_pdf", "", true},
    {"GITHUB_CREATE_AN_ISSUE", "Create an issue",
        "Opens a new bug report or wish in a repository.", "github", "important,openWorldHint,Repository Management", false},
    {"GITHUB_GET_A_REPOSITORY", "Get a repository",
        "Name, owner, visibility and counts of one repository.", "github", "openWorldHint,readOnlyHint,repos", false},
    {"GITHUB_LIST_REPOSITORIES_FOR_THE_AUTHENTICATED_USER", "List repositories of the authenticated user",
        "All repositories that the key may see.", "github", "openWorldHint,readOnlyHint,repos,important", false},
    {"GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER", "Star a repository",
        "Adds a repository to the starred ones.", "github", "updateHint,openWorldHint,important,Stars", false},
    {"GITHUB_CREATE_AN_ISSUE_COMMENT", "Create an issue comment",
        "Writes a comment below an issue or pull request.", "github", "important,openWorldHint,Comments", false},
    {"GITHUB_LIST_REPOSITORY_ISSUES", "List repository issues",
        "Open or closed issues of one repository.", "github", "important,issues,openWorldHint,readOnlyHint,idempotentHint", false},
    {"GITHUB_GET_THE_AUTHENTICATED_USER", "Get the authenticated user",
        "Whose key it is.", "github", "readOnlyHint,idempotentHint,openWorldHint,Users,mcpIgnore", false},
    {"GITHUB_CREATE_A_PULL_REQUEST", "Create a pull request",
        "Proposes to merge one branch into another.", "github", "important,openWorldHint,pulls,important", false},
    {"GITHUB_GITHUB_API_ROOT", "API root",
        "Where the parts of the service are.", "github", "meta,openWorldHint,readOnlyHint,mcpIgnore", false},
    {"GITHUB_ACCEPT_A_REPOSITORY_INVITATION", "Accept a repository invitation",
        "Joins a repository as collaborator.", "github", "destructiveHint,idempotentHint,openWorldHint,Invitations,mcpIgnore", false},
    {"GITHUB_LIST_COMMITS", "List commits",
        "Commits of a branch, newest first.", "github", "Commits,openWorldHint,readOnlyHint,idempotentHint", false},
    {"GMAIL_SEND_EMAIL", "Send email",
        "Sends a mail from the connected mailbox.", "gmail", "", false},
    {"GMAIL_FETCH_EMAILS", "Fetch emails",
        "Reads mails that match a search.", "gmail", "important,openWorldHint,readOnlyHint", false},
    {"GMAIL_CREATE_EMAIL_DRAFT", "Create email draft",
        "Writes a mail without sending it.", "gmail", "openWorldHint", false},
    {"GMAIL_REPLY_TO_THREAD", "Reply to thread",
        "Answers in a conversation.", "gmail", "important,openWorldHint", false},
    {"GMAIL_CREATE_LABEL", "Create label",
        "Adds a label to the mailbox.", "gmail", "openWorldHint", false},
    {"GMAIL_LIST_LABELS", "List labels",
        "All labels of the mailbox.", "gmail", "readOnlyHint,openWorldHint", false},
    {"GMAIL_GET_PROFILE", "Get profile",
        "Address and size of the mailbox.", "gmail", "readOnlyHint,openWorldHint", false},
    {"GMAIL_GET_ATTACHMENT", "Get attachment",
        "One file that came with a mail.", "gmail", "readOnlyHint,openWorldHint", false},
    {"SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL", "Send message to channel",
        "Writes into a channel or to a person.", "slack", "", false},
    {"SLACK_FETCH_CONVERSATION_HISTORY", "Fetch conversation history",
        "What was said in a channel.", "slack", "", false},
    {"SLACK_LIST_ALL_SLACK_TEAM_CHANNELS_WITH_VARIOUS_FILTERS", "List channels",
        "Channels of the workspace.", "slack", "", false},
    {"SLACK_ADD_REACTION_TO_AN_ITEM", "Add reaction",
        "Puts an emoji on a message.", "slack", "", false},
    {"SLACK_CREATE_A_REMINDER", "Create a reminder",
        "Reminds a person later.", "slack", "", false},
    {"NOTION_CREATE_NOTION_PAGE", "Create page",
        "A new page below another one.", "notion", "", false},
    {"NOTION_SEARCH_NOTION_PAGE", "Search pages",
        "Pages and databases by title.", "notion", "", false},
    {"NOTION_QUERY_DATABASE", "Query database",
        "Rows of a database, filtered and sorted.", "notion", "", false},
    {"NOTION_INSERT_ROW_DATABASE", "Insert row",
        "A new row in a database.", "notion", "", false},
    {"NOTION_CREATE_COMMENT", "Create comment",
        "Writes a comment on a page.", "notion", "important,openWorldHint", false},
    {"GOOGLECALENDAR_CREATE_EVENT", "Create event",
        "A new appointment with time and guests.", "googlecalendar", "", false},
    {"GOOGLECALENDAR_FIND_EVENT", "Find event",
        "Appointments by words or time.", "googlecalendar", "", false},
    {"GOOGLECALENDAR_QUICK_ADD", "Quick add",
        "An appointment from one sentence.", "googlecalendar", "", false},
    {"GOOGLESHEETS_BATCH_GET", "Batch get",
        "Cells of several ranges at once.", "googlesheets", "", false},
    {"GOOGLESHEETS_BATCH_UPDATE", "Batch update",
        "Writes cells of several ranges at once.", "googlesheets", "", false},
    {"GOOGLEDRIVE_UPLOAD_FILE", "Upload file",
        "Stores a file in the drive.", "googledrive", "important,openWorldHint", false},
    {"GOOGLEDRIVE_DOWNLOAD_FILE", "Download file",
        "The bytes of a stored file.", "googledrive", "readOnlyHint,idempotentHint,openWorldHint,important", false},
    {"GOOGLEDRIVE_FIND_FILE", "Find file",
        "Files by name, type or folder.", "googledrive", "readOnlyHint,idempotentHint,openWorldHint", false},
    {"GOOGLEDRIVE_CREATE_FILE_FROM_TEXT", "Create file from text",
        "Stores text as a new file.", "googledrive", "openWorldHint", false},
    {"GOOGLEDOCS_CREATE_DOCUMENT", "Create document",
        "A new document with some text.", "googledocs", "", false},
    {"LINEAR_CREATE_LINEAR_ISSUE", "Create issue",
        "A new ticket for a team.", "linear", "", false},
    {"LINEAR_LIST_LINEAR_TEAMS", "List teams",
        "Teams of the workspace.", "linear", "", false},
    {"JIRA_CREATE_ISSUE", "Create issue",
        "A new ticket in a project.", "jira", "", false},
    {"DISCORD_GET_MY_USER", "Get my user",
        "Who is connected.", "discord", "", false},
    {"OUTLOOK_OUTLOOK_SEND_EMAIL", "Send email",
        "Sends a mail from an Outlook mailbox.", "outlook", "", false},
    {"YOUTUBE_SEARCH_YOU_TUBE", "Search YouTube",
        "Videos, channels and playlists by words.", "youtube", "", false},
    {"TODOIST_CREATE_TASK", "Create task",
        "Something to do, with a due date.", "todoist", "", false},
    {"STRIPE_CREATE_CUSTOMER", "Create customer",
        "A new payer.", "stripe", "", false},
    {"STRIPE_RETRIEVE_BALANCE", "Retrieve balance",
        "Money that is available or on its way.", "stripe", "", false},
    {"AIRTABLE_LIST_RECORDS", "List records",
        "Rows of a table.", "airtable", "", false},
    {"AIRTABLE_CREATE_RECORD", "Create record",
        "A new row in a table.", "airtable", "", false},
    {"LINKEDIN_CREATE_LINKED_IN_POST", "Create post",
        "Publishes something for the network.", "linkedin", "", false},
    {"FIRECRAWL_SCRAPE_EXTRACT_DATA_LLM", "Scrape and extract data",
        "Reads a web page and picks out fields.", "firecrawl", "", false},
    {"PETSTORE_LIST_ALL_PETS", "List all pets",
        "Animals of the sample shop.", "petstore", "", false},
};

struct RealApp
{
    const char *key;
    const char *name;
};

constexpr RealApp realAppRows[] = {
    {"hackernews", "Hacker News"},
    {"weathermap", "Weathermap"},
    {"codeinterpreter", "Code Interpreter"},
    {"composio_search", "Composio Search"},
    {"text_to_pdf", "Text to PDF"},
    {"github", "GitHub"},
    {"gmail", "Gmail"},
    {"slack", "Slack"},
    {"notion", "Notion"},
    {"googlecalendar", "Google Calendar"},
    {"googlesheets", "Google Sheets"},
    {"googledrive", "Google Drive"},
    {"googledocs", "Google Docs"},
    {"linear", "Linear"},
    {"jira", "Jira"},
    {"discord", "Discord"},
    {"outlook", "Outlook"},
    {"youtube", "YouTube"},
    {"todoist", "Todoist"},
    {"stripe", "Stripe"},
    {"airtable", "Airtable"},
    {"linkedin", "LinkedIn"},
    {"firecrawl", "Firecrawl"},
    {"petstore", "Petstore"},
};

constexpr const char *verbs[] = {"CREATE", "GET", "LIST", "UPDATE", "DELETE", "SEARCH", "ADD", "REMOVE", "FIND", "SEND",
    "FETCH", "UPLOAD", "DOWNLOAD", "ARCHIVE", "RENAME", "COPY", "MOVE", "SHARE", "EXPORT", "IMPORT", "LOCK", "UNLOCK",
    "START", "STOP", "RETRY", "VALIDATE", "APPROVE", "REJECT", "ASSIGN", "MERGE"};
constexpr const char *articles[] = {"", "", "A_", "AN_", "THE_", "ALL_"};
constexpr const char *objects[] = {"ACCOUNT", "ARTIFACT", "BRANCH", "CAMPAIGN", "CARD", "CATEGORY", "COLLECTION",
    "COMPANY", "CONTACT", "COUPON", "DASHBOARD", "DEAL", "DEPLOYMENT", "DEVICE", "DOMAIN", "EMPLOYEE", "ENVIRONMENT",
    "FIELD", "FOLDER", "FORM", "GIST", "GROUP", "INVOICE", "JOB", "KEY", "LEAD", "LICENSE", "LIST", "LOCATION", "MEETING",
    "MEMBER", "MILESTONE", "NOTE", "OFFER", "ORDER", "ORGANIZATION", "PACKAGE", "PAYMENT", "PERMISSION", "PIPELINE",
    "PLAN", "PRODUCT", "PROJECT", "QUOTE", "REFUND", "RELEASE", "REPORT", "REVIEW", "ROLE", "RUNNER", "SCHEDULE",
    "SECRET", "SEGMENT", "SHIPMENT", "SPACE", "SUBSCRIPTION", "SURVEY", "TEMPLATE", "TICKET", "TIMESHEET", "TOKEN",
    "TRANSACTION", "TRIGGER", "VARIABLE", "VENDOR", "VIEW", "WEBHOOK", "WORKFLOW", "ZONE"};
// Also those of the real actions, for the apps that are made up.
constexpr const char *sharedObjects[] = {"ISSUE", "ISSUE_COMMENT", "EMAIL", "EMAIL_DRAFT", "MESSAGE", "EVENT", "FILE",
    "DOCUMENT", "TASK", "CUSTOMER", "RECORD", "PAGE", "POST", "COMMENT", "REPOSITORY", "PULL_REQUEST", "CHANNEL", "USER",
    "LABEL", "DATABASE", "ROW", "BALANCE", "REMINDER", "REACTION", "PROFILE", "ATTACHMENT"};
constexpr const char *tails[] = {"", "", "", "_BY_ID", "_FOR_AN_ORGANIZATION", "_SETTINGS", "_HISTORY", "_IN_BULK",
    "_WITH_FILTERS", "_STATUS", "_FROM_TEMPLATE"};
constexpr const char *syllables[] = {"ab", "bran", "cor", "dex", "el", "fin", "gro", "hub", "iv", "jun", "kel", "lum",
    "mar", "nex", "or", "pal", "quin", "row", "sol", "tra", "ul", "ven", "wex", "yor", "zap"};
constexpr const char *descriptionWords[] = {"returns", "the", "given", "identifier", "of", "workspace", "requires",
    "permission", "pagination", "cursor", "optional", "when", "not", "found", "fails", "with", "details", "about",
    "resource", "specified", "by", "its", "unique", "name", "and", "supports", "filtering", "sorting", "results", "use",
    "this", "to", "retrieve", "modify", "existing", "new", "entries", "associated", "metadata", "timestamps", "owner",
    "team", "organization", "limits", "apply", "per", "minute", "issue", "email", "message", "file", "event", "user"};

// Draws from lists, the same in every run.
class Lottery final
{
public:
    template <std::size_t count> QString oneOf(const char *const (&list)[count])
    {
        return QLatin1String(list[m_random.bounded(int(count))]);
    }
    QString description()
    {
        QString text;
        for (int left = m_random.bounded(12, 40); left > 0; --left)
            text += oneOf(descriptionWords) + (left > 1 ? QLatin1Char(' ') : QLatin1Char('.'));
        return text;
    }
    int bounded(int end) { return m_random.bounded(end); }
    bool oneIn(int chances) { return m_random.bounded(chances) == 0; }

    // Three syllables that no other app has.
    QString appKey(QSet<QString> &taken)
    {
        QString key;
        do {
            key = oneOf(syllables) + oneOf(syllables) + oneOf(syllables);
        } while (taken.contains(key));
        taken.insert(key);
        return key;
    }

private:
    QRandomGenerator m_random {20260520};
};

QString titled(const QString &words)
{
    QString name = words.toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    return name;
}

api::ActionInfo madeUp(Lottery &lottery, const QString &appKey, bool isRealApp)
{
    const QString object = !isRealApp && lottery.oneIn(3) ? lottery.oneOf(sharedObjects) : lottery.oneOf(objects);
    const QString words = lottery.oneOf(verbs) + QLatin1Char('_') + lottery.oneOf(articles) + object
        + lottery.oneOf(tails);
    api::ActionInfo action;
    action.id = appKey.toUpper() + QLatin1Char('_') + words;
    action.name = titled(words);
    action.description = lottery.description();
    action.appKey = appKey;
    action.tags = {titled(object)};
    if (lottery.oneIn(25))
        action.tags.append(QStringLiteral("important"));
    action.isDeprecated = lottery.oneIn(40);
    return action;
}

} // namespace

QList<api::ActionInfo> realActions()
{
    QList<api::ActionInfo> actions;
    for (const RealAction &row : realActionRows) {
        api::ActionInfo action;
        action.id = QLatin1String(row.id);
        action.name = QString::fromUtf8(row.name);
        action.description = QString::fromUtf8(row.description);
        action.appKey = QLatin1String(row.appKey);
        action.tags = QString(QLatin1String(row.tags)).split(QLatin1Char(','), Qt::SkipEmptyParts);
        action.isNoAuth = row.isNoAuth;
        actions.append(action);
    }
    return actions;
}

QList<api::AppInfo> realApps()
{
    QList<api::AppInfo> apps;
    for (const RealApp &row : realAppRows)
        apps.append({.key = QLatin1String(row.key), .name = QLatin1String(row.name)});
    return apps;
}

ActionSample manyActions(qsizetype count)
{
    ActionSample sample {realApps(), realActions()};
    Lottery lottery;
    QSet<QString> appKeys;
    QSet<QString> ids;
    for (const api::AppInfo &app : std::as_const(sample.apps))
        appKeys.insert(app.key);
    for (const api::ActionInfo &action : std::as_const(sample.actions))
        ids.insert(action.id);
    const qsizetype realApp = sample.apps.size();
    while (sample.apps.size() < realApp + 250) {
        const QString key = lottery.appKey(appKeys);
        sample.apps.append({.key = key, .name = titled(key)});
    }
    while (sample.actions.size() < count) {
        const int app = lottery.bounded(int(sample.apps.size()));
        const api::ActionInfo action = madeUp(lottery, sample.apps[app].key, app < realApp);
        if (ids.contains(action.id))
            continue;
        ids.insert(action.id);
        sample.actions.append(action);
    }
    for (qsizetype real = 0; real < qsizetype(std::size(realActionRows)); ++real)
        sample.actions.swapItemsAt(real, lottery.bounded(int(sample.actions.size())));
    return sample;
}

} // namespace actionscope::test
