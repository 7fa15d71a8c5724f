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
    void keepsWhatItAnswered();
};

namespace {

// A sandbox in a process of its own.
class Host final
{
public:
    explicit Host(const QString &folder)
    {
        m_process.start(QStringLiteral(SANDBOX_HOST), {folder});
        if (!m_process.waitForReadyRead(20000))
            return;
        const QList<QByteArray> words = m_process.readLine().trimmed().split(' '); // listening URL key KEY
        port = quint16(QUrl(QString::fromLatin1(words.value(1))).port());
        m_key = words.value(3);
    }

    [[nodiscard]] QByteArray request(const QByteArray &action, const QByteArray &input) const
    {
        return RunningSandbox::requestBytes("POST", "/api/v2/actions/" + action + "/execute",
            "{\"input\":" + input + "}", "x-api-key: " + m_key + "\r\n");
    }
    [[nodiscard]] bool kill()
    {
        m_process.kill();
        return m_process.waitForFinished(10000);
    }

    quint16 port = 0; // 0: it did not start

private:
    QProcess m_process;
    QByteArray m_key;
};

const QByteArray anIssue = R"({"owner":"o","repo":"r","title":"t"})";

} // namespace

// Again and again on one folder, each time at another moment; what was answered is there the next time.
void TestSandboxKilled::keepsWhatItAnswered()
{
    const QTemporaryDir folder;
    int answered = 0; // the highest number a client was told
    for (int round = 0; round < 10; ++round) {
        Host host(folder.path());
        QVERIFY(host.port != 0);
        RawClient client(host.port);
        if (answered > 0) {
            client.send(host.request("GITHUB_GET_AN_ISSUE",
                R"({"owner":"o","repo":"r","issue_number":)" + QByteArray::number(answered) + '}'));
            QCOMPARE(at(client.read().body, QStringLiteral("data.number")), QByteArray::number(answered));
        }
        client.send(host.request("GITHUB_CREATE_AN_ISSUE", anIssue).repeated(16));
        for (int i = 0; i <= round; ++i) { // the rest is under way
            const int number = at(client.read().body, QStringLiteral("data.number")).toInt();
            QVERIFY(number > answered);
            answered = number;
        }
        QVERIFY(host.kill());
    }

    sandbox::SandboxOptions options;
    options.state = folder.path();
    const RunningSandbox next(options);
    const auto listed = next.executeV2("GITHUB_GET_AN_ISSUE",
        R"({"input":{"owner":"o","repo":"r","issue_number":)" + QByteArray::number(answered) + "}}");
    QCOMPARE(at(listed.body, QStringLiteral("data.number")), QByteArray::number(answered));
    const auto created = next.executeV2("GITHUB_CREATE_AN_ISSUE", "{\"input\":" + anIssue + '}');
    QVERIFY(at(created.body, QStringLiteral("data.number")).toInt() > answered);
    const auto saved = next.get("/sandbox/state"); // only a database that is whole can be saved and taken
    RawClient client(next.port());
    client.send(RunningSandbox::requestBytes("PUT", "/sandbox/state", saved.body));
    QCOMPARE(client.read().status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxKilled)
#include "tst_sandboxkilled.moc"
