// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "tests/cli/cliprocess.h"
#include "tests/support/contentcoding.h"

#include <QTest>

using namespace actionscope;
using tests::CliProcess;

// `actionscope-cli diff` as a script meets it.
class TestCliDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsDifferences();
    void saysThatTwoAreEqual();
    void reportsAsJson();
    void readsStandardInput();
    void unpacksASavedAnswer();
    void comparesRunsInTheHistory();
    void refusesWhatItCannotCompare_data();
    void refusesWhatItCannotCompare();
};

void TestCliDiff::listsDifferences()
{
    CliProcess cli;
    const QString left
        = cli.write(QStringLiteral("a.json"), "{\"n\":1.10,\"items\":[{\"id\":1},{\"id\":2}],\"gone\":null}");
    const QString right
        = cli.write(QStringLiteral("b.json"), "{\"items\":[{\"id\":2},{\"id\":1}],\"n\":1.1,\"new\":\"x\"}");
    QCOMPARE(cli.run({QStringLiteral("diff"), left, right}), 1);
    const QByteArrayList lines = cli.output.split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QByteArray("~ $.n  1.10 \u2192 1.1"));
    QVERIFY2(lines[1].startsWith("> $.items["), lines[1].constData());
    QCOMPARE(lines[2], QByteArray("- $.gone  null"));
    QCOMPARE(lines[3], QByteArray("+ $.new  \"x\""));
    QVERIFY2(cli.errors.contains("4 differences: 1 added, 1 removed, 1 changed, 1 moved."),
        cli.errors.constData());
}

void TestCliDiff::saysThatTwoAreEqual()
{
    CliProcess cli;
    const QString left
        = cli.write(QStringLiteral("a.json"), "{\"at\":\"2026-01-01T00:00:00Z\",\"v\":[1],\"w\":1}");
    const QString right
        = cli.write(QStringLiteral("b.json"), "{\"v\":[2],\"at\":\"2026-02-02T00:00:00Z\",\"w\":2}");
    QCOMPARE(cli.run({QStringLiteral("diff"), left, right, QStringLiteral("--ignore-volatile"),
                 QStringLiteral("--ignore"), QStringLiteral("$.v"), QStringLiteral("--ignore=$.w")}),
        0);
    QCOMPARE(cli.output, QByteArray());
    QVERIFY(cli.errors.contains("No difference."));
    QCOMPARE(cli.run({QStringLiteral("diff"), left, left, QStringLiteral("--quiet")}), 0);
    QCOMPARE(cli.errors, QByteArray());
}

void TestCliDiff::reportsAsJson()
{
    CliProcess cli;
    const QString left = cli.write(QStringLiteral("a.json"), "{\"n\":1.10}");
    const QString right = cli.write(QStringLiteral("b.json"), "{\"n\":{\"b\":1,\"a\":2}}");
    QCOMPARE(
        cli.run({QStringLiteral("diff"), left, right, QStringLiteral("--print"), QStringLiteral("report")}),
        1);
    QCOMPARE(cli.output,
        QByteArray(
            "{\"actionscopeDiff\":1,\"equal\":false,\"changes\":[{\"kind\":\"changed\",\"leftPath\":\"$.n\","
            "\"left\":1.10,\"rightPath\":\"$.n\",\"right\":{\"b\":1,\"a\":2}}]}\n"));
}

void TestCliDiff::readsStandardInput()
{
    CliProcess cli;
    const QString left = cli.write(QStringLiteral("a.json"), "[1]");
    QCOMPARE(cli.run({QStringLiteral("diff"), left, QStringLiteral("-")}, "[1]"), 0);
    QCOMPARE(cli.run({QStringLiteral("diff"), QStringLiteral("-"), left}, "[2]"), 1);
}

void TestCliDiff::unpacksASavedAnswer()
{
    CliProcess cli;
    const QByteArray packed = test::gzip("{\"n\":1}");
    const QString left = cli.write(QStringLiteral("a.json.gz"), packed);
    const QString right = cli.write(QStringLiteral("b.json"), "{\"n\":2}");
    QCOMPARE(cli.run({QStringLiteral("diff"), left, right}), 1);
    QCOMPARE(cli.output, QByteArray("~ $.n  1 \u2192 2\n"));
    QVERIFY2(cli.errors.contains("1 difference: 1 changed."), cli.errors.constData());
    const QString cut = cli.write(QStringLiteral("cut.gz"), packed.chopped(9));
    QCOMPARE(cli.run({QStringLiteral("diff"), cut, right}), 2);
    QVERIFY2(cli.errors.contains("cut.gz"), cli.errors.constData());
}

void TestCliDiff::comparesRunsInTheHistory()
{
    CliProcess cli;
    QStringList ids;
    for (const QString &number : {QStringLiteral("1"), QStringLiteral("2")}) {
        QCOMPARE(cli.run({QStringLiteral("exec"), QStringLiteral("SANDBOX_ECHO"), QStringLiteral("--input"),
                     QStringLiteral("{\"n\":%1}").arg(number), QStringLiteral("--print"),
                     QStringLiteral("report"), QStringLiteral("--env"), QStringLiteral("sandbox")}),
            0);
        const json::Document report = json::Document::parse(cli.output);
        ids.append(report.root().member(u"historyId").toString());
        QVERIFY(!ids.last().isEmpty());
    }
    QCOMPARE(cli.run({QStringLiteral("diff"), ids[0], ids[1], QStringLiteral("--ignore"),
                 QStringLiteral("$.data.request")}),
        1);
    QVERIFY2(cli.output.contains("~ $.data.input.n  1 \u2192 2\n"), cli.output.constData());
}

void TestCliDiff::refusesWhatItCannotCompare_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("one file") << words("a.json") << QByteArray("takes two");
    QTest::newRow("three files") << words("a.json a.json a.json") << QByteArray("takes two");
    QTest::newRow("no such file") << words("a.json nowhere.json") << QByteArray("nowhere.json");
    QTest::newRow("not JSON") << words("a.json broken.json") << QByteArray("byte 4");
    QTest::newRow("standard input twice") << words("- -") << QByteArray("only one");
    QTest::newRow("a wrong path") << words("a.json a.json --ignore $.a[") << QByteArray("The value of --ignore is not a JSON path: column 5: ");
    QTest::newRow("a wrong form") << words("a.json a.json --print html") << QByteArray("The option --print takes list or report.");
}

void TestCliDiff::refusesWhatItCannotCompare()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    CliProcess cli;
    cli.write(QStringLiteral("a.json"), "[1]");
    cli.write(QStringLiteral("broken.json"), "[1, }");
    QCOMPARE(cli.run(QStringList {QStringLiteral("diff")} + arguments), 2);
    QCOMPARE(cli.output, QByteArray());
    QVERIFY2(cli.errors.contains(sentence), cli.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliDiff)
#include "tst_cli_diff.moc"
