// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runlog.h"

#include "app/base/tr.h"

namespace actionscope::runner {

namespace {

constexpr qsizetype writtenAtOnce = qsizetype(64) << 10; // bytes

} // namespace

Result<void> RunLog::append(const RunResult &result)
{
    m_waiting += toJson(result);
    m_waiting += '\n';
    ++m_count;
    return m_waiting.size() < writtenAtOnce ? Result<void>() : flush();
}

Result<void> RunLog::flush()
{
    if (!m_file.isOpen() && !m_file.open())
        return failure(ErrorCode::Unwritable, Tr::tr("The results could not be kept: %1.").arg(m_file.errorString()));
    bool isWritten = m_file.seek(m_file.size());
    for (qsizetype at = 0; isWritten && at < m_waiting.size();) { // what is cut short says why at the next try
        const qint64 count = m_file.write(m_waiting.constData() + at, m_waiting.size() - at);
        isWritten = count > 0;
        at += count;
    }
    if (!isWritten || !m_file.flush())
        return failure(ErrorCode::Unwritable, Tr::tr("The results could not be kept: %1.").arg(m_file.errorString()));
    m_waiting.clear();
    return {};
}

Result<void> RunLog::forEachLine(const std::function<bool(const QByteArray &)> &take)
{
    if (!m_file.isOpen()) { // so few that they never left
        for (const QByteArray &line : m_waiting.split('\n')) {
            if (line.isEmpty() || !take(line))
                break;
        }
        return {};
    }
    if (const auto written = flush(); !written)
        return written;
    if (!m_file.seek(0))
        return failure(ErrorCode::Unreadable, Tr::tr("The results could not be read again: %1.").arg(m_file.errorString()));
    while (!m_file.atEnd()) {
        QByteArray line = m_file.readLine();
        line.chop(1);
        if (!take(line))
            break;
    }
    return {};
}

Result<void> RunLog::forEach(const std::function<bool(const RunResult &)> &take)
{
    Result<void> read;
    const auto lines = forEachLine([&](const QByteArray &line) {
        const json::Document document = json::Document::parse(line);
        const auto result = resultFromJson(document.root());
        if (!result)
            read = Failure(result.error());
        return result && take(*result);
    });
    return lines ? read : lines;
}

} // namespace actionscope::runner
