// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/document.h"
#include "app/sandbox/http/bytesource.h"
#include "app/sandbox/upstream/upstreamcall.h"

#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace actionscope::sandbox {

struct Errand;

// What an action answers. With a stream, `data` is empty and the stream is the whole data object.
struct Outcome
{
    bool successful = true;
    QByteArray data = QByteArrayLiteral("{}");
    QString error = {};
    std::shared_ptr<ByteSource> stream = {};
    std::chrono::milliseconds after {0}; // time that passes before the answer leaves
    std::shared_ptr<const Errand> errand = {}; // another service is asked first; the rest of this says nothing then
    QString logId = {}; // of its entry in the execution log; nothing that a behaviour sets
};

// What another service is asked for an action, and what is made of its answer.
struct Errand
{
    UpstreamRequest request;
    QByteArrayList secrets; // must not stand in a log
    std::function<Result<Outcome>(const UpstreamAnswer &answer)> finish;
    json::Document manifest = {}; // what `finish` reads lives as long
};

// The way an action says no: HTTP 200, data with a status of its own and a sentence.
[[nodiscard]] Outcome failedOutcome(const QString &sentence, qint64 statusCode);

} // namespace actionscope::sandbox
