// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QObject;

namespace actionscope::ui {

class Clipboard;

// Copies what `make` makes, which may run on another thread: at once where it comes from few bytes, else a moment
// later. Nothing is copied when `context` goes before.
void copyText(Clipboard &clipboard, QObject *context, qsizetype bytes, const std::function<QString()> &make);

} // namespace actionscope::ui
