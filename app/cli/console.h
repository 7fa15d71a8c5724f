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
    // In the order of the words that --color takes.
    enum class Color { Auto, Always, Never };
    enum class Tone { Plain, Good, Bad };

    // What standard output can show.
    struct Looks
    {
        bool isColored = false;
        int columns = 0; // of the terminal; 0 where it is none
    };

    void setColor(Color color) { m_color = color; }

    // Writes everything or returns why it could not. A reader that went away (`| head`) is no trouble.
    [[nodiscard]] Result<void> writeResult(QByteArrayView bytes);
    // One line for a person. Control characters, which an answer may hold, never reach the terminal.
    void say(const QString &line, Tone tone = Tone::Plain);
    void sayError(const Error &error);

    // One line of a result that is made for people; coloured where standard output is a terminal.
    [[nodiscard]] Result<void> tell(const QString &line, Tone tone = Tone::Plain);

    [[nodiscard]] Looks looks() const;
    // A line on the terminal that whatever comes next replaces. Nothing where standard error is no terminal.
    void showProgress(const QString &line);
    [[nodiscard]] static bool canShowProgress();

private:
    [[nodiscard]] bool isColored(int file) const;
    void clearProgress();

    Color m_color = Color::Auto;
    bool m_isLineOpen = false; // the result ended in the middle of a terminal's line
    bool m_isProgressShown = false;
};

// Text of a service on one line, without what a terminal would obey.
[[nodiscard]] QString withoutControls(QString line);

} // namespace actionscope::cli
