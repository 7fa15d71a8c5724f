// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/exchange.h"

namespace actionscope::sandbox {

Exchange::Exchange(Request request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
{
}

void Exchange::answer(Reply reply)
{
    if (m_reply)
        return;
    m_reply = std::move(reply);
    if (m_amend)
        m_amend(&*m_reply);
    for (auto call = m_whenAnswered.rbegin(); call != m_whenAnswered.rend(); ++call)
        (*call)();
}

} // namespace actionscope::sandbox
