// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace actionscope::sandbox {

// A text as a plain PDF, A4, in a typewriter's letters. What Latin-1 lacks becomes a question mark.
[[nodiscard]] QByteArray pdfOf(const QString &text);

} // namespace actionscope::sandbox
