// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/scope.h"

#include "app/sandbox/actions/expression.h"

#include <QStringTokenizer>

namespace actionscope::sandbox {

void Scope::set(const QString &name, const QByteArray &json)
{
    if (json.isEmpty()) {
        m_values.remove(name);
        return;
    }
    m_documents.push_back(json::Document::parse(json));
    m_values.insert(name, m_documents.back().root());
}

void Scope::set(const QString &name, const json::Value &value)
{
    m_values.insert(name, value);
}

void Scope::setInput(const json::Value &input, const json::Value &schema)
{
    m_values.insert(QStringLiteral("input"), input);
    m_schema = schema;
}

json::Value Scope::find(QStringView path) const
{
    json::Value value;
    bool isFirst = true;
    for (const QStringView name : QStringTokenizer(path, u'.')) {
        bool isPosition = false;
        const uint position = name.toUInt(&isPosition);
        if (isFirst)
            value = m_values.value(name.toString());
        else
            value = isPosition && value.isArray() ? value.at(position) : value.member(name);
        isFirst = false;
    }
    if (path.startsWith(u"input.") && (!value.isValid() || value.isNull())) {
        const QStringView name = path.sliced(6);
        const json::Value standard = m_schema.member(u"properties").member(name).member(u"default");
        return standard.isNull() ? json::Value() : standard;
    }
    return value;
}

QByteArray Scope::resolve(QStringView text) const
{
    const auto expression = Expression::parse(text);
    return expression ? resolve(*expression) : QByteArray();
}

QByteArray Scope::resolve(const Expression &expression) const
{
    return expression.value([this](QStringView path) {
        const json::Value value = find(path);
        return value.isValid() ? value.raw().toByteArray() : QByteArray();
    });
}

} // namespace actionscope::sandbox
