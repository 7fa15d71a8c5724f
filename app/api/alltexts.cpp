// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/alltexts.h"

#include "app/api/requestfields.h"

namespace actionscope::api {

void changeText(QString &text, const TextChange &change)
{
    const QByteArray before = text.toUtf8();
    const QByteArray after = change(before);
    if (after != before) // half a surrogate pair would not come back
        text = QString::fromUtf8(after);
}

void changeTexts(ExecuteRequest &request, const TextChange &change)
{
    for (const auto &[name, member] : textFields)
        changeText(request.*member, change);
    for (const auto &[name, member] : jsonFields)
        request.*member = change(request.*member);
}

void changeTexts(Exchange &exchange, const TextChange &change)
{
    for (QByteArray *bytes : {&exchange.request.path, &exchange.request.body, &exchange.answer.reason, &exchange.answer.body})
        *bytes = change(*bytes);
    for (HeaderList *headers : {&exchange.request.headers, &exchange.answer.headers}) {
        for (Header &header : *headers)
            header.value = change(header.value);
    }
    if (exchange.fault) {
        changeText(exchange.fault->sentence, change);
        changeText(exchange.fault->detail, change);
    }
}

} // namespace actionscope::api
