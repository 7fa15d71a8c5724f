// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/requestrun.h"

#include "app/api/alltexts.h"
#include "app/api/authconfig.h"
#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/executor/executor.h"
#include "app/runner/answershape.h"
#include "app/runner/substitution.h"

#include <QMetaMethod>
#include <QtConcurrent>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr qsizetype readAtOnce = qsizetype(128) << 10; // bytes of an answer that are read between two others
constexpr qsizetype keptOfBody = qsizetype(4) << 10; // bytes of a body in the result of what did not pass
constexpr qsizetype mostShaped = qsizetype(256) << 10; // bytes of an answer
constexpr int shortestPause = 100; // milliseconds; doubled each time
constexpr int longestPause = 5000;

QByteArray beginningOf(const QByteArray &body)
{
    return body.size() <= keptOfBody ? body : body.first(keptOfBody) + "…";
}

QString joined(const QList<NameTrouble> &troubles)
{
    QStringList sentences;
    for (const NameTrouble &trouble : troubles)
        sentences.append(trouble.sentence);
    return sentences.join(QLatin1Char(' '));
}

} // namespace

RequestRun::RequestRun(const PlannedRequest &planned, const RequestSettings &settings, const Variables &variables,
    executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_planned(planned)
    , m_settings(settings)
    , m_variables(variables)
    , m_executor(executor)
    , m_redactor(settings.redactor)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RequestRun::send);
}

void RequestRun::start(const RunResult &result)
{
    m_result = result;
    m_result.actionId = m_planned.saved.request.actionId;
    m_result.startedAt = QDateTime::currentDateTimeUtc();
    const QString trouble = m_planned.trouble.isEmpty() ? prepare() : m_planned.trouble;
    if (trouble.isEmpty()) {
        send();
        return;
    }
    m_result.outcome = Outcome::NotSent;
    m_result.exitClass = 2;
    m_result.sentence = trouble;
    redact();
    end({}, false);
}

// Puts the variables in; a sentence where that cannot be sent.
QString RequestRun::prepare()
{
    api::ExecuteRequest request = m_planned.saved.request;
    request.entityId = m_entityId.value_or(request.entityId);
    request.connectedAccountId = m_connectedAccountId.value_or(request.connectedAccountId);
    if (m_planned.hasNames) {
        const auto filled = substituted(request, m_variables);
        if (!filled.isComplete())
            return joined(filled.troubles);
        request = filled.result;
        const QList<api::FieldProblem> problems = api::findProblems(request);
        if (!problems.isEmpty())
            return problems.first().sentence;
    }
    m_expectations = m_planned.expectations;
    if (m_planned.expectsNames) {
        const auto filled = substitutedJson(m_planned.saved.expect, m_variables, QStringLiteral("expect"));
        if (!filled.isComplete())
            return joined(filled.troubles);
        const ExpectationReading reading = readExpectations(filled.result);
        if (!reading.problems.isEmpty())
            return reading.problems.first().sentence;
        m_expectations = reading.expectations;
    }
    api::addAuthConfigSecrets(request.authConfig, m_redactor);
    m_result.actionId = request.actionId;
    m_request = api::toWire(request, m_settings.apiVersion).request;
    return {};
}

void RequestRun::send()
{
    ++m_result.attempts;
    executor::RunOptions options;
    options.timeout = m_planned.saved.timeoutSeconds
        ? std::chrono::milliseconds(std::chrono::seconds(*m_planned.saved.timeoutSeconds))
        : m_settings.timeout;
    m_run = m_executor->start(m_request, m_settings.destination, options);
    connect(m_run, &executor::ExecutionRun::finished, this, &RequestRun::judge);
}

void RequestRun::cancel()
{
    m_isCancelled = true;
    if (m_run) {
        m_run->cancel();
    } else if (m_pause.isActive()) {
        m_pause.stop();
        m_result.outcome = Outcome::Cancelled;
        m_result.exitClass = 130;
        m_result.sentence = Tr::tr("The run was stopped before this was sent again.");
        end({}, false);
    }
}

void RequestRun::judge(const api::Exchange &exchange)
{
    m_run = nullptr;
    CheckContext context;
    const bool wantsSchema = std::any_of(
        m_expectations.cbegin(), m_expectations.cend(), [](const Expectation &one) { return one.wantsActionSchema(); });
    if (wantsSchema && m_settings.actionSchema)
        context.actionSchema = m_settings.actionSchema(m_result.actionId);
    context.folder = m_planned.folder;
    context.snapshots = m_settings.snapshots;
    context.redactor = m_redactor;
    const bool isHeavy = exchange.answer.body.size() > readAtOnce
        || std::any_of(m_expectations.cbegin(), m_expectations.cend(), [](const Expectation &one) {
               return one.kind == ExpectationKind::Schema || one.kind == ExpectationKind::UnchangedSince
                   || one.kind == ExpectationKind::Matches;
           });
    if (!isHeavy) {
        conclude(exchange, checkAnswer(exchange, m_expectations, m_planned.captures, context));
        return;
    }
    const auto check = QtConcurrent::run(
        [exchange, expectations = m_expectations, captures = m_planned.captures, context] {
            return checkAnswer(exchange, expectations, captures, context);
        });
    whenReady(check, this, [this, exchange](const AnswerCheck &finishedCheck) { conclude(exchange, finishedCheck); });
}

void RequestRun::conclude(const api::Exchange &exchange, const AnswerCheck &check)
{
    const bool isCancelled = check.judgement.verdict == api::Verdict::Cancelled;
    const int retries = m_planned.saved.retries.value_or(0);
    if (!check.passed && !m_isCancelled && m_result.attempts <= retries) {
        m_pause.start(std::min(longestPause, shortestPause << std::min(m_result.attempts - 1, 10)));
        return;
    }
    m_result.outcome = check.passed ? Outcome::Passed : isCancelled ? Outcome::Cancelled : Outcome::Failed;
    m_result.exitClass = check.exitClass;
    m_result.verdict = check.judgement.verdict;
    m_result.status = exchange.answer.status;
    m_result.sentence = check.sentence;
    m_result.expectations = check.outcomes;
    for (const CapturedValue &value : check.captured)
        m_result.captured.append(value.name);
    m_result.microseconds = microsecondsOf(exchange.timings);
    m_result.bytes = exchange.answer.body.size();
    if (m_remembersShape && m_result.bytes <= mostShaped)
        m_result.shape = shapeOf(exchange.answer.body).toHex();
    if (!check.passed)
        addBodies(exchange);
    tellExchange(exchange);
    redact();
    end(check.captured, check.capturedAll);
}

// What did not pass is looked into later; by then nobody can ask again.
void RequestRun::addBodies(const api::Exchange &exchange)
{
    const auto answered = api::headerValue(exchange.answer.headers, "x-request-id");
    const auto sent = api::headerValue(exchange.request.headers, "x-request-id");
    m_result.requestId = QString::fromUtf8(answered.value_or(sent.value_or(QByteArray())));
    // Redacted before it is cut, or half a secret would stay.
    constexpr qsizetype longestSecret = qsizetype(64) << 10;
    m_result.sent = beginningOf(hidden(exchange.request.body.left(keptOfBody + longestSecret)));
    m_result.received = beginningOf(hidden(exchange.answer.body.left(keptOfBody + longestSecret)));
}

void RequestRun::tellExchange(const api::Exchange &exchange)
{
    static const QMetaMethod told = QMetaMethod::fromSignal(&RequestRun::answered);
    if (!isSignalConnected(told))
        return;
    api::Exchange shown = exchange;
    for (QByteArray *body : {&shown.request.body, &shown.answer.body})
        *body = m_redactor.redacted(*body).left(keptOfExchange);
    shown.request.path = m_redactor.redacted(shown.request.path);
    for (api::HeaderList *headers : {&shown.request.headers, &shown.answer.headers}) {
        for (api::Header &header : *headers)
            header.value = m_redactor.redacted(header.value);
    }
    Q_EMIT answered(shown);
}

void RequestRun::redact()
{
    const api::TextChange hide = [this](const QByteArray &text) { return hidden(text); };
    for (QString *text : {&m_result.sentence, &m_result.requestId, &m_result.actionId})
        api::changeText(*text, hide);
    for (ExpectationOutcome &outcome : m_result.expectations)
        api::changeText(outcome.sentence, hide);
}

QByteArray RequestRun::hidden(const QByteArray &text)
{
    const QByteArray unknown = m_redactor.redacted(text);
    m_found.addFrom(unknown, {});
    return m_found.redacted(unknown);
}

void RequestRun::end(const QList<CapturedValue> &captured, bool capturedAll)
{
    Q_EMIT finished(m_result, captured, capturedAll);
    deleteLater();
}

} // namespace actionscope::runner
