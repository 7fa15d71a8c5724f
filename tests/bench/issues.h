// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::bench {

// A minified array of objects like those GitHub's API gives for issues, about 4 kB each, at least `size`
// bytes in all. The same for the same size.
[[nodiscard]] QByteArray issues(qsizetype size);

} // namespace actionscope::bench
