// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/preparedtext.h"

#include "app/json/format.h"

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr qsizetype roomForIndents = 16 * 1024 * 1024;

// Judged by the beginning, as far as a person would look.
bool looksLikeText(QByteArrayView body)
{
    return !body.first(std::min<qsizetype>(body.size(), 4096)).contains('\0');
}

QByteArray prettyPart(const json::Document &body)
{
    const QByteArray bytes = body.bytes();
    const auto error = body.error();
    const qsizetype good = error ? error->offset : bytes.size();
    QByteArray pretty
        = json::prettyPrinted(QByteArrayView(bytes).first(good), 2, 4 * bytes.size() + roomForIndents);
    if (!pretty.isEmpty())
        pretty += QByteArrayView(bytes).sliced(good);
    return pretty;
}

} // namespace

PreparedText preparedText(const json::Document &body, TextForm form)
{
    PreparedText text;
    text.jsonBegin = body.root().isContainer() ? 0 : -1;
    text.isText = looksLikeText(body.bytes());
    if (form == TextForm::Pretty && text.jsonBegin == 0) {
        const QByteArray pretty = prettyPart(body);
        if (!pretty.isEmpty()) {
            text.isPretty = true;
            text.lines = LineIndex(pretty);
            return text;
        }
    }
    text.lines = LineIndex(body.bytes());
    return text;
}

} // namespace actionscope::ui
