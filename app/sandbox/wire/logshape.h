// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/executionlog.h"

// How the versions spell their logs (contract §9.5). Credentials in bodies are left out.
namespace actionscope::sandbox {

[[nodiscard]] QByteArray oldLogJson(const LoggedExecution &entry); // v1
[[nodiscard]] QByteArray executionLogJson(const LoggedExecution &entry); // v2 and later, in a list
[[nodiscard]] QByteArray wholeLogJson(const LoggedExecution &entry); // v2, one alone
// What v2's search looks at, by the names it has for it.
[[nodiscard]] QByteArray logFieldsJson();
[[nodiscard]] QString logField(const LoggedExecution &entry, const QString &name);

} // namespace actionscope::sandbox
