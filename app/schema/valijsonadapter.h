// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/valijsonvalue.h"

#include <valijson/exceptions.hpp>
#include <valijson/internal/basic_adapter.hpp>

namespace actionscope::schema {

// What valijson's visitor and parser are instantiated with.
class ValijsonAdapter final
    : public valijson::adapters::BasicAdapter<ValijsonAdapter, ValijsonArray, ValijsonMember, ValijsonObject,
          ValijsonValue>
{
public:
    ValijsonAdapter() = default;
    explicit ValijsonAdapter(const json::Value &value)
        : BasicAdapter(ValijsonValue(value))
        , m_json(value)
    {
    }
    [[nodiscard]] json::Value json() const { return m_json; }

private:
    json::Value m_json;
};

// One walk through items or members.
class ValijsonWalk
{
public:
    explicit ValijsonWalk(const json::Value &value)
        : m_value(value)
    {
    }
    bool operator==(const ValijsonWalk &other) const
    {
        return m_value.isValid() ? m_value == other.m_value : !other.m_value.isValid();
    }
    void advance(std::ptrdiff_t steps)
    {
        for (; steps > 0; --steps)
            m_value = m_value.nextSibling();
    }

protected:
    json::Value m_value;
};

class ValijsonItems final : public ValijsonWalk
{
public:
    using ValijsonWalk::ValijsonWalk;
    ValijsonAdapter operator*() const { return ValijsonAdapter(m_value); }
    valijson::adapters::DerefProxy<ValijsonAdapter> operator->() const
    {
        return valijson::adapters::DerefProxy<ValijsonAdapter>(**this);
    }
    ValijsonItems &operator++()
    {
        advance(1);
        return *this;
    }
    ValijsonItems operator++(int)
    {
        const ValijsonItems before = *this;
        advance(1);
        return before;
    }
    // For valijson's own uniqueItems, which a lowered schema never asks for.
    ValijsonItems &operator--() { valijson::throwNotSupported(); }
};

class ValijsonMembers final : public ValijsonWalk
{
public:
    using ValijsonWalk::ValijsonWalk;
    ValijsonMember operator*() const { return {m_value.key().toStdString(), ValijsonAdapter(m_value)}; }
    valijson::adapters::DerefProxy<ValijsonMember> operator->() const
    {
        return valijson::adapters::DerefProxy<ValijsonMember>(**this);
    }
    ValijsonMembers &operator++()
    {
        advance(1);
        return *this;
    }
    ValijsonMembers operator++(int)
    {
        const ValijsonMembers before = *this;
        advance(1);
        return before;
    }
};

inline ValijsonItems ValijsonArray::begin() const { return ValijsonItems(m_value.firstChild()); }
inline ValijsonItems ValijsonArray::end() const { return ValijsonItems(json::Value()); }
inline ValijsonMembers ValijsonObject::begin() const { return ValijsonMembers(m_value.firstChild()); }
inline ValijsonMembers ValijsonObject::end() const { return ValijsonMembers(json::Value()); }
inline ValijsonMembers ValijsonObject::find(const std::string &name) const { return ValijsonMembers(member(name)); }
inline bool ValijsonFrozen::equalTo(const valijson::adapters::Adapter &other, bool strict) const
{
    return ValijsonAdapter(m_value).equalTo(other, strict);
}

} // namespace actionscope::schema

template <> struct valijson::adapters::AdapterTraits<actionscope::schema::ValijsonAdapter>
{
    using DocumentType = actionscope::json::Value;
    static std::string adapterName() { return "ValijsonAdapter"; }
};
