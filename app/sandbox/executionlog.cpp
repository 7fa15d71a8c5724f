// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/executionlog.h"

#include "app/sandbox/freshid.h"

#include <algorithm>

namespace actionscope::sandbox {

QString ExecutionLog::add(LoggedExecution entry)
{
    entry.number = ++m_lastNumber;
    entry.id = QString::fromLatin1(freshId());
    for (QByteArray *body : {&entry.request, &entry.response}) {
        if (body->size() > mostKept)
            body->clear();
    }
    m_bytes += entry.request.size() + entry.response.size();
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > mostEntries || (m_bytes > mostBytes && m_entries.size() > 1)) {
        m_bytes -= m_entries.front().request.size() + m_entries.front().response.size();
        m_entries.pop_front();
    }
    return m_entries.back().id;
}

void ExecutionLog::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

const LoggedExecution *ExecutionLog::find(const QString &id) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const LoggedExecution &entry) { return entry.id == id || entry.shortId() == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace actionscope::sandbox
