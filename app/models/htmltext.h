// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::models {

// What a person would read of an HTML page, in UTF-8: headings with their level as #, list items with a dot, cells
// apart, links with where they lead. Nothing is run or fetched. One pass without recursion, for any size and any fault.
[[nodiscard]] QByteArray htmlAsText(QByteArrayView html);

} // namespace actionscope::models
