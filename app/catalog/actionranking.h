// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindexparts.h"
#include "app/catalog/actionquery.h"

namespace actionscope::catalog {

// One search: each typed word gives each entry what it is worth there, and the sums are put in order.
class ActionRanking final
{
public:
    ActionRanking(const ActionIndexParts &parts, const ActionSearch &search);

    [[nodiscard]] QList<ActionHit> hits();

private:
    struct Scored
    {
        quint32 entry = 0;
        int score = 0;
    };

    void readChoices();
    void readTag();
    [[nodiscard]] bool isAllowed(quint32 entry) const;
    void addWord(const QueryWord &word);
    void markMatches(const QString &text);
    void markInitials(const QString &text);
    void markHumps(const QString &text);
    void mark(quint32 entry, int worth, bool isInId);
    [[nodiscard]] int neededWords(int required) const;
    [[nodiscard]] int scoreOf(quint32 entry, int required) const;
    [[nodiscard]] std::vector<Scored> scored(int required) const;
    void refineTop(std::vector<Scored> &found, const QList<QueryWord> &words) const;
    void putExactFirst(std::vector<Scored> &found) const;
    [[nodiscard]] std::vector<Scored> inOrderOfUse() const;
    [[nodiscard]] QList<ActionHit> asHits(const std::vector<Scored> &found) const;

    // What a word is worth in an entry, with the id's share in the lowest bit.
    using Worth = quint16;

    const ActionIndexParts &m_parts;
    const ActionSearch &m_search;
    qint64 m_app = -1; // of the filter
    std::vector<bool> m_hasTag; // empty: no tag asked for
    std::vector<quint32> m_favourites; // entries
    std::vector<quint32> m_recents;
    std::vector<quint8> m_bonus; // empty, or what use adds to each entry
    std::vector<Worth> m_worth; // of the word being added
    std::vector<quint16> m_total;
    std::vector<quint8> m_found; // words that must be there and are
    std::vector<quint8> m_inId; // words found in the id
    bool m_isMarked = false;
};

} // namespace actionscope::catalog
