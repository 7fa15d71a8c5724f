// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/plainlines.h"

namespace actionscope::models {

PlainLines::PlainLines(
    const QByteArray &text, TextRow::Language language, qsizetype from, qsizetype linesBefore)
    : m_index(text, from)
    , m_language(language)
    , m_linesBefore(linesBefore)
{
}

void PlainLines::setLanguageFrom(qsizetype offset, TextRow::Language language)
{
    m_laterFrom = offset;
    m_laterLanguage = language;
}

TextRow PlainLines::row(qsizetype row) const
{
    TextRow shown;
    const QByteArrayView bytes = m_index.bytes(row);
    shown.bytes = QByteArray::fromRawData(bytes.data(), bytes.size()); // the index holds them
    shown.parts.push_back({0, m_index.begin(row), bytes.size()});
    shown.isContinuation = m_index.isContinuation(row);
    shown.beginsInString = m_index.beginsInString(row);
    shown.language = m_laterFrom >= 0 && m_index.begin(row) >= m_laterFrom ? m_laterLanguage : m_language;
    return shown;
}

QByteArray PlainLines::textBetween(const TextPlace &from, const TextPlace &to) const
{
    if (rowCount() == 0)
        return {};
    const auto offsetOf = [this](const TextPlace &place) { return m_index.begin(place.row) + place.column; };
    const bool isToEnd = to >= end();
    const qsizetype first = offsetOf(from);
    return m_index.text().sliced(
        first, std::max<qsizetype>((isToEnd ? m_index.text().size() : offsetOf(to)) - first, 0));
}

} // namespace actionscope::models
