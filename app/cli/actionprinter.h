// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"
#include "app/cli/console.h"

namespace actionscope::cli {

// A line for each action: id, what it does, app, name.
[[nodiscard]] QByteArray actionTable(
    const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits, const Console::Looks &looks);
// The same as a JSON array on one line.
[[nodiscard]] QByteArray actionArray(const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits);

// Everything about one action, for people: what it does, its parameters, an input that fits. `cut` becomes a sentence
// where parameters are left out.
[[nodiscard]] QByteArray actionPage(
    const api::ActionInfo &action, const QString &appName, const Console::Looks &looks, QString *cut);
// The same as a JSON object on one line, with the schemas in the bytes in which they came.
[[nodiscard]] QByteArray actionObject(const api::ActionInfo &action);

} // namespace actionscope::cli
