// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/composition.h"

#include "app/executor/executor.h"
#include "app/sandbox/sandbox.h"
#include "app/storage/draftstore.h"
#include "app/storage/history.h"
#include "app/storage/memorysecretstore.h"
#include "app/storage/settings.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/workspace.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/shell/mainwindow.h"

namespace actionscope::ui {
} // namespace actionscope::ui
