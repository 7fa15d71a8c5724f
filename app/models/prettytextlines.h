// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/plainlines.h"

namespace actionscope::models {

// JSON with a line for every value. Where the body stops being JSON, the rest follows as it came.
class PrettyTextLines final : public TextLines
{
public:
    explicit PrettyTextLines(const json::Document &document);

    [[nodiscard]] qsizetype rowCount() const override;
    [[nodiscard]] TextRow row(qsizetype row) const override;
    [[nodiscard]] qsizetype widestRow() const override;
    [[nodiscard]] qsizetype lineNumber(qsizetype row) const override;
    [[nodiscard]] qsizetype rowAt(qsizetype offset) const override;
    [[nodiscard]] qsizetype closingRow(qsizetype row) const override;
    [[nodiscard]] QByteArray textBetween(const TextPlace &from, const TextPlace &to) const override;

private:
    json::PrettyLines m_lines;
    std::unique_ptr<PlainLines> m_rest;
    qsizetype m_restFrom = 0;
};

} // namespace actionscope::models
