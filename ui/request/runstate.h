// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace actionscope::ui {

enum class RunState {
    Idle,
    Running,
    Elsewhere, // another request is executed; one at a time
    Cancelling, // asked to stop, the end has not come yet
};

} // namespace actionscope::ui
