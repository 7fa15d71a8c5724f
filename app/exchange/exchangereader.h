// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/apiversion.h"
#include "app/api/httpmessage.h"
#include "app/base/error.h"

#include <QDateTime>
#include <QStringList>

namespace actionscope::exchange {

// What somebody handed over, as one exchange. Nothing of it is ever executed.
struct ReadExchange
{
    api::Exchange exchange = {};
    QString baseUrl = {}; // empty where it is not told
    std::optional<api::ApiVersion> apiVersion = {};
    QDateTime receivedAt = {};
    bool hasHeads = false; // headers are there, so that one that is missing was missing
    std::optional<api::ActionInfo> action = {}; // as it was described when the exchange was recorded
    bool isStatusAssumed = false; // nobody tells it
    QStringList notes = {}; // what was guessed or passed over, as sentences
};

struct ReadWish
{
    std::optional<int> status = {}; // of an answer's body that stands alone
    QByteArray request = {}; // a request's body, or its raw HTTP text, that belongs to the answer
    std::optional<int> entry = {}; // of several, from 1; without it the first that failed, else the last
};

// Reads a raw HTTP exchange (also as curl -v prints it), a HAR file or entry, a bundle, lines of the sandbox's log, the report
// of exec, the body of an answer alone, and the answer that stands in a log excerpt, a traceback or below a command that
// importText() knows. Other forms join the list in exchangereader.cpp. A text that begins as one of them and breaks off is
// refused with its place; so is one that holds no answer.
[[nodiscard]] Result<ReadExchange> readExchange(const QByteArray &bytes, const ReadWish &wish);

} // namespace actionscope::exchange
