// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/json/jsonpath.h"
#include "app/schema/validator.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace actionscope::runner {

enum class ExpectationKind {
    Successful,
    Status,
    MaxMilliseconds,
    Is,
    Equals,
    OneOf,
    AbsentOrNull,
    Contains,
    Matches,
    Length,
    Schema,
    UnchangedSince,
};

// "successful", "maxMilliseconds", …: the member that says it in a saved request.
[[nodiscard]] QString kindName(ExpectationKind kind);

// One thing that the answer to a saved request should be. Cheap to copy; several threads may check with it.
struct Expectation
{
    ExpectationKind kind = ExpectationKind::Successful;
    QString path; // the JSONPath as written; empty where the kind looks at no value
    std::optional<json::JsonPath> query;
    json::Document source; // keeps `wanted`
    json::Value wanted; // what stands behind the kind's name
    QRegularExpression pattern; // of Matches
    schema::Validator validator; // of a Schema that stands in the request
    QList<json::JsonPath> ignored; // of UnchangedSince
    bool ignoresVolatile = false;

    // The action's own schema of its answer is meant.
    [[nodiscard]] bool wantsActionSchema() const { return kind == ExpectationKind::Schema && !wanted.isObject(); }
    // Names the fate of the action, so that success is not expected besides.
    [[nodiscard]] bool decidesSuccess() const;
    // "$.data.number is an integer": what is expected, without a full stop.
    [[nodiscard]] QString words(const Redactor &redactor = {}) const;
};

// What cannot be understood, and where: bytes from the beginning of the array.
struct ExpectationProblem
{
    qsizetype offset = 0;
    QString sentence;

    bool operator==(const ExpectationProblem &) const = default;
};

struct ExpectationReading
{
    QList<Expectation> expectations;
    QList<ExpectationProblem> problems; // in the order of the text
};

// Reads the array of a saved request's `expect`. One object may hold several kinds for one path. Blank is an empty array.
[[nodiscard]] ExpectationReading readExpectations(const QByteArray &array);

// A value in a sentence: its JSON on one line, without secrets, cut where it is long.
[[nodiscard]] QString shownValue(const json::Value &value, const Redactor &redactor = {});

} // namespace actionscope::runner
