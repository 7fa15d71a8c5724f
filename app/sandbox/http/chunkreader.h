// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace actionscope::sandbox {

// Undoes the chunks of a request's body. Strict: whoever sends a size that can be read in two ways smuggles something.
class ChunkReader final
{
public:
    enum class Step { NeedsMore, Whole, Malformed };
    // Takes bytes from the front and appends what they hold to `body`, at most as much as they are.
    [[nodiscard]] Step take(QByteArrayView *bytes, QByteArray *body);

private:
    enum class State { Size, Data, DataEnd, Trailer };

    // False: it is not whole yet, or too long to be one.
    [[nodiscard]] bool takeLine(QByteArrayView *bytes);
    [[nodiscard]] bool readSize();

    State m_state = State::Size;
    QByteArray m_line; // as far as it came, with its line feed when whole
    qint64 m_left = 0; // of the chunk
    qsizetype m_trailerBytes = 0;
};

} // namespace actionscope::sandbox
