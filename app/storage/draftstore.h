// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/storage/draft.h"
#include "app/storage/jobqueue.h"

#include <QFuture>

#include <mutex>
#include <optional>

namespace actionscope::storage {

// The unsent draft, in <config>/draft.json, so that what was typed survives a crash. Byte for byte, whether it is
// JSON yet or not; only the secrets in authConfig are left out.
class DraftStore final
{
public:
    explicit DraftStore(const QString &configFolder, Clock clock = systemClock());
    ~DraftStore(); // writes what is still waiting

    // Returns at once. Of several drafts waiting to be written only the newest is, and each future tells of that.
    QFuture<Result<void>> save(const Draft &draft);
    // Nothing when no draft was saved. A damaged file is moved aside, and the error says where to.
    QFuture<Result<std::optional<Draft>>> load();
    // Blocks until the newest draft is on disk, one small file at most: for the end of the program.
    Result<void> flush();

private:
    Result<void> writeNewest();
    [[nodiscard]] Result<std::optional<Draft>> read();

    QString m_path;
    Clock m_clock;
    std::mutex m_waitingMutex; // guards m_waiting, held for moments only
    std::optional<Draft> m_waiting;
    std::mutex m_writeMutex; // guards the file and m_lastResult
    Result<void> m_lastResult;
    JobQueue m_jobs; // last, so that it ends first
};

// The draft as JSON text and back.
[[nodiscard]] QByteArray draftToJson(const Draft &draft);
[[nodiscard]] std::optional<Draft> draftFromJson(const QByteArray &bytes);

} // namespace actionscope::storage
