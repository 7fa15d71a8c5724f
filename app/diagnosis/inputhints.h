// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/facts.h"

namespace actionscope::diagnosis {

enum class InputFlaw { Type, Missing, Unknown, Other };

// One place of the input that is probably at fault.
struct InputHint
{
    InputFlaw flaw = InputFlaw::Other;
    QString name; // of the field
    QList<Evidence> evidence;
    QList<Try> tries;
};

// Where the input does not fit the action's schema as the catalogue has it; nothing where it has none.
[[nodiscard]] QList<InputHint> schemaHints(const Facts &facts);
// Where the service's own validation says so.
[[nodiscard]] QList<InputHint> complaintHints(const Facts &facts);
// The field of the input that the words of a refusal name; nothing where they name none.
[[nodiscard]] std::optional<InputHint> namedHint(const Facts &facts);
// Puts their evidence and tries into a diagnosis, each once.
void addHints(const QList<InputHint> &hints, Diagnosis &diagnosis);

} // namespace actionscope::diagnosis
