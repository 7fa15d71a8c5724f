// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/logread.h"

#include "app/base/secretledger.h"
#include "app/base/tr.h"

namespace actionscope::catalog {

namespace {

// There is no such way of asking.
bool isUnknownWay(int status)
{
    constexpr int notFound = 404;
    constexpr int notAllowed = 405;
    constexpr int gone = 410;
    return status == notFound || status == notAllowed || status == gone;
}

} // namespace

LogRead::LogRead(executor::Executor *executor, const executor::Destination &destination, const ReadPolicy &policy, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
    , m_destination(destination)
    , m_policy(policy)
{
}

void LogRead::search(const api::LogQuery &query, api::ApiVersion version)
{
    m_kind = Kind::Search;
    m_ways = api::logSearches(query, version);
    ask();
}

void LogRead::load(const QString &id, api::ApiVersion version)
{
    m_kind = Kind::Load;
    m_ways = api::logRequests(id, version);
    ask();
}

void LogRead::cancel()
{
    m_ways.clear();
    if (m_read)
        m_read->cancel();
}

void LogRead::ask()
{
    m_read = new ServiceRead(m_ways.takeFirst(), m_destination, m_policy, m_executor, this);
    connect(m_read, &ServiceRead::finished, this, &LogRead::take);
    m_read->start();
}

void LogRead::take(const api::Exchange &exchange)
{
    m_read->deleteLater();
    if (!exchange.fault && isUnknownWay(exchange.answer.status) && !m_ways.isEmpty())
        return ask();
    if (const auto error = readError(exchange, Tr::tr("The log"))) {
        m_refusedStatus = exchange.fault ? 0 : exchange.answer.status;
        Q_EMIT failed(*error);
        return;
    }
    const auto page = m_kind == Kind::Search
        ? api::readLogs(exchange.answer.body)
        : api::readLog(exchange.answer.body).map([](const api::LogEntry &entry) { return api::LogPage {{entry}}; });
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    api::LogPage harmless {{}, page->nextCursor};
    for (const api::LogEntry &entry : page->entries)
        harmless.entries.append(withoutSecrets(entry, m_destination.apiKey));
    Q_EMIT found(harmless);
}

api::LogEntry withoutSecrets(const api::LogEntry &given, const QByteArray &apiKey)
{
    api::LogEntry entry = given;
    SecretLedger ledger;
    ledger.add("apiKey", apiKey, {});
    for (const QByteArray &bytes : {entry.request, entry.response, entry.steps, entry.summary.toUtf8()})
        ledger.addFrom(bytes, {});
    for (QByteArray *bytes : {&entry.request, &entry.response, &entry.steps})
        *bytes = ledger.redacted(*bytes);
    entry.summary = ledger.redacted(entry.summary);
    return entry;
}

} // namespace actionscope::catalog
