// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace actionscope::sandbox {

// What one connection may ask of the server.
struct Limits
{
    qsizetype headBytes = 64 * 1024;
    qsizetype headerCount = 200;
    qint64 bodyBytes = 64 * 1024 * 1024;
    qsizetype unanswered = 16; // requests sent ahead on one connection
    std::chrono::milliseconds stall {30000}; // an unfinished request that brings nothing new for so long is given up
};

// Why a request was turned away before anybody read its body.
enum class HttpTrouble { Malformed, HeadTooLarge, BodyTooLarge, TooSlow, Internal };

} // namespace actionscope::sandbox
