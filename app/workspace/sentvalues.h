// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/json/document.h"
#include "app/runner/substitution.h"

namespace actionscope::workspace {

// A value of a sent body that was filled in for a name.
struct SentValue
{
    QString path; // JSONPath of the body
    QString origin; // "{{title}} from environments/ci.json (environment)"

    bool operator==(const SentValue &) const = default;
};

// Of a request as it was typed, with the names that were filled in.
[[nodiscard]] QList<SentValue> sentValues(
    const api::ExecuteRequest &typed, const QList<runner::NameUse> &uses, api::ApiVersion version);

// Tells of a sent body where each of its values came from.
class SentValues final
{
public:
    SentValues(const QList<SentValue> &values, const QByteArray &body);

    // The value at this byte of the body: a sentence, or nothing between values.
    [[nodiscard]] QString originAt(qsizetype offset) const;

private:
    QList<SentValue> m_values;
    json::Document m_body;
};

} // namespace actionscope::workspace
