// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/apierror.h"

#include <QTest>

using namespace actionscope;

// One ApiError out of every shape a refusal comes in (contract §6, §12.6).
class TestApiError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShape_data();
    void readsEveryShape();
    void takesTheRequestIdFromTheHeader();
    void keepsAPageShort();
};

namespace {

// Every field on a line of its own, empty ones left out.
QString printed(const api::ApiError &error)
{
    QStringList lines {QString::number(error.status)};
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            lines.append(QLatin1String(name) + QLatin1Char('=') + value);
    };
    add("code", error.code);
    add("slug", error.slug);
    add("type", error.type);
    add("message", error.message);
    add("fix", error.suggestedFix);
    add("request", error.requestId);
    for (const QString &detail : error.details)
        add("detail", detail);
    return lines.join(QLatin1Char('|'));
}

} // namespace

void TestApiError::readsEveryShape_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *expected) {
        QTest::newRow(name) << status << body << QString::fromUtf8(expected);
    };
    row("v2 bad request with constraints", 400,
        R"({"type":"BadRequestError","status":400,"message":"Bad","requestId":"r1","details":[
            {"property":"input","children":[{"property":"title","children":[],"constraints":{"isString":"must be text"}}],
             "constraints":{"isObject":"must be an object"}}]})",
        "400|type=BadRequestError|message=Bad|request=r1|detail=input: must be an object"
        "|detail=input.title: must be text");
    row("v2 details object", 400, R"({"type":"BadRequestError","message":"Bad","details":{"field":"x","n":1.10}})",
        "400|type=BadRequestError|message=Bad|detail=field: x|detail=n: 1.10");
    row("v2 empty details", 400, R"({"message":"Bad","details":{}})", "400|message=Bad");
    row("v2 not found", 404,
        R"({"type":"NotFoundError","name":"ActionNotFoundError","status":404,"message":"No","requestId":"r2"})",
        "404|type=NotFoundError|message=No|request=r2");
    row("v2 suggestions", 404, R"({"type":"NotFoundError","message":"No","suggestions":["A","B"]})",
        "404|type=NotFoundError|message=No|detail=A|detail=B");
    row("v2 name only", 500, R"({"name":"InternalServerError","message":"Oops"})",
        "500|type=InternalServerError|message=Oops");
    row("v3", 404,
        R"({"error":{"message":"None","code":1810,"status":404,"slug":"ActionExecute_ConnectedAccountNotFound",
            "request_id":"r3","suggested_fix":"Connect first","errors":["payload.text.arguments"]}})",
        "404|code=1810|slug=ActionExecute_ConnectedAccountNotFound|message=None|fix=Connect first|request=r3"
        "|detail=payload.text.arguments");
    row("v3 variants", 400, R"({"error":{"message":"x","error_code":"10400","suggestedFix":"y","requestId":"r"}})",
        "400|code=10400|message=x|fix=y|request=r");
    row("removed API", 410, R"({"error":{"message":"Gone","code":10410,"status":410},"message":"Gone"})",
        "410|code=10410|message=Gone");
    row("bare message", 429, R"({"message":"Slow down"})", "429|message=Slow down");
    row("error as text", 401, R"({"error":"Unauthorized"})", "401|message=Unauthorized");
    row("message as list", 422, R"({"message":["a","b"]})", "422|message=[\"a\",\"b\"]");
    row("detail", 403, R"({"detail":"Forbidden here"})", "403|message=Forbidden here");
    row("JSON text", 500, R"("broken")", "500|message=broken");
    row("JSON list", 500, R"(["a"])", "500|message=[\"a\"]");
    row("page with a title", 502, "<!doctype html><html><head><title>502\n Bad Gateway</title></head><body>x</body></html>",
        "502|message=502 Bad Gateway");
    row("page without a title", 503, "<html><body><h1>Over</h1>\n<p>loaded</p></body></html>",
        "503|message=Over loaded");
    row("text", 500, "upstream connect error\n", "500|message=upstream connect error");
    row("empty", 500, "", "500|message=The answer has no body.");
    row("empty object", 500, "{}", "500|message=The answer says nothing that could be read as a message.");
    row("cut JSON", 500, R"({"message":"cut)", "500|message={\"message\":\"cut");
    row("invalid UTF-8", 500, "caf\xE9 closed", "500|message=caf\uFFFD closed");
    row("nulls", 400, R"({"error":{"message":null,"code":null,"errors":null},"message":null})",
        "400|message=The answer says nothing that could be read as a message.");
    row("message beside the wrapper", 400, R"({"error":{"code":5},"message":"outside"})", "400|code=5|message=outside");
}

void TestApiError::readsEveryShape()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const api::HttpAnswer answer {status, {}, {}, body};
    QCOMPARE(printed(api::readApiError(answer, json::Document::parse(body))), expected);
}

void TestApiError::takesTheRequestIdFromTheHeader()
{
    const api::HttpAnswer answer {500, {}, {{"X-Request-Id", "from-header"}}, {}};
    QCOMPARE(api::readApiError(answer, {}).requestId, QStringLiteral("from-header"));
}

void TestApiError::keepsAPageShort()
{
    const api::HttpAnswer answer {500, {}, {}, QByteArray("word ").repeated(100'000)};
    QVERIFY(api::readApiError(answer, json::Document::parse(answer.body)).message.size() <= 500);
}

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
