// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/executor.h"
#include "app/workspace/execution.h"
#include "tests/support/hostileserver.h"

#include <QTest>

using namespace actionscope;
using test::HostileServer;
using workspace::Execution;
using workspace::ExecutionPlan;
using workspace::RunRecord;

namespace {

constexpr char key[] = "ak_very_secret_0123";
constexpr char token[] = "tok\"en-of-a-provider";

ExecutionPlan planFor(const HostileServer &server)
{
    ExecutionPlan plan;
    plan.draft.request.actionId = QStringLiteral("SANDBOX_ECHO");
    plan.draft.request.input = "{\"n\": 12345678901234567890, \"z\": 1.10}";
    plan.environment = {QStringLiteral("test"), server.url().toString(), api::ApiVersion::V2};
    plan.destination = {server.url(), key};
    return plan;
}

class Walk final : public QObject
{
public:
    explicit Walk(const ExecutionPlan &plan)
        : m_execution(plan, &m_executor)
    {
        connect(&m_execution, &Execution::finished, this,
            [this](const RunRecord &record, const QByteArray &rawBody) {
                m_record = record;
                m_rawBody = rawBody;
                m_isOver = true;
            });
        m_execution.start();
    }

    executor::Executor m_executor;
    Execution m_execution;
    RunRecord m_record;
    QByteArray m_rawBody;
    bool m_isOver = false;
};

// Every text of an entry, so that a secret has nowhere to hide.
QByteArray everythingIn(const storage::HistoryEntry &entry)
{
    QByteArray all = entry.sentence.toUtf8() + entry.baseUrl.toUtf8();
    const api::ExecuteRequest &request = entry.draft.request;
    all += request.input + request.authConfig + request.sessionInfo;
    for (const QString &text :
        {request.text, request.systemPrompt, request.customDescription, request.entityId})
        all += text.toUtf8();
    const api::Exchange &exchange = entry.exchange;
    all += exchange.request.path + exchange.request.body + exchange.answer.body;
    for (const api::HeaderList *headers : {&exchange.request.headers, &exchange.answer.headers}) {
        for (const api::Header &header : *headers)
            all += header.value;
    }
    return all;
}

} // namespace

class TestExecution final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCorridorEndsInAVerdict()
    {
        HostileServer server([](const auto &request, QTcpSocket *socket) {
            socket->write(
                HostileServer::answer("{\"data\":" + request.body + ",\"successful\":true,\"error\":null}"));
        });
        Walk walk(planFor(server));
        QTRY_VERIFY(walk.m_isOver);
        QCOMPARE(walk.m_record.judgement.verdict, api::Verdict::Successful);
        QCOMPARE(walk.m_record.entry.verdict, api::Verdict::Successful);
        QVERIFY(walk.m_rawBody.contains("12345678901234567890, \"z\": 1.10"));
        QCOMPARE(walk.m_record.entry.exchange.answer.body, walk.m_rawBody);
        QVERIFY(walk.m_record.entry.startedAt.isValid());
    }

    void noSecretIsKeptAndTheAnswerIsStillShownAsItCame()
    {
        HostileServer server([](const auto &request, QTcpSocket *socket) {
            const QByteArray sentKey = *api::headerValue(request.headers, "x-api-key");
            socket->write(HostileServer::answer("{\"data\":" + request.body
                    + ",\"successful\":false,\"error\":\"key " + sentKey + " is wrong\"}",
                "x-echo: " + sentKey + "\r\n"));
        });
        ExecutionPlan plan = planFor(server);
        plan.draft.request.authConfig
            = "{\"parameters\":[{\"name\":\"Authorization\",\"in\":\"header\",\"value\":\"tok\\\"en-of-a-"
              "provider\"},"
              "{\"name\":\"pin\",\"in\":\"query\",\"value\":\"12\"}],\"base_url\":\"http://127.0.0.1\","
              "\"body\":{\"deep\":[\"hidden-in-body\"]}}";
        plan.draft.request.text = QStringLiteral("use ") + QLatin1String(key);
        Walk walk(plan);
        QTRY_VERIFY(walk.m_isOver);

        QVERIFY(server.requests().first().body.contains("tok\\\"en-of-a-provider"));
        QVERIFY(walk.m_rawBody.contains(key));
        const QByteArray kept = everythingIn(walk.m_record.entry);
        for (const char *secret : {key, token, "tok\\\"en-of-a-provider", "hidden-in-body"})
            QVERIFY2(!kept.contains(secret), secret);
        QVERIFY(!walk.m_record.entry.exchange.request.body.contains("\"12\""));
        QVERIFY(kept.contains("redacted:apiKey"));
        QVERIFY(kept.contains("redacted:authConfig.Authorization"));
        QVERIFY(!api::findProblems(walk.m_record.entry.draft.request).isEmpty());
    }

    void aRefusedConnectionIsARecordToo()
    {
        HostileServer server([](const auto &, QTcpSocket *) {});
        const ExecutionPlan plan = planFor(server);
        server.close();
        Walk walk(plan);
        QTRY_VERIFY(walk.m_isOver);
        QCOMPARE(walk.m_record.judgement.verdict, api::Verdict::NoUsableAnswer);
        QCOMPARE(walk.m_record.entry.exchange.fault->kind, api::FaultKind::ConnectionRefused);
        QCOMPARE(walk.m_record.entry.draft.request.input, plan.draft.request.input);
    }

    void cancelledIsNotAFailureOfTheService()
    {
        HostileServer server([](const auto &, QTcpSocket *) {});
        Walk walk(planFor(server));
        QTRY_COMPARE(server.requests().size(), 1);
        walk.m_execution.cancel();
        QTRY_VERIFY(walk.m_isOver);
        QCOMPARE(walk.m_record.judgement.verdict, api::Verdict::Cancelled);
        QVERIFY(walk.m_record.judgement.sentence.contains(QStringLiteral("may have run")));
    }
};

QTEST_GUILESS_MAIN(TestExecution)
#include "tst_execution.moc"
