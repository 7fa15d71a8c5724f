// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::runner {

// Names and types in a JSON text, without its values: answers of one structure have the same shape, whatever the order of
// their members and the length of their arrays. Null fits every type. Empty where the text is no JSON.
[[nodiscard]] QByteArray shapeOf(const QByteArray &json);

} // namespace actionscope::runner
