// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runner.h"

#include "app/base/tr.h"
#include "app/executor/executor.h"

#include <QMetaMethod>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr int requestsInLane = 6;
constexpr int beganAtOnce = 100; // units that end without the network, until the event loop has its turn

} // namespace

Runner::Runner(const RunPlan &plan, const RunnerOptions &options, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_options(options)
    , m_schedule(m_plan,
          qint64(options.repeat) * std::max<qint64>(1, options.rows.count()) * std::max<qint64>(1, options.variants.size()),
          options.shard, std::max<qint64>(1, options.variants.size()))
{
    for (int i = 0; i < options.jobs; i += requestsInLane)
        m_lanes.push_back({new executor::Executor(this), 0});
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &Runner::fill);
}

// What is under way ends unheard.
Runner::~Runner()
{
    for (RequestRun *run : std::as_const(m_running))
        run->disconnect(this);
}

void Runner::start(const RunSummary &summary)
{
    m_summary = summary;
    m_summary.apiVersion = api::versionName(m_options.settings.apiVersion);
    m_summary.baseUrl = m_options.settings.destination.baseUrl.toString();
    m_summary.shard = textOf(m_options.shard);
    m_summary.startedAt = QDateTime::currentDateTimeUtc();
    m_summary.plan = planName();
    const bool tellsRows = m_options.shard.number == 1; // one machine is enough
    m_summary.planned = m_schedule.size() + (tellsRows ? m_options.rows.troubles().size() : 0);
    m_clock.start();
    if (tellsRows)
        tellBadRows();
    if (m_options.afterFailure == RunnerOptions::AfterFailure::Stop && m_plan.hasTrouble())
        refuse();
    if (m_options.afterFailure == RunnerOptions::AfterFailure::Stop && !m_options.rows.troubles().isEmpty())
        stop();
    m_more.start();
}

// The same for all parts of one run, and for no other.
QString Runner::planName() const
{
    if (m_plan.fingerprint.isEmpty())
        return {};
    return QStringLiteral("%1-%2-%3-%4")
        .arg(QString::fromLatin1(m_plan.fingerprint))
        .arg(m_options.repeat)
        .arg(m_options.rows.count())
        .arg(m_options.variants.size());
}

// Rows that cannot be used count as requests that cannot be sent.
void Runner::tellBadRows()
{
    for (const QString &trouble : m_options.rows.troubles()) {
        RunResult result;
        result.path = result.name = m_options.rows.fileName();
        result.outcome = Outcome::NotSent;
        result.exitClass = 2;
        result.sentence = trouble;
        m_summary.add(result);
        Q_EMIT requestFinished(result);
    }
}

// What cannot be sent is known before anything is: where the first failure is the last, nothing leaves.
void Runner::refuse()
{
    for (std::size_t i = 0; i < m_plan.requests.size(); ++i) {
        const PlannedRequest &planned = m_plan.requests[i];
        if (planned.trouble.isEmpty() || !m_options.shard.holds(planned.group))
            continue;
        RunResult result = resultFor({int(i)});
        result.outcome = Outcome::NotSent;
        result.exitClass = 2;
        result.sentence = planned.trouble;
        m_summary.add(result);
        m_refused.insert(int(i));
        Q_EMIT requestFinished(result);
        stop();
    }
}

void Runner::fill()
{
    int begun = 0;
    while (!m_isStopping && m_running.size() < m_options.jobs) {
        if (++begun > beganAtOnce) {
            m_more.start();
            return;
        }
        const auto unit = m_schedule.next();
        if (!unit)
            break;
        if (unit->missing >= 0)
            skip(*unit);
        else
            begin(*unit);
    }
    endIfDone();
}

void Runner::begin(const Unit &unit)
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(unit.request)];
    const bool needsVariables = planned.hasNames || planned.expectsNames;
    const auto lane = std::min_element(m_lanes.begin(), m_lanes.end(),
        [](const Lane &left, const Lane &right) { return left.running < right.running; });
    ++lane->running;
    const Variant *variant = variantOf(unit);
    const RequestSettings &settings = variant && variant->settings ? *variant->settings : m_options.settings;
    auto *run = new RequestRun(
        planned, settings, needsVariables ? variablesFor(unit) : Variables(), lane->executor, this);
    connect(run, &RequestRun::finished, this,
        [this, unit, run, lane](const RunResult &result, const QList<CapturedValue> &captured, bool capturedAll) {
            m_running.removeOne(run);
            --lane->running;
            take(unit, result, captured, capturedAll);
        });
    if (static const QMetaMethod told = QMetaMethod::fromSignal(&Runner::answered); isSignalConnected(told))
        connect(run, &RequestRun::answered, this, &Runner::answered);
    if (variant)
        run->rememberShape();
    if (variant && variant->entityId)
        run->setEntityId(*variant->entityId);
    if (variant && variant->connectedAccountId)
        run->setConnectedAccountId(*variant->connectedAccountId);
    m_running.append(run);
    const RunResult result = resultFor(unit);
    Q_EMIT requestStarted(titleOf(result));
    run->start(result);
}

void Runner::skip(const Unit &unit)
{
    RunResult result = resultFor(unit);
    result.actionId = m_plan.requests[std::size_t(unit.request)].saved.request.actionId;
    result.outcome = Outcome::Skipped;
    result.sentence = Tr::tr("It waits for what %1 captures, and that did not give it.")
                          .arg(m_plan.requests[std::size_t(unit.missing)].path);
    take(unit, result, {}, false);
}

void Runner::take(const Unit &unit, const RunResult &result, const QList<CapturedValue> &captured, bool capturedAll)
{
    const QString source = m_plan.requests[std::size_t(unit.request)].path;
    for (const CapturedValue &value : captured)
        m_captured[unit.round].append({value.name, value.json, Level::Captured, source});
    m_schedule.finish(unit, capturedAll ? Schedule::Gave::Everything : Schedule::Gave::NotEverything);
    if (!m_captured.isEmpty()) {
        const qint64 open = m_schedule.firstOpenRound();
        m_captured.removeIf([open](const auto &round) { return round.key() < open; });
    }
    m_summary.add(result);
    m_summary.microseconds = m_clock.nsecsElapsed() / 1000;
    const bool isBad = result.outcome != Outcome::Passed;
    Q_EMIT requestFinished(result);
    if (isBad && m_options.afterFailure == RunnerOptions::AfterFailure::Stop)
        stop();
    if (!m_more.isActive())
        m_more.start();
}

// Nothing more is begun; what is under way may come to its end.
void Runner::stop()
{
    m_isStopping = true;
    m_summary.isStopped = m_summary.left() > 0;
}

void Runner::cancel()
{
    if (m_isOver)
        return;
    m_isStopping = true;
    m_summary.isStopped = true;
    m_summary.exitClass = 130;
    const QList<RequestRun *> running = m_running;
    for (RequestRun *run : running)
        run->cancel();
    if (!m_more.isActive())
        m_more.start();
}

void Runner::endIfDone()
{
    if (m_isOver || !m_running.isEmpty() || (!m_isStopping && m_summary.left() > 0))
        return;
    m_isOver = true;
    const QList<int> notBegun = m_schedule.notBegun();
    for (const int request : notBegun) {
        if (!m_refused.contains(request))
            m_summary.notBegun.append(m_plan.requests[std::size_t(request)].path);
    }
    m_summary.microseconds = m_clock.nsecsElapsed() / 1000;
    Q_EMIT finished(m_summary);
}

RunResult Runner::resultFor(const Unit &unit) const
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(unit.request)];
    const qint64 columns = std::max<qint64>(1, m_options.variants.size());
    const qint64 rows = std::max<qint64>(1, m_options.rows.count());
    RunResult result;
    result.path = planned.path;
    result.name = planned.saved.name;
    result.variant = variantOf(unit) ? variantOf(unit)->label : QString();
    result.row = int(rowOf(unit)) + 1;
    result.repeat = int(unit.round / (columns * rows)) + 1;
    return result;
}

// Variants change fastest, then rows, then times.
qint64 Runner::rowOf(const Unit &unit) const
{
    const qint64 columns = std::max<qint64>(1, m_options.variants.size());
    return m_options.rows.isEmpty() ? -1 : unit.round / columns % m_options.rows.count();
}

const Variant *Runner::variantOf(const Unit &unit) const
{
    return m_options.variants.isEmpty() ? nullptr : &m_options.variants[unit.round % m_options.variants.size()];
}

Variables Runner::variablesFor(const Unit &unit) const
{
    const PlannedRequest &planned = m_plan.requests[std::size_t(unit.request)];
    const Variant *variant = variantOf(unit);
    Variables variables
        = (variant && variant->settings ? variant->variables : m_options.variables).value(planned.collection);
    if (const qint64 row = rowOf(unit); row >= 0) {
        variables.set(Level::DataRow, m_options.rows.sourceOf(row), m_options.rows.row(row));
    }
    const QList<Binding> captured = m_captured.value(unit.round);
    for (const Binding &binding : captured)
        variables.set(binding);
    return variables;
}

} // namespace actionscope::runner
