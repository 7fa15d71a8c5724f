// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/logging.h"

namespace actionscope {

Q_LOGGING_CATEGORY(logExecutor, "actionscope.executor", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "actionscope.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logSandbox, "actionscope.sandbox", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "actionscope.ui", QtWarningMsg)

} // namespace actionscope
