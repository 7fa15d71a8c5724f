// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionread.h"
#include "app/catalog/identityprobe.h"
#include "app/catalog/serviceread.h"
#include "tests/support/hostileserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace std::chrono_literals;
using catalog::ReadPolicy;
using catalog::ServiceRead;
using test::HostileServer;

namespace {

QByteArray refusal(const char *status, const QByteArray &headers = {}, const QByteArray &body = "{\"message\":\"no\"}")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

// Answers one after the other, the last one again and again.
HostileServer::Handler inTurn(const QByteArrayList &answers)
{
    return [answers, at = qsizetype(0)](const auto &, QTcpSocket *socket) mutable {
        socket->write(answers[qMin(at++, answers.size() - 1)]);
    };
}

const api::HttpRequest request {"GET", "/api/v3.1/tools", {}, {}};
const ReadPolicy impatient {.retries = 3, .firstPause = 20ms, .longestPause = 3s, .timeout = 20s};

} // namespace

// Reads are tried again where the service is busy, and only there.
class TestServiceRead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesAgain_data()
    {
        QTest::addColumn<QByteArrayList>("answers");
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("status");
        const QByteArray good = HostileServer::answer("{}");
        QTest::newRow("good at once") << QByteArrayList {good} << 1 << 200;
        QTest::newRow("429, then good") << QByteArrayList {refusal("429 Busy", "Retry-After: 0\r\n"), good} << 2 << 200;
        QTest::newRow("503 without a time, then good") << QByteArrayList {refusal("503 Busy"), refusal("500 Oh"), good} << 3 << 200;
        QTest::newRow("busy for ever") << QByteArrayList {refusal("429 Busy")} << 4 << 429;
        QTest::newRow("asked to wait too long") << QByteArrayList {refusal("429 Busy", "Retry-After: 3600\r\n")} << 1 << 429;
        QTest::newRow("nonsense in Retry-After") << QByteArrayList {refusal("429 Busy", "Retry-After: soon\r\n"), good} << 2 << 200;
        QTest::newRow("401") << QByteArrayList {refusal("401 No"), good} << 1 << 401;
        QTest::newRow("404") << QByteArrayList {refusal("404 No"), good} << 1 << 404;
    }
    void triesAgain()
    {
        QFETCH(QByteArrayList, answers);
        HostileServer server(inTurn(answers));
        executor::Executor executor;
        ServiceRead read(request, {server.url(), "ak_test"}, impatient, &executor);
        QSignalSpy finished(&read, &ServiceRead::finished);
        read.start();
        QTRY_COMPARE(finished.size(), 1);
        QTEST(int(server.requests().size()), "tries");
        QTEST(finished[0][0].value<api::Exchange>().answer.status, "status");
    }

    void waitsAsLongAsItIsAsked()
    {
        HostileServer server(inTurn({refusal("429 Busy", "Retry-After: 1\r\n"), HostileServer::answer("{}")}));
        executor::Executor executor;
        ServiceRead read(request, {server.url(), "ak_test"}, impatient, &executor);
        QSignalSpy finished(&read, &ServiceRead::finished);
        QSignalSpy pausing(&read, &ServiceRead::pausing);
        QElapsedTimer clock;
        clock.start();
        read.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(clock.elapsed() >= 950, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(pausing.size(), 1);
        QCOMPARE(pausing[0][0].value<std::chrono::milliseconds>(), 1000ms);
    }

    void cancelsInAPauseAndOnTheWay_data()
    {
        QTest::addColumn<bool>("inPause");
        QTest::newRow("in a pause") << true;
        QTest::newRow("on the way") << false;
    }
    void cancelsInAPauseAndOnTheWay()
    {
        QFETCH(bool, inPause);
        HostileServer server([inPause](const auto &, QTcpSocket *socket) {
            if (inPause)
                socket->write(refusal("429 Busy", "Retry-After: 3\r\n"));
        });
        executor::Executor executor;
        ServiceRead read(request, {server.url(), "ak_test"}, impatient, &executor);
        QSignalSpy finished(&read, &ServiceRead::finished);
        QSignalSpy pausing(&read, &ServiceRead::pausing);
        read.start();
        QTRY_VERIFY(inPause ? pausing.size() == 1 : server.requests().size() == 1);
        QElapsedTimer clock;
        clock.start();
        read.cancel();
        read.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(clock.elapsed() < 1000);
        QVERIFY(finished[0][0].value<api::Exchange>().fault->kind == api::FaultKind::Cancelled);
        QCOMPARE(server.requests().size(), 1);
    }

    void leavesNothingBehind()
    {
        HostileServer server([](const auto &, QTcpSocket *) {});
        executor::Executor executor;
        auto read = std::make_unique<ServiceRead>(request, executor::Destination {server.url(), "ak_test"}, impatient, &executor);
        read->start();
        QTRY_COMPARE(server.requests().size(), 1);
        read.reset();
        QTRY_VERIFY(executor.findChildren<executor::ExecutionRun *>().isEmpty());
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("0") << qint64(0);
        QTest::newRow(" 7 ") << qint64(7000);
        QTest::newRow("1.5") << qint64(1500);
        QTest::newRow("1e99") << qint64(86'400'000);
        QTest::newRow("-1") << qint64(-1);
        QTest::newRow("later") << qint64(-1);
        QTest::newRow("") << qint64(-1);
        QTest::newRow("Wed, 21 Oct 2026 07:28:30 GMT") << qint64(30'000);
        QTest::newRow("Wed, 21 Oct 2026 07:00:00 GMT") << qint64(0);
    }
    void readsRetryAfter()
    {
        const QDateTime now(QDate(2026, 10, 21), QTime(7, 28), Qt::UTC);
        const auto pause = catalog::retryAfter(QTest::currentDataTag(), now);
        QTEST(pause ? qint64(pause->count()) : qint64(-1), "milliseconds");
    }

    void tellsWhoseKeyItIs()
    {
        HostileServer server(inTurn({HostileServer::answer(
            R"({"project":{"name":"Work","org":{"plan":"pro"}},"api_key":{"key":"ak_test"},"org_member":{"email":"a@b"}})")}));
        executor::Executor executor;
        catalog::IdentityProbe probe(&executor, {server.url(), "ak_test"}, api::ApiVersion::V31);
        QSignalSpy finished(&probe, &catalog::IdentityProbe::finished);
        probe.start();
        QTRY_COMPARE(finished.size(), 1);
        const auto identity = finished[0][0].value<Result<api::Identity>>();
        QVERIFY(identity);
        QCOMPARE(*identity, (api::Identity {QStringLiteral("Work"), QStringLiteral("a@b"), QStringLiteral("pro")}));
        QCOMPARE(server.requests()[0].path, QByteArray("/api/v3.1/auth/session/info"));
    }

    void tellsThatAKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("start");
        QTest::newRow("401") << refusal("401 No") << QStringLiteral("The service does not accept this key (status 401).");
        QTest::newRow("403") << refusal("403 No") << QStringLiteral("The service does not accept this key (status 403).");
        QTest::newRow("503 is not asked again") << refusal("503 No") << QStringLiteral("Whose key this is could not be read: the service answered 503");
        QTest::newRow("HTML") << HostileServer::answer("<html>") << QStringLiteral("The answer to whose key this is is not JSON");
        QTest::newRow("another service") << HostileServer::answer("{}") << QStringLiteral("The answer to whose key this is is JSON, but");
    }
    void tellsThatAKeyIsRefused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, start);
        HostileServer server(inTurn({answer}));
        executor::Executor executor;
        catalog::IdentityProbe probe(&executor, {server.url(), "ak_test"}, api::ApiVersion::V2);
        QSignalSpy finished(&probe, &catalog::IdentityProbe::finished);
        probe.start();
        QTRY_COMPARE(finished.size(), 1);
        const auto identity = finished[0][0].value<Result<api::Identity>>();
        QVERIFY(!identity);
        QVERIFY2(identity.error().sentence.startsWith(start), qPrintable(identity.error().sentence));
        QCOMPARE(server.requests().size(), 1);
    }

    void readsOneAction()
    {
        HostileServer server(inTurn({refusal("503 Oh", "Retry-After: 0\r\n"), HostileServer::answer("{\"slug\":\"A\",\"input_parameters\":{}}")}));
        executor::Executor executor;
        catalog::ActionRead read(&executor, {server.url(), "ak_test"}, api::ApiVersion::V31, QStringLiteral("A"), {});
        QSignalSpy finished(&read, &catalog::ActionRead::finished);
        read.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<Result<api::ActionInfo>>()->parameters, QByteArray("{}"));
    }
};

QTEST_GUILESS_MAIN(TestServiceRead)
#include "tst_serviceread.moc"
