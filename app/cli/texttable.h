// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"

#include <QList>
#include <QStringList>

namespace actionscope::cli {

// Rows in aligned columns, for people. The last column is cut to the terminal's width, where there is a terminal.
class TextTable final
{
public:
    enum class Tone { Plain, Strong, Faint, Warning, Bad };
    // Titles are in the way of a program that reads the rows.
    enum class Titles { OnTerminal, Always };

    struct Cell
    {
        QString text;
        Tone tone = Tone::Plain;
    };

    explicit TextTable(const QStringList &titles, Titles when = Titles::OnTerminal);

    void addRow(const QList<Cell> &cells);
    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }
    [[nodiscard]] QByteArray text(const Console::Looks &looks) const;

private:
    [[nodiscard]] QByteArray line(const QList<Cell> &cells, const QList<int> &widths, const Console::Looks &looks) const;

    QStringList m_titles;
    Titles m_when;
    QList<QList<Cell>> m_rows;
};

// How many places of a terminal's line a text takes.
[[nodiscard]] int displayWidth(const QString &text);
[[nodiscard]] QByteArray painted(const QString &text, TextTable::Tone tone, const Console::Looks &looks);

} // namespace actionscope::cli
