// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"
#include "app/diagnosis/judgement.h"
#include "app/storage/historyentry.h"
#include "app/workspace/sentvalues.h"

namespace actionscope::workspace {

// A run to look at: what is remembered of it and what it came to. `entry.exchange` is free of secrets.
struct RunRecord
{
    storage::HistoryEntry entry;
    diagnosis::Judgement judgement;
    std::optional<diagnosis::Diagnosis> diagnosis = {}; // why it failed, or what to know though it succeeded; without secrets
    std::optional<QList<SentValue>> sent = {}; // where what was sent came from; nothing of a run that was not made here and now
    QString historyTrouble = {}; // why it could not be written to the history; empty when it was
};

} // namespace actionscope::workspace
