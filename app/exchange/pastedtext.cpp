// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/pastedtext.h"

#include "app/base/tr.h"

#include <QStringConverter>
#include <QUtf8StringView>

#include <algorithm>
#include <optional>

namespace actionscope::exchange {

namespace {

// Without a mark it is told by the zeros beside ASCII, of which some of the other half have none.
std::optional<QStringConverter::Encoding> wideEncoding(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 512) / 2;
    qsizetype zerosFirst = 0;
    qsizetype zerosSecond = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        zerosFirst += bytes[2 * i] == '\0' ? 1 : 0;
        zerosSecond += bytes[2 * i + 1] == '\0' ? 1 : 0;
    }
    if (pairs < 4 || (zerosFirst > 0) == (zerosSecond > 0) || std::max(zerosFirst, zerosSecond) * 2 < pairs)
        return {};
    return zerosSecond > 0 ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

bool isUnseen(char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B; }

// What holds such characters elsewhere, too, is no text and stays as it is.
bool isText(QByteArrayView bytes) { return QUtf8StringView(bytes).isValidUtf8() && std::none_of(bytes.begin(), bytes.end(), isUnseen); }

// How long the text is without unseen characters at its end; line breaks between them do not keep them.
qsizetype seenSize(const QByteArray &bytes)
{
    qsizetype seen = bytes.size();
    for (qsizetype end = bytes.size(); end > 0;) {
        if (isUnseen(bytes[end - 1]))
            seen = --end;
        else if (QByteArrayView(bytes).first(end).endsWith("\u00a0"))
            seen = end -= 2;
        else if (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == ' ' || bytes[end - 1] == '\t')
            --end;
        else
            break;
    }
    return seen;
}

} // namespace

PastedText plainText(const QByteArray &pasted)
{
    PastedText text {pasted, {}};
    if (const auto encoding = wideEncoding(pasted)) {
        QStringDecoder decode(*encoding);
        text.bytes = QString(decode(pasted)).toUtf8();
    }
    const qsizetype seen = seenSize(text.bytes);
    if (seen > 0 && seen < text.bytes.size() && isText(QByteArrayView(text.bytes).first(seen))) {
        text.notes.append(Tr::tr("Behind the end of the text stand characters that no eye sees (NUL, no-break space); they were left out."));
        text.bytes.truncate(seen);
    }
    return text;
}

} // namespace actionscope::exchange
