// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/redaction.h"
#include "app/executor/executor.h"
#include "tests/support/hostileserver.h"
#include "tests/support/looptick.h"

#include <QTest>

using namespace actionscope;
using executor::Destination;
using executor::ExecutionRun;
using executor::Executor;
using executor::RunOptions;
using test::HostileServer;

namespace {

api::HttpRequest sample(const QByteArray &body = "{\"input\":{}}")
{
    return {"POST", "/api/v2/actions/A%2FB/execute", {{"Content-Type", "application/json"}}, body};
}

// One run to its end.
class Outcome final : public QObject
{
public:
    Outcome(Executor &executor, const api::HttpRequest &request, const Destination &destination, const RunOptions &options = {})
        : m_run(executor.start(request, destination, options))
    {
        connect(m_run, &ExecutionRun::finished, this, [this](const api::Exchange &exchange) {
            m_exchange = exchange;
            ++m_ends;
        });
        connect(m_run, &ExecutionRun::progress, this, [this](const executor::Progress &progress) { m_progress.append(progress); });
    }

    [[nodiscard]] bool isOver() const { return m_ends > 0; }

    QPointer<ExecutionRun> m_run;
    api::Exchange m_exchange;
    QList<executor::Progress> m_progress;
    int m_ends = 0;
};

} // namespace

class TestExecutor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestArrivesAsItIsShown()
    {
        HostileServer server([](const auto &, QTcpSocket *socket) { socket->write(HostileServer::answer("{}")); });
        Executor executor;
        const QByteArray body = "{\"input\": {\"n\":1.10,\"n\":1e400}}";
        Outcome outcome(executor, sample(body), {server.url(), "ak_secret_key"});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY(!outcome.m_exchange.fault);
        QCOMPARE(server.requests().size(), 1);
        const api::HttpRequest arrived = server.requests().first();
        QCOMPARE(arrived.method, "POST");
        QCOMPARE(arrived.path, "/api/v2/actions/A%2FB/execute");
        QCOMPARE(arrived.body, body);
        QCOMPARE(api::headerValue(arrived.headers, "x-api-key"), "ak_secret_key");
        QVERIFY(!api::headerValue(arrived.headers, "cookie"));

        const auto byName = [](api::HeaderList headers) {
            for (api::Header &header : headers) {
                header.name = header.name.toLower();
                if (header.name == "x-api-key")
                    header.value = redactedPlaceholder("apiKey");
            }
            std::sort(headers.begin(), headers.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
            QByteArrayList lines;
            for (const api::Header &header : headers)
                lines.append(header.name + ": " + header.value);
            return lines.join('\n');
        };
        QCOMPARE(byName(outcome.m_exchange.request.headers), byName(arrived.headers));
    }

    void aConnectionThatClosesIsNeverAskedTwice_data()
    {
        QTest::addColumn<bool>("reused");
        QTest::newRow("on a fresh connection") << false;
        QTest::newRow("on a kept connection") << true;
    }
    void aConnectionThatClosesIsNeverAskedTwice()
    {
        QFETCH(bool, reused);
        int answersLeft = reused ? 1 : 0;
        HostileServer server([&](const auto &, QTcpSocket *socket) {
            if (answersLeft-- > 0)
                socket->write(HostileServer::answer("{}"));
            else
                socket->disconnectFromHost();
        });
        Executor executor;
        if (reused) {
            Outcome first(executor, sample(), {server.url(), {}});
            QTRY_VERIFY(first.isOver());
            QVERIFY(!first.m_exchange.fault);
        }
        Outcome outcome(executor, sample(), {server.url(), {}});
        QTRY_VERIFY(outcome.isOver());
        QVERIFY(outcome.m_exchange.fault.has_value());
        QCOMPARE(outcome.m_exchange.fault->kind, api::FaultKind::ConnectionClosed);
        QVERIFY(outcome.m_exchange.fault->requestHadLeft);
        QCOMPARE(server.requests().size(), reused ? 2 : 1);
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
