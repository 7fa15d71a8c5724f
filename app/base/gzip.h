// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>

namespace actionscope {

// Shared with the thread that unpacks: how far it is, and the wish to stop.
struct UnpackWatch
{
    std::atomic<qint64> read = 0; // packed bytes
    std::atomic<qint64> written = 0; // unpacked bytes
    std::atomic_bool isCancelled = false;
};

// What came out of a gzip file. Where it was cut off, broken or too large, `bytes` is its beginning and `trouble` a
// sentence.
struct Unpacked
{
    QByteArray bytes;
    QString trouble;

    bool operator==(const Unpacked &) const = default;
};

struct UnpackLimits
{
    qint64 size = 1LL << 30;
    // A text of one letter reaches 1030:1. Past the grace a file that unpacks to more than this is a trap.
    qint64 ratio = 300;
    qint64 grace = 64LL << 20;
};

// Whether the bytes begin as a gzip file does.
[[nodiscard]] bool isGzip(QByteArrayView bytes);

// Unpacks a gzip file of one member or more. Blocks; `watch` may be null.
[[nodiscard]] Unpacked gunzip(const QByteArray &packed, UnpackWatch *watch = nullptr, const UnpackLimits &limits = {});

} // namespace actionscope
