// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/preparedtext.h"

#include "app/models/hexlines.h"
#include "app/models/prettytextlines.h"

#include <algorithm>

namespace actionscope::ui {

using models::TextRow;

namespace {

TextRow::Language languageOf(const json::Document &body)
{
    if (!body.isEmpty())
        return TextRow::Language::Json;
    return body.bytes().first(std::min<qsizetype>(body.bytes().size(), 512)).trimmed().startsWith('<')
        ? TextRow::Language::Markup
        : TextRow::Language::None;
}

} // namespace

bool looksLikeText(QByteArrayView body)
{
    return !body.first(std::min<qsizetype>(body.size(), 4096)).contains('\0');
}

PreparedText preparedText(const json::Document &body, TextForm form)
{
    const QByteArray bytes = body.bytes();
    if (form == TextForm::Pretty && !body.isEmpty())
        return {std::make_shared<models::PrettyTextLines>(body), TextForm::Pretty};
    if (form == TextForm::Hex || (form == TextForm::Pretty && !looksLikeText(bytes)))
        return {std::make_shared<models::HexLines>(bytes), TextForm::Hex};
    return {std::make_shared<models::PlainLines>(bytes, languageOf(body)), TextForm::AsReceived};
}

} // namespace actionscope::ui
