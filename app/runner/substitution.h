// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/runner/variables.h"
#include "app/schema/nameplaces.h"

namespace actionscope::runner {

using schema::NamePlace;
using schema::namesIn;

// One {{name}} that was replaced. Offsets are bytes of UTF-8.
struct NameUse
{
    QString field; // the API's name of the field it stands in, e.g. "input"
    QString name;
    qsizetype begin = 0; // before, with the braces
    qsizetype length = 0;
    qsizetype resultBegin = 0; // after
    qsizetype resultLength = 0;
    Level level = Level::BuiltIn;
    QString source;
    bool isSecret = false;

    bool operator==(const NameUse &) const = default;
};

// A {{name}} that no level sets, or that leads back to itself.
struct NameTrouble
{
    QString field;
    QString name;
    qsizetype begin = 0; // with the braces
    qsizetype length = 0;
    QString sentence; // complete: what, and where: "input, line 3, column 14: {{title}} is not set anywhere."

    bool operator==(const NameTrouble &) const = default;
};

template <typename T> struct Substituted
{
    T result = {}; // with what could be replaced; the rest stays as it was
    QList<NameUse> uses = {};
    QList<NameTrouble> troubles = {};

    [[nodiscard]] bool isComplete() const { return troubles.isEmpty(); }
};

// Replaces {{name}} in every string of a JSON text, member names too. A string that is nothing else becomes the
// variable's JSON, whatever its type; inside a longer one the value is written with the escapes it needs. No other byte
// changes. Braces written with an escape (\u007b) are no name. A text that is not JSON is left as it is.
[[nodiscard]] Substituted<QByteArray> substitutedJson(
    const QByteArray &json, const Variables &variables, const QString &field);
// The same for a plain text; a value that is no string goes in as its JSON.
[[nodiscard]] Substituted<QString> substitutedText(
    const QString &text, const Variables &variables, const QString &field);
// Every field of a request.
[[nodiscard]] Substituted<api::ExecuteRequest> substituted(
    const api::ExecuteRequest &request, const Variables &variables);

// What {{name}} comes to, as JSON; nothing where it is not set or leads back to itself.
[[nodiscard]] std::optional<QByteArray> resolvedValue(const QString &name, const Variables &variables);

} // namespace actionscope::runner
