// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace actionscope::sandbox {

class Expression;

// The names a template may use: `input.title`, `record.number`, `now`. Values are JSON and keep their bytes.
class Scope final
{
public:
    void set(const QString &name, const QByteArray &json); // empty takes the name away
    void set(const QString &name, const json::Value &value);
    // `input.x` falls back to the default the schema has for x, as does a null.
    void setInput(const json::Value &input, const json::Value &schema);

    // The value of an expression, `input.size ?? 30` say; empty when absent, or when it cannot be read, which the
    // manifest's reader has ruled out.
    [[nodiscard]] QByteArray resolve(QStringView text) const;
    [[nodiscard]] QByteArray resolve(const Expression &expression) const;

private:
    [[nodiscard]] json::Value find(QStringView path) const;

    QHash<QString, json::Value> m_values;
    json::Value m_schema;
    std::vector<json::Document> m_documents; // keep m_values alive
};

} // namespace actionscope::sandbox
