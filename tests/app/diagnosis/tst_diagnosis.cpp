// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosisjson.h"
#include "app/diagnosis/rulebook.h"
#include "app/diagnosis/surroundings.h"
#include "app/json/pointer.h"
#include "app/json/writer.h"

#include <QRegularExpression>
#include <QTest>

using namespace actionscope;
using namespace diagnosis;
using api::FaultKind;

namespace {

// One failure, or success, as a row: what was sent, what came back, and what it is to be called.
struct Case
{
    api::Exchange exchange;
    Surroundings around;
    QString cause; // empty: nothing to say
    QString place; // "status 401", "header Date", "field /error/slug", "request /text", "phase connect", "catalog ca_1"
};

constexpr char v2[] = "POST /api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute";
constexpr char v3[] = "POST /api/v3/tools/execute/GITHUB_CREATE_AN_ISSUE";
constexpr char v31[] = "POST /api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE";
constexpr char plainBody[] = R"({"user_id":"default","arguments":{"owner":"o","repo":"r","title":"t"}})";

api::HeaderList headersFrom(const QByteArray &lines)
{
    api::HeaderList headers;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    return headers;
}

api::ConnectedAccount account(const char *id, const char *app, const char *user, const char *status)
{
    api::ConnectedAccount made;
    made.id = QLatin1String(id);
    made.appKey = QLatin1String(app);
    made.userId = QLatin1String(user);
    made.statusWord = QLatin1String(status);
    made.status = api::accountStatus(made.statusWord);
    return made;
}

catalog::Catalog catalogOf(const QList<api::ConnectedAccount> &accounts)
{
    api::AppInfo github;
    github.key = QStringLiteral("github");
    api::ActionInfo issue;
    issue.id = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    issue.appKey = QStringLiteral("github");
    issue.availableVersions = QStringList {QStringLiteral("20260105_00"), QStringLiteral("latest")};
    issue.parameters = R"({"type":"object","properties":{"owner":{"type":"string"},"repo":{"type":"string"},"title":{"type":"string"},
        "milestone":{"type":"integer"},"labels":{"type":"array","items":{"type":"string"}}},"required":["owner","repo","title"]})";
    issue.response = R"({"type":"object","properties":{"data":{"type":"object","properties":{"number":{"type":"integer"}},
        "required":["number"]},"successful":{"type":"boolean"},"error":{"type":["string","null"]}},"required":["data","successful"]})";
    api::ActionInfo old;
    old.id = QStringLiteral("GITHUB_OLD_ISSUE");
    old.appKey = QStringLiteral("github");
    old.isDeprecated = true;
    old.successor = issue.id;
    return catalog::Catalog({github}, {issue, old}, accounts, QDateTime::currentDateTimeUtc());
}

Diagnosis diagnosisOf(const Case &row)
{
    return diagnose(row.exchange, judge(row.exchange), row.around).value_or(Diagnosis());
}

QString placeText(const Evidence &evidence)
{
    const bool isSent = evidence.side == Side::Request && evidence.what == EvidenceKind::Field;
    return QStringLiteral("%1 %2").arg(isSent ? QStringLiteral("request") : evidenceName(evidence.what), evidence.place).trimmed();
}

QStringList placesOf(const Diagnosis &diagnosis)
{
    QStringList places;
    for (const Evidence &evidence : diagnosis.evidence) {
        places.append(placeText(evidence));
        if (!evidence.inside.isEmpty())
            places.append(placeText(evidence) + QStringLiteral(" in ") + evidence.inside);
    }
    return places;
}

} // namespace

Q_DECLARE_METATYPE(Case)

// The table of failures: each has to be called by its name, and the evidence has to stand where it says.
class TestDiagnosis final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data();
    void namesTheCause();
    void tellsWhatToTry_data();
    void tellsWhatToTry();
    void saysIt_data();
    void saysIt();
    void hasNoHoles();
    void neverShowsAKey();
    void rulesAreTold();
    void isWrittenAsJson();

private:
    void addKeyRows();
    void addAccountRows();
    void addActionRows();
    void addInputRows();
    void addServiceRows();
    void addPlaceRows();
    void addProviderRows();
    void addNestedRows();
    void addProviderCauseRows();
    void addBareRows();
    void addRefusalRows();
    void addVerdictRows();
    void addGoodRows();
    void addFaultRows();

    Case &row(const char *name, const char *request, const QByteArray &sent, int status, const QByteArray &answer, const char *cause, const char *place);

    QList<std::pair<QByteArray, std::shared_ptr<Case>>> m_rows;
};

Case &TestDiagnosis::row(const char *name, const char *request, const QByteArray &sent, int status, const QByteArray &answer,
    const char *cause, const char *place)
{
    auto made = std::make_shared<Case>();
    const QByteArrayList words = QByteArray(request).split(' ');
    made->exchange.request = {words[0], words.value(1), {{"Content-Type", "application/json"}}, sent};
    made->exchange.answer = {status, {}, {{"Content-Type", answer.startsWith('<') ? "text/html" : "application/json"}, {"x-request-id", "req-1"}}, answer};
    made->cause = QLatin1String(cause);
    made->place = QLatin1String(place);
    m_rows.append({name, made});
    return *made;
}

void TestDiagnosis::addKeyRows()
{
    const QByteArray v3Refusal = R"({"error":{"message":"Invalid API key","code":10401,"slug":"HTTP_Unauthorized","status":401,"request_id":"r"}})";
    row("key: v3 code 10401", v31, plainBody, 401, v3Refusal, "key.invalid", "field /error/code");
    row("key: v3 code 801", v3, plainBody, 401, R"({"error":{"message":"no","code":801,"status":401}})", "key.invalid", "field /error/code");
    row("key: v2 by status alone", v2, plainBody, 401, R"({"message":"Invalid API key"})", "key.invalid", "status 401");
    row("key: v2 by its type", v2, plainBody, 401, R"({"type":"UnauthorizedError","status":401,"message":"x","requestId":"r"})", "key.invalid", "field /type");
    row("key: 401 without a body", v2, plainBody, 401, "", "key.invalid", "status 401");
    row("key: none was sent", v31, plainBody, 401, v3Refusal, "key.missing", "header x-api-key").around.key = KeyKind::Missing;
    row("key: code 906, no auth given", v31, plainBody, 401, R"({"error":{"message":"no auth","code":906,"status":401}})", "key.missing", "field /error/code");
    row("key: consumer key", v31, plainBody, 401, v3Refusal, "key.consumer", "header x-api-key").around.key = keyKindOf("ck_abcdefghij");
    row("key: a person's key", v31, plainBody, 403, R"({"error":{"message":"no","status":403}})", "key.user", "header x-api-key").around.key = keyKindOf("uak_abcdefghij");
    row("key: lacks a permission, 802", v31, plainBody, 403, R"({"error":{"message":"x","code":802,"status":403}})", "key.scope", "field /error/code");
    row("key: lacks a permission, in words", v31, plainBody, 403, R"({"error":{"message":"The key lacks permission tools:execute","status":403}})", "key.scope", "field /error/message");
    row("key: of another project, 904", v31, plainBody, 403, R"({"error":{"message":"x","error_code":"904","status":403}})", "key.project", "field /error/error_code");
    row("key: forbidden without a reason", v31, plainBody, 403, R"({"error":{"message":"Forbidden","status":403}})", "key.forbidden", "status 403");
    row("key: v2 ApiKeyNotFoundError", v2, plainBody, 404, R"({"type":"NotFoundError","name":"ApiKeyNotFoundError","status":404,"message":"x","requestId":"r"})", "key.invalid", "field /name");
    Case &skewed = row("clock: ten minutes ahead on 401", v31, plainBody, 401, v3Refusal, "clock.skew", "header Date");
    skewed.exchange.answer.headers += headersFrom("Date: Tue, 24 Nov 2026 12:00:00 GMT");
    skewed.around.receivedAt = QDateTime(QDate(2026, 11, 24), QTime(12, 10), Qt::UTC);
    Case &behind = row("clock: an hour behind on 401", v2, plainBody, 401, R"({"message":"expired signature"})", "clock.skew", "header date");
    behind.exchange.answer.headers += headersFrom("date: Tue, 24 Nov 2026 12:00:00 GMT");
    behind.around.receivedAt = QDateTime(QDate(2026, 11, 24), QTime(11, 0), Qt::UTC);
    Case &right = row("clock: right on 401", v31, plainBody, 401, v3Refusal, "key.invalid", "field /error/code");
    right.exchange.answer.headers += headersFrom("Date: Tue, 24 Nov 2026 12:00:00 GMT");
    right.around.receivedAt = QDateTime(QDate(2026, 11, 24), QTime(12, 1), Qt::UTC);
}

void TestDiagnosis::addAccountRows()
{
    const QByteArray withAccount = R"({"user_id":"alice","connected_account_id":"ca_1","arguments":{"owner":"o"}})";
    const QByteArray noUser = R"({"connected_account_id":"ca_1","arguments":{"owner":"o"}})";
    const auto error = [](const char *slug, int code, const char *message, int status) {
        return QByteArray(R"({"error":{"message":")") + message + R"(","code":)" + QByteArray::number(code) + R"(,"slug":")" + slug
            + R"(","status":)" + QByteArray::number(status) + R"(,"request_id":"r","suggested_fix":"use an ACTIVE one"}})";
    };
    row("account: none, 1810 with 404", v31, plainBody, 404, error("ActionExecute_ConnectedAccountNotFound", 1810, "No connected account", 404), "account.none", "field /error/slug");
    row("account: none, 1810 with 400", v3, plainBody, 400, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 400), "account.none", "request /user_id");
    row("account: none, 1803 of 2025", v3, plainBody, 400, R"({"error":{"message":"No connected account found","code":1803,"status":400}})", "account.none", "field /error/code");
    row("account: none, session API", v31, plainBody, 400, error("ToolRouterV2_NoActiveConnection", 0, "x", 400), "account.none", "field /error/slug");
    row("account: none on v2, in words", v2, R"({"entityId":"bob","appName":"github","input":{}})", 400,
        R"({"type":"BadRequestError","name":"BadRequestError","status":400,"message":"Could not find a connection with app 'github' and entity 'bob'","requestId":"r","details":[]})",
        "account.none", "field /message");
    row("account: none, as the JavaScript SDK logs it", v2, R"({"appName":"github"})", 400, R"({"error":{"code":"SDK::NO_CONNECTED_ACCOUNT_FOUND","message":"x"}})", "account.none", "field /error/code");
    row("account: made in the dashboard", v31, plainBody, 404, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 404), "account.dashboard", "catalog ca_9").around.catalog
        = catalogOf({account("ca_9", "github", "pg-test-1b2c", "ACTIVE")});
    row("account: others have one", v31, plainBody, 404, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 404), "account.none", "request /user_id").around.catalog
        = catalogOf({account("ca_9", "github", "pg-test-1b2c", "ACTIVE"), account("ca_8", "github", "carol", "ACTIVE")});
    row("account: without its user, 1811", v31, noUser, 400, error("ActionExecute_ConnectedAccountEntityIdRequired", 1811, "x", 400), "account.userMissing", "request /connected_account_id");
    row("account: of another user, 1812", v31, withAccount, 400, error("ActionExecute_ConnectedAccountEntityIdMismatch", 1812, "x", 400), "account.mismatch", "request /user_id");
    row("account: of another user, known", v31, withAccount, 400, R"({"error":{"message":"x","code":1812,"status":400}})", "account.mismatch", "catalog ca_1").around.catalog
        = catalogOf({account("ca_1", "github", "bob", "ACTIVE")});
    row("account: of another user on v2", v2, R"({"entityId":"alice","connectedAccountId":"11111111-2222-4333-8444-555555555555","input":{}})", 400,
        R"({"type":"BadRequestError","status":400,"message":"The account does not belong to the entity","requestId":"r"})", "account.mismatch", "request /entityId");
    row("account: for another app", v31, withAccount, 400, error("ActionExecute_ConnectedAccountEntityIdMismatch", 1812, "x", 400), "account.otherApp", "catalog ca_1").around.catalog
        = catalogOf({account("ca_1", "gmail", "alice", "ACTIVE")});
    row("account: expired", v31, withAccount, 422, error("ActionExecute_ConnectedAccountExpired", 10422, "x", 422), "account.expired", "field /error/slug");
    row("account: expired on v2, in words", v2, R"({"entityId":"bob","input":{}})", 400, R"({"type":"BadRequestError","status":400,"message":"Connected account has expired","requestId":"r"})", "account.expired", "field /message");
    row("account: INITIATED, 422 with 1810", v31, withAccount, 422, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 422), "account.notActive", "request /connected_account_id");
    row("account: 422 without a name", v31, withAccount, 422, R"({"error":{"message":"Unprocessable","status":422}})", "account.notActive", "status 422");
    row("account: disabled on v2, in words", v2, R"({"connectedAccountId":"x","input":{}})", 400, R"({"status":400,"message":"The connected account is disabled","requestId":"r"})", "account.notActive", "request /connectedAccountId");
    row("account: deleted, 1806", v31, withAccount, 410, R"({"error":{"message":"x","code":1806,"status":410}})", "account.deleted", "field /error/code");
    row("account: deleted, 1810 with 410", v31, withAccount, 410, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 410), "account.deleted", "field /error/slug");
    row("account: id unknown, 1810", v31, withAccount, 404, error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 404), "account.unknown", "request /connected_account_id");
    row("account: id unknown on v2", v2, R"({"connectedAccountId":"11111111-2222-4333-8444-555555555555","input":{}})", 404,
        R"({"type":"NotFoundError","name":"ConnectedAccountNotFoundError","status":404,"message":"x","requestId":"r"})", "account.unknown", "field /name");
    row("account: 606 when shown", "GET /api/v3/connected_accounts/ca_x", {}, 404, R"({"error":{"message":"x","code":606,"status":404}})", "account.unknown", "field /error/code");
    row("account: a v2 id on v3", v31, R"({"user_id":"u","connected_account_id":"11111111-2222-4333-8444-555555555555"})", 404,
        error("ActionExecute_ConnectedAccountNotFound", 1810, "x", 404), "account.oldId", "request /connected_account_id");
    row("account: list empty behind a filter", "GET /api/v3/connected_accounts?user_ids=u1%2Cu2", {}, 200, R"({"items":[],"next_cursor":null,"total_pages":0})", "account.emptyList", "field /items");
    row("connection: retired endpoint, 600", "POST /api/v3/connected_accounts", R"({"auth_config":{"id":"ac_1"}})", 400, error("ConnectedAccount_BadRequest", 600, "x", 400), "connection.retiredEndpoint", "field /error/slug");
    row("connection: 500 while initiating", "POST /api/v2/connectedAccounts/initiateConnection", R"({"app":{}})", 500, R"({"type":"InternalServerError","status":500,"message":"x","requestId":"r"})", "connection.setupFailed", "header x-request-id");
    row("connection: flow lost its state, 1702", "POST /api/v3/connected_accounts/link", R"({})", 400, R"({"error":{"message":"x","code":1702,"status":400}})", "connection.authFlow", "field /error/code");
}

void TestDiagnosis::addActionRows()
{
    const QByteArray notFound = R"({"error":{"message":"Tool not found","code":2401,"slug":"Tool_ToolNotFound","status":404,"request_id":"r"}})";
    row("action: unknown on v3.1", v31, plainBody, 404, notFound, "action.notFound", "field /error/slug");
    row("action: v3 looks in 00000000_00", v3, plainBody, 404, notFound, "action.version", "field /error/slug");
    row("action: pinned to 00000000_00", v31, R"({"user_id":"u","arguments":{},"version":"00000000_00"})", 404, notFound, "action.version", "request /version");
    row("action: pinned to an old version", v31, R"({"user_id":"u","arguments":{},"version":"20240101_00"})", 404, notFound, "action.version", "catalog GITHUB_CREATE_AN_ISSUE").around.catalog = catalogOf({});
    row("action: latest is no pin", v3, R"({"user_id":"u","arguments":{},"version":"latest"})", 404, notFound, "action.notFound", "field /error/slug");
    row("action: lower case on v3", "POST /api/v3/tools/execute/github_create_an_issue", plainBody, 404, notFound, "action.case", "request");
    row("action: dashes on v3.1", "POST /api/v3.1/tools/execute/GITHUB-CREATE-AN-ISSUE", plainBody, 404, R"({"error":{"message":"x","status":404}})", "action.case", "request");
    row("action: path in the wrong order", "POST /api/v3/tools/GITHUB_CREATE_AN_ISSUE/execute", plainBody, 404, R"({"error":{"message":"Cannot POST","status":404}})", "request.pathOrder", "request");
    row("action: v2 ActionNotFoundError", v2, R"({"input":{}})", 404, R"({"type":"NotFoundError","name":"ActionNotFoundError","status":404,"message":"x","requestId":"r","suggestions":["GITHUB_CREATE_ISSUE"]})", "action.notFound", "field /name");
    row("action: v2 app not found", v2, R"({"input":{}})", 404, R"({"type":"NotFoundError","name":"AppNotFoundError","status":404,"message":"x","requestId":"r"})", "app.notFound", "field /name");
    row("action: deprecated and gone", "POST /api/v3.1/tools/execute/GITHUB_OLD_ISSUE", plainBody, 404, notFound, "action.deprecated", "catalog GITHUB_OLD_ISSUE").around.catalog = catalogOf({});
    row("action: 410 on v3.1", v31, plainBody, 410, R"({"error":{"message":"Tool is gone","slug":"HTTP_410","status":410}})", "action.gone", "status 410");
    row("action: appName of another app", v2, R"({"appName":"gmail","input":{}})", 400, R"({"type":"BadRequestError","status":400,"message":"appName is \"gmail\", but the action belongs to github.","requestId":"r"})", "request.appName", "request /appName");
    row("api: v2 removed", v2, plainBody, 410, R"({"error":{"message":"Gone","code":10410,"status":410,"request_id":"r","suggested_fix":"Use v3.1"},"message":"Gone"})", "api.removed", "status 410");
    row("api: v1 removed, body unknown", "GET /api/v1/apps", {}, 410, "", "api.removed", "request");
}

void TestDiagnosis::addInputRows()
{
    row("input: missing, v3 errors", v31, R"({"user_id":"u","arguments":{"owner":"o"}})", 400,
        R"({"error":{"message":"Validation failed","code":10400,"status":400,"errors":["payload.arguments.title: title is required"]}})", "input.missing", "field /error/errors/0");
    row("input: number as text, v3 errors", v31, R"({"user_id":"u","arguments":{"milestone":"3"}})", 400,
        R"({"error":{"message":"Validation failed","code":10400,"status":400,"errors":["payload.arguments.milestone: must be integer"]}})", "input.type", "request /arguments/milestone");
    row("input: unknown field, v3 errors", v31, R"({"user_id":"u","arguments":{"tilte":"t"}})", 400,
        R"({"error":{"message":"Validation failed","code":10400,"status":400,"errors":["payload.arguments.tilte: is not among the fields that are allowed, unknown"]}})", "input.unknown", "request /arguments/tilte");
    row("input: v2 details, nested", v2, R"({"input":{"a":{"b":"7"}}})", 400,
        R"({"type":"BadRequestError","status":400,"message":"Validation Errors","requestId":"r","details":[{"property":"input","children":[{"property":"a","children":[{"property":"b","children":[],"constraints":{"isNumber":"b must be a number"}}]}]}]})",
        "input.type", "request /input/a/b");
    row("input: v2 details, required", v2, R"({"input":{}})", 400,
        R"({"type":"BadRequestError","status":400,"message":"x","requestId":"r","details":[{"property":"input","children":[{"property":"title","children":[],"constraints":{"required":"title is missing"}}]}]})",
        "input.missing", "field /details/0/children/0/constraints/required");
    row("input: refused without a place, schema known", v31, R"({"user_id":"u","arguments":{"owner":"o","repo":"r","title":"t","labels":"bug"}})", 400,
        R"({"error":{"message":"Bad Request","status":400}})", "input.type", "request /arguments/labels").around.catalog = catalogOf({});
    row("input: refused without a place, nothing known", v31, plainBody, 400, R"({"error":{"message":"Bad Request","status":400}})", "input.invalid", "status 400");
    row("request: text and input on v3", v31, R"({"user_id":"u","arguments":{"a":1},"text":"do it"})", 400,
        R"({"error":{"message":"Only one of text and arguments must be provided","code":10400,"status":400,"errors":["payload.text.arguments"]}})", "request.textAndInput", "request /text");
    row("request: no JSON", v2, R"({"input":{"a":}})", 400, R"({"type":"BadRequestError","status":400,"message":"Unexpected token","requestId":"r"})", "request.invalidJson", "request @14");
    row("request: bad cursor", "GET /api/v3/tools?cursor=zzz", {}, 400, R"({"error":{"message":"x","code":1901,"status":400}})", "request.cursor", "field /error/code");
    row("request: too large", v31, plainBody, 413, R"({"error":{"message":"x","status":413}})", "request.tooLarge", "status 413");
}

void TestDiagnosis::addServiceRows()
{
    Case &limited = row("service: rate limit, bare message", v31, plainBody, 429, R"({"message":"Rate limit exceeded. Limit: 2000 requests per 1 minutes"})", "service.rateLimit", "header Retry-After");
    limited.exchange.answer.headers += headersFrom("Retry-After: 12\nX-RateLimit: 2000\nX-RateLimit-Remaining: 0");
    row("service: rate limit without headers", v2, plainBody, 429, "slow down", "service.rateLimit", "status 429");
    row("service: 500", v2, plainBody, 500, R"({"type":"InternalServerError","status":500,"message":"x","requestId":"r"})", "service.error", "header x-request-id");
    row("service: 500 in plain text", v31, plainBody, 500, "Internal Server Error", "service.error", "status 500");
    row("service: 501", v31, plainBody, 501, R"({"error":{"message":"x","status":501}})", "service.error", "status 501");
    row("service: 502", v2, plainBody, 502, R"({"message":"Bad gateway"})", "service.unavailable", "status 502");
    row("service: 503", v31, plainBody, 503, R"({"error":{"message":"x","code":10503,"status":503}})", "service.unavailable", "status 503");
    row("service: 504", v31, plainBody, 504, R"({"error":{"message":"x","status":504}})", "service.timeout", "status 504");
    row("service: 408", v2, plainBody, 408, R"({"message":"x"})", "service.timeout", "status 408");
    row("service: 402", v31, plainBody, 402, R"({"error":{"message":"x","status":402}})", "service.quota", "status 402");
    row("service: 409", v31, plainBody, 409, R"({"error":{"message":"x","status":409}})", "service.conflict", "status 409");
    row("service: a trigger is not found", "GET /api/v1/triggers/x", {}, 404, R"({"type":"NotFoundError","name":"TriggerNotFoundError","status":404,"message":"x","requestId":"r"})", "request.notFound", "field /name");
    row("service: 418 nobody knows", v31, plainBody, 418, R"({"error":{"message":"teapot","status":418}})", "unknown", "field /error/message");
    row("proxy: wants a password", v31, plainBody, 407, "", "transport.proxy", "header Proxy-Authenticate").exchange.answer.headers += headersFrom("Proxy-Authenticate: Basic");
}

void TestDiagnosis::addPlaceRows()
{
    row("base URL: a web page with 200", v2, plainBody, 200, "<!DOCTYPE html><html><title>Welcome</title></html>", "baseUrl.webPage", "header Content-Type");
    row("base URL: a web page with 404", v31, plainBody, 404, "<html><h1>Not found</h1></html>", "baseUrl.webPage", "status 404");
    row("base URL: kept out by a gateway", v31, plainBody, 403, "<html>Attention Required</html>", "baseUrl.blocked", "status 403");
    row("base URL: /api twice", "POST /api/api/v3/tools/execute/X", plainBody, 404, R"({"error":{"message":"Cannot POST","status":404}})", "baseUrl.apiDoubled", "request");
    row("base URL: /api in front of it", v2, plainBody, 404, R"({"message":"Cannot POST"})", "baseUrl.apiDoubled", "request").around.baseUrl = QStringLiteral("https://host/api");
    row("base URL: nothing there, v3 slug", v31, plainBody, 404, R"({"error":{"message":"There is nothing","code":10404,"slug":"HTTP_NotFound","status":404}})", "baseUrl.pathNotFound", "field /error/slug");
    row("base URL: 405", v31, plainBody, 405, R"({"error":{"message":"Method Not Allowed","status":405}})", "baseUrl.pathNotFound", "status 405");
    row("base URL: another service's JSON", v31, plainBody, 200, R"({"status":"ok"})", "answer.notExecution", "field /status");
    row("gateway: page with 502", v31, plainBody, 502, "<html><title>502 Bad Gateway</title></html>", "service.gateway", "status 502");
    row("answer: empty with 200", v31, plainBody, 200, "", "answer.empty", "status 200");
    row("answer: no content", v2, plainBody, 204, "", "answer.empty", "status 204");
    row("answer: half of the JSON", v31, plainBody, 200, R"({"data":{"a":1)", "answer.cutJson", "field @14");
    row("answer: ends in a word", v31, plainBody, 200, R"({"data":{},"error":nu)", "answer.cutJson", "field @19");
    row("answer: ends in a string", v31, plainBody, 200, R"({"data":{},"error":"hal)", "answer.cutJson", "status 200");
    row("answer: not UTF-8", v31, plainBody, 200, "{\"data\":\"\xFF\"}", "answer.invalidJson", "field @9");
    row("answer: a PDF", v31, plainBody, 200, "%PDF-1.7\n", "answer.notJson", "field @0");
    row("answer: plain text", v31, plainBody, 200, "upstream connect error", "answer.notJson", "field @0");
}

void TestDiagnosis::addProviderRows()
{
    const auto said = [](const QByteArray &data, const QByteArray &error) {
        return R"({"data":)" + data + R"(,"error":)" + error + R"(,"successful":false,"successfull":false})";
    };
    const QByteArray sent = R"({"user_id":"u","arguments":{"owner":"o","repo":"r","title":"t","milestone":"3"}})";
    row("provider: 404 in data", v31, sent, 200, said(R"({"status_code":404,"message":"Not Found"})", R"("Not Found")"), "provider.notFound", "field /data/status_code");
    row("provider: 404 in the words of the HTTP library", v2, sent, 200, said("{}", R"("404 Client Error: Not Found for url: https://api.github.com/x")"), "provider.notFound", "field /error");
    row("provider: channel_not_found", v2, sent, 200, said(R"({"ok":false,"error":"channel_not_found"})", R"("channel_not_found")"), "provider.notFound", "field /error");
    row("provider: rate limit, 429 in data", v31, sent, 200, said(R"({"http_error":"429 Client Error","status_code":429,"message":"x"})", R"("x")"), "provider.rateLimit", "field /data/status_code");
    row("provider: rate limit with 403", v31, sent, 200, said(R"({"status_code":403,"message":"API rate limit exceeded for user ID 1."})", R"("API rate limit exceeded for user ID 1.")"), "provider.rateLimit", "field /data/message");
    row("provider: token expired, 401", v31, sent, 200, said(R"({"status_code":401,"message":"Unauthorized"})", R"("Unauthorized")"), "provider.token", "field /data/status_code");
    row("provider: invalid_grant with 400", v31, sent, 200, said(R"({"status_code":400,"message":"invalid_grant"})", R"("invalid_grant: Token has been expired or revoked.")"), "provider.token", "field /data/message");
    row("provider: token expired, in words", v2, sent, 200, said("{}", R"("Bad credentials")"), "provider.token", "field /error");
    row("provider: a scope is missing", v31, sent, 200, said(R"({"status_code":403,"message":"Request had insufficient authentication scopes."})", R"("x")"), "provider.scope", "field /data/message");
    row("provider: missing_scope", v2, sent, 200, said(R"({"ok":false,"error":"missing_scope","needed":"chat:write"})", R"("missing_scope")"), "provider.scope", "field /data/error");
    row("provider: 403 without words", v31, sent, 200, said(R"({"status_code":403,"message":"Forbidden"})", R"("x")"), "provider.scope", "field /data/status_code");
    row("provider: a number as text", v31, sent, 200, said(R"({"status_code":422,"message":"milestone must be an integer"})", R"("milestone must be an integer")"), "provider.validation", "request /arguments/milestone");
    row("provider: validation in words", v2, R"({"input":{"text":""}})", 200, said("{}", R"("Invalid request data provided\n- text is required")"), "provider.validation", "request /input/text");
    row("provider: JSON inside a text", v31, sent, 200, said("{}", R"("{\"error\":{\"code\":404,\"message\":\"Requested entity was not found.\"}}")"), "provider.notFound", "field /error");
    row("provider: JSON behind words", v31, sent, 200, said("{}", R"("Error executing tool: {\"status\":409,\"message\":\"name already exists\"}")"), "provider.conflict", "field /error");
    row("provider: nested body", v31, sent, 200, said(R"({"response_data":{"error":{"status":"PERMISSION_DENIED","code":403}}})", "null"), "provider.scope", "field /data/response_data/error/code");
    row("provider: JSON in JSON in a message", v31, sent, 200, said(R"({"message":"{\"message\":\"{\\\"statusCode\\\":429}\"}"})", "null"), "provider.rateLimit", "field /data/message");
    row("provider: version retired, 426", v31, sent, 200, said(R"({"status_code":426,"message":"Requested version 20240101 is not active"})", R"("x")"), "provider.retired", "field /data/status_code");
    row("provider: conflict", v31, sent, 200, said(R"({"status_code":409,"message":"x"})", R"("x")"), "provider.conflict", "field /data/status_code");
    row("provider: plan", v31, sent, 200, said(R"({"status_code":402,"message":"x"})", R"("x")"), "provider.quota", "field /data/status_code");
    row("provider: down", v31, sent, 200, said(R"({"status_code":503,"message":"x"})", R"("x")"), "provider.unavailable", "field /data/status_code");
    row("provider: too slow", v31, sent, 200, said(R"({"status_code":504,"message":"x"})", R"("x")"), "provider.timeout", "field /data/status_code");
    row("provider: own words", v31, sent, 200, said("{}", R"("The bakery is closed")"), "provider.refused", "field /error");
    row("provider: no reason", v31, sent, 200, R"({"data":{},"error":null,"successful":false})", "provider.noReason", "field /successful");
}

// What providers say in bodies of their own, which are often JSON inside the text of `error`.
void TestDiagnosis::addNestedRows()
{
    const auto failed = [](const QByteArray &inner, const QByteArray &data = "{}") {
        return R"({"data":)" + data + R"(,"error":)" + json::quoted(QString::fromUtf8(inner)) + R"(,"successful":false,"successfull":false})";
    };
    const QByteArray sent = R"({"user_id":"u","arguments":{"owner":"o","repo":"r","labels":"bug","per_page":"30","amount":"10"}})";
    row("nested: GitHub names a missing field", v31, sent, 200, failed(R"({"message":"Validation Failed","errors":[{"resource":"Issue","code":"missing_field","field":"title"}]})", R"({"status_code":422,"message":"Validation Failed"})"), "provider.validation", "field /error in /errors/0");
    row("nested: JSON in the message in data", v31, sent, 200, R"({"data":{"status_code":422,"message":"{\"errors\":[{\"field\":\"title\",\"code\":\"missing_field\"}]}"},"error":"Error","successful":false})", "provider.validation", "field /data/message in /errors/0");
    row("nested: Stripe names the parameter", v31, sent, 200, failed(R"({"error":{"code":"parameter_invalid_integer","message":"Invalid integer: 10","param":"amount","type":"invalid_request_error"}})", R"({"status_code":400})"), "provider.validation", "field /error in /error");
    row("nested: Jira's errors by name", v31, sent, 200, failed(R"({"errorMessages":[],"errors":{"project":"project is required"}})", R"({"status_code":400})"), "provider.validation", "field /error in /errors/project");
    row("nested: HubSpot's context", v31, sent, 200, failed(R"({"status":"error","message":"Property values were not valid","errors":[{"message":"email is invalid","context":{"propertyName":["email"]}}],"category":"VALIDATION_ERROR"})", R"({"status_code":400})"), "provider.validation", "field /error in /errors/0");
    row("nested: HubSpot's list inside a message", v31, sent, 200, failed(R"({"status":"error","message":"Property values were not valid: [{\"isValid\":false,\"message\":\"Email address bad is invalid\",\"error\":\"INVALID_EMAIL\",\"name\":\"email\"}]"})", R"({"status_code":400})"), "provider.validation", "field /error in /message/0");
    row("nested: Notion names the place in words", v31, sent, 200, failed(R"({"object":"error","status":400,"code":"validation_error","message":"body failed validation: body.parent.page_id should be a valid uuid, instead was `\"abc\"`."})", R"({"status_code":400})"), "provider.validation", "field /error in /message");
    row("nested: Google's field violations", v31, sent, 200, failed(R"({"error":{"code":400,"message":"Request contains an invalid argument.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"requests[0].title","description":"must not be empty"}]}]}})"), "provider.validation", "field /error in /error/details/0/fieldViolations/0");
    row("nested: Google names the parameter", v31, sent, 200, failed(R"({"error":{"code":400,"message":"Invalid","errors":[{"reason":"invalidParameter","message":"Invalid value","location":"maxResults","locationType":"parameter"}]}})"), "provider.validation", "field /error in /error/errors/0");
    row("nested: the fields that are missing", v31, R"({"user_id":"u","arguments":{"title":"t"}})", 200, failed("Invalid request data provided\n- Following fields are missing: {'owner', 'repo'}"), "provider.validation", "request /arguments/owner");
    row("nested: a type, on a parameter", v31, sent, 200, failed("Invalid request data provided - Input should be a valid integer, unable to parse string as an integer on parameter `per_page`"), "provider.validation", "request /arguments/per_page");
    row("nested: pydantic's list", v31, sent, 200, failed("1 validation error for CreateIssueRequest\nlabels\n  Input should be a valid list [type=list_type, input_value='bug', input_type=str]"), "provider.validation", "request /arguments/labels");
    row("nested: Asana's prefix, known by the input", v31, R"({"user_id":"u","arguments":{"project":"1"}})", 200, failed(R"({"errors":[{"message":"project: Not a recognized ID: 1"}]})", R"({"status_code":400})"), "provider.validation", "request /arguments/project");
    row("nested: Slack's pointer", v31, sent, 200, R"({"data":{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]"]}},"error":"invalid_blocks","successful":false})", "provider.validation", "field /data/response_metadata/messages/0");
    row("nested: a header of a mail", v31, R"({"user_id":"u","arguments":{"to":"x"}})", 200, failed(R"({"error":{"code":400,"message":"Invalid To header","status":"INVALID_ARGUMENT"}})"), "provider.validation", "request /arguments/to");
}

// The same status is not the same cause for every provider.
void TestDiagnosis::addProviderCauseRows()
{
    const auto failed = [](const QByteArray &inner, int status = 0) {
        const QByteArray data = status > 0 ? R"({"status_code":)" + QByteArray::number(status) + '}' : QByteArray("{}");
        return R"({"data":)" + data + R"(,"error":)" + json::quoted(QString::fromUtf8(inner)) + R"(,"successful":false})";
    };
    row("provider: switched off, 410", v31, plainBody, 200, failed(R"({"message":"Issues are disabled for this repo"})", 410), "provider.gone", "field /data/status_code");
    row("provider: version sunset, 410", v31, plainBody, 200, failed("This API version was sunset", 410), "provider.retired", "field /data/status_code");
    row("provider: Google's API is not switched on", v31, plainBody, 200, failed(R"({"error":{"code":403,"message":"Gmail API has not been used in project 1 before or it is disabled.","status":"PERMISSION_DENIED","details":[{"reason":"SERVICE_DISABLED"}]}})", 403), "provider.apiDisabled", "field /error in /error/details/0/reason");
    row("provider: the day's limit", v31, plainBody, 200, failed(R"({"error":{"code":403,"errors":[{"reason":"dailyLimitExceeded"}],"message":"Daily Limit Exceeded"}})", 403), "provider.quota", "field /error in /error/errors/0/reason");
    row("provider: storage is full", v31, plainBody, 200, failed(R"({"error":{"code":403,"message":"The user's Drive storage quota has been exceeded.","errors":[{"reason":"storageQuotaExceeded"}]}})", 403), "provider.quota", "field /error in /error/errors/0/reason");
    row("provider: Google's rate limit", v31, plainBody, 200, failed(R"({"error":{"code":403,"message":"User-rate limit exceeded. Retry after 2026-11-25T18:20:00.000Z","errors":[{"reason":"rateLimitExceeded"}]}})", 403), "provider.rateLimit", "field /error in /error/errors/0/reason");
    row("provider: a page of a protection", v31, plainBody, 200, failed("<!DOCTYPE html><html><head><title>Attention Required</title></head></html>", 403), "provider.blocked", "field /error");
    row("provider: card declined", v31, plainBody, 200, failed(R"({"error":{"code":"card_declined","message":"Your card has insufficient funds.","type":"card_error"}})", 402), "provider.refused", "field /error in /error/code");
    row("provider: Linear, not authenticated", v31, plainBody, 200, failed("Authentication required, not authenticated"), "provider.token", "field /error");
    row("provider: Microsoft's token", v31, plainBody, 200, failed(R"({"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}})"), "provider.token", "field /error in /error/code");
    row("provider: Salesforce's session", v31, plainBody, 200, failed(R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])"), "provider.token", "field /error in /0/errorCode");
    row("provider: Discord, missing access", v31, plainBody, 200, failed(R"({"message": "Missing Access", "code": 50001})"), "provider.scope", "field /error in /message");
    row("provider: Atlassian's scope with 401", v31, plainBody, 200, failed(R"({"code":401,"message":"Unauthorized; scope does not match"})", 401), "provider.scope", "field /error in /message");
    row("provider: Notion, saving in conflict", v31, plainBody, 200, failed(R"({"object":"error","status":409,"code":"conflict_error","message":"Conflict occurred while saving. Please try again."})", 409), "provider.conflict", "field /error in /message");
    row("provider: an empty repository", v31, plainBody, 200, failed("Git Repository is empty.", 409), "provider.conflict", "field /error");
    row("provider: HubSpot, it exists", v31, plainBody, 200, failed(R"({"status":"error","message":"Contact already exists. Existing ID: 351","category":"CONFLICT"})", 409), "provider.conflict", "field /error in /message");
    row("provider: not in the channel", v31, plainBody, 200, R"({"data":{"ok":false,"error":"not_in_channel"},"error":"not_in_channel","successful":false})", "provider.notMember", "field /data/error");
    row("provider: its host has no address", v31, plainBody, 200, failed("HTTPSConnectionPool(host='acme.atlassian.net', port=443): Max retries exceeded with url: /rest (Caused by NameResolutionError(\"Failed to resolve 'acme.atlassian.net'\"))"), "provider.dns", "field /error");
    row("provider: speaks of a rate limit, 400", v31, plainBody, 200, failed("Property 'rate limit' is required", 400), "provider.validation", "field /data/status_code");
    row("provider: speaks of granting, 422", v31, plainBody, 200, failed("Discount was not granted: cart total too low", 422), "provider.validation", "field /data/status_code");
    row("provider: speaks of a refresh token, 400", v31, plainBody, 200, failed("The field 'refresh token url' must not be empty", 400), "provider.validation", "field /data/status_code");
    row("provider: speaks of a conflict, 400", v31, plainBody, 200, failed("There is a scheduling conflict with another event", 400), "provider.validation", "field /data/status_code");
    row("provider: speaks of a status, 422", v31, plainBody, 200, failed("Issue title 'Error 401 when I log in' is too long", 422), "provider.validation", "field /data/status_code");
    row("provider: numbers that are no status", v31, plainBody, 200, failed("Item 404 of 500 could not be added to the basket"), "provider.refused", "field /error");
    row("provider: Python's HttpError", v31, plainBody, 200, failed("<HttpError 404 when requesting https://gmail.googleapis.com/x returned \"Requested entity was not found.\">"), "provider.notFound", "field /error");
    row("provider: says when to come again", v31, plainBody, 200, R"({"data":{"status_code":429,"message":"ratelimited","headers":{"Retry-After":"30"}},"error":"Slack API error: ratelimited","successful":false})", "provider.rateLimit", "field /error");
}

// An answer alone, as out of a log: nothing is known of the request, and nothing may be said of it.
void TestDiagnosis::addBareRows()
{
    row("bare: no account", "", {}, 404, R"({"error":{"message":"x","code":1810,"slug":"ActionExecute_ConnectedAccountNotFound","status":404}})", "account.none", "field /error/slug");
    row("bare: no account on v2", "", {}, 400, R"({"type":"BadRequestError","status":400,"message":"Could not find a connection with app='gmail',connected_account_id=`None` and entity='default'","requestId":"r"})", "account.none", "field /message");
    row("bare: unknown action", "", {}, 404, R"({"error":{"message":"x","code":2401,"slug":"Tool_ToolNotFound","status":404}})", "action.notFound", "field /error/slug");
    row("bare: removed", "", {}, 410, R"({"error":{"message":"This endpoint is no longer available.","code":10410,"status":410}})", "api.removed", "status 410");
    row("bare: too large", "", {}, 413, R"({"error":{"message":"request entity too large","code":10413,"status":413}})", "request.tooLarge", "status 413");
    row("bare: UTF-16", "", {}, 200, QByteArray::fromHex("fffe7b002200610022003a0031007d00"), "answer.notJson", "field @0");
    row("bare: a provider names a missing field", "", {}, 200, R"({"data":{},"error":"{\"message\":\"Validation Failed\",\"errors\":[{\"code\":\"missing_field\",\"field\":\"title\"}]}","successful":false})", "provider.validation", "field /error in /errors/0");
    row("bare: data is empty", "", {}, 200, R"({"data":{},"successful":true})", "data.empty", "field /data");
    row("bare: a list with nothing in it", "", {}, 200, R"({"data":{"items":[],"next_cursor":null,"total":0},"error":null,"successful":true})", "data.empty", "field /data/items");
    row("bare: Slack's no inside a success", "", {}, 200, R"({"data":{"ok":false,"error":"not_in_channel"},"error":null,"successful":true})", "provider.refusedInside", "field /data/error");
    row("bare: GraphQL's errors inside a success", "", {}, 200, R"({"data":{"errors":[{"message":"Entity not found"}],"data":null},"error":null,"successful":true})", "provider.refusedInside", "field /data/errors/0/message");
    row("bare: Slack's no, nested once more", "", {}, 200, R"({"data":{"response_data":{"ok":false,"error":"channel_not_found"}},"error":null,"successful":true})", "provider.refusedInside", "field /data/response_data/error");
}

// Refusals of validators that the service may have brought along, and words of it that have no code of the contract.
void TestDiagnosis::addRefusalRows()
{
    const QByteArray sent = R"({"user_id":"u","connected_account_id":"ca_1","arguments":{"labels":"bug","milestone":"3"}})";
    row("422: without words", v3, plainBody, 422, R"({"message":"Unprocessable"})", "input.invalid", "status 422");
    row("422: without words, with an account", v3, sent, 422, R"({"message":"Unprocessable"})", "input.invalid", "status 422");
    row("422: FastAPI's list", v3, sent, 422, R"({"detail":[{"type":"missing","loc":["body","arguments","owner"],"msg":"Field required"}]})", "input.missing", "field /detail/0");
    row("422: FastAPI's type", v3, sent, 422, R"({"detail":[{"type":"int_parsing","loc":["body","arguments","milestone"],"msg":"Input should be a valid integer"}]})", "input.type", "request /arguments/milestone");
    row("400: Zod's issues", v3, sent, 400, R"({"error":{"name":"ZodError","issues":[{"code":"invalid_type","expected":"array","received":"string","path":["arguments","labels"],"message":"Expected array, received string"}]}})", "input.type", "request /arguments/labels");
    row("400: Zod's issue with a field of the request", v3, R"({"user_id":7,"arguments":{}})", 400, R"({"error":{"name":"ZodError","issues":[{"code":"invalid_type","expected":"string","received":"number","path":["user_id"],"message":"Expected string, received number"}]}})", "input.type", "field /error/issues/0");
    row("400: Zod knows no such key", v3, R"({"user_id":"u","arguments":{"tilte":"t"}})", 400, R"({"error":{"issues":[{"code":"unrecognized_keys","keys":["tilte"],"path":["arguments"],"message":"Unrecognized key(s) in object: 'tilte'"}]}})", "input.unknown", "request /arguments/tilte");
    row("400: required at a field", v3, R"({"arguments":{}})", 400, R"({"error":{"message":"Invalid request data","code":10400,"status":400,"errors":["Required at 'user_id'"]}})", "input.missing", "field /error/errors/0");
    row("400: a type at a place", v3, sent, 400, R"({"error":{"message":"Validation error","code":10400,"status":400,"errors":["Expected array, received string at 'arguments.labels'"]}})", "input.type", "request /arguments/labels");
    row("400: the message names the field", v31, R"({"user_id":"u","arguments":{"title":"t"}})", 400, R"({"error":{"message":"Invalid request data provided\n- Following fields are missing: {'owner'}","status":400}})", "input.missing", "request /arguments/owner");
    row("account: empty id counts as none", v31, R"({"user_id":"u","connected_account_id":"","arguments":{}})", 404, R"({"error":{"message":"x","code":1810,"slug":"ActionExecute_ConnectedAccountNotFound","status":404}})", "account.none", "request /user_id");
    row("action: suggestions without a name", v2, R"({"input":{}})", 404, R"({"type":"NotFoundPlusSuggestionsError","status":404,"message":"not found","requestId":"r","suggestions":["GITHUB_CREATE_ISSUE"]})", "action.notFound", "field /type");
    row("action: code in words", v31, plainBody, 404, R"({"error":{"message":"Tool not found","code":"TOOL_NOT_FOUND","status":404}})", "action.notFound", "field /error/code");
    row("action: in words alone", v31, plainBody, 404, R"({"error":{"message":"Tool not found","status":404}})", "action.notFound", "field /error/message");
    row("key: lacks a scope, 401", v31, plainBody, 401, R"({"error":{"message":"API key does not have the required scope: tools:execute","code":10401,"status":401}})", "key.scope", "field /error/code");
    row("service: rate limit says when", v31, plainBody, 429, R"({"message":"Rate limit exceeded, retry after 12s"})", "service.rateLimit", "field /message");
    row("service: rate limit, one second", v31, plainBody, 429, R"({"message":"Rate limit exceeded, retry after 1s"})", "service.rateLimit", "field /message");
}

void TestDiagnosis::addVerdictRows()
{
    row("verdict: false and true", v2, plainBody, 200, R"({"data":{},"error":null,"successful":false,"successfull":true})", "verdict.disagrees", "field /successfull");
    row("verdict: true and false", v2, plainBody, 200, R"({"data":{"a":1},"error":null,"successful":true,"successfull":false})", "verdict.disagrees", "field /successful");
    row("verdict: only misspelt", v2, plainBody, 200, R"({"data":{"a":1},"error":null,"successfull":"true"})", "verdict.misspelt", "field /successfull");
    row("verdict: none", v2, plainBody, 200, R"({"data":{"a":1}})", "verdict.missing", "field /successful");
    row("verdict: misspelt and false", v2, plainBody, 200, R"({"data":{"status_code":404,"message":"x"},"error":"Not Found","successfull":"false"})", "provider.notFound", "field /successfull");
    row("verdict: successful with an error", v31, plainBody, 200, R"({"data":{"a":1},"error":"half of it failed","successful":true})", "verdict.errorDespiteSuccess", "field /error");
    row("verdict: successful with 404 in data", v31, plainBody, 200, R"({"data":{"status_code":404,"message":"Not Found"},"error":null,"successful":true})", "verdict.errorDespiteSuccess", "field /data/status_code");
    row("data: empty although successful", "POST /api/v3.1/tools/execute/GMAIL_FETCH_EMAILS", plainBody, 200, R"({"data":{},"error":null,"successful":true})", "data.empty", "field /data");
    row("schema: the answer drifted", v31, plainBody, 200, R"({"data":{"number":"seven"},"error":null,"successful":true})", "schema.answerDrift", "field /data/number").around.catalog = catalogOf({});
    row("schema: the input drifted", v31, R"({"arguments":{"owner":"o","repo":"r","title":"t","milestone":"3"}})", 200, R"({"data":{"number":7},"error":null,"successful":true})", "schema.inputDrift", "request /arguments/milestone").around.catalog = catalogOf({});
    row("action: deprecated though it works", "POST /api/v3.1/tools/execute/GITHUB_OLD_ISSUE", plainBody, 200, R"({"data":{"a":1},"error":null,"successful":true})", "action.usesDeprecated", "catalog GITHUB_OLD_ISSUE").around.catalog = catalogOf({});
    row("request: sent twice by an SDK", v31, plainBody, 200, R"({"data":{"a":1},"error":null,"successful":true})", "request.retried", "header x-stainless-retry-count").exchange.request.headers
        += headersFrom("x-stainless-retry-count: 1");
}

// Nothing may be said of these.
void TestDiagnosis::addGoodRows()
{
    row("good: v2", v2, plainBody, 200, R"({"data":{"number":1},"error":null,"successful":true,"successfull":true})", "", "");
    row("good: v3.1", v31, plainBody, 200, R"({"data":{"number":1},"error":null,"successful":true,"log_id":"log_1","session_info":null})", "", "");
    row("good: fits the schema", v31, plainBody, 200, R"({"data":{"number":1},"error":null,"successful":true})", "", "").around.catalog = catalogOf({});
    row("good: empty error text", v2, plainBody, 200, R"({"data":{"a":[]},"error":"","successful":true})", "", "");
    row("good: a delete has nothing to say", "POST /api/v3.1/tools/execute/GMAIL_DELETE_MESSAGE", plainBody, 200, R"({"data":{},"error":null,"successful":true})", "", "");
    row("good: data speaks of errors", v31, plainBody, 200, R"({"data":{"issues":[{"title":"404 Client Error: rate limit exceeded","state":"failed"}]},"error":null,"successful":true})", "", "");
    row("good: data holds a status of its own", v31, plainBody, 200, R"({"data":{"order":{"status":404,"code":500}},"error":null,"successful":true})", "", "");
    row("good: nested in response_data", v2, plainBody, 200, R"({"data":{"response_data":{"id":1}},"error":null,"successful":true,"successfull":true})", "", "");
    row("good: a web page in data", v31, plainBody, 200, R"({"data":{"html":"<html>Unauthorized</html>"},"error":null,"successful":true})", "", "");
    row("good: a list of accounts", "GET /api/v3/connected_accounts", {}, 200, R"({"items":[{"id":"ca_1"}],"next_cursor":null})", "", "");
    row("good: input made from text", "POST /api/v3.1/tools/execute/X/input", R"({"text":"t"})", 200, R"({"arguments":{"a":1}})", "", "");
    row("good: with a key of an odd kind", v31, plainBody, 200, R"({"data":{"a":1},"error":null,"successful":true})", "", "").around.key = KeyKind::User;
}

void TestDiagnosis::addFaultRows()
{
    const auto fault = [this](const char *name, FaultKind kind, bool hadLeft, const char *sentence, const char *cause, const char *place) -> Case & {
        Case &made = row(name, v31, plainBody, 0, {}, cause, place);
        made.exchange.answer = {};
        made.exchange.fault = api::TransportFault {kind, QLatin1String(sentence), {}, hadLeft};
        return made;
    };
    fault("fault: unknown host", FaultKind::HostNotFound, false, "The host x was not found.", "transport.dns", "phase connect");
    fault("fault: nobody listens", FaultKind::ConnectionRefused, false, "refused", "transport.refused", "phase connect");
    fault("fault: proxy", FaultKind::ProxyFailed, false, "The proxy failed", "transport.proxy", "phase connect");
    fault("fault: certificate expired", FaultKind::TlsFailed, false, "not accepted: The certificate has expired", "tls.expired", "phase encrypt");
    fault("fault: certificate of another host", FaultKind::TlsFailed, false, "The host name did not match any of the valid hosts for this certificate", "tls.hostMismatch", "phase encrypt");
    fault("fault: self-signed", FaultKind::TlsFailed, false, "The certificate is self-signed, and untrusted", "tls.selfSigned", "phase encrypt");
    fault("fault: issuer unknown", FaultKind::TlsFailed, false, "The issuer certificate of a locally looked up certificate could not be found", "tls.untrusted", "phase encrypt");
    fault("fault: certificate not valid yet", FaultKind::TlsFailed, false, "The certificate is not yet valid", "tls.notYetValid", "phase encrypt");
    fault("fault: plain port", FaultKind::TlsFailed, false, "No secure connection: wrong version number", "tls.plainPort", "phase encrypt");
    fault("fault: handshake", FaultKind::TlsFailed, false, "No secure connection: handshake failed", "tls.handshake", "phase encrypt");
    fault("fault: time-out while connecting", FaultKind::TimedOut, false, "No connection", "timeout.connect", "phase connect");
    fault("fault: time-out while sending", FaultKind::TimedOut, false, "not fully sent", "timeout.send", "phase send").exchange.timings.connected = 10;
    fault("fault: time-out while waiting", FaultKind::TimedOut, true, "did not answer", "timeout.answer", "phase wait").exchange.timings.requestSent = 10;
    Case &slow = fault("fault: time-out while receiving", FaultKind::TimedOut, true, "not complete", "timeout.receive", "phase receive");
    slow.exchange.timings.firstByte = 10;
    slow.exchange.answer.status = 200;
    fault("fault: closed without an answer", FaultKind::ConnectionClosed, true, "no HTTP answer", "transport.closed", "phase wait");
    fault("fault: closed while sending", FaultKind::ConnectionClosed, false, "broke", "transport.closedEarly", "phase send");
    Case &cut = fault("fault: body cut", FaultKind::ConnectionClosed, true, "10 of 100 bytes", "transport.cut", "header Content-Length");
    cut.exchange.answer = {200, {}, {{"Content-Length", "100"}}, "{\"data\":{}"};
    fault("fault: too large", FaultKind::TooLarge, true, "larger than the limit", "answer.tooLarge", "phase receive").exchange.answer.status = 200;
    fault("fault: not HTTP", FaultKind::Malformed, true, "no length", "transport.malformed", "header Content-Length").exchange.answer = {200, {}, {{"Content-Length", "-1"}}, {}};
    Case &moved = fault("fault: redirect", FaultKind::Redirected, true, "points to", "baseUrl.redirect", "header Location");
    moved.exchange.answer = {301, {}, {{"Location", "https://elsewhere.example/api"}}, {}};
    Case &login = fault("fault: redirect to a login", FaultKind::Redirected, true, "points to", "baseUrl.login", "header Location");
    login.exchange.answer = {302, {}, {{"Location", "/users/login?next=x"}}, {}};
    Case &secure = fault("fault: redirect to https", FaultKind::Redirected, true, "points to", "baseUrl.https", "status 308");
    secure.exchange.answer = {308, {}, {{"Location", "https://host/api/v2/x"}}, {}};
    secure.around.baseUrl = QStringLiteral("http://host");
    fault("fault: cancelled before", FaultKind::Cancelled, false, "Cancelled by hand.", "cancelled", "phase send");
    fault("fault: cancelled after", FaultKind::Cancelled, true, "Cancelled by hand.", "cancelled", "phase wait");
    fault("fault: anything else", FaultKind::Other, false, "It broke.", "transport.other", "phase connect");
}

void TestDiagnosis::namesTheCause_data()
{
    QTest::addColumn<Case>("row");
    m_rows.clear();
    addKeyRows();
    addAccountRows();
    addActionRows();
    addInputRows();
    addServiceRows();
    addPlaceRows();
    addProviderRows();
    addNestedRows();
    addProviderCauseRows();
    addBareRows();
    addRefusalRows();
    addVerdictRows();
    addGoodRows();
    addFaultRows();
    int failures = 0;
    for (const auto &[name, made] : std::as_const(m_rows)) {
        failures += made->cause.isEmpty() ? 0 : 1;
        QTest::newRow(name.constData()) << *made;
    }
    QVERIFY2(failures >= 120, qPrintable(QString::number(failures)));
}

void TestDiagnosis::namesTheCause()
{
    QFETCH(Case, row);
    const Diagnosis diagnosis = diagnosisOf(row);
    const QStringList places = placesOf(diagnosis);
    const QByteArray all = toJson(diagnosis);
    QVERIFY2(diagnosis.cause == row.cause, all.constData());
    if (row.cause.isEmpty())
        return;
    QVERIFY2(places.contains(row.place), qPrintable(row.place + QStringLiteral(" is not among ") + places.join(QStringLiteral(", "))));
    QVERIFY(diagnosis.sentence.endsWith(QLatin1Char('.')) && !diagnosis.sentence.contains(QLatin1Char('!')));
    QVERIFY2(!diagnosis.tries.isEmpty(), all.constData());
    QCOMPARE(diagnosis.isWarning, judge(row.exchange).verdict == api::Verdict::Successful || row.cause == QLatin1String("account.emptyList"));
    for (const Evidence &evidence : diagnosis.evidence) {
        QVERIFY2(!evidence.text.isEmpty(), all.constData());
        if (evidence.what != EvidenceKind::Field || evidence.place.startsWith(QLatin1Char('@')) || evidence.text.contains(QLatin1String("missing"))
            || evidence.text.contains(QLatin1String("was not sent")))
            continue;
        // A place has to be one.
        const QByteArray &body = evidence.side == Side::Answer ? row.exchange.answer.body : row.exchange.request.body;
        const json::Document document = json::Document::parse(body);
        QVERIFY2(evidence.place.isEmpty() || json::valueAtPointer(document.root(), evidence.place).isValid(), qPrintable(evidence.place));
    }
    for (const Try &wish : diagnosis.tries)
        QVERIFY2(wish.sentence.endsWith(QLatin1Char('.')) || wish.sentence.startsWith(QLatin1String("The service advises")), all.constData());

    // No two rules of one rank claim the same failure but where the rulebook orders them on purpose.
    const Facts facts(row.exchange, judge(row.exchange), row.around);
    std::optional<Rank> rank;
    QStringList claims;
    for (const RuleEntry &entry : rulebook()) {
        if ((rank && entry.rank != *rank) || !entry.rule(facts))
            continue;
        rank = entry.rank;
        claims.append(QLatin1String(entry.name));
    }
    if (rank != Rank::Warning && !claims.contains(QLatin1String("keyKind")))
        QVERIFY2(claims.size() == 1, qPrintable(claims.join(QStringLiteral(", "))));
}

void TestDiagnosis::tellsWhatToTry_data()
{
    QTest::addColumn<Case>("row");
    QTest::addColumn<QString>("wanted");
    m_rows.clear();
    addAccountRows();
    addActionRows();
    addInputRows();
    addProviderRows();
    addNestedRows();
    addProviderCauseRows();
    addRefusalRows();
    const auto add = [this](const char *name, const char *wanted) {
        for (const auto &[known, made] : std::as_const(m_rows)) {
            if (known == name)
                QTest::newRow(name) << *made << QString::fromLatin1(wanted);
        }
    };
    add("account: made in the dashboard", "useAccount connectedAccountId=ca_9 entityId=pg-test-1b2c");
    add("account: others have one", "useAccount connectedAccountId=ca_9 entityId=pg-test-1b2c");
    add("account: of another user, known", "useAccount connectedAccountId=ca_1 entityId=bob");
    add("account: without its user, 1811", "useEntity entityId=default");
    add("action: v3 looks in 00000000_00", "useVersion version=latest");
    add("action: pinned to 00000000_00", "useVersion version=latest");
    add("action: lower case on v3", "useAction actionId=GITHUB_CREATE_AN_ISSUE");
    add("action: v2 ActionNotFoundError", "useAction actionId=GITHUB_CREATE_ISSUE");
    add("action: deprecated and gone", "useAction actionId=GITHUB_CREATE_AN_ISSUE");
    add("api: v2 removed", "switchApi api=v3.1");
    add("input: number as text, v3 errors", "changeInput path=/milestone value=3");
    add("input: unknown field, v3 errors", "removeInput path=/tilte");
    add("input: v2 details, nested", "changeInput path=/a/b value=7");
    add("input: refused without a place, schema known", "changeInput path=/labels value=[\"bug\"]");
    add("request: text and input on v3", "removeField field=text");
    add("provider: a number as text", "changeInput path=/milestone value=3");
    add("provider: version retired, 426", "useVersion version=latest");
    add("nested: GitHub names a missing field", "changeInput path=/title value=\"\"");
    add("nested: Stripe names the parameter", "changeInput path=/amount value=10");
    add("nested: the fields that are missing", "changeInput path=/repo value=\"\"");
    add("nested: a type, on a parameter", "changeInput path=/per_page value=30");
    add("nested: pydantic's list", "changeInput path=/labels value=[\"bug\"]");
    add("provider: Notion, saving in conflict", "sendAgain");
    add("422: FastAPI's list", "changeInput path=/owner value=\"\"");
    add("422: FastAPI's type", "changeInput path=/milestone value=3");
    add("400: Zod's issues", "changeInput path=/labels value=[\"bug\"]");
    add("400: Zod knows no such key", "removeInput path=/tilte");
    add("400: required at a field", "useEntity entityId=default");
    add("400: a type at a place", "changeInput path=/labels value=[\"bug\"]");
    add("422: without words", "readCatalog");
    add("action: suggestions without a name", "useAction actionId=GITHUB_CREATE_ISSUE");
}

void TestDiagnosis::tellsWhatToTry()
{
    QFETCH(Case, row);
    QFETCH(QString, wanted);
    QStringList tries;
    const Diagnosis diagnosis = diagnosisOf(row);
    for (const Try &wish : diagnosis.tries) {
        QString text = tryName(wish.kind);
        for (auto at = wish.parameters.cbegin(); at != wish.parameters.cend(); ++at)
            text += QStringLiteral(" %1=%2").arg(at.key(), at.value());
        tries.append(text);
        QCOMPARE(tryTitle(wish).isEmpty(), wish.kind == TryKind::Advice);
    }
    QVERIFY2(tries.contains(wanted), qPrintable(tries.join(QStringLiteral("; "))));
}

void TestDiagnosis::saysIt_data()
{
    QTest::addColumn<Case>("row");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("confidence");
    m_rows.clear();
    addKeyRows();
    addAccountRows();
    addInputRows();
    addServiceRows();
    addPlaceRows();
    addNestedRows();
    addProviderCauseRows();
    addBareRows();
    addRefusalRows();
    const auto add = [this](const char *name, const char *words, const char *confidence) {
        for (const auto &[known, made] : std::as_const(m_rows)) {
            if (known == name)
                QTest::newRow(name) << *made << QString::fromUtf8(words) << QString::fromLatin1(confidence);
        }
    };
    add("nested: GitHub names a missing field", "title is missing", "likely");
    add("nested: Stripe names the parameter", "amount has another type", "likely");
    add("nested: Jira's errors by name", "project is missing", "likely");
    add("nested: HubSpot's context", "email does not fit", "likely");
    add("nested: HubSpot's list inside a message", "email does not fit", "likely");
    add("nested: Notion names the place in words", "page_id does not fit", "likely");
    add("nested: Google's field violations", "title is missing", "likely");
    add("nested: Google names the parameter", "maxResults does not fit", "likely");
    add("nested: the fields that are missing", "owner is missing", "likely");
    add("nested: a type, on a parameter", "per_page has another type", "likely");
    add("nested: a header of a mail", "to does not fit", "likely");
    add("provider: HubSpot, it exists", "is there already", "likely");
    add("provider: an empty repository", "lack what the action needs", "likely");
    add("bare: data is empty", "data is empty", "possible");
    add("bare: a list with nothing in it", "nothing in items", "possible");
    add("bare: Slack's no inside a success", "not_in_channel", "likely");
    add("bare: UTF-16", "another character set", "sure");
    add("422: FastAPI's list", "owner is missing", "sure");
    add("400: required at a field", "user_id is missing", "sure");
    add("422: without words", "something in it", "possible");
    add("account: 422 without a name", "not ACTIVE", "possible");
    add("key: lacks a scope, 401", "lacks the permission", "likely");
    add("key: v2 by status alone", "does not take the API key", "likely");
    add("key: v3 code 10401", "does not take the API key", "sure");
    add("service: rate limit says when", "again in 12 seconds.", "sure");
    add("service: rate limit, one second", "again in a second.", "sure");
    add("service: rate limit without headers", "again in a minute.", "likely");
    add("provider: says when to come again", "again in 30 seconds.", "likely");
    add("service: 402", "plan of the project", "likely");
    add("gateway: page with 502", "gateway", "likely");
}

// In the sentence, or in what to try.
void TestDiagnosis::saysIt()
{
    QFETCH(Case, row);
    QFETCH(QString, words);
    const Diagnosis diagnosis = diagnosisOf(row);
    QStringList sentences {diagnosis.sentence};
    for (const Try &wish : diagnosis.tries)
        sentences.append(wish.sentence);
    QVERIFY2(!sentences.filter(words).isEmpty(), qPrintable(sentences.join(QLatin1Char('\n'))));
    QTEST(confidenceName(diagnosis.confidence), "confidence");
}

// No sentence has an empty place where nothing is known, and none ends twice.
void TestDiagnosis::hasNoHoles()
{
    m_rows.clear();
    addKeyRows();
    addAccountRows();
    addActionRows();
    addInputRows();
    addServiceRows();
    addProviderRows();
    addNestedRows();
    addProviderCauseRows();
    addBareRows();
    addRefusalRows();
    static const QRegularExpression hole(QStringLiteral("  | [.,:;]|\\.\\.| $|“”"));
    for (const auto &[name, made] : std::as_const(m_rows)) {
        for (const bool isKnown : {true, false}) {
            Case row = *made;
            if (!isKnown)
                row.exchange.request = {};
            const Diagnosis diagnosis = diagnosisOf(row);
            QStringList texts {diagnosis.sentence};
            for (const Evidence &evidence : diagnosis.evidence)
                texts.append(evidence.text);
            for (const Try &wish : diagnosis.tries)
                texts.append(wish.sentence);
            for (const QString &text : std::as_const(texts))
                QVERIFY2(!text.isEmpty() && !hole.match(text).hasMatch(), qPrintable(QStringLiteral("%1: “%2”").arg(QString::fromUtf8(name), text)));
        }
    }
}

void TestDiagnosis::neverShowsAKey()
{
    for (const QByteArray &key : {QByteArray("ck_secret0123456789"), QByteArray("uak_secret0123456789"), QByteArray("ak_secret0123456789")}) {
        api::Exchange exchange;
        exchange.request = {"POST", "/api/v3.1/tools/execute/X", {{"x-api-key", key}, {"common", "{\"x-api-key\":\"" + key + "\"}"}}, plainBody};
        exchange.answer = {401, {}, {}, R"({"error":{"message":"no","code":10401,"status":401}})"};
        Surroundings around;
        around.key = keyKindOf(key);
        QVERIFY(!toJson(diagnose(exchange, judge(exchange), around)).contains("secret"));
    }
}

// Each name once, each rank in its turn, and no rule that never has a say.
void TestDiagnosis::rulesAreTold()
{
    QSet<QString> names;
    Rank last = Rank::Fault;
    for (const RuleEntry &entry : rulebook()) {
        QVERIFY2(!names.contains(QLatin1String(entry.name)), entry.name);
        names.insert(QLatin1String(entry.name));
        QVERIFY2(entry.rank >= last, entry.name);
        last = entry.rank;
    }
    m_rows.clear();
    addKeyRows();
    addAccountRows();
    addActionRows();
    addInputRows();
    addServiceRows();
    addPlaceRows();
    addProviderRows();
    addNestedRows();
    addProviderCauseRows();
    addBareRows();
    addRefusalRows();
    addVerdictRows();
    addFaultRows();
    for (const auto &[name, made] : std::as_const(m_rows)) {
        const Facts facts(made->exchange, judge(made->exchange), made->around);
        for (const RuleEntry &entry : rulebook()) {
            if (entry.rule(facts)) {
                names.remove(QLatin1String(entry.name));
                break;
            }
        }
    }
    QCOMPARE(QStringList(names.values()).join(QLatin1Char(' ')), QString());
}

void TestDiagnosis::isWrittenAsJson()
{
    Diagnosis diagnosis {QStringLiteral("a.b"), QStringLiteral("It \"broke\".")};
    diagnosis.evidence = {{EvidenceKind::Field, Side::Request, QStringLiteral("/a"), QStringLiteral("sent a: 1")}};
    diagnosis.tries = {{TryKind::ChangeInput, QStringLiteral("Send 1."), {{QStringLiteral("path"), QStringLiteral("/a")}, {QStringLiteral("value"), QStringLiteral("1")}}}};
    diagnosis.confidence = Confidence::Likely;
    const QByteArray expected(R"({"cause":"a.b","sentence":"It \"broke\".","evidence":[{"what":"field","side":"request","place":"/a","text":"sent a: 1"}],)"
                   R"("tries":[{"action":"changeInput","sentence":"Send 1.","parameters":{"path":"/a","value":"1"}}],"confidence":"likely","warning":false})");
    QCOMPARE(toJson(diagnosis), expected);
    diagnosis.evidence.first().inside = QStringLiteral("/b");
    QVERIFY(toJson(diagnosis).contains(R"("place":"/a","inside":"/b","text")"));
    QCOMPARE(toJson({}), QByteArray("null"));
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
