// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionranking.h"

#include "app/catalog/humps.h"
#include "app/catalog/searchwords.h"

#include <algorithm>
#include <array>

namespace actionscope::catalog {

namespace {

// A word is worth up to 1000; the rest tells near equals apart.
constexpr int mostWorth = 1000;
constexpr int coverBonus = 180; // all words of the id behind the app were typed
constexpr int importantBonus = 12;
constexpr int favouriteBonus = 130;
constexpr int recentBonus = 110; // the newest; less for older ones
constexpr int optionalBonus = 12; // a stop word that is there
constexpr int phraseBonus = 50; // typed as it stands in the id
constexpr int beginningBonus = 60; // and at its beginning
constexpr int orderBonus = 30;
constexpr int humpWorth = 560;
constexpr int initialsWorth = 730; // two letters; more for each further one
constexpr std::size_t refined = 64; // so many of the first are looked at closely

// Scores from here on belong to actions in use; deprecated ones stay below.
constexpr int aliveFrom = 2048;
constexpr int scoreEnd = 4096;

constexpr int placeCount = everyPlace + 1;
constexpr int kindCount = int(WordFitKind::None);

// Percent, for the kinds of WordFitKind and the places of WordPlace from Id to Description.
constexpr int weights[kindCount][5] = {
    {100, 96, 100, 64, 42}, // whole
    {100, 96, 100, 60, 38}, // beginning
    {100, 95, 105, 50, 0}, // inside
    {92, 80, 128, 0, 0}, // shortened: gh is github rather than graph
    {100, 95, 105, 50, 0}, // misspelt
};

constexpr auto weightsByPlaces()
{
    std::array<std::array<int, placeCount>, kindCount> table {};
    for (int kind = 0; kind < kindCount; ++kind) {
        for (int places = 0; places < placeCount; ++places) {
            for (int place = 0; place < 5; ++place) {
                if (places & 1 << place)
                    table[std::size_t(kind)][std::size_t(places)]
                        = std::max(table[std::size_t(kind)][std::size_t(places)], weights[kind][place]);
            }
        }
    }
    return table;
}

constexpr auto weightOf = weightsByPlaces();

} // namespace

ActionRanking::ActionRanking(const ActionIndexParts &parts, const ActionSearch &search)
    : m_parts(parts)
    , m_search(search)
{
    readChoices();
    readTag();
}

void ActionRanking::readChoices()
{
    if (!m_search.filter.appKey.isEmpty()) {
        m_app = m_parts.apps.size(); // none
        for (qsizetype app = 0; app < m_parts.apps.size(); ++app) {
            if (m_parts.apps[app].key.compare(m_search.filter.appKey, Qt::CaseInsensitive) == 0)
                m_app = app;
        }
    }
    const auto resolve = [this](const QStringList &ids) {
        std::vector<quint32> entries;
        for (const QString &id : ids) {
            if (const qint64 entry = m_parts.entryNamed(squeezed(id)); entry >= 0)
                entries.push_back(quint32(entry));
        }
        return entries;
    };
    m_favourites = resolve(m_search.favourites);
    m_recents = resolve(m_search.recents);
    if (m_favourites.empty() && m_recents.empty())
        return;
    m_bonus.assign(m_parts.entries.size(), 0);
    for (std::size_t at = m_recents.size(); at-- > 0;)
        m_bonus[m_recents[at]] = quint8(recentBonus - int(at * 50 / m_recents.size()));
    for (const quint32 entry : m_favourites)
        m_bonus[entry] = std::max<quint8>(m_bonus[entry], favouriteBonus);
}

void ActionRanking::readTag()
{
    if (m_search.filter.tag.isEmpty())
        return;
    m_hasTag.assign(m_parts.entries.size(), false);
    for (qsizetype tag = 0; tag < m_parts.tags.size(); ++tag) {
        if (m_parts.tags[tag].key != m_search.filter.tag.toCaseFolded())
            continue;
        for (const quint32 entry : m_parts.entriesWithTag[tag])
            m_hasTag[entry] = true;
    }
}

bool ActionRanking::isAllowed(quint32 entry) const
{
    const ActionIndexParts::Entry &each = m_parts.entries[entry];
    const ActionFilter &filter = m_search.filter;
    return (m_app < 0 || each.app == m_app) && (filter.withDeprecated || !each.isDeprecated)
        && (!filter.noAuthOnly || each.isNoAuth) && (!filter.effect || each.effect == quint8(*filter.effect))
        && (m_hasTag.empty() || m_hasTag[entry]);
}

QList<ActionHit> ActionRanking::hits()
{
    const QList<QueryWord> words = queryWords(m_search.text, m_parts.words);
    if (words.isEmpty())
        return asHits(inOrderOfUse());
    const std::size_t count = m_parts.entries.size();
    m_worth.resize(count);
    m_total.resize(count);
    m_found.resize(count);
    m_inId.resize(count);
    int required = 0;
    for (const QueryWord &word : words) {
        addWord(word);
        required += word.isOptional ? 0 : 1;
    }
    std::vector<Scored> found = scored(required);
    refineTop(found, words);
    putExactFirst(found);
    return asHits(found);
}

void ActionRanking::addWord(const QueryWord &word)
{
    std::fill(m_worth.begin(), m_worth.end(), Worth(0));
    m_isMarked = false;
    markMatches(word.text);
    markInitials(word.text);
    if (!m_isMarked && word.text.size() >= 3)
        markHumps(word.text);
    const int must = word.isOptional ? 0 : 1;
    for (std::size_t entry = 0; entry < m_worth.size(); ++entry) {
        const Worth worth = m_worth[entry];
        const int gain = word.isOptional ? (worth > 0 ? optionalBonus : 0) : worth >> 1;
        m_total[entry] = quint16(m_total[entry] + gain);
        m_found[entry] = quint8(m_found[entry] + (worth > 0 ? must : 0));
        m_inId[entry] = quint8(m_inId[entry] + (worth & must));
    }
}

void ActionRanking::markMatches(const QString &text)
{
    for (const WordTable::Match &match : m_parts.words.matches(text)) {
        const auto &weight = weightOf[std::size_t(match.kind)];
        const bool isTogether = match.kind == WordFitKind::Whole || match.kind == WordFitKind::Beginning;
        const auto holders = isTogether && text.size() >= 3
            ? m_parts.words.holders(match.word)
            : m_parts.words.holdersOutsideDescriptions(match.word);
        for (const WordTable::Holder holder : holders) {
            if (const int percent = weight[holder.places])
                mark(holder.entry, match.quality * percent / 100, (holder.places & (IdPlace | AppPlace)) == IdPlace);
        }
    }
}

void ActionRanking::markInitials(const QString &text)
{
    if (text.size() < 2 || text.size() > 4)
        return;
    const quint32 letters = packedInitials(text);
    if (letters == 0)
        return;
    const ActionIndexParts::Initials first {letters, 0};
    for (auto at = std::lower_bound(m_parts.initials.cbegin(), m_parts.initials.cend(), first);
         at != m_parts.initials.cend() && at->letters == letters; ++at)
        mark(at->entry(), initialsWorth + int(text.size() - 2) * 60, !at->isOfApp());
}

// Only where nothing else was found: it asks the ids themselves.
void ActionRanking::markHumps(const QString &text)
{
    const char16_t first = text.front().unicode();
    if (first < u'a' || first > u'z')
        return;
    const quint64 letters = lettersIn(text);
    const quint32 start = quint32(1) << (first - u'a');
    for (quint32 entry = 0; entry < m_parts.entries.size(); ++entry) {
        const ActionIndexParts::Entry &each = m_parts.entries[entry];
        if ((each.starts & start) == 0 || (each.letters & letters) != letters)
            continue;
        const QList<qsizetype> places = humpPlaces(text, m_parts.actions[each.position].id);
        if (!places.isEmpty())
            mark(entry, humpWorth, false);
    }
}

void ActionRanking::mark(quint32 entry, int worth, bool isInId)
{
    const auto marked = Worth(std::min(worth, mostWorth) << 1 | (isInId ? 1 : 0));
    m_worth[entry] = std::max(m_worth[entry], marked);
    m_isMarked = true;
}

// All of them, or as many as some action has: one unlucky word in four must not leave the list empty.
int ActionRanking::neededWords(int required) const
{
    int most = 0;
    for (quint32 entry = 0; entry < m_found.size(); ++entry) {
        if (m_found[entry] > most && isAllowed(entry))
            most = m_found[entry];
    }
    return std::max({most, (required + 1) / 2, 1});
}

int ActionRanking::scoreOf(quint32 entry, int required) const
{
    const ActionIndexParts::Entry &each = m_parts.entries[entry];
    const int covered = each.words == 0 ? coverBonus : coverBonus * std::min(m_inId[entry], each.words) / each.words;
    int score = m_total[entry] / required + covered;
    score += each.isImportant ? importantBonus : 0;
    score += m_bonus.empty() ? 0 : m_bonus[entry];
    return (each.isDeprecated ? 0 : aliveFrom) + std::min(score, aliveFrom - 1);
}

// Best first; equals stay in the order of their entries. Scores are few, so they are counted and not compared.
std::vector<ActionRanking::Scored> ActionRanking::scored(int required) const
{
    const int needed = neededWords(required);
    std::vector<Scored> found;
    std::vector<quint32> places(scoreEnd + 1);
    for (quint32 entry = 0; entry < m_found.size(); ++entry) {
        if (m_found[entry] < needed || !isAllowed(entry))
            continue;
        found.push_back({entry, scoreOf(entry, required)});
        ++places[std::size_t(found.back().score)];
    }
    quint32 before = 0;
    for (std::size_t score = places.size(); score-- > 0;)
        before += std::exchange(places[score], before);
    std::vector<Scored> sorted(found.size());
    for (const Scored &each : found)
        sorted[places[std::size_t(each.score)]++] = each;
    return sorted;
}

// The order in which words were typed and stand in the id, for the few that anybody sees.
void ActionRanking::refineTop(std::vector<Scored> &found, const QList<QueryWord> &words) const
{
    QString phrase;
    for (const QueryWord &word : words)
        phrase += word.text;
    const auto end = found.begin() + qsizetype(std::min(found.size(), refined));
    for (auto each = found.begin(); each != end; ++each) {
        const ActionIndexParts::Entry &entry = m_parts.entries[each->entry];
        const QString id = squeezed(m_parts.actions[entry.position].id);
        const qsizetype at = phrase.size() < 3 ? -1 : id.indexOf(phrase);
        int bonus = at < 0 ? 0 : at == 0 ? phraseBonus + beginningBonus : phraseBonus;
        qsizetype from = 0;
        for (const QueryWord &word : words)
            from = from < 0 ? -1 : id.indexOf(QStringView(word.text).first(1), from);
        bonus += from >= 0 && words.size() > 1 ? orderBonus : 0;
        const int limit = entry.isDeprecated ? aliveFrom - 1 : scoreEnd - 2;
        each->score = std::min(each->score + bonus, limit);
    }
    std::stable_sort(found.begin(), end, [](const Scored &a, const Scored &b) { return a.score > b.score; });
}

void ActionRanking::putExactFirst(std::vector<Scored> &found) const
{
    const qint64 entry = m_parts.entryNamed(squeezed(m_search.text));
    const auto at = std::find_if(
        found.begin(), found.end(), [entry](const Scored &each) { return each.entry == entry; });
    if (at == found.end())
        return;
    at->score = scoreEnd - 1;
    std::rotate(found.begin(), at, at + 1);
}

std::vector<ActionRanking::Scored> ActionRanking::inOrderOfUse() const
{
    std::vector<Scored> found;
    found.reserve(m_parts.entries.size());
    std::vector<bool> isTaken(m_parts.entries.size());
    const auto take = [&](quint32 entry) {
        if (!isTaken[entry] && isAllowed(entry))
            found.push_back({entry, 0});
        isTaken[entry] = true;
    };
    std::for_each(m_favourites.cbegin(), m_favourites.cend(), take);
    std::for_each(m_recents.cbegin(), m_recents.cend(), take);
    for (quint32 entry = 0; entry < m_parts.entries.size(); ++entry)
        take(entry);
    return found;
}

QList<ActionHit> ActionRanking::asHits(const std::vector<Scored> &found) const
{
    enum Use : quint8 { Favourite = 1, Recent = 2 };
    std::vector<quint8> uses(m_bonus.size());
    for (const quint32 entry : m_favourites)
        uses[entry] |= Favourite;
    for (const quint32 entry : m_recents)
        uses[entry] |= Recent;
    QList<ActionHit> hits;
    hits.reserve(qsizetype(found.size()));
    for (const Scored &each : found) {
        const quint8 use = uses.empty() ? quint8(0) : uses[each.entry];
        hits.append({qsizetype(m_parts.entries[each.entry].position), each.score, (use & Favourite) != 0,
            (use & Recent) != 0});
    }
    return hits;
}

} // namespace actionscope::catalog
