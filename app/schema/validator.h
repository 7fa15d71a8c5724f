// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/finding.h"
#include "app/schema/problem.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace actionscope::schema {

// A JSON Schema (draft 7 and `nullable`, contract §8) made ready to hold inputs against, by valijson. Reading never
// fails: what cannot be understood lets everything through, and troubles() says so. A value; cheap to copy, and several
// threads may use it at once.
class Validator final
{
public:
    static constexpr qsizetype enoughProblems = 100;

    Validator() = default; // everything fits
    explicit Validator(const QByteArray &schema);

    [[nodiscard]] bool isEmpty() const { return !m_compiled; }
    [[nodiscard]] json::Value schema() const;
    [[nodiscard]] QStringList troubles() const;
    [[nodiscard]] bool accepts(const json::Value &input) const;
    // In the order of the text, at most a hundred, without fixes. Places are bytes of the input's document, paths begin
    // at `input`.
    [[nodiscard]] QList<Problem> problems(const json::Value &input) const;
    // The same with what they came from.
    [[nodiscard]] QList<Finding> findings(const json::Value &input) const;
    [[nodiscard]] static Problem problemOf(const Finding &finding, const json::Value &input);

private:
    class Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace actionscope::schema
