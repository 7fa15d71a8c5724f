// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/executor.h"
#include "app/workspace/inputminimization.h"
#include "tests/support/hostileserver.h"

#include <QTest>

#include <functional>

using namespace actionscope;
using test::HostileServer;
using workspace::InputMinimization;

namespace {

constexpr char good[] = R"({"data":{},"successful":true,"error":null})";
constexpr char bad[] = R"({"data":{"status_code":422},"successful":false,"error":"Bad."})";
constexpr char otherwise[] = R"({"data":{"status_code":404},"successful":false,"error":"Not there."})";

// The answer to a body and the number of the request, from 1.
using Reply = std::function<QByteArray(const QByteArray &body, int number)>;

class Search final : public QObject
{
public:
    Search(const QByteArray &input, const Reply &reply, int most = InputMinimization::usualMost)
        : m_server([this, reply](const auto &request, QTcpSocket *socket) { socket->write(reply(request.body, ++count)); })
        , m_search(planFor(input), most, &m_executor)
    {
        connect(&m_search, &InputMinimization::finished, this, [this](const InputMinimization::Outcome &made) {
            outcome = made;
            ++ends;
        });
        m_search.start();
    }
    void stop() { m_search.stop(); }

    int count = 0;
    int ends = 0;
    InputMinimization::Outcome outcome;

private:
    [[nodiscard]] workspace::ExecutionPlan planFor(const QByteArray &input) const
    {
        workspace::ExecutionPlan plan;
        plan.draft.request.actionId = QStringLiteral("GMAIL_FETCH_EMAILS");
        plan.draft.request.input = input;
        plan.environment = {QStringLiteral("test"), m_server.url().toString(), api::ApiVersion::V2};
        plan.destination = {m_server.url(), "ak_key"};
        return plan;
    }

    HostileServer m_server;
    executor::Executor m_executor;
    InputMinimization m_search;
};

QByteArray answered(const char *body) { return HostileServer::answer(body); }

} // namespace

// How the search for the smallest failing input ends, against a service that answers as told.
class TestInputMinimization final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheGuiltyPart()
    {
        Search search(R"({"a": 1, "bad": [1, {"x": 7}], "c": "text"})",
            [](const QByteArray &body, int) { return answered(body.contains("\"x\"") ? bad : good); });
        QTRY_COMPARE(search.ends, 1);
        QCOMPARE(search.outcome.end, InputMinimization::End::Smallest);
        QCOMPARE(search.outcome.input, QByteArray(R"({"bad": [{"x": 0}]})"));
        QCOMPARE(search.outcome.executions, search.count);
        QVERIFY(search.count <= InputMinimization::mostExecutions(R"({"a": 1, "bad": [1, {"x": 7}], "c": "text"})"));
    }

    // Another failure is not the same one, however similar.
    void keepsToTheSameFailure()
    {
        Search search(R"({"first": 1, "second": 2})", [](const QByteArray &body, int) {
            return answered(!body.contains("first") ? otherwise : body.contains("second") ? bad : good);
        });
        QTRY_COMPARE(search.ends, 1);
        QCOMPARE(search.outcome.input, QByteArray(R"({"first": 0, "second": 0})"));
    }

    void endsAsItMust_data()
    {
        QTest::addColumn<int>("from"); // the number of the request from which on
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<InputMinimization::End>("end");
        QTest::newRow("it does not fail") << 1 << answered(good) << InputMinimization::End::NoFailure;
        QTest::newRow("it fails once") << 2 << answered(good) << InputMinimization::End::Unsteady;
        QTest::newRow("it fails otherwise") << 2 << answered(otherwise) << InputMinimization::End::Unsteady;
        const QByteArray busy = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 2\r\n\r\n{}";
        QTest::newRow("busy at once") << 2 << busy << InputMinimization::End::Disturbed;
        QTest::newRow("busy later") << 4 << busy << InputMinimization::End::Disturbed;
        QTest::newRow("an outage") << 4 << QByteArray("HTTP/1.1 503 Unavailable\r\nContent-Length: 2\r\n\r\n{}") << InputMinimization::End::Disturbed;
        QTest::newRow("no HTTP") << 4 << QByteArray("nonsense\r\n\r\n") << InputMinimization::End::Disturbed;
    }
    void endsAsItMust()
    {
        QFETCH(int, from);
        QFETCH(QByteArray, then);
        Search search(R"({"a": 1, "b": 2, "c": 3})", [&](const QByteArray &body, int number) {
            return number >= from ? then : answered(body.contains("\"b\"") ? bad : good);
        });
        QTRY_COMPARE(search.ends, 1);
        QTEST(search.outcome.end, "end");
        QVERIFY(search.outcome.input.contains("\"b\"")); // nothing innocent took the blame
        QVERIFY(!search.outcome.sentence.isEmpty());
        QVERIFY(search.count <= from);
    }

    void executesNoMoreThanAllowed()
    {
        Search search(R"({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6})",
            [](const QByteArray &body, int) { return answered(body.contains("\"b\"") ? bad : good); }, 6);
        QTRY_COMPARE(search.ends, 1);
        QCOMPARE(search.outcome.end, InputMinimization::End::OutOfTries);
        QVERIFY(search.count <= 6);
        QVERIFY(search.outcome.input.contains("\"b\""));
    }

    void stopsWithTheBestSoFar()
    {
        Search search(R"({"a": 1, "b": 2, "c": 3, "d": 4})", [](const QByteArray &body, int number) {
            return number > 5 ? QByteArray() : answered(body.contains("\"b\"") ? bad : good);
        });
        QTRY_COMPARE(search.count, 6);
        search.stop();
        QTRY_COMPARE(search.ends, 1);
        QCOMPARE(search.outcome.end, InputMinimization::End::Stopped);
        QVERIFY(search.outcome.input.contains("\"b\""));
        QVERIFY(search.outcome.hasShrunk(R"({"a": 1, "b": 2, "c": 3, "d": 4})"));
    }
};

QTEST_GUILESS_MAIN(TestInputMinimization)
#include "tst_inputminimization.moc"
