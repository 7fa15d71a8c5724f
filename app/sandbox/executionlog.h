// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <deque>

namespace actionscope::sandbox {

// One execution as the service's own logs show it (contract §9.5); not the request log, which is the sandbox's.
struct LoggedExecution
{
    quint64 number = 0; // from 1, in the order they ended
    QString id; // a UUID
    [[nodiscard]] QString shortId() const { return QLatin1String("log_") + QString(id).remove(QLatin1Char('-')).first(12); }
    QDateTime time; // UTC
    QString action;
    QString appKey;
    QString user;
    QString accountUuid; // empty where none was needed
    QString configUuid;
    QString session;
    QByteArray request; // the body as it came
    QByteArray response; // the data; empty where it was too large to keep
    QString error; // empty on success
    bool isSuccessful = true;
    qint64 microseconds = 0;
};

// The last executions, in memory: a thousand, and no more than 16 MB of bodies.
class ExecutionLog final
{
public:
    static constexpr std::size_t mostEntries = 1000;
    static constexpr qsizetype mostBytes = 16 * 1024 * 1024;
    static constexpr qsizetype mostKept = 256 * 1024; // of one body; a larger one is left out

    // Returns the id it was given.
    QString add(LoggedExecution entry);
    // Numbers go on, so that a cursor from before finds nothing old.
    void clear();
    // Oldest first.
    [[nodiscard]] const std::deque<LoggedExecution> &entries() const { return m_entries; }
    // By the UUID, or by the short id that v3 made of it.
    [[nodiscard]] const LoggedExecution *find(const QString &id) const;

private:
    std::deque<LoggedExecution> m_entries;
    quint64 m_lastNumber = 0;
    qsizetype m_bytes = 0;
};

} // namespace actionscope::sandbox
