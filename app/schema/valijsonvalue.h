// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <valijson/internal/adapter.hpp>
#include <valijson/internal/frozen_value.hpp>
#include <valijson/internal/optional.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace actionscope::schema {

// How valijson walks our own document: nothing is copied, and each value it asks about still knows where it stands in
// the text. The names of the functions are those that valijson's templates call.

class ValijsonAdapter;
class ValijsonItems;
class ValijsonMembers;
using ValijsonMember = std::pair<std::string, ValijsonAdapter>;

class ValijsonArray final
{
public:
    using const_iterator = ValijsonItems;

    ValijsonArray() = default;
    explicit ValijsonArray(const json::Value &value)
        : m_value(value)
    {
    }
    [[nodiscard]] ValijsonItems begin() const;
    [[nodiscard]] ValijsonItems end() const;
    [[nodiscard]] std::size_t size() const { return std::size_t(m_value.count()); }

private:
    json::Value m_value;
};

class ValijsonObject final
{
public:
    using const_iterator = ValijsonMembers;

    ValijsonObject() = default;
    explicit ValijsonObject(const json::Value &value);
    [[nodiscard]] ValijsonMembers begin() const;
    [[nodiscard]] ValijsonMembers end() const;
    [[nodiscard]] ValijsonMembers find(const std::string &name) const;
    [[nodiscard]] std::size_t size() const { return std::size_t(m_value.count()); }

private:
    [[nodiscard]] json::Value member(const std::string &name) const; // of duplicate names the last

    json::Value m_value;
    std::shared_ptr<const std::map<std::string, json::Value>> m_byName; // only where there are many members
};

class ValijsonFrozen final : public valijson::adapters::FrozenValue
{
public:
    explicit ValijsonFrozen(const json::Value &value)
        : m_value(value)
    {
    }
    [[nodiscard]] FrozenValue *clone() const override { return new ValijsonFrozen(m_value); }
    [[nodiscard]] bool equalTo(const valijson::adapters::Adapter &other, bool strict) const override;

private:
    json::Value m_value; // of the schema's document, which outlives what is compiled from it
};

class ValijsonValue final
{
public:
    ValijsonValue() = default;
    explicit ValijsonValue(const json::Value &value)
        : m_value(value)
    {
    }
    [[nodiscard]] valijson::adapters::FrozenValue *freeze() const { return new ValijsonFrozen(m_value); }
    [[nodiscard]] opt::optional<ValijsonArray> getArrayOptional() const;
    [[nodiscard]] opt::optional<ValijsonObject> getObjectOptional() const;
    bool getArraySize(std::size_t &size) const;
    bool getObjectSize(std::size_t &size) const;
    bool getBool(bool &result) const;
    bool getDouble(double &result) const;
    bool getInteger(std::int64_t &result) const;
    bool getString(std::string &result) const;
    static bool hasStrictTypes() { return true; }
    [[nodiscard]] bool isArray() const { return m_value.isArray(); }
    [[nodiscard]] bool isBool() const { return m_value.isBool(); }
    [[nodiscard]] bool isDouble() const { return m_value.isNumber() && !isInteger(); }
    [[nodiscard]] bool isInteger() const { return m_value.toInteger().has_value(); }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] bool isNumber() const { return m_value.isNumber(); }
    [[nodiscard]] bool isObject() const { return m_value.isObject(); }
    [[nodiscard]] bool isString() const { return m_value.isString(); }

private:
    json::Value m_value;
};

} // namespace actionscope::schema
