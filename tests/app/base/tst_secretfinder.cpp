// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/secretfinder.h"

#include <QTest>

using namespace actionscope;

// What gives itself away, and what only looks like it.
class TestSecretFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void leavesInPeace_data();
    void leavesInPeace();
};

void TestSecretFinder::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &kind, const QByteArray &value) { QTest::newRow(name) << text << kind << value; };
    row("a project key", "the key ak_abcdefgh1234 is", "apiKey", "ak_abcdefgh1234");
    row("a bearer", "Authorization: Bearer abc.def-123", "bearer", "abc.def-123");
    row("a bearer in escaped JSON", R"({"a":"Bearer ab\/cd+ef=="})", "bearer", "ab/cd+ef==");
    row("basic", "authorization: Basic dXNlcjpwYXNz", "basic", "dXNlcjpwYXNz");
    row("a JWT", "x eyJhbGciOi.eyJzdWIiOi.abc_- y", "jwt", "eyJhbGciOi.eyJzdWIiOi.abc_-");
    row("a cookie", "Cookie: a=b; c=d\r\n", "cookie", "a=b; c=d");
    row("a presigned address", "https://s3/x?X-Amz-Date=1&X-Amz-Signature=0a1b2c&y=1", "signature", "0a1b2c");
    row("an Azure address", "https://b/x?se=1&sig=abc%2Bd%3D", "signature", "abc%2Bd%3D");
    row("a presigned address in JSON", R"("https://s3/x?a=1\u0026X-Amz-Signature=0a1b2c\u0026y=1")", "signature", "0a1b2c");
    row("a password in an address", "postgres://me:hush!@h/db", "password", "hush!");
    row("a member", R"({"client_secret": "a \"b\" c"})", "password", R"(a "b" c)");
    row("a member inside a text", R"({"body":"{\"access_token\":\"abc123\"}"})", "password", "abc123");
    row("an assignment", "export API_KEY='abc123'", "password", "abc123");
    row("a line of a log", "connecting with password=hunter22, retrying", "password", "hunter22");
    row("a private key", "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n", "privateKey", "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----");
    row("a user's key", "the key uak_abcdefgh1234 is", "apiKey", "uak_abcdefgh1234");
    row("a presigned address of Google", "https://storage/x?X-Goog-Date=1&X-Goog-Signature=0a1b2c&y=1", "signature", "0a1b2c");
    row("fields of a presigned form", R"({"x-amz-signature":"0a1b2c","key":"a.png"})", "password", "0a1b2c");
    row("a short one", R"({"password":"abc"})", "password", "abc");
    row("a bot's token", "post to 1234567890:AAplanted_planted_planted_planted12", "key", "1234567890:AAplanted_planted_planted_planted12");
    row("a webhook", "https://hooks.slack.com/services/T0123/B0123/abcdefghijkl", "key", "T0123/B0123/abcdefghijkl");
    row("a key among capital letters", "x GOCSPX-abcdefghijkl_mn y", "key", "GOCSPX-abcdefghijkl_mn");
    row("a provider's key", "sk_live_abcdefgh", "key", "sk_live_abcdefgh");
}

void TestSecretFinder::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, value);
    const QList<FoundSecret> found = SecretFinder().find(text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, kind);
    QCOMPARE(found[0].value, value);
    QVERIFY(found[0].begin > 0 || text.startsWith(found[0].value));
    QVERIFY(found[0].size >= found[0].value.size() && found[0].begin + found[0].size <= text.size());
}

void TestSecretFinder::leavesInPeace_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"-H \"x-api-key: $COMPOSIO_API_KEY\"", R"({"apiKey":"{{apiKey}}"})", R"({"api_key":"YOUR_API_KEY"})", R"({"token":""})", R"({"nextPageToken":"CAUQAA"})",
             R"({"secretary":"Ann Onymous"})", "the key to success is a bearer of good news", R"({"password":"***"})", "Authorization: Bearer ${TOKEN}", "GITHUB_CREATE_AN_ISSUE ca_abcdefghijkl",
             "12345678901234567890 2026-11-25T10:00:00Z 0b8b2f6e-1c1a-4a53-9d0c-5f4f2f4e9a10", "\"x-api-key: \u2039redacted:apiKey\u203a\"", "someone@example.com", R"({"key":"value","id":"eyJ"})",
             R"({"name":"Authorization","value":5})", R"("{\"name\":\"Authorization\",\"parameters\":5}")"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSecretFinder::leavesInPeace()
{
    QFETCH(QByteArray, text);
    const QList<FoundSecret> found = SecretFinder().find(text);
    QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : (found[0].kind + ' ' + found[0].value).constData());
}

QTEST_APPLESS_MAIN(TestSecretFinder)
#include "tst_secretfinder.moc"
