// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/sandbox/http/exchange.h"
#include "app/sandbox/requestlog/loggedrequest.h"

#include <QFile>
#include <QList>
#include <QMutex>

#include <deque>
#include <memory>
#include <optional>

namespace actionscope::sandbox {

// The last requests, for a person who wants to see what a client really sent. Written on the sandbox's thread, read on
// any. With a file, each is also a line of JSON there, once it has ended.
class RequestLog final
{
public:
    static constexpr std::size_t mostEntries = 10'000;
    static constexpr qint64 mostBytes = 64 * 1024 * 1024; // of bodies; the oldest entries go first

    explicit RequestLog(Clock clock = systemClock());

    // Appends to the file from now on; "-" means standard error.
    [[nodiscard]] Result<void> openFile(const QString &path);
    // Enters the request when it has been answered, or when its connection has gone.
    void watch(Exchange &exchange);
    // What was refused before it was a request that anybody could watch: no proper HTTP, too large, never finished.
    void addRefused(const Request &request, const Reply &reply);

    // Those that ended after the entry of this number ended, oldest first, secrets still in them; 0 for all that is kept.
    [[nodiscard]] QList<LoggedRequest> endedAfter(quint64 serial, quint64 *lastSerial) const;
    // One of those that are kept, by its number.
    [[nodiscard]] std::optional<LoggedRequest> entry(quint64 number) const;
    void clear();

private:
    struct Pending;
    void add(LoggedRequest entry);

    Clock m_clock;
    quint64 m_lastNumber = 0;
    std::unique_ptr<QFile> m_file;
    mutable QMutex m_mutex; // over what follows
    std::deque<LoggedRequest> m_entries;
    qint64 m_bytes = 0; // of their bodies
    quint64 m_ended = 0; // entries ever added
};

} // namespace actionscope::sandbox
