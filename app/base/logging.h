// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace actionscope {

// One category per room that speaks; silent below warning unless QT_LOGGING_RULES says otherwise.
// Nothing that may hold a secret is ever logged.
Q_DECLARE_LOGGING_CATEGORY(logExecutor)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logSandbox)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace actionscope
