// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::sandbox {

// Bytes that are made while they are sent, so that a large answer never stands in memory as a whole.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    [[nodiscard]] virtual qint64 size() const = 0; // known before the first byte
    [[nodiscard]] virtual QByteArray next() = 0; // a piece of some 100 KB; empty at the end
};

} // namespace actionscope::sandbox
