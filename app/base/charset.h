// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace actionscope {

// Whether text under that name is read as it is: UTF-8 and its part ASCII.
[[nodiscard]] bool isUtf8Name(const QByteArray &charset);

// Text in another charset as UTF-8, without its byte order mark; what is no text in it becomes U+FFFD. Nothing for a
// charset that is not known here. As browsers do, iso-8859-1 is read as windows-1252, which is what is meant.
[[nodiscard]] std::optional<QByteArray> toUtf8(const QByteArray &bytes, const QByteArray &charset);

} // namespace actionscope
