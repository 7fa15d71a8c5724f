// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/authconfig.h"
#include "app/json/document.h"

#include <QTest>

using namespace actionscope;

// authConfig leaves this program with its values replaced, whatever shape it has.
class TestAuthConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesValues_data();
    void replacesValues();
    void findsTheSecretsElsewhere();
    void findsWhatStandsTwice();
    void survivesDeepNesting();
};

void TestAuthConfig::replacesValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("redacted");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &redacted) {
        QTest::newRow(name) << text << redacted;
    };
    row("empty", "", "");
    row("parameters", R"({"parameters":[{"name":"Authorization","in":"header","value":"hush"}]})",
        "{\"parameters\":[{\"name\":\"Authorization\",\"in\":\"header\","
        "\"value\":\"\u2039redacted:authConfig.Authorization\u203a\"}]}");
    row("number", R"({"parameters":[{"name":"k","in":"query","value":1234}]})",
        "{\"parameters\":[{\"name\":\"k\",\"in\":\"query\",\"value\":\"\u2039redacted:authConfig.k\u203a\"}]}");
    row("base_url stays, body goes", R"({"base_url":"https://h","body":{"token":"hush"}})",
        "{\"base_url\":\"https://h\",\"body\":\"\u2039redacted:authConfig.body\u203a\"}");
    row("base_url with a token", R"({"base_url":"https://h/?token=hush"})",
        "{\"base_url\":\"\u2039redacted:authConfig.base_url\u203a\"}");
    row("base_url with a password", R"({"base_url":"https://me:hush@h"})",
        "{\"base_url\":\"\u2039redacted:authConfig.base_url\u203a\"}");
    row("base_url of the wrong shape", R"({"base_url":{"token":"hush"}})",
        "{\"base_url\":\"\u2039redacted:authConfig.base_url\u203a\"}");
    row("item that is text", R"({"parameters":["hush"]})",
        "{\"parameters\":[\"\u2039redacted:authConfig.parameters\u203a\"]}");
    row("parameters of the wrong shape", R"({"parameters":"hush"})",
        "{\"parameters\":\"\u2039redacted:authConfig.parameters\u203a\"}");
    row("no JSON", "{\"parameters\":[{\"value\":\"hush\"", "\u2039redacted:authConfig\u203a");
    row("no object", "[\"hush\"]", "\u2039redacted:authConfig\u203a");
}

void TestAuthConfig::replacesValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, redacted);
    QCOMPARE(api::redactedAuthConfig(text), redacted);
    QVERIFY(!redacted.contains("hush"));
}

void TestAuthConfig::findsTheSecretsElsewhere()
{
    Redactor redactor;
    api::addAuthConfigSecrets(R"({"parameters":[{"name":"a","in":"header","value":"Bearer \"hush\""},
        {"name":"n","in":"query","value":987654}],"body":{"deep":[{"token":"very-hush"}]},"base_url":"https://h"})",
        redactor);
    const QByteArray echoed = redactor.redacted(
        QByteArray(R"({"h":"Bearer \"hush\"","q":"Bearer%20%22hush%22","n":987654,"t":"very-hush","u":"https://h"})"));
    QVERIFY2(!echoed.contains("hush"), echoed.constData());
    QVERIFY2(!echoed.contains("987654"), echoed.constData());
    QVERIFY2(echoed.contains("https://h"), echoed.constData());
}

void TestAuthConfig::findsWhatStandsTwice()
{
    const QByteArray text = R"({"parameters":[{"name":"a","in":"header","value":"hush1","value":"hush2","x":"hush3"}],
        "parameters":[{"name":"b","in":"header","value":"hush4"},"hush5"],"base_url":"https://h/?token=hush6"})";
    Redactor redactor;
    api::addAuthConfigSecrets(text, redactor);
    const QByteArray echoed = redactor.redacted(text);
    QVERIFY2(!echoed.contains("hush"), echoed.constData());
    QVERIFY2(echoed.contains(R"("name":"a","in":"header")"), echoed.constData());
}

void TestAuthConfig::survivesDeepNesting()
{
    const int depth = json::Document::maximumDepth - 2;
    const QByteArray text = "{\"body\":" + QByteArray(depth, '[') + "\"hush-hush\"" + QByteArray(depth, ']') + '}';
    Redactor redactor;
    api::addAuthConfigSecrets(text, redactor);
    QVERIFY(!redactor.redacted(text).contains("hush-hush"));
}

QTEST_GUILESS_MAIN(TestAuthConfig)
#include "tst_authconfig.moc"
