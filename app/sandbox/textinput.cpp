// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/textinput.h"

#include "app/base/tr.h"
#include "app/json/writer.h"

namespace actionscope::sandbox {

tl::expected<json::Document, Refusal> inputFromText(const QString &text, const json::Value &parameters)
{
    const json::Document typed = json::Document::parse(text.toUtf8());
    if (typed.isValid() && typed.root().isObject())
        return typed;
    const json::Value required = parameters.member(u"required");
    const QString only = required.firstChild().toString();
    const json::Value property = parameters.member(u"properties").member(only);
    if (required.count() == 1 && property.member(u"type").toString() == QLatin1String("string")) {
        json::ObjectWriter input;
        input.addString(only.toUtf8(), text);
        return json::Document::parse(input.finished());
    }
    return tl::unexpected(Refusal {RefusalKind::InvalidInput,
        Tr::tr("The sandbox has no model that could make the input of this action from text."),
        Tr::tr("Send the input itself, or write the text as a JSON object.")});
}

} // namespace actionscope::sandbox
