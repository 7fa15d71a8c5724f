// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/exchangereader.h"
#include "app/json/document.h"

namespace actionscope::exchange {

// Lines of the sandbox's request log (sandbox --log), one JSON object each.
[[nodiscard]] bool isLog(const QByteArray &bytes, const json::Document &document);
[[nodiscard]] Result<ReadExchange> readLog(const QByteArray &bytes, const json::Document &document, const ReadWish &wish);

// The entry that is wanted of several, from 0: the one that was named, else the first that failed, else the last. The
// choice is told in `notes`. A failure where there is none of that number.
[[nodiscard]] Result<qsizetype> chosenEntry(const QList<bool> &hasFailed, const ReadWish &wish, QStringList &notes);

} // namespace actionscope::exchange
