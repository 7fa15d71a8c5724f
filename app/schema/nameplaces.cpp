// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/nameplaces.h"

#include <algorithm>

namespace actionscope::schema {

namespace {

bool isNameByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || c == '-' || c == '.' || c == '$';
}

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isNameByte);
}

} // namespace

QList<NamePlace> namesIn(QByteArrayView text)
{
    QList<NamePlace> names;
    qsizetype at = text.indexOf("{{");
    while (at >= 0) {
        const qsizetype end = text.indexOf("}}", at + 2);
        if (end < 0)
            break;
        const QByteArrayView inside = text.sliced(at + 2, end - at - 2).trimmed();
        if (isName(inside)) {
            names.append({QString::fromUtf8(inside), at, end + 2 - at});
            at = text.indexOf("{{", end + 2);
        } else {
            at = text.indexOf("{{", at + 1);
        }
    }
    return names;
}

} // namespace actionscope::schema
