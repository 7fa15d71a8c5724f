// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::test;

// A sandbox that is killed in the middle of its work leaves a database the next one opens.
class TestSandboxKilled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesADatabaseThatOpens();
};

void TestSandboxKilled::leavesADatabaseThatOpens()
{
    const QTemporaryDir folder;
    QProcess host;
    host.start(QStringLiteral(SANDBOX_HOST), {folder.path()});
    QVERIFY(host.waitForReadyRead(20000));
    const QList<QByteArray> words = host.readLine().trimmed().split(' '); // listening URL key KEY
    QCOMPARE(words.size(), 4);
    RawClient client(quint16(QUrl(QString::fromLatin1(words[1])).port()));
    const QByteArray create = RunningSandbox::requestBytes("POST", "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute",
        R"({"input":{"owner":"o","repo":"r","title":"t"}})", "x-api-key: " + words[3] + "\r\n");
    for (int i = 0; i < 20; ++i) {
        client.send(create);
        QCOMPARE(client.read().status, 200);
    }
    client.send(create.repeated(10)); // not waited for
    host.kill();
    QVERIFY(host.waitForFinished(10000));

    sandbox::SandboxOptions options;
    options.state = folder.path();
    const RunningSandbox next(options);
    const auto listed
        = next.executeV2("GITHUB_GET_AN_ISSUE", R"({"input":{"owner":"o","repo":"r","issue_number":20}})");
    QCOMPARE(at(listed.body, QStringLiteral("data.number")), QByteArray("20"));
    const auto created = next.executeV2(
        "GITHUB_CREATE_AN_ISSUE", R"({"input":{"owner":"o","repo":"r","title":"after"}})");
    QVERIFY(at(created.body, QStringLiteral("data.number")).toInt() > 20);
}

QTEST_GUILESS_MAIN(TestSandboxKilled)
#include "tst_sandboxkilled.moc"
