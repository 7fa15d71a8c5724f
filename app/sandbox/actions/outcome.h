// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/bytesource.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace actionscope::sandbox {

// What an action answers. With a stream, `data` is empty and the stream is the whole data object.
struct Outcome
{
    bool successful = true;
    QByteArray data = QByteArrayLiteral("{}");
    QString error = {};
    std::shared_ptr<ByteSource> stream = {};
    std::chrono::milliseconds after {0}; // time that passes before the answer leaves
    QString logId = {}; // of its entry in the execution log; nothing that a behaviour sets
};

// The way an action says no: HTTP 200, data with a status of its own and a sentence.
[[nodiscard]] Outcome failedOutcome(const QString &sentence, qint64 statusCode);

} // namespace actionscope::sandbox
