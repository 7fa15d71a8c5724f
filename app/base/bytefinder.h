// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace actionscope {

// Finds bytes in bytes, sixteen at a time where the processor can.
class ByteFinder final
{
public:
    ByteFinder() = default;
    // Where case does not matter, only that of ASCII letters does not.
    ByteFinder(const QByteArray &needle, Qt::CaseSensitivity sensitivity);

    [[nodiscard]] qsizetype length() const { return m_needle.size(); }
    // The first place in `text`; -1 where there is none, as of an empty needle.
    [[nodiscard]] qsizetype indexIn(QByteArrayView text) const;
    // Up to `most` places, each behind the end of the one before it.
    [[nodiscard]] std::vector<qsizetype> indexesIn(QByteArrayView text, std::size_t most) const;

private:
    // Tells `found` of every place, overlapping ones too, until it returns false.
    template <typename Found> void scan(QByteArrayView text, Found found) const;
    [[nodiscard]] bool isAt(const char *text) const;

    QByteArray m_needle;
    QByteArray m_caseBits; // for each byte the bit that a letter of either case may have
};

} // namespace actionscope
