// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/textlines.h"

namespace actionscope::models {

// Sixteen bytes a row: offset, hexadecimal, and the characters that are ASCII.
class HexLines final : public TextLines
{
public:
    static constexpr qsizetype bytesPerRow = 16;

    explicit HexLines(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] qsizetype rowCount() const override
    {
        return (m_bytes.size() + bytesPerRow - 1) / bytesPerRow;
    }
    [[nodiscard]] TextRow row(qsizetype row) const override;
    [[nodiscard]] qsizetype widestRow() const override { return 78; }
    [[nodiscard]] qsizetype lineNumber(qsizetype row) const override { return row + 1; }
    [[nodiscard]] qsizetype rowAt(qsizetype offset) const override { return offset / bytesPerRow; }

private:
    QByteArray m_bytes;
};

} // namespace actionscope::models
