// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/prettytextlines.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

namespace {

QByteArray withoutSpace(const QByteArray &text)
{
    QByteArray rest;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            rest += c;
    }
    return rest;
}

} // namespace

// Rows asked for one by one are the text as a whole; each stretch of a row stands in the body; nothing is
// lost.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const json::Document document = json::Document::parse(bytes);
    const models::PrettyTextLines lines(document);
    QByteArray text;
    for (qsizetype at = 0; at < lines.rowCount(); ++at) {
        const models::TextRow row = lines.row(at);
        require(row.bytes.size() <= 1024 + 8 + 2 * 100 + 64);
        require(lines.closingRow(at) >= at && lines.closingRow(at) < lines.rowCount());
        for (const auto &part : row.parts)
            require(bytes.mid(part.offset, part.length) == row.bytes.mid(part.column, part.length));
        text += at > 0 && !row.isContinuation ? "\n" + row.bytes : row.bytes;
    }
    // Behind a fault line breaks are copied as they came.
    require(lines.rowCount() == 0 || withoutSpace(lines.textBetween({}, lines.end())) == withoutSpace(text));
    if (document.isValid()) {
        const bool hasMark = bytes.startsWith("\xEF\xBB\xBF");
        require(withoutSpace(text) == withoutSpace(hasMark ? bytes.sliced(3) : bytes));
    }
    return 0;
}
