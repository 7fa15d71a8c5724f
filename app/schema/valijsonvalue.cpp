// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/valijsonvalue.h"

namespace actionscope::schema {

namespace {

constexpr qsizetype manyMembers = 8;

} // namespace

ValijsonObject::ValijsonObject(const json::Value &value)
    : m_value(value)
{
    if (value.count() <= manyMembers)
        return;
    auto byName = std::make_shared<std::map<std::string, json::Value>>();
    for (json::Value member = value.firstChild(); member.isValid(); member = member.nextSibling())
        byName->insert_or_assign(member.key().toStdString(), member);
    m_byName = std::move(byName);
}

json::Value ValijsonObject::member(const std::string &name) const
{
    if (!m_byName)
        return m_value.member(QString::fromStdString(name));
    const auto found = m_byName->find(name);
    return found == m_byName->end() ? json::Value() : found->second;
}

opt::optional<ValijsonArray> ValijsonValue::getArrayOptional() const
{
    return m_value.isArray() ? opt::make_optional(ValijsonArray(m_value)) : opt::optional<ValijsonArray>();
}

opt::optional<ValijsonObject> ValijsonValue::getObjectOptional() const
{
    return m_value.isObject() ? opt::make_optional(ValijsonObject(m_value)) : opt::optional<ValijsonObject>();
}

bool ValijsonValue::getArraySize(std::size_t &size) const
{
    size = std::size_t(m_value.count());
    return m_value.isArray();
}

bool ValijsonValue::getObjectSize(std::size_t &size) const
{
    size = std::size_t(m_value.count());
    return m_value.isObject();
}

bool ValijsonValue::getBool(bool &result) const
{
    result = m_value.toBool().value_or(false);
    return m_value.isBool();
}

bool ValijsonValue::getDouble(double &result) const
{
    result = m_value.isNumber() ? m_value.raw().toByteArray().toDouble() : 0.0;
    return m_value.isNumber();
}

bool ValijsonValue::getInteger(std::int64_t &result) const
{
    result = m_value.toInteger().value_or(0);
    return isInteger();
}

bool ValijsonValue::getString(std::string &result) const
{
    result = m_value.toString().toStdString();
    return m_value.isString();
}

} // namespace actionscope::schema
