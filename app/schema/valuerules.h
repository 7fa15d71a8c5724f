// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/decimal.h"
#include "app/json/document.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace actionscope::schema {

// The names of JSON Schema's types as bits; an integer is a number as well.
enum TypeBit {
    NullType = 1,
    BooleanType = 2,
    IntegerType = 4,
    NumberType = 8,
    StringType = 16,
    ArrayType = 32,
    ObjectType = 64,
};

// 0 for a name that is none of them.
[[nodiscard]] int typeBit(const QString &name);
// The types a schema allows; 0 where it does not say, or says one that is unknown.
[[nodiscard]] int typesOf(const json::Value &schema);
// The name for people of the type of a value: "integer" for 1 and 1.0.
[[nodiscard]] QString typeNameOf(const json::Value &value);
[[nodiscard]] bool isOfType(const json::Value &value, int types);
// A whole number in any spelling, as bounds of lengths are.
[[nodiscard]] std::optional<qint64> wholeNumber(const json::Value &value);
[[nodiscard]] qsizetype characterCount(QStringView text);
// An ECMA 262 pattern as this program can run it; invalid where it cannot.
[[nodiscard]] QRegularExpression readPattern(QString pattern);

// What a schema says about one value by itself, read once; what it says about values inside is not here. Numbers are
// compared by their digits, and patterns run with a limit, which is why these rules are not left to valijson: it works
// in doubles, and with expressions that recurse once a character.
class ValueRules final
{
public:
    // Told the keyword, and of "required", "dependencies" and "uniqueItems" which of the names or items it is.
    using Report = std::function<void(const char *rule, qsizetype position)>;

    explicit ValueRules(const json::Value &schema);

    void check(const json::Value &input, const Report &report) const;

private:
    struct NumberBound
    {
        const char *rule;
        json::Decimal number;
        bool isUpper;
        bool isExclusive;
    };
    struct SizeBound
    {
        const char *rule;
        json::Type type;
        qint64 size;
        bool isUpper;
    };

    void readBounds(const json::Value &schema);
    void readChoices(const json::Value &schema);
    [[nodiscard]] bool isChoice(const json::Value &input) const;
    void checkNumber(const json::Value &input, const Report &report) const;
    void checkSize(const json::Value &input, const Report &report) const;
    void checkNames(const json::Value &input, const Report &report) const;

    int m_types = 0;
    bool m_hasChoices = false;
    bool m_itemsDiffer = false;
    std::vector<std::pair<std::size_t, json::Value>> m_choices; // with their hashes
    json::Value m_constant;
    std::vector<NumberBound> m_numberBounds;
    std::vector<SizeBound> m_sizeBounds;
    std::optional<json::Decimal> m_divisor;
    std::optional<QRegularExpression> m_pattern;
    QStringList m_required;
    QList<std::pair<QString, QStringList>> m_dependencies;
};

} // namespace actionscope::schema
