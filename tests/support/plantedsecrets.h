// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace actionscope::tests {

// Secrets to be planted everywhere and found nowhere. All but one say “planted” in some case, so that half of one is
// noticed as well.
[[nodiscard]] QByteArrayList plantedSecrets();

// As people write them into a text: each gives itself away by its form, or by the word in front of it.
[[nodiscard]] QByteArray plantedText();

// The same as one JSON object, with those that only the names of members give away.
[[nodiscard]] QByteArray plantedObject();

// An authConfig whose values look like nothing in particular.
[[nodiscard]] QByteArray plantedAuthConfig();

// Those that stand in it, in any spelling of JSON or of addresses; empty where none does.
[[nodiscard]] QByteArrayList leaksIn(const QByteArray &bytes);

// A line for each file of a folder, and below, that has a leak: its name and what was found.
[[nodiscard]] QByteArray leaksBelow(const QString &folder);

} // namespace actionscope::tests
