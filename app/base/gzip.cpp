// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/gzip.h"

#include "app/base/tr.h"

#include <QByteArrayView>

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace actionscope {

namespace {

constexpr int gzipOnly = 16; // added to the window's size: no bare zlib stream
constexpr qsizetype step = 256 * 1024;

class Inflater final
{
public:
    Inflater() { m_isReady = inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK; }
    ~Inflater()
    {
        if (m_isReady)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    [[nodiscard]] bool isReady() const { return m_isReady; }
    void setInput(QByteArrayView bytes)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib only reads it
        m_stream.avail_in = uInt(bytes.size());
    }
    [[nodiscard]] qsizetype unread() const { return qsizetype(m_stream.avail_in); }
    // zlib's word; `size` is what fits, then what was written.
    int read(char *to, qsizetype &size)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(to);
        m_stream.avail_out = uInt(size);
        const int word = inflate(&m_stream, Z_NO_FLUSH);
        size -= qsizetype(m_stream.avail_out);
        return word;
    }
    void beginMember() { inflateReset(&m_stream); }

private:
    z_stream m_stream = {};
    bool m_isReady = false;
};

// Room for the next step, and not for twice what there is when there is much.
void makeRoom(QByteArray &bytes, qsizetype used)
{
    if (bytes.size() - used >= step)
        return;
    bytes.resize(used + std::clamp<qsizetype>(used / 2, step, 64 * step));
}

QString cutOff() { return Tr::tr("The compressed data ends before its end. What could be unpacked is shown."); }

QString broken() { return Tr::tr("The compressed data is damaged. What could be unpacked is shown."); }

QString tooLarge(qint64 size)
{
    return Tr::tr("Only the first %1 MB are unpacked; there is more.").arg(size / (1024 * 1024));
}

QString trap()
{
    return Tr::tr("The data unpacks to far more than any text does, so unpacking was stopped. What was unpacked until "
                  "then is shown.");
}

} // namespace

bool isGzip(QByteArrayView bytes) { return bytes.startsWith("\x1f\x8b\x08"); }

Unpacked gunzip(const QByteArray &packed, UnpackWatch *watch, const UnpackLimits &limits)
{
    Inflater inflater;
    if (!inflater.isReady())
        return {{}, Tr::tr("There is not enough memory to unpack it.")};
    Unpacked unpacked;
    qsizetype used = 0;
    qsizetype at = 0; // of what was handed to zlib, which takes no more than 4 GB at once
    const auto finish = [&](const QString &trouble) {
        unpacked.bytes.truncate(used);
        unpacked.bytes.squeeze();
        unpacked.trouble = trouble;
        return unpacked;
    };
    for (;;) {
        if (watch && watch->isCancelled)
            return finish(Tr::tr("Unpacking was cancelled."));
        if (inflater.unread() == 0) {
            const qsizetype next = std::min(step, packed.size() - at);
            if (next == 0)
                return finish(cutOff());
            inflater.setInput(QByteArrayView(packed).sliced(at, next));
            at += next;
        }
        makeRoom(unpacked.bytes, used);
        qsizetype size = std::min<qint64>(step, limits.size - used);
        if (size == 0)
            return finish(tooLarge(limits.size));
        const int word = inflater.read(unpacked.bytes.data() + used, size);
        used += size;
        const qsizetype read = at - inflater.unread();
        if (watch) {
            watch->read = read;
            watch->written = used;
        }
        if (used > limits.grace && used / std::max<qint64>(read, 1) > limits.ratio)
            return finish(trap());
        if (word == Z_STREAM_END) {
            // Another member may follow; anything else behind the end is padding, as gzip itself takes it.
            const QByteArrayView rest = QByteArrayView(packed).sliced(read);
            if (!isGzip(rest))
                return finish({});
            inflater.beginMember();
        } else if (word != Z_OK && word != Z_BUF_ERROR) {
            return finish(broken());
        }
    }
}

} // namespace actionscope
