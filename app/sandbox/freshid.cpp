// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/freshid.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace actionscope::sandbox {

QByteArray freshId()
{
    static thread_local QRandomGenerator64 generator = QRandomGenerator64::securelySeeded();
    std::array<quint32, 4> words {};
    generator.fillRange(words.data(), qsizetype(words.size()));
    QUuid id(words[0], ushort(words[1]), ushort((words[1] >> 16 & 0x0fff) | 0x4000), uchar((words[2] & 0x3f) | 0x80),
        uchar(words[2] >> 8), uchar(words[2] >> 16), uchar(words[2] >> 24), uchar(words[3]), uchar(words[3] >> 8),
        uchar(words[3] >> 16), uchar(words[3] >> 24));
    return id.toByteArray(QUuid::WithoutBraces);
}

} // namespace actionscope::sandbox
