// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/endpoints.h"

#include <QTimer>

namespace actionscope::sandbox {

void answerAfter(Exchange &exchange, std::chrono::milliseconds time, Reply reply)
{
    if (time.count() <= 0)
        return exchange.answer(std::move(reply));
    QTimer::singleShot(time, Qt::PreciseTimer, &exchange,
        [&exchange, reply = std::move(reply)] { exchange.answer(reply); });
}

} // namespace actionscope::sandbox
