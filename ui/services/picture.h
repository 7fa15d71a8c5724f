// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace actionscope::ui {

// An image out of a body, small enough to be drawn at once, or why there is none.
struct Picture
{
    // Longer sides are drawn smaller.
    static constexpr int longestSide = 1600;
    // Decoded, an image takes four bytes a pixel; what would take more is not decoded.
    static constexpr qint64 mostPixels = 64'000'000;

    QImage image;
    QSize size; // of the image as it came; empty where that is not known
    QString trouble; // a sentence; empty where there is an image
};

// `format` as a file's suffix: "png", "svg". Takes its time: not for the GUI thread. Opens no file and no connection, whatever the bytes ask for.
[[nodiscard]] Picture decodedPicture(const QByteArray &bytes, const QByteArray &format);

} // namespace actionscope::ui
