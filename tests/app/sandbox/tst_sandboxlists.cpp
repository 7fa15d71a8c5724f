// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/sandbox/rawclient.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

namespace {

// A few apps that stay as they are, whatever the sandbox comes with.
sandbox::SandboxOptions smallWorld()
{
    sandbox::SandboxOptions options;
    options.builtInFolder = QStringLiteral(SMALL_WORLD);
    return options;
}

} // namespace

// The sandbox's lists as clients ask for them, in the words of every version.
class TestSandboxLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void listsWhatIsUsedMostFirst();
    void listsPlainTexts_data();
    void listsPlainTexts();
    void turnsPages();
    void followsCursors();
    void refusesACursorThatIsNone_data();
    void refusesACursorThatIsNone();
    void showsOneConnection();
    void showsTheSameInEveryVersion();
    void neverShowsTheKey();
    void takesABodyWithAGet();

private:
    RunningSandbox m_sandbox {smallWorld()};
};

namespace {

// The names of a list's items, whichever member holds them.
QByteArray namesIn(const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    QByteArrayList names;
    const json::Value items = document.root().member(u"items");
    for (json::Value item = items.firstChild(); item.isValid(); item = item.nextSibling()) {
        for (const QStringView name : {u"key", u"slug", u"name", u"clientUniqueUserId", u"user_id"}) {
            if (item.member(name).isString()) {
                names.append(item.member(name).toString().toUtf8());
                break;
            }
        }
    }
    return names.join(' ');
}

QByteArray rawMember(const QByteArray &body, const char *name)
{
    const json::Document document = json::Document::parse(body);
    return document.root().member(QString::fromLatin1(name)).raw().toByteArray();
}

constexpr char github[] = "GITHUB_CREATE_AN_ISSUE GITHUB_GET_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES";
constexpr char gmail[] = "GMAIL_FETCH_EMAILS GMAIL_SEND_EMAIL";

} // namespace

void TestSandboxLists::chooses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const QByteArray &path, const QByteArray &names) { QTest::newRow(path.constData()) << path << names; };
    const QByteArray both = QByteArray(github) + ' ' + gmail;
    row("/api/v1/apps?additionalFields=auth_schemes", "github gmail hackernews sandbox weathermap");
    row("/api/v1/apps?category=no-such", "");
    row("/api/v2/actions?apps=github,gmail", both);
    row("/api/v2/actions?apps=GITHUB%2CGmail", both);
    row("/api/v2/actions?appNames=gmail&limit=9999", gmail);
    row("/api/v2/actions?apps=gmail&apps=github", both);
    row("/api/v2/actions?apps=moon", "");
    row("/api/v2/actions?actions=gmail_send_email,SANDBOX_ECHO,NO_SUCH", "GMAIL_SEND_EMAIL SANDBOX_ECHO");
    row("/api/v2/actions?apps=github&tags=readOnlyHint", "GITHUB_GET_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES");
    row("/api/v2/actions?apps=github,gmail&tags=important", "GITHUB_CREATE_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES " + QByteArray(gmail));
    row("/api/v2/actions?apps=github&filterImportantActions=true", "GITHUB_CREATE_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES");
    row("/api/v2/actions?useCase=create+an+issue", "GITHUB_CREATE_AN_ISSUE");
    row("/api/v2/actions?useCase=Send%20email", "GMAIL_SEND_EMAIL");
    row("/api/v2/actions?apps=github&useCase=issue&usecaseLimit=1", "GITHUB_CREATE_AN_ISSUE");
    row("/api/v2/actions?apps=github&limit=2&page=2", "GITHUB_LIST_REPOSITORY_ISSUES");
    row("/api/v2/actions?apps=github&page=99", "");
    row("/api/v2/actions?apps=github&page=-1&limit=0", "GITHUB_CREATE_AN_ISSUE");
    row("/api/v2/actions?apps=github&page=x&limit=y", github);
    row("/api/v2/actions/list/all?apps=github", github);
    row("/api/v2/actions/list/all?apps=github,gmail&sortBy=no_sort", both);
    row("/api/v2/actions/list/all?apps=github,gmail&sortBy=alphabet",
        "GITHUB_CREATE_AN_ISSUE GMAIL_FETCH_EMAILS GITHUB_GET_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES GMAIL_SEND_EMAIL");
    row("/api/v2/actions/list/all?apps=github,gmail&sortBy=alphabet&limit=2&page=2",
        "GITHUB_GET_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES");
    for (const char *version : {"v3", "v3.1"}) {
        const QByteArray prefix = QByteArray("/api/") + version;
        row(prefix + "/toolkits", "github gmail hackernews sandbox weathermap");
        row(prefix + "/toolkits?search=mail", "gmail");
        row(prefix + "/tools?toolkit_slug=GITHUB&limit=9999", github);
        row(prefix + "/tools?tool_slugs=GMAIL_SEND_EMAIL,SANDBOX_ECHO&toolkit_slug=github", "GMAIL_SEND_EMAIL SANDBOX_ECHO");
        row(prefix + "/tools?toolkit_slug=github&important=true", "GITHUB_CREATE_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES");
        row(prefix + "/tools?tags=issues&tags=nothing", "GITHUB_GET_AN_ISSUE GITHUB_LIST_REPOSITORY_ISSUES");
        row(prefix + "/tools?search=create+issue", "GITHUB_CREATE_AN_ISSUE");
        row(prefix + "/tools?query=create%20issue", "GITHUB_CREATE_AN_ISSUE");
        row(prefix + "/connected_accounts?toolkit_slugs=github", "default expired-user pending-user failed-user pg-test-00000000");
        row(prefix + "/connected_accounts?toolkit_slugs%5B%5D=github&toolkit_slugs%5B%5D=gmail&statuses=EXPIRED", "expired-user expired-user");
        row(prefix + "/connected_accounts?toolkit_slugs[]=github&user_ids[]=default&user_ids[]=pending-user", "default pending-user");
        row(prefix + "/connected_accounts?toolkit_slugs=github&statuses=FAILED", "failed-user");
        row(prefix + "/connected_accounts?auth_config_ids=ac_none", "");
    }
    row("/api/v1/connectedAccounts?appNames=github&status=failed", "failed-user");
}

void TestSandboxLists::chooses()
{
    QFETCH(QByteArray, path);
    const auto answer = m_sandbox.get(path);
    QCOMPARE(answer.status, 200);
    QTEST(namesIn(answer.body), "names");
}

void TestSandboxLists::listsWhatIsUsedMostFirst()
{
    const RunningSandbox sandbox(smallWorld());
    const QByteArray path = "/api/v2/actions/list/all?apps=github,sandbox&limit=3&sortBy=usage";
    QCOMPARE(namesIn(sandbox.get(path).body), QByteArray(github)); // nothing was used yet
    for (const char *action : {"SANDBOX_FAIL", "SANDBOX_ECHO", "sandbox_echo"})
        QCOMPARE(sandbox.executeV2(action, R"({"input":{"message":"m"}})").status, 200);
    QCOMPARE(namesIn(sandbox.get(path).body), QByteArray("SANDBOX_ECHO SANDBOX_FAIL GITHUB_CREATE_AN_ISSUE"));
}

void TestSandboxLists::listsPlainTexts_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const QByteArray &path, const QByteArray &start) { QTest::newRow(path.constData()) << path << start; };
    row("/api/v2/actions/list/enums", "[\"GITHUB_CREATE_AN_ISSUE\",");
    row("/api/v1/actions/list/enums", "[\"GITHUB_CREATE_AN_ISSUE\",");
    row("/api/v1/apps/list/enums", "[\"github\",");
    row("/api/v2/actions/list/tags?apps=GITHUB", "{\"items\":[\"idempotentHint\",\"important\",");
    row("/api/v1/apps/list/categories", "{\"items\":[\"");
    row("/api/v3/tools/enum", "[\"GITHUB_CREATE_AN_ISSUE\",");
    row("/api/v3.1/tools/enum", "[\"GITHUB_CREATE_AN_ISSUE\",");
    row("/api/v3.1/toolkits/categories?limit=1", "{\"items\":[{\"name\":");
}

void TestSandboxLists::listsPlainTexts()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, start);
    const auto answer = m_sandbox.get(path);
    QCOMPARE(answer.status, 200);
    QVERIFY(json::Document::parse(answer.body).isValid());
    QVERIFY2(answer.body.startsWith(start), answer.body.left(200).constData());
}

void TestSandboxLists::turnsPages()
{
    const auto all = m_sandbox.get("/api/v2/actions");
    QByteArrayList names;
    int pages = 1;
    for (int page = 1; page <= pages; ++page) {
        const auto answer = m_sandbox.get("/api/v2/actions?limit=4&page=" + QByteArray::number(page));
        pages = rawMember(answer.body, "totalPages").toInt();
        QCOMPARE(rawMember(answer.body, "page").toInt(), page);
        names += namesIn(answer.body).split(' ');
    }
    QCOMPARE(names.join(' '), namesIn(all.body));
    QCOMPARE(pages, (names.size() + 3) / 4);
}

void TestSandboxLists::followsCursors()
{
    const auto all = m_sandbox.get("/api/v3.1/tools?limit=1000");
    QCOMPARE(rawMember(all.body, "next_cursor"), QByteArray("null"));
    QByteArrayList names;
    QByteArray path = "/api/v3.1/tools?limit=4";
    for (int page = 1; !path.isEmpty(); ++page) {
        const auto answer = m_sandbox.get(path);
        QCOMPARE(rawMember(answer.body, "current_page").toInt(), page);
        QCOMPARE(rawMember(answer.body, "total_items"), rawMember(all.body, "total_items"));
        names += namesIn(answer.body).split(' ');
        const QByteArray cursor = rawMember(answer.body, "next_cursor").replace('"', "");
        path = cursor == "null" ? QByteArray() : "/api/v3.1/tools?cursor=" + cursor.toPercentEncoding();
        QVERIFY(page < 50);
    }
    QCOMPARE(names.join(' '), namesIn(all.body));
}

void TestSandboxLists::refusesACursorThatIsNone_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("no base64") << QByteArray("%25%25");
    QTest::newRow("other words") << QByteArray("hello").toBase64();
    QTest::newRow("page 0") << QByteArray("0.20").toBase64();
    QTest::newRow("a limit beyond all") << QByteArray("1.99999999").toBase64();
    QTest::newRow("a page beyond numbers") << QByteArray("99999999999999999999.20").toBase64();
}

void TestSandboxLists::refusesACursorThatIsNone()
{
    QFETCH(QByteArray, cursor);
    for (const char *list : {"/api/v3/tools", "/api/v3.1/toolkits", "/api/v3.1/connected_accounts"}) {
        const auto answer = m_sandbox.get(QByteArray(list) + "?cursor=" + cursor);
        QCOMPARE(answer.status, 400);
        const json::Document document = json::Document::parse(answer.body);
        QCOMPARE(document.root().member(u"error").member(u"code").toInteger(), 1901);
    }
}

void TestSandboxLists::showsOneConnection()
{
    const auto list = m_sandbox.get("/api/v3.1/connected_accounts?toolkit_slugs=github&statuses=ACTIVE&user_ids=default");
    const json::Document document = json::Document::parse(list.body);
    const json::Value item = document.root().member(u"items").firstChild();
    const auto one = m_sandbox.get("/api/v3.1/connected_accounts/" + item.member(u"id").toString().toLatin1());
    QCOMPARE(one.status, 200);
    QCOMPARE(one.body, item.raw().toByteArray());
    const auto none = m_sandbox.get("/api/v3/connected_accounts/ca_none");
    QCOMPARE(none.status, 404);
    const json::Document refusal = json::Document::parse(none.body);
    QCOMPARE(refusal.root().member(u"error").member(u"code").toInteger(), 606);
}

void TestSandboxLists::showsTheSameInEveryVersion()
{
    const QByteArray old = namesIn(m_sandbox.get("/api/v2/actions").body);
    QVERIFY(old.count(' ') > 10);
    QCOMPARE(namesIn(m_sandbox.get("/api/v3/tools?limit=1000").body), old);
    QCOMPARE(namesIn(m_sandbox.get("/api/v3.1/tools?limit=1000").body), old);
    // Beside what only the newest of them knows.
    const auto one = [this](const QByteArray &version) { return m_sandbox.get("/api/" + version + "/tools/GMAIL_SEND_EMAIL").body; };
    QCOMPARE(at(one("v3.1"), QStringLiteral("human_description")), at(one("v3"), QStringLiteral("description")));
    QCOMPARE(at(one("v3.1"), QStringLiteral("scope_requirements")), QByteArray("null"));
    QCOMPARE(at(m_sandbox.get("/api/v3.1/tools?tool_slugs=GMAIL_SEND_EMAIL").body, QStringLiteral("items.0")), one("v3.1"));
    QVERIFY(!one("v3").contains("human_description") && !one("v3").contains("scope_requirements"));
    const QByteArray uuid = m_sandbox.get("/api/v1/connectedAccounts?appNames=gmail&entityId=default").body;
    const json::Document recent = json::Document::parse(
        m_sandbox.get("/api/v3/connected_accounts?toolkit_slugs=gmail&user_ids=default").body);
    const QString oldId = recent.root().member(u"items").firstChild().member(u"deprecated").member(u"uuid").toString();
    QVERIFY(!oldId.isEmpty() && uuid.contains(oldId.toLatin1()));
}

void TestSandboxLists::neverShowsTheKey()
{
    for (const char *path : {"/api/v3/auth/session/info", "/api/v3.1/auth/session/info", "/api/v1/client/auth/client_info"}) {
        const auto answer = m_sandbox.get(path);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("sandbox@localhost"));
        QVERIFY(!answer.body.contains("test-key"));
    }
}

void TestSandboxLists::takesABodyWithAGet()
{
    RawClient client(m_sandbox.port());
    client.send(RunningSandbox::requestBytes("GET", "/api/v2/actions?apps=gmail", R"({"useCase":"x"})"));
    QCOMPARE(namesIn(client.read().body), QByteArray(gmail));
}

QTEST_GUILESS_MAIN(TestSandboxLists)
#include "tst_sandboxlists.moc"
