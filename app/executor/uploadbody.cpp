// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/uploadbody.h"

#include <algorithm>
#include <cstring>

namespace actionscope::executor {

UploadBody::UploadBody(const QByteArray &bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadBody::bytesAvailable() const
{
    return m_bytes.size() - m_at + QIODevice::bytesAvailable();
}

qint64 UploadBody::readData(char *data, qint64 maximum)
{
    const qint64 size = std::min<qint64>(maximum, m_bytes.size() - m_at);
    if (size <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + m_at, std::size_t(size));
    m_at += size;
    return size;
}

qint64 UploadBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace actionscope::executor
