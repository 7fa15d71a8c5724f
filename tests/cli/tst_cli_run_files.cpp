// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "tests/cli/cliprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace actionscope;
using tests::CliProcess;

// Files that a run reads and writes: none takes the place of another, and reports of several runs fit each other.
class TestCliRunFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void snapshotsSpareTheCollection_data();
    void snapshotsSpareTheCollection();
    void reportsSpareWhatIsRead_data();
    void reportsSpareWhatIsRead();
    void runsWhatWasNeverBegun();
    void refusesPartsOfAnotherRun_data();
    void refusesPartsOfAnotherRun();
    void whatIsNewAndFailsIsNewlyFailing();
    void aMatrixStaysInOneShard();

private:
    void add(const QString &name, const QByteArray &json)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_cli->folder.filePath(name)).absolutePath()));
        QVERIFY(!m_cli->write(name, json).isEmpty());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_cli->folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int run(const QString &words) { return m_cli->run(QStringList {QStringLiteral("run")} + words.split(QLatin1Char(' '))); }
    int report(const QString &words) { return m_cli->run(QStringList {QStringLiteral("report")} + words.split(QLatin1Char(' '))); }

    std::unique_ptr<CliProcess> m_cli;
};

namespace {

constexpr char good[] = R"({"actionscope":1,"actionId":"SANDBOX_ECHO","input":{"n":1},"expect":[{"status":200}]})";
constexpr char bad[] = R"({"actionscope":1,"actionId":"SANDBOX_FAIL","input":{"message":"no"}})";

} // namespace

void TestCliRunFiles::init()
{
    m_cli = std::make_unique<CliProcess>();
    add(QStringLiteral("c/collection.json"), R"({"actionscope":1,"name":"Files"})");
    add(QStringLiteral("c/environments/ci.json"), R"({"variables":{"a":1}})");
    add(QStringLiteral("c/a.action.json"), good);
    add(QStringLiteral("c/z.action.json"), good);
}

void TestCliRunFiles::snapshotsSpareTheCollection_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a.action.json", "collection.json", "environments/ci.json", "environments/new.json", "new.action.json", "link.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCliRunFiles::snapshotsSpareTheCollection()
{
    QFETCH(QString, name);
    QVERIFY(QFile::link(QStringLiteral("a.action.json"), m_cli->folder.filePath(QStringLiteral("c/link.json"))));
    add(QStringLiteral("c/snap.action.json"),
        "{\"actionId\":\"SANDBOX_ECHO\",\"input\":{},\"expect\":[{\"path\":\"$.data\",\"unchangedSince\":\"" + name.toUtf8() + "\"}]}");
    const QByteArray before = read(QStringLiteral("c/") + name);
    QCOMPARE(run(QStringLiteral("c --update-snapshots")), 2);
    QVERIFY2(m_cli->errors.contains("snap.action.json compares with ") && m_cli->errors.contains(name.toUtf8()), m_cli->errors.constData());
    QVERIFY2(m_cli->output.isEmpty(), m_cli->output.constData());
    QCOMPARE(read(QStringLiteral("c/") + name), before);
}

void TestCliRunFiles::reportsSpareWhatIsRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("file");
    QTest::newRow("request") << QStringLiteral("c --report json=c/a.action.json") << QStringLiteral("c/a.action.json");
    QTest::newRow("collection") << QStringLiteral("c/a.action.json --report html=c/collection.json") << QStringLiteral("c/collection.json");
    QTest::newRow("environment") << QStringLiteral("c --report json=c/environments/ci.json") << QStringLiteral("c/environments/ci.json");
    QTest::newRow("data") << QStringLiteral("c --data d.json --report json=d.json") << QStringLiteral("d.json");
    QTest::newRow("data by another way") << QStringLiteral("c --data d.json --report json=c/../d.json") << QStringLiteral("d.json");
    QTest::newRow("key") << QStringLiteral("c --api-key-file key --report json=key") << QStringLiteral("key");
    QTest::newRow("snapshot") << QStringLiteral("s --report json=s/kept.json") << QStringLiteral("s/kept.json");
    QTest::newRow("what a link leads to") << QStringLiteral("s --report json=real.json") << QStringLiteral("real.json");
}

void TestCliRunFiles::reportsSpareWhatIsRead()
{
    QFETCH(QString, words);
    QFETCH(QString, file);
    add(QStringLiteral("d.json"), R"([{"a":1}])");
    add(QStringLiteral("key"), "ak_hush-1\n");
    add(QStringLiteral("real.json"), good);
    add(QStringLiteral("s/kept.json"), "{}");
    add(QStringLiteral("s/s.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{},"expect":[{"path":"$.data.input","unchangedSince":"kept.json"}]})");
    QVERIFY(QFile::link(QStringLiteral("../real.json"), m_cli->folder.filePath(QStringLiteral("s/l.action.json"))));
    const QByteArray before = read(file);
    QCOMPARE(run(words), 2);
    QVERIFY2(m_cli->errors.contains("would be written over a file that this run reads."), m_cli->errors.constData());
    QVERIFY2(m_cli->output.isEmpty(), m_cli->output.constData());
    QCOMPARE(read(file), before);
    // An earlier report may be replaced, also by the run that reads it.
    QCOMPARE(run(QStringLiteral("c --report json=r.json")), 0);
    add(QStringLiteral("c/b.action.json"), bad);
    QCOMPARE(run(QStringLiteral("c --report json=r.json")), 3);
    QCOMPARE(run(QStringLiteral("c --failed-in r.json --report json=r.json")), 3);
}

void TestCliRunFiles::runsWhatWasNeverBegun()
{
    add(QStringLiteral("c/b.action.json"), bad);
    add(QStringLiteral("c/sub/y.action.json"), good);
    QCOMPARE(run(QStringLiteral("c/b.action.json c --bail --report json=r.json --report junit=r.xml")), 3);
    const auto report = json::Document::parse(read(QStringLiteral("r.json")));
    const json::Value notBegun = report.root().member(u"summary").member(u"notBegun");
    QCOMPARE(notBegun.raw().toByteArray(), QByteArray(R"(["sub/y.action.json","a.action.json","z.action.json"])"));
    const QByteArray junit = read(QStringLiteral("r.xml"));
    QVERIFY2(junit.contains("classname=\"sub\" name=\"y\"") && junit.contains("name=\"z\""), junit.constData());
    QVERIFY2(junit.contains("tests=\"4\"") && junit.count("<testcase") == 4, junit.constData());
    QVERIFY2(!junit.contains("that were left"), junit.constData());
    add(QStringLiteral("c/b.action.json"), good);
    QCOMPARE(run(QStringLiteral("c --failed-in r.json")), 0);
    QVERIFY2(m_cli->output.contains("4 of 4 passed"), m_cli->output.constData());
    QCOMPARE(run(QStringLiteral("c --report json=r.json")), 0);
    QVERIFY(!read(QStringLiteral("r.json")).contains("notBegun"));
}

void TestCliRunFiles::refusesPartsOfAnotherRun_data()
{
    QTest::addColumn<QString>("parts");
    QTest::addColumn<QByteArray>("complaint");
    QTest::newRow("another division") << QStringLiteral("p1.json p2.json p3.json q1.json") << QByteArray("q1.json does not belong to the other parts: it is 1/4, and the first is 1/3.");
    QTest::newRow("another folder") << QStringLiteral("p1.json p2.json o3.json") << QByteArray("o3.json does not belong to the other parts: the name is “Other” there and “Files” in the first.");
    QTest::newRow("another state") << QStringLiteral("p1.json p2.json c3.json") << QByteArray("c3.json does not belong to the other parts: its requests, data rows or repeats");
    QTest::newRow("another repeat") << QStringLiteral("p1.json p2.json r3.json") << QByteArray("r3.json does not belong");
    QTest::newRow("twice") << QStringLiteral("p1.json p2.json p3.json p1.json") << QByteArray("Two parts are of the shard 1/3, p1.json is the second.");
    QTest::newRow("a whole run") << QStringLiteral("p1.json whole.json") << QByteArray("whole.json does not belong to the other parts: it is the report of a whole run.");
    QTest::newRow("two whole runs") << QStringLiteral("whole.json whole.json") << QByteArray("whole run.");
}

void TestCliRunFiles::refusesPartsOfAnotherRun()
{
    QFETCH(QString, parts);
    QFETCH(QByteArray, complaint);
    add(QStringLiteral("o/collection.json"), R"({"name":"Other"})");
    add(QStringLiteral("o/a.action.json"), good);
    add(QStringLiteral("changed/collection.json"), R"({"name":"Files"})");
    add(QStringLiteral("changed/a.action.json"), R"({"actionId":"SANDBOX_ECHO","input":{"n":2}})");
    const auto shard = [&](const char *folder, const char *part, const char *file) {
        QVERIFY(run(QStringLiteral("%1 --shard %2 --report json=%3").arg(QLatin1String(folder), QLatin1String(part), QLatin1String(file))) == 0);
    };
    shard("c", "1/3", "p1.json");
    shard("c", "2/3", "p2.json");
    shard("c", "3/3", "p3.json");
    shard("c", "1/4", "q1.json");
    shard("o", "3/3", "o3.json");
    shard("changed", "3/3", "c3.json");
    shard("c --repeat 2", "3/3", "r3.json");
    QCOMPARE(run(QStringLiteral("c --report json=whole.json")), 0);
    QCOMPARE(report(QStringLiteral("merge %1 --report json=all.json").arg(parts)), 2);
    QVERIFY2(m_cli->errors.contains(complaint), m_cli->errors.constData());
    QVERIFY(read(QStringLiteral("all.json")).isEmpty());
    QCOMPARE(report(QStringLiteral("merge p1.json p2.json p3.json --report json=all.json")), 0);
    QVERIFY2(m_cli->errors.contains("2 of 2 passed"), m_cli->errors.constData());
}

void TestCliRunFiles::whatIsNewAndFailsIsNewlyFailing()
{
    QCOMPARE(run(QStringLiteral("c --report json=old.json")), 0);
    add(QStringLiteral("c/new.action.json"), good);
    QCOMPARE(run(QStringLiteral("c --report json=new.json")), 0);
    QCOMPARE(report(QStringLiteral("compare old.json new.json")), 0);
    add(QStringLiteral("c/new.action.json"), bad);
    QCOMPARE(run(QStringLiteral("c --report json=new.json")), 3);
    QCOMPARE(report(QStringLiteral("compare old.json new.json")), 1);
    QVERIFY2(m_cli->output.contains("new: is new and fails."), m_cli->output.constData());
    QVERIFY2(m_cli->errors.contains("Newly failing: 1."), m_cli->errors.constData());
}

void TestCliRunFiles::aMatrixStaysInOneShard()
{
    QByteArray all;
    for (const char *part : {"1/3", "2/3", "3/3"}) {
        QCOMPARE(run(QStringLiteral("c/a.action.json c/z.action.json --each entity=ann,bob,cid --shard %1").arg(QLatin1String(part))), 0);
        const QByteArray grid = m_cli->output.mid(m_cli->output.indexOf("\nRequest"));
        QVERIFY2(grid.count("✓") % 3 == 0, grid.constData());
        all += grid;
    }
    QCOMPARE(all.count("✓"), 6);
}

QTEST_GUILESS_MAIN(TestCliRunFiles)
#include "tst_cli_run_files.moc"
