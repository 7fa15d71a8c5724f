// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"

#include "app/json/document.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;

namespace {

QStringList words(std::initializer_list<QByteArray> list)
{
    QStringList texts;
    for (const QByteArray &word : list)
        texts.append(QString::fromUtf8(word));
    return texts;
}

} // namespace

// Saved requests and runs of the history as code.
class TestCliExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsASavedRequest();
    void exportsARunOfTheHistory();
    void refusesWhatItCannotExport();
};

void TestCliExport::exportsASavedRequest()
{
    CliProcess cli;
    const QByteArray file = cli.write(QStringLiteral("issue.action.json"),
                                   R"({"actionscope":1,"actionId":"GITHUB_CREATE_AN_ISSUE","entityId":"default","input":{"title":1.10}})")
                                .toUtf8();
    QCOMPARE(cli.run(words({"export", file, "--as", "fetch", "--base-url", "https://host.example"})), 0);
    QVERIFY2(cli.output.contains("fetch(\"https://host.example/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE\""), cli.output.constData());
    QVERIFY2(cli.output.contains(R"({\"user_id\":\"default\",\"arguments\":{\"title\":1.10}})"), cli.output.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "python", "--base-url", "https://host.example"})), 0);
    QVERIFY2(cli.output.contains("composio.tools.execute(\n    slug=\"GITHUB_CREATE_AN_ISSUE\",\n    user_id=\"default\","), cli.output.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "curl"})), 0);
    QVERIFY2(cli.output.contains("http://127.0.0.1:9900/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute"), cli.output.constData());
    QVERIFY2(cli.errors.contains("sandbox --port 9900"), cli.errors.constData());
}

void TestCliExport::exportsARunOfTheHistory()
{
    CliProcess cli;
    QCOMPARE(cli.run(words({"exec", "SANDBOX_ECHO", "--input", "{\"n\":1.10}", "--print", "report"})), 0);
    const QByteArray id = json::Document::parse(cli.output).root().member(u"historyId").toString().toUtf8();
    QVERIFY(!id.isEmpty());
    QCOMPARE(cli.run(words({"export", id, "--as", "python-requests"})), 0);
    QVERIFY2(cli.output.contains("/api/v2/actions/SANDBOX_ECHO/execute") && cli.output.contains(R"({\"input\":{\"n\":1.10}})"), cli.output.constData());
}

void TestCliExport::refusesWhatItCannotExport()
{
    CliProcess cli;
    const QByteArray file = cli.write(QStringLiteral("empty.action.json"), R"({"actionscope":1,"actionId":""})").toUtf8();
    QCOMPARE(cli.run(words({"export", file, "--as", "curl"})), 2);
    QCOMPARE(cli.run(words({"export", file})), 2);
    QVERIFY2(cli.errors.contains("python-requests"), cli.errors.constData());
    QCOMPARE(cli.run(words({"export", file, "--as", "cobol"})), 2);
    QCOMPARE(cli.run(words({"export", "nothing-here", "--as", "curl"})), 2);
    QCOMPARE(cli.run(words({"export", "--help"})), 0);
    QVERIFY2(cli.output.contains("powershell"), cli.output.constData());
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cli_export.moc"
