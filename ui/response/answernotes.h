// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"

#include <QStringList>

namespace actionscope::ui {

// What a person should know before reading this answer, beyond its verdict: a success told by the wrong
// field, fields that contradict each other, a body that is only a part. One sentence each.
[[nodiscard]] QStringList answerNotes(const workspace::RunRecord &record, const QByteArray &body);

// The id support staff ask for: the service's own, else the one that was sent; empty when there is none.
[[nodiscard]] QString requestIdOf(const workspace::RunRecord &record);

// The request as it was sent, headers and body; the key is a placeholder. `bodyBegin` is where its body
// starts.
struct SentRequest
{
    QByteArray text;
    qsizetype bodyBegin = 0;
};
[[nodiscard]] SentRequest sentRequest(const workspace::RunRecord &record);

} // namespace actionscope::ui
