// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

#include <functional>

namespace actionscope::api {

// What becomes of a text, UTF-8 or whatever bytes came.
using TextChange = std::function<QByteArray(const QByteArray &text)>;

// Puts every text that a person or a service wrote through `change`, so that whoever takes secrets out forgets none.
void changeTexts(ExecuteRequest &request, const TextChange &change);
// Names of headers and the method stay.
void changeTexts(Exchange &exchange, const TextChange &change);
void changeText(QString &text, const TextChange &change);

} // namespace actionscope::api
