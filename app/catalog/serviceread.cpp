// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/serviceread.h"

#include "app/api/apierror.h"
#include "app/base/clock.h"
#include "app/base/tr.h"

#include <QLocale>

#include <algorithm>

namespace actionscope::catalog {

using std::chrono::milliseconds;

namespace {

constexpr qint64 largestPage = qint64(256) << 20; // bytes

bool isBusy(int status) { return status == 429 || (status >= 500 && status <= 599); }

} // namespace

ServiceRead::ServiceRead(const api::HttpRequest &request, const executor::Destination &destination,
    const ReadPolicy &policy, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_destination(destination)
    , m_policy(policy)
    , m_executor(executor)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ServiceRead::tryOnce);
}

void ServiceRead::start() { tryOnce(); }

void ServiceRead::cancel()
{
    if (m_isOver)
        return;
    if (m_run) {
        m_run->cancel();
        return;
    }
    m_isOver = true;
    m_pause.stop();
    m_last.fault = api::TransportFault {api::FaultKind::Cancelled, Tr::tr("The read was cancelled.")};
    Q_EMIT finished(m_last);
}

void ServiceRead::tryOnce()
{
    ++m_tries;
    executor::RunOptions options;
    options.timeout = m_policy.timeout;
    options.maximumBodySize = largestPage;
    executor::ExecutionRun *run = m_executor->start(m_request, m_destination, options);
    m_run = run;
    connect(run, &executor::ExecutionRun::finished, this, &ServiceRead::takeAnswer);
    // Left behind by its owner, it stops what it began.
    connect(this, &QObject::destroyed, run, [run] { run->cancel(); });
}

void ServiceRead::takeAnswer(const api::Exchange &exchange)
{
    if (m_run)
        disconnect(this, &QObject::destroyed, m_run, nullptr);
    m_run = nullptr;
    m_last = exchange;
    const auto pause = exchange.fault ? std::nullopt : pauseAfter(exchange.answer);
    if (pause) {
        m_pause.start(*pause);
        Q_EMIT pausing(*pause);
        return;
    }
    m_isOver = true;
    Q_EMIT finished(m_last);
}

std::optional<milliseconds> ServiceRead::pauseAfter(const api::HttpAnswer &answer) const
{
    if (!isBusy(answer.status) || m_tries > m_policy.retries)
        return {};
    const auto wanted = api::headerValue(answer.headers, "retry-after");
    const auto asked = wanted ? retryAfter(*wanted, systemClock()()) : std::nullopt;
    const milliseconds pause = asked ? *asked : m_policy.firstPause * (1 << (m_tries - 1));
    if (pause > m_policy.longestPause)
        return {};
    return pause;
}

std::optional<Error> readError(const api::Exchange &exchange, const QString &what)
{
    if (exchange.fault) {
        return Error {ErrorCode::Unavailable, Tr::tr("%1 could not be read: %2").arg(what, exchange.fault->sentence),
            exchange.fault->detail};
    }
    const int status = exchange.answer.status;
    if (status >= 200 && status <= 299)
        return {};
    const api::ApiError refusal = api::readApiError(exchange.answer, json::Document::parse(exchange.answer.body));
    QString hint = refusal.suggestedFix;
    if (status == 401 || status == 403)
        hint = Tr::tr("Check the API key of this environment and what it may read.");
    else if (status == 410)
        hint = Tr::tr("This version of the API is no longer served there; choose v3.1.");
    else if (status == 429)
        hint = Tr::tr("The service is busy; try again later.");
    return Error {ErrorCode::Unavailable,
        Tr::tr("%1 could not be read: the service answered %2 (%3).").arg(what).arg(status).arg(refusal.message),
        refusal.message, hint};
}

std::optional<milliseconds> retryAfter(const QByteArray &text, const QDateTime &now)
{
    constexpr qint64 aDay = 24 * 60 * 60;
    bool isNumber = false;
    const double seconds = text.trimmed().toDouble(&isNumber);
    if (isNumber && seconds >= 0)
        return milliseconds(qint64(std::min(seconds, double(aDay)) * 1000));
    const QString date = QString::fromLatin1(text.trimmed());
    QDateTime until = QLocale::c().toDateTime(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!until.isValid())
        return {};
    until.setTimeSpec(Qt::UTC);
    return milliseconds(std::clamp<qint64>(now.msecsTo(until), 0, aDay * 1000));
}

} // namespace actionscope::catalog
