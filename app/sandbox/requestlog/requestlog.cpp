// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestlog/requestlog.h"

#include "app/base/redaction.h"
#include "app/base/tr.h"

#include <QElapsedTimer>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

LoggedRequest entryFor(const Request &request)
{
    LoggedRequest entry;
    entry.request.method = request.method;
    entry.request.path = request.query.isEmpty() ? request.path : request.path + '?' + request.query;
    entry.request.headers = request.headers;
    entry.requestSize = request.body.size();
    entry.request.body = request.body.size() <= LoggedRequest::mostKept ? request.body
                                                                        : request.body.first(LoggedRequest::mostKept);
    entry.id = request.id;
    return entry;
}

void addReply(LoggedRequest &entry, const Reply &reply)
{
    entry.answerSize = reply.body.size() + (reply.stream ? reply.stream->size() : 0) + reply.tail.size();
    entry.answer = reply.stream || reply.tail.isEmpty() ? reply.body : reply.body + reply.tail;
    if (!reply.secrets.isEmpty()) {
        Redactor redactor;
        for (const QByteArray &secret : reply.secrets)
            redactor.addSecret("credentials", secret);
        entry.answer = redactor.redacted(entry.answer);
    }
    if (entry.answer.size() > LoggedRequest::mostKept)
        entry.answer = entry.answer.first(LoggedRequest::mostKept);
    const Delivery::End end = reply.delivery.end;
    entry.answerHeaders = {{"content-type", reply.contentType}};
    entry.answerHeaders += reply.headers;
    entry.status = end == Delivery::End::Silent || end == Delivery::End::ResetAtOnce ? 0 : reply.status;
}

qint64 bytesOf(const LoggedRequest &entry) { return entry.request.body.size() + entry.answer.size(); }

} // namespace

// Lives as long as the exchange it follows.
struct RequestLog::Pending final
{
    Pending(RequestLog &owner, const Exchange &exchange)
        : log(owner)
        , entry(entryFor(exchange.request()))
        , notes(exchange.notes())
    {
        clock.start();
    }
    ~Pending() { end(); }
    Q_DISABLE_COPY_MOVE(Pending)

    void end()
    {
        if (hasEnded)
            return;
        hasEnded = true;
        entry.microseconds = clock.nsecsElapsed() / 1000;
        entry.faults = notes->faults;
        entry.replay = notes->replay;
        log.add(std::move(entry));
    }

    RequestLog &log;
    LoggedRequest entry;
    std::shared_ptr<const ExchangeNotes> notes;
    QElapsedTimer clock;
    bool hasEnded = false;
};

RequestLog::RequestLog(Clock clock)
    : m_clock(std::move(clock))
{
}

Result<void> RequestLog::openFile(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const bool isOpen = path == QLatin1String("-") ? file->open(stderr, QIODevice::WriteOnly)
                                                   : file->open(QIODevice::WriteOnly | QIODevice::Append);
    if (!isOpen) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("The request log %1 cannot be written: %2.").arg(path, file->errorString()));
    }
    if (path != QLatin1String("-"))
        file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_file = std::move(file);
    return {};
}

void RequestLog::watch(Exchange &exchange)
{
    const auto pending = std::make_shared<Pending>(*this, exchange);
    pending->entry.number = ++m_lastNumber;
    pending->entry.time = m_clock();
    exchange.whenAnswered([pending, &exchange] {
        addReply(pending->entry, *exchange.reply());
        pending->end();
    });
}

void RequestLog::addRefused(const Request &request, const Reply &reply)
{
    LoggedRequest entry = entryFor(request);
    entry.number = ++m_lastNumber;
    entry.time = m_clock();
    addReply(entry, reply);
    add(std::move(entry));
}

void RequestLog::add(LoggedRequest entry)
{
    if (m_file) {
        m_file->write(jsonLine(entry));
        m_file->flush();
    }
    const QMutexLocker locker(&m_mutex);
    m_bytes += bytesOf(entry);
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > mostEntries || m_bytes > mostBytes) {
        m_bytes -= bytesOf(m_entries.front());
        m_entries.pop_front();
    }
    ++m_ended;
}

QList<LoggedRequest> RequestLog::endedAfter(quint64 serial, quint64 *lastSerial) const
{
    const QMutexLocker locker(&m_mutex);
    const auto fresh = std::size_t(std::min<quint64>(m_ended - std::min(serial, m_ended), m_entries.size()));
    *lastSerial = m_ended;
    return {m_entries.end() - std::ptrdiff_t(fresh), m_entries.end()};
}

std::optional<LoggedRequest> RequestLog::entry(quint64 number) const
{
    const QMutexLocker locker(&m_mutex);
    const auto isIt = [number](const LoggedRequest &each) { return each.number == number; };
    const auto found = std::find_if(m_entries.crbegin(), m_entries.crend(), isIt);
    return found == m_entries.crend() ? std::nullopt : std::optional(*found);
}

void RequestLog::clear()
{
    const QMutexLocker locker(&m_mutex);
    m_entries.clear();
    m_bytes = 0;
}

} // namespace actionscope::sandbox
