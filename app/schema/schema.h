// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/field.h"

namespace actionscope::schema {

// An action's `parameters` (contract §8): a JSON Schema over its own bytes. Reading never fails; what it cannot make
// sense of becomes a field of kind Free, and is named in troubles().
class Schema final
{
public:
    Schema() = default;
    explicit Schema(const QByteArray &json);

    [[nodiscard]] bool isEmpty() const; // nothing is known
    [[nodiscard]] json::Value root() const { return m_document.root(); }
    // All parameters together, as one field without a name.
    [[nodiscard]] Field rootField() const;
    // The parameters, in the schema's order.
    [[nodiscard]] QList<Field> fields() const;
    // The members of an object field, or of one of its variants.
    [[nodiscard]] QList<Field> fieldsOf(const Field &field) const;
    // The items of an array field.
    [[nodiscard]] Field itemOf(const Field &field) const;
    // What is to be filled in where this variant of a field is chosen.
    [[nodiscard]] Field variantOf(const Field &field, qsizetype position) const;
    // The variant that a value fits best.
    [[nodiscard]] qsizetype fittingVariant(const Field &field, const json::Value &value) const;
    // The field at a path through members and items, following the variant that `input` fits; nothing where the schema
    // does not say.
    [[nodiscard]] std::optional<Field> fieldAt(const QStringList &path, const json::Value &input) const;
    // The member of that name; nothing where the schema does not know it.
    [[nodiscard]] std::optional<Field> memberOf(const Field &field, const QString &name) const;
    // Sentences: an unknown keyword that matters, a $ref that leads nowhere or in a circle, a wrong type.
    [[nodiscard]] QStringList troubles() const { return m_troubles; }

private:
    json::Document m_document;
    QStringList m_troubles;
};

} // namespace actionscope::schema
