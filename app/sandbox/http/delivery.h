// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace actionscope::sandbox {

// How an answer leaves. Anything but the default is a fault on purpose.
struct Delivery
{
    enum class End {
        Whole, // as it should be
        Silent, // nothing is ever written, the connection stays
        ResetAtOnce, // the connection is reset instead of an answer
        ResetHalfway, // after the head and half of the body
        CutChunk, // chunked, and the connection ends inside a chunk
    };

    End end = End::Whole;
    qint64 bytesPerSecond = 0; // of the body; 0: as quickly as the socket takes them
    qint64 lengthError = 0; // bytes by which Content-Length is wrong
};

} // namespace actionscope::sandbox
