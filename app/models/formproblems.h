// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formnode.h"
#include "app/schema/problem.h"

#include <QMultiMap>
#include <QSet>

namespace actionscope::models {

// What a check found wrong with the text of a form, by the fields it is about.
class FormProblems final
{
public:
    void set(const QList<schema::Problem> &problems);
    // A field that has changed is not judged by what was there before.
    void forget(const FormNode &node);

    // Of the field itself and, where no rows stand for what is below it, of that too; in the order of the text.
    [[nodiscard]] QList<schema::Problem> at(const FormNode &node) const;
    // How many there are in the rows below.
    [[nodiscard]] int countBelow(const FormNode &node) const;
    [[nodiscard]] int count() const { return int(m_problems.size()); }
    // JSON Pointers of what is wrong.
    [[nodiscard]] QStringList pointers() const { return m_problems.uniqueKeys(); }

private:
    [[nodiscard]] QList<schema::Problem> below(const QString &pointer) const;

    QMultiMap<QString, schema::Problem> m_problems; // by JSON Pointer
    QSet<QString> m_names; // in those pointers: most of a thousand fields are in none
};

// The JSON Pointer of a row's value.
[[nodiscard]] QString pointerOf(const FormNode &node);

} // namespace actionscope::models
