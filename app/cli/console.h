// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArrayView>
#include <QString>

namespace actionscope::cli {

// Standard output and standard error. Results go to the first byte for byte, everything else to the second.
class Console final
{
public:
    enum class Color { Auto, Always, Never };
    enum class Tone { Plain, Good, Bad };

    void setColor(Color color) { m_color = color; }

    // Writes everything or returns why it could not. A reader that went away (`| head`) is no trouble.
    [[nodiscard]] Result<void> writeResult(QByteArrayView bytes);
    // One line for a person. Control characters, which an answer may hold, never reach the terminal.
    void say(const QString &line, Tone tone = Tone::Plain);
    void sayError(const Error &error);

    // One line of a result that is made for people, on standard output; plain where that is no terminal.
    [[nodiscard]] Result<void> tell(const QString &line, Tone tone = Tone::Plain);
    // A line at the bottom of the terminal, which the next one takes the place of; nothing where standard error is none.
    void showPassing(const QString &line);

private:
    [[nodiscard]] bool isColored(int file) const;
    void clearPassing();

    Color m_color = Color::Auto;
    bool m_isLineOpen = false; // the result ended in the middle of a terminal's line
    bool m_isPassingShown = false;
};

} // namespace actionscope::cli
