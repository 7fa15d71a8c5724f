// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/storage/jobqueue.h"
#include "app/storage/savedrequest.h"

#include <QFuture>

#include <mutex>
#include <optional>

namespace actionscope::storage {

// One request that is open, as it must come back after a crash.
struct StoredTab
{
    QString path = {}; // of its file; empty for one that was never saved
    SavedRequest request = {}; // with its text only where that is an offer, which no file has yet
    bool isEdited = false;
    QByteArray fileHash = {}; // of the file when it was read, to find out whether it is still the same

    bool operator==(const StoredTab &) const = default;
};

struct StoredTabs
{
    QList<StoredTab> tabs = {};
    int current = 0;

    bool operator==(const StoredTabs &) const = default;
};

// What is open, in <config>/tabs.json. Byte for byte as typed, whether it is JSON yet or not; only the secrets in
// authConfig are left out.
class TabStore final
{
public:
    explicit TabStore(const QString &configFolder, Clock clock = systemClock());
    ~TabStore(); // writes what is still waiting

    // Returns at once. Of several states waiting to be written only the newest is.
    QFuture<Result<void>> save(const StoredTabs &tabs);
    // Nothing when none were saved. A damaged file is moved aside, and the error says where to.
    QFuture<Result<std::optional<StoredTabs>>> load();

private:
    Result<void> writeNewest();
    [[nodiscard]] Result<std::optional<StoredTabs>> read();

    QString m_path;
    Clock m_clock;
    std::mutex m_waitingMutex; // guards m_waiting, held for moments only
    std::optional<StoredTabs> m_waiting;
    JobQueue m_jobs; // last, so that it ends first
};

[[nodiscard]] QByteArray tabsToJson(const StoredTabs &tabs);
[[nodiscard]] std::optional<StoredTabs> tabsFromJson(const QByteArray &bytes);
[[nodiscard]] QByteArray fileHash(const QByteArray &text);

} // namespace actionscope::storage
