// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"
#include "app/base/error.h"
#include "app/exchange/imported.h"
#include "app/storage/historyentry.h"

#include <QStringList>

namespace actionscope::workspace {

// A request that can be sent again, and what came of it where that was recorded.
struct ReplaySource
{
    QString name; // the file, with the number of its entry; or the id in the history
    api::ExecuteRequest request;
    QString baseUrl = {}; // it was sent to; empty where nobody knows
    std::optional<api::ApiVersion> apiVersion = {};
    std::optional<api::Exchange> recorded = {};
    QStringList notes = {}; // what was guessed or could not be read, as sentences

    bool operator==(const ReplaySource &) const = default;
};

[[nodiscard]] ReplaySource replaySourceOf(const storage::HistoryEntry &run, const QString &name);
[[nodiscard]] ReplaySource replaySourceOf(const exchange::ImportedDraft &draft, const QString &name);

// From a bundle, a HAR file, a cURL line or any other text that can be imported, from lines of the sandbox's request
// log, from the report of exec, or from a run in the history by its id. A failure where there is nothing to send.
// Blocks until the disk has answered.
[[nodiscard]] Result<QList<ReplaySource>> readReplaySources(const QString &name, const QString &historyFolder);
// The same of a text, such as standard input.
[[nodiscard]] Result<QList<ReplaySource>> replaySourcesOf(const QByteArray &text, const QString &name);

} // namespace actionscope::workspace
