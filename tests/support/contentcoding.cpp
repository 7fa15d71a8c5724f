// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/contentcoding.h"

namespace actionscope::test {

namespace {

QByteArray littleEndian(quint32 number, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += char(number >> (8 * i) & 0xFF);
    return bytes;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~quint32(0);
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

} // namespace

QByteArray deflate(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4); // Qt puts the length in front of the zlib stream
}

QByteArray gzip(const QByteArray &bytes)
{
    const QByteArray head("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    const QByteArray zlib = deflate(bytes);
    const QByteArray raw = zlib.mid(2, zlib.size() - 6); // without the zlib header and its checksum
    return head + raw + littleEndian(crc32(bytes), 4) + littleEndian(quint32(bytes.size()), 4);
}

// RFC 7932: one uncompressed meta-block in a window of 16 bits, then the empty last one.
QByteArray brotli(const QByteArray &bytes)
{
    const quint32 head = quint32(bytes.size() - 1) << 4 | 1U << 20;
    return littleEndian(head, 3) + bytes + '\x03';
}

// RFC 8878: a single-segment frame with its size in one byte and one raw block, which is the last.
QByteArray zstd(const QByteArray &bytes)
{
    return QByteArray("\x28\xb5\x2f\xfd\x20") + char(bytes.size()) + littleEndian(quint32(bytes.size()) << 3 | 1U, 3) + bytes;
}

} // namespace actionscope::test
