// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace actionscope::ui {

void SystemClipboard::setText(const QString &text) { QGuiApplication::clipboard()->setText(text); }
QString SystemClipboard::text() const { return QGuiApplication::clipboard()->text(); }

} // namespace actionscope::ui
