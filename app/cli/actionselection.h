// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"
#include "app/cli/arguments.h"

namespace actionscope::cli {

// Which actions `actions search` and `actions list` print.
struct ActionChoice
{
    // In the order of the words that --deprecated takes.
    enum class Deprecated { Also, Only, Never };

    QString text; // what is searched for; empty: all, by their ids
    QString app;
    QString tag;
    bool noAuthOnly = false;
    QList<api::ActionEffect> effects; // empty: whatever they do
    Deprecated deprecated = Deprecated::Also;
};

[[nodiscard]] const QList<Option> &actionFilterOptions();
[[nodiscard]] Result<ActionChoice> readActionChoice(const Arguments &arguments);

// The actions that were chosen, the best first as in the window. Fails where the app or the tag does not exist.
[[nodiscard]] Result<QList<catalog::ActionHit>> chosenActions(const catalog::ActionIndex &index,
    const ActionChoice &choice, const QStringList &favourites, const QStringList &recents);

} // namespace actionscope::cli
