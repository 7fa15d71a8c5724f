// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/exchangeredaction.h"

#include "app/api/requestfields.h"
#include "app/base/redaction.h"

namespace actionscope::api {

void redact(ExecuteRequest &request, const Redactor &redactor)
{
    for (const auto &[name, member] : textFields)
        request.*member = redactor.redacted(request.*member);
    for (QByteArray *json : {&request.input, &request.sessionInfo})
        *json = redactor.redacted(*json);
}

void redact(Exchange &exchange, const Redactor &redactor)
{
    for (QByteArray *bytes : {&exchange.request.path, &exchange.request.body, &exchange.answer.body})
        *bytes = redactor.redacted(*bytes);
    for (HeaderList *headers : {&exchange.request.headers, &exchange.answer.headers}) {
        for (Header &header : *headers)
            header.value = redactor.redacted(header.value);
    }
    if (exchange.fault) {
        exchange.fault->sentence = redactor.redacted(exchange.fault->sentence);
        exchange.fault->detail = redactor.redacted(exchange.fault->detail);
    }
}

} // namespace actionscope::api
