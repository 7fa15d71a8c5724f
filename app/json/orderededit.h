// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"

#include <QStringList>

namespace actionscope::json {

// As settingValue() without an order, but a new member goes behind the nearest one that stands before it in `order`, else
// in front of the nearest one that stands behind it there, else last.
[[nodiscard]] std::optional<TextEdit> settingValue(
    const Document &document, const Path &path, QByteArrayView json, const QStringList &order);

} // namespace actionscope::json
