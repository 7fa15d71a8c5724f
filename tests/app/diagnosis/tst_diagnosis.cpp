// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosisjson.h"
#include "app/diagnosis/rulebook.h"
#include "app/diagnosis/surroundings.h"
#include "app/json/pointer.h"

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
    for (const Evidence &evidence : diagnosis.evidence)
        places.append(placeText(evidence));
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
    QVERIFY2(!diagnosis.tries.isEmpty() || diagnosis.cause == QLatin1String("input.invalid") || diagnosis.cause == QLatin1String("input.missing"), all.constData());
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
    QCOMPARE(toJson({}), QByteArray("null"));
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
