// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "app/sandbox/requestlog/requestlog.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

#include <memory>
#include <vector>

using namespace actionscope;
using namespace actionscope::test;

namespace {

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace

// What many requests and many clients leave behind. packaging/bench measures how quick it is.
class TestSandboxEndurance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesNotGrowWithRequests();
    void isNotStoppedByIdleConnections();
};

// Both ends of every connection are in this process.
void TestSandboxEndurance::initTestCase()
{
    rlimit files {};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
}

void TestSandboxEndurance::doesNotGrowWithRequests()
{
    const RunningSandbox sandbox;
    RawClient client(sandbox.port());
    const QByteArray request
        = RunningSandbox::requestBytes("POST", "/api/v2/actions/SANDBOX_ECHO/execute", R"({"input":{"a":[1,2,3]}})");
    const auto ask = [&](int times, int ahead) {
        for (int i = 0; i < times; i += ahead) {
            client.send(request.repeated(ahead));
            for (int j = 0; j < ahead; ++j) {
                if (client.read().status != 200)
                    return false;
            }
        }
        return true;
    };
    QVERIFY(ask(int(sandbox::RequestLog::mostEntries) + 200, 10)); // the log in memory is full from here on
    const double before = residentMegabytes();
    QVERIFY(ask(10'000, 1));
    const double grown = residentMegabytes() - before;
    QVERIFY2(grown < 2, qPrintable(QString::number(grown))); // 10,000 answers that were kept would be more
}

void TestSandboxEndurance::isNotStoppedByIdleConnections()
{
    const RunningSandbox sandbox;
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 500; ++i)
        idle.push_back(std::make_unique<RawClient>(sandbox.port()));
    for (int i = 0; i < 100; ++i) // some have begun to say something
        idle[std::size_t(i)]->send("POST /api/v2/actions");
    QCOMPARE(sandbox.executeV2("SANDBOX_ECHO", R"({"input":{"a":1.10}})").status, 200);
    idle.back()->send(RunningSandbox::requestBytes("POST", "/api/v2/actions/SANDBOX_ECHO/execute", "{}"));
    QCOMPARE(idle.back()->read().status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxEndurance)
#include "tst_sandboxendurance.moc"
