// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/outcome.h"
#include "app/sandbox/upstream/upstreamcall.h"

namespace actionscope::sandbox {

class FileStore;

// 200 to 299.
[[nodiscard]] bool isSuccess(const UpstreamAnswer &answer);
// The body as JSON: itself where it is JSON, a string where it is text, else a file that is kept: {name, mimetype, s3url}.
[[nodiscard]] Result<QByteArray> bodyJson(const api::HttpAnswer &answer, FileStore &files);
// Whether that body is neither JSON nor text.
[[nodiscard]] bool isKeptAsFile(const api::HttpAnswer &answer);
// Names in lower case, the values of one name joined by commas.
[[nodiscard]] QByteArray headersJson(const api::HeaderList &headers);
// {"status": 200, "headers": {"content-type": …}, "body": …}.
[[nodiscard]] Result<QByteArray> answerJson(const api::HttpAnswer &answer, FileStore &files);

// What an action says when that is all it does: the body, which is put under `response_data` unless it is an object;
// where the service said no, or nothing, successful is false and data has status_code, http_error and message.
[[nodiscard]] Result<Outcome> outcomeOf(const UpstreamAnswer &answer, FileStore &files);

} // namespace actionscope::sandbox
