// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/charset.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace actionscope {

namespace {

constexpr qsizetype step = 1024 * 1024; // so that no second copy of a large text is made

} // namespace

bool isUtf8Name(const QByteArray &charset)
{
    const QByteArray name = charset.toLower();
    return name.isEmpty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

std::optional<QByteArray> toUtf8(const QByteArray &bytes, const QByteArray &charset)
{
    const QByteArray name = charset.toLower();
    const bool isLatin = name == "iso-8859-1" || name == "latin1" || name == "iso8859-1";
    QStringDecoder decoder(isLatin ? "windows-1252" : name.constData());
    if (!decoder.isValid())
        return {};
    QStringEncoder encoder(QStringConverter::Utf8); // keeps half a pair of surrogates for the next step
    QByteArray text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const QString part = decoder(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
        text += QByteArray(encoder(part));
    }
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    return text;
}

} // namespace actionscope
