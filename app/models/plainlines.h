// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/lineindex.h"
#include "app/models/textlines.h"

namespace actionscope::models {

// The lines of a text as they are.
class PlainLines final : public TextLines
{
public:
    // What stands before `from` is not shown; line numbers begin after `linesBefore`.
    explicit PlainLines(const QByteArray &text, TextRow::Language language = TextRow::Language::None,
        qsizetype from = 0, qsizetype linesBefore = 0);
    // From here on the text is in another language: the body of a request below its headers.
    void setLanguageFrom(qsizetype offset, TextRow::Language language);

    [[nodiscard]] qsizetype rowCount() const override { return m_index.rowCount(); }
    [[nodiscard]] TextRow row(qsizetype row) const override;
    [[nodiscard]] qsizetype widestRow() const override { return m_index.widestRow(); }
    [[nodiscard]] qsizetype lineNumber(qsizetype row) const override
    {
        return m_linesBefore + m_index.lineNumber(row);
    }
    [[nodiscard]] qsizetype rowAt(qsizetype offset) const override { return m_index.rowAt(offset); }
    [[nodiscard]] QByteArray textBetween(const TextPlace &from, const TextPlace &to) const override;

private:
    LineIndex m_index;
    TextRow::Language m_language;
    TextRow::Language m_laterLanguage = TextRow::Language::None;
    qsizetype m_laterFrom = -1;
    qsizetype m_linesBefore = 0;
};

} // namespace actionscope::models
