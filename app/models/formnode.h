// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/schema/schema.h"

#include <QSet>

#include <memory>
#include <vector>

namespace actionscope::models {

// One row of the form: where it stands in schema and text, and the rows below it that exist so far.
struct FormNode
{
    enum class Kind {
        Root,
        Group, // of flattened names; no value of its own
        Member, // a parameter that the schema knows
        Item, // of an array
        Unknown, // a member of the text that the schema does not know
    };
    using Children = std::vector<std::unique_ptr<FormNode>>;

    Kind kind = Kind::Root;
    schema::Field field; // as declared
    schema::Field shown; // the variant that is chosen, else the same
    qsizetype variant = 0;
    QString label;
    FormNode *parent = nullptr;
    int row = 0;
    Children children;
    bool isLoaded = false; // `children` are there
    bool isBehindBreak = false; // the text stops being JSON before it
    json::Document document; // what `value` is of
    json::Value value; // invalid: not set

    [[nodiscard]] json::Path path() const;
    // The nearest row above that has a value.
    [[nodiscard]] const FormNode *container() const;
    [[nodiscard]] bool mayHaveChildren() const;
    // Names of the members below, those in groups counted.
    void collectNames(QSet<QString> &names) const;
    void renumber();
    // Fields below, those in groups counted, and how many of them are set.
    [[nodiscard]] int fieldCount() const;
    [[nodiscard]] int setCount() const;
};

// The rows of an object's members: the required ones first, as they are all that a first try needs; names that share a
// beginning stand in groups.
[[nodiscard]] FormNode::Children memberNodes(const QList<schema::Field> &fields, FormNode *parent);

// Follows the variant that the value fits, or keeps the one that is chosen where there is no value. True when it is
// another one than before.
bool followVariant(const schema::Schema &schema, FormNode &node);

} // namespace actionscope::models
