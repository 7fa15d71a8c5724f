// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace actionscope::schema {

// What kind of value a field takes; decides how a form asks for it.
enum class FieldKind {
    String,
    Integer,
    Number,
    Boolean,
    Enum, // one of `choices`
    Array, // of `item`
    Object, // with known members
    Free, // any JSON: an object without known members, or no type at all
    Variant, // one of `variants`
    File, // file_uploadable: {name, mimetype, s3key}
};

// One parameter as its schema describes it: read once, with $ref resolved, allOf merged, and null taken out of anyOf,
// oneOf, type lists and `nullable`. Fields of nested objects come from fieldsOf(), when a person opens them.
struct Field
{
    QString name; // the member's name; empty for items and the root
    QString title; // for people; the name in words where the schema has none
    QString description;
    FieldKind kind = FieldKind::Free;
    QString type; // as JSON Schema names it: "object" tells a free object from any JSON; empty: the schema does not say
    QString format; // date-time, email, uri, …
    bool isRequired = false;
    bool isNullable = false;
    QByteArray defaultValue; // JSON; empty: none
    QList<QByteArray> examples; // JSON; an array written inside a string is undone
    QList<QByteArray> choices; // JSON, of enum and const
    QByteArray minimum; // as the schema spells it; empty: none
    QByteArray maximum;
    bool excludesMinimum = false;
    bool excludesMaximum = false;
    std::optional<qint64> shortest; // characters, or items of an array
    std::optional<qint64> longest;
    QString pattern; // ECMA 262
    bool isMultiline = false; // a text that people write in sentences: body, description, text, code
    json::Value schema; // where it stands; the Schema it comes from must live
    QList<json::Value> variants; // schemas of oneOf and anyOf, or the names of a type list; null aside
    json::Value around; // of a variant: the schema it is one of, whose own members count, too

    // What a flattened name (fields__project__id) belongs to: "fields", "project"; empty for any other name.
    [[nodiscard]] QStringList group() const;
    [[nodiscard]] bool isText() const { return kind == FieldKind::String; }
};

} // namespace actionscope::schema
