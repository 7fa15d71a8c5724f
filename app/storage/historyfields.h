// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/historyentry.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace actionscope::storage {

// An entry as the named values that lie on disk. Each is a QByteArray (bytes, kept exactly), a QString or a
// QStringList of at least two; what is empty is left out, so a later version can add a name without
// changing what older entries say.
using HistoryFields = QMap<QString, QVariant>;

[[nodiscard]] HistoryFields fieldsOf(const HistoryEntry &entry);
// The id is not among the fields.
[[nodiscard]] HistoryEntry entryFromFields(const HistoryFields &fields);

// The bytes a value stands for, whichever of its types it came back as.
[[nodiscard]] QByteArray bytesOf(const QVariant &value);
// Tells an entry that is whole from one that lost something.
[[nodiscard]] QByteArray digestOf(const HistoryFields &fields);

// A summary as one line of a segment's index.
[[nodiscard]] QStringList wordsOf(const HistorySummary &summary);
[[nodiscard]] std::optional<HistorySummary> summaryFromWords(const QString &id, const QStringList &words);

} // namespace actionscope::storage
