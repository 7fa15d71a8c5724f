// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"
#include "app/catalog/wordtable.h"

#include <vector>

namespace actionscope::catalog {

// What an ActionIndex is made of. Entries are the actions in the order in which equals are shown: important ones
// first, deprecated ones last, by id within each.
struct ActionIndexParts
{
    struct Entry
    {
        quint64 letters = 0; // in the id
        quint32 position = 0; // in actions
        quint32 starts = 0; // letters that words of the id begin with, a bit for each of a to z
        quint16 app = 0; // in apps
        quint8 words = 0; // in the id, without stop words and those of the app
        quint8 effect = 0; // api::ActionEffect
        bool isNoAuth : 1 = false;
        bool isDeprecated : 1 = false;
        bool isImportant : 1 = false;
    };

    // First letters of words that follow each other: pr of PULL_REQUEST. Four at most, one in each byte.
    struct Initials
    {
        quint32 letters = 0;
        quint32 owner = 0; // the entry twice, and one more for those of the app's name: gc of Google Calendar

        [[nodiscard]] quint32 entry() const { return owner >> 1; }
        [[nodiscard]] bool isOfApp() const { return (owner & 1) != 0; }
        auto operator<=>(const Initials &) const = default;
    };

    struct IdHash
    {
        quint64 hash = 0; // of the squeezed id
        quint32 entry = 0;

        auto operator<=>(const IdHash &) const = default;
    };

    QList<api::ActionInfo> actions;
    std::vector<Entry> entries;
    std::vector<quint32> entryOf; // by position
    WordTable words;
    std::vector<Initials> initials; // sorted
    std::vector<IdHash> ids; // sorted
    QList<ActionFacet> apps;
    QList<ActionFacet> tags;
    QList<std::vector<quint32>> entriesWithTag; // as tags

    // -1 where there is none. `id` is squeezed.
    [[nodiscard]] qint64 entryNamed(const QString &id) const;
};

// Packs up to four letters; 0 where one of them is none of a to z and 0 to 9.
[[nodiscard]] quint32 packedInitials(QStringView letters);
[[nodiscard]] quint64 idHash(QStringView squeezedId);
// Tags that say something about an action for programs, not for people.
[[nodiscard]] bool isHintTag(QStringView tag);

} // namespace actionscope::catalog
