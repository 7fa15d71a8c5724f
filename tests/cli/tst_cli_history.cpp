// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundle.h"
#include "app/json/document.h"
#include "tests/cli/cliprocess.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;

// `history` as a process, over runs that `exec` left behind.
class TestCliHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheNewestFirst();
    void narrows_data();
    void narrows();
    void searches_data();
    void searches();
    void showsARunToTheByte();
    void exportsWithoutSecrets();
    void prunesOnlyWhatItIsTold();
    void anEmptyHistoryIsNoTrouble();
    void badUsage_data();
    void badUsage();

private:
    int history(const QStringList &words) { return m_cli->run(QStringList {QStringLiteral("history"), QStringLiteral("--config"), m_config} + words); }
    void exec(const QString &action, const QString &input)
    {
        m_cli->run({QStringLiteral("exec"), action, QStringLiteral("--input"), input, QStringLiteral("--config"), m_config});
    }
    void execThree()
    {
        exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"word": "Zebra", "n": 1.10})"));
        exec(QStringLiteral("SANDBOX_FAIL"), QStringLiteral(R"({"message": "No such stripe."})"));
        exec(QStringLiteral("SANDBOX_WAIT"), QStringLiteral(R"({"milliseconds": "soon"})"));
    }
    json::Document listed(const QStringList &words)
    {
        history(words + QStringList {QStringLiteral("--json")});
        return json::Document::parse(m_cli->output);
    }

    std::unique_ptr<CliProcess> m_cli;
    QString m_config;
};

void TestCliHistory::init()
{
    m_cli = std::make_unique<CliProcess>();
    m_config = m_cli->folder.filePath(QStringLiteral("config"));
}

void TestCliHistory::listsTheNewestFirst()
{
    execThree();
    QCOMPARE(history({QStringLiteral("list")}), 0);
    const QByteArrayList lines = m_cli->output.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].contains("SANDBOX_WAIT") && lines[0].contains("serviceRefused"), lines[0].constData());
    QVERIFY(lines[1].contains("SANDBOX_FAIL") && lines[1].contains("actionRefused"));
    QVERIFY(lines[2].contains("SANDBOX_ECHO") && lines[2].contains("successful"));
    const json::Document list = listed({QStringLiteral("list")});
    QCOMPARE(list.root().at(0).member(u"status").toInteger(), 400);
    QCOMPARE(list.root().at(2).member(u"bodyKept").toBool(), true);
}

void TestCliHistory::narrows_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("count");
    QTest::newRow("action") << QStringLiteral("list --action sandbox_fail") << 1;
    QTest::newRow("environment") << QStringLiteral("list --env sandbox") << 3;
    QTest::newRow("another environment") << QStringLiteral("list --env staging") << 0;
    QTest::newRow("verdict") << QStringLiteral("list --verdict serviceRefused") << 1;
    QTest::newRow("limit") << QStringLiteral("list --limit 2") << 2;
    QTest::newRow("no limit") << QStringLiteral("list --limit 0") << 3;
}

void TestCliHistory::narrows()
{
    QFETCH(QString, words);
    QFETCH(int, count);
    execThree();
    const json::Document found = listed(words.split(QLatin1Char(' ')));
    QCOMPARE(found.root().count(), count);
}

void TestCliHistory::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("in an input") << QStringLiteral("zebra") << QStringList {QStringLiteral("SANDBOX_ECHO")};
    QTest::newRow("in an error") << QStringLiteral("such stripe") << QStringList {QStringLiteral("SANDBOX_FAIL")};
    QTest::newRow("in ids") << QStringLiteral("SANDBOX_") << QStringList {QStringLiteral("SANDBOX_WAIT"), QStringLiteral("SANDBOX_FAIL"), QStringLiteral("SANDBOX_ECHO")};
    QTest::newRow("nowhere") << QStringLiteral("giraffe") << QStringList();
}

void TestCliHistory::searches()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    execThree();
    QCOMPARE(history({QStringLiteral("search"), text}), found.isEmpty() ? 1 : 0);
    const json::Document list = listed({QStringLiteral("search"), text});
    QStringList actions;
    for (json::Value entry = list.root().firstChild(); entry.isValid(); entry = entry.nextSibling())
        actions.append(entry.member(u"actionId").toString());
    QCOMPARE(actions, found);
}

void TestCliHistory::showsARunToTheByte()
{
    m_cli->run({QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"), QStringLiteral(R"({"n": 1.10})"),
        QStringLiteral("--config"), m_config});
    const QByteArray answer = m_cli->output;
    QCOMPARE(history({QStringLiteral("show"), QStringLiteral("last"), QStringLiteral("--print"), QStringLiteral("body")}), 0);
    QCOMPARE(m_cli->output, answer);
    QCOMPARE(history({QStringLiteral("show"), QStringLiteral("last"), QStringLiteral("--print"), QStringLiteral("request")}), 0);
    QVERIFY2(m_cli->output.contains(R"({"n": 1.10})"), m_cli->output.constData());
    QCOMPARE(history({QStringLiteral("show"), QStringLiteral("last")}), 0);
    const json::Document shown = json::Document::parse(m_cli->output);
    QCOMPARE(shown.root().member(u"verdict").toString(), QStringLiteral("successful"));
}

void TestCliHistory::exportsWithoutSecrets()
{
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral(R"({"Authorization": "Bearer abcdef0123456789abcdef"})"));
    for (const char *form : {"bundle", "har", "markdown"}) {
        QCOMPARE(history({QStringLiteral("export"), QStringLiteral("last"), QStringLiteral("--as"), QString::fromLatin1(form)}), 0);
        QVERIFY2(m_cli->output.contains("SANDBOX_ECHO"), form);
        QVERIFY2(!m_cli->output.contains("abcdef0123456789abcdef"), form);
    }
    QCOMPARE(history({QStringLiteral("export"), QStringLiteral("last")}), 0);
    QVERIFY(exchange::isBundle(m_cli->output));
    exec(QStringLiteral("SANDBOX_ECHO"), QStringLiteral("{}"));
    const json::Document list = listed({QStringLiteral("list")});
    const QStringList both {list.root().at(0).member(u"id").toString(), list.root().at(1).member(u"id").toString()};
    QCOMPARE(history(QStringList {QStringLiteral("export")} + both), 2); // a bundle holds one
    QCOMPARE(history(QStringList {QStringLiteral("export"), QStringLiteral("--as"), QStringLiteral("har")} + both), 0);
    const json::Document shown = json::Document::parse(m_cli->output);
    QCOMPARE(shown.root().member(u"log").member(u"entries").count(), 2);
}

void TestCliHistory::prunesOnlyWhatItIsTold()
{
    execThree();
    QCOMPARE(history({QStringLiteral("prune")}), 2);
    const json::Document before = listed({QStringLiteral("list")});
    QCOMPARE(before.root().count(), 3);
    QCOMPARE(history({QStringLiteral("prune"), QStringLiteral("--keep-megabytes"), QStringLiteral("0")}), 0);
    QVERIFY2(m_cli->errors.contains("kept: 3"), m_cli->errors.constData()); // the newest file always stays
}

void TestCliHistory::anEmptyHistoryIsNoTrouble()
{
    QCOMPARE(history({QStringLiteral("list")}), 0);
    QVERIFY(m_cli->output.isEmpty());
    const json::Document after = listed({QStringLiteral("list")});
    QCOMPARE(after.root().count(), 0);
    QCOMPARE(history({QStringLiteral("show"), QStringLiteral("last")}), 2);
}

void TestCliHistory::badUsage_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a verb") << QStringLiteral("forget");
    QTest::newRow("show what") << QStringLiteral("show");
    QTest::newRow("show an unknown run") << QStringLiteral("show 20260101T000000000-000001-0001");
    QTest::newRow("show no id") << QStringLiteral("show it");
    QTest::newRow("search what") << QStringLiteral("search");
    QTest::newRow("export what") << QStringLiteral("export");
    QTest::newRow("export as") << QStringLiteral("export last --as pdf");
    QTest::newRow("verdict") << QStringLiteral("list --verdict fine");
    QTest::newRow("a word too many") << QStringLiteral("list all");
    QTest::newRow("megabytes") << QStringLiteral("prune --keep-megabytes -1");
}

void TestCliHistory::badUsage()
{
    QFETCH(QString, words);
    QCOMPARE(history(words.split(QLatin1Char(' '), Qt::SkipEmptyParts)), 2);
    QVERIFY(m_cli->output.isEmpty());
    QVERIFY(!m_cli->errors.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_cli_history.moc"
