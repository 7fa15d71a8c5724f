// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/largecopy.h"

#include "app/base/whenready.h"
#include "ui/services/clipboard.h"

#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr qsizetype madeAtOnce = 1 << 20; // bytes

} // namespace

void copyText(Clipboard &clipboard, QObject *context, qsizetype bytes, const std::function<QString()> &make)
{
    if (bytes <= madeAtOnce)
        return clipboard.setText(make());
    whenReady(QtConcurrent::run(make), context, [&clipboard](const QString &text) { clipboard.setText(text); });
}

} // namespace actionscope::ui
