// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/history.h"

#include "app/storage/historyfiles.h"

namespace actionscope::storage {

History::History(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_files(std::make_unique<HistoryFiles>(folder))
{
}

History::~History() = default;

QFuture<Result<HistoryEntry>> History::append(const HistoryEntry &entry)
{
    return m_jobs.add<Result<HistoryEntry>>([files = m_files.get(), entry] { return files->append(entry); });
}

QFuture<Result<QList<HistorySummary>>> History::list(int limit)
{
    return m_jobs.add<Result<QList<HistorySummary>>>([files = m_files.get(), limit] { return files->list(limit); });
}

QFuture<Result<HistoryEntry>> History::load(const QString &id)
{
    return m_jobs.add<Result<HistoryEntry>>([files = m_files.get(), id] { return files->load(id); });
}

QFuture<Result<void>> History::remove(const QString &id)
{
    return m_jobs.add<Result<void>>([files = m_files.get(), id] { return files->remove(id); });
}

} // namespace actionscope::storage
