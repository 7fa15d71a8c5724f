// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"
#include "app/json/document.h"
#include "app/schema/validator.h"

#include <QHash>

namespace actionscope::test {

// Holds what the sandbox answers against its own description, resources/sandbox/openapi.json: is there such a path,
// method and status, is the body of the kind and shape that is written there.
class OpenApiCheck final
{
public:
    // The description as it is built in.
    [[nodiscard]] static OpenApiCheck &ofSandbox();
    explicit OpenApiCheck(const QByteArray &description);

    // A sentence about what does not fit, else nothing. `target` is a path with its query.
    [[nodiscard]] QString problem(const QByteArray &method, const QByteArray &target, const api::HttpAnswer &answer);
    [[nodiscard]] json::Value description() const { return m_document.root(); }
    // "POST /api/{version}/tools/execute/{toolSlug} 200" for each answer that was held against it.
    [[nodiscard]] QStringList seen() const { return m_seen.keys(); }

private:
    [[nodiscard]] json::Value resolved(const json::Value &value) const;
    [[nodiscard]] json::Value pathFor(const QByteArray &path) const;
    [[nodiscard]] bool takes(const json::Value &item, const QString &name, const QString &text) const;
    [[nodiscard]] QString problemOfBody(const json::Value &response, const api::HttpAnswer &answer);
    [[nodiscard]] QString problemOfJson(const json::Value &schema, const QByteArray &body);

    json::Document m_document;
    QHash<QString, schema::Validator> m_validators; // by the text of the schema
    QHash<QString, int> m_seen;
};

} // namespace actionscope::test
