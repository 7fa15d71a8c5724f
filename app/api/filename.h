// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/bodykind.h"

#include <QDateTime>

namespace actionscope::api {

// What another side calls a file, made harmless: no folders, no signs that a file system or a reader's eye stumbles
// over, no hidden file, 120 characters at most. Empty where nothing is left.
[[nodiscard]] QString harmlessFileName(const QString &name);

// A name to save a body under: the Content-Disposition's, else the action, the moment and the form's suffix.
[[nodiscard]] QString suggestedFileName(
    const HeaderList &headers, BodyForm form, const QString &actionId, const QDateTime &moment);

} // namespace actionscope::api
