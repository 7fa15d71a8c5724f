// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>

namespace actionscope::api {

// A key as it can stand in the x-api-key header: surrounding white space (a final newline of a key file) is taken
// off; empty, or a line break, control or non-ASCII character inside, is refused. The prefix is never judged.
// The refusal never repeats the key.
[[nodiscard]] Result<QByteArray> cleanApiKey(const QByteArray &text);

} // namespace actionscope::api
