// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/scope.h"

#include <QStringTokenizer>

namespace actionscope::sandbox {

void Scope::set(const QString &name, const QByteArray &json)
{
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
        value = isFirst ? m_values.value(name.toString()) : value.member(name);
        isFirst = false;
    }
    if (path.startsWith(u"input.") && (!value.isValid() || value.isNull())) {
        const QStringView name = path.sliced(6);
        const json::Value standard = m_schema.member(u"properties").member(name).member(u"default");
        return standard.isNull() ? json::Value() : standard;
    }
    return value;
}

QByteArray Scope::resolve(QStringView expression) const
{
    const qsizetype mark = expression.indexOf(u"??");
    const QStringView path = expression.first(mark < 0 ? expression.size() : mark).trimmed();
    const json::Value value = find(path);
    if (value.isValid())
        return value.raw().toByteArray();
    return mark < 0 ? QByteArray() : expression.sliced(mark + 2).trimmed().toUtf8();
}

} // namespace actionscope::sandbox
