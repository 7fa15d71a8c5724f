// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"

#include <QByteArray>

#include <optional>

namespace actionscope::cli {

// A diagnosis for people, in lines; control characters of an answer never reach the terminal.
[[nodiscard]] QByteArray explanationText(const std::optional<diagnosis::Diagnosis> &diagnosis);
// The same as one JSON object. Where there is nothing to explain its cause is "none".
[[nodiscard]] QByteArray explanationReport(const std::optional<diagnosis::Diagnosis> &diagnosis);

} // namespace actionscope::cli
