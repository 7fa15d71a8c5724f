// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/hexlines.h"

namespace actionscope::models {

TextRow HexLines::row(qsizetype row) const
{
    TextRow shown;
    const qsizetype begin = row * bytesPerRow;
    const QByteArrayView bytes
        = QByteArrayView(m_bytes).sliced(begin, std::min(bytesPerRow, m_bytes.size() - begin));
    shown.bytes = QByteArray::number(begin, 16).rightJustified(8, '0') + ' ';
    for (qsizetype i = 0; i < bytesPerRow; ++i) {
        shown.bytes += i == bytesPerRow / 2 ? "  " : " ";
        shown.parts.push_back(
            {shown.bytes.size(), std::min(begin + i, m_bytes.size()), i < bytes.size() ? 1 : 0});
        shown.bytes
            += i < bytes.size() ? QByteArrayView(bytes.sliced(i, 1)).toByteArray().toHex() : QByteArray("  ");
    }
    shown.bytes += "  |";
    for (const char c : bytes)
        shown.bytes += c >= 0x20 && c < 0x7F ? c : '.';
    shown.bytes += '|';
    return shown;
}

} // namespace actionscope::models
