// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/wordtable.h"

#include "app/catalog/mistakerows.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace actionscope::catalog {

namespace {

// Above this many entries a word that was typed right is taken as meant, and no misspelling is looked for.
constexpr qsizetype enoughHolders = 8;

qsizetype sharedBeginning(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    return std::mismatch(a.begin(), a.begin() + most, b.begin()).first - a.begin();
}

} // namespace

QStringView WordTable::textOf(const Word &word) const
{
    return QStringView(m_texts).sliced(word.text, word.length);
}

std::span<const WordTable::Holder> WordTable::holders(quint32 word) const
{
    const std::size_t from = m_words[word].holders;
    const std::size_t end = word + 1 < m_words.size() ? m_words[word + 1].holders : m_holders.size();
    return std::span(m_holders).subspan(from, end - from);
}

std::span<const WordTable::Holder> WordTable::holdersOutsideDescriptions(quint32 word) const
{
    return std::span(m_holders).subspan(m_words[word].holders, m_words[word].headHolders);
}

std::size_t WordTable::firstNotBefore(QStringView typed) const
{
    const auto at = std::lower_bound(m_words.cbegin(), m_words.cend(), typed,
        [this](const Word &word, QStringView text) { return textOf(word).compare(text) < 0; });
    return std::size_t(at - m_words.cbegin());
}

bool WordTable::hasBeginning(QStringView typed) const
{
    for (std::size_t at = firstNotBefore(typed); at < m_words.size() && textOf(m_words[at]).startsWith(typed); ++at) {
        if (m_words[at].headHolders > 0)
            return true;
    }
    return false;
}

std::vector<WordTable::Match> WordTable::matches(QStringView typed) const
{
    std::vector<Match> found;
    if (typed.isEmpty())
        return found;
    const QStringView start = typed.first(std::min(typed.size(), longestWord));
    addBeginnings(start, found);
    qsizetype known = 0;
    for (const Match &match : found)
        known += m_words[match.word].headHolders;
    if (start.size() >= 2)
        addLoose(start, found);
    if (known < enoughHolders && allowedMistakes(start.size()) > 0)
        addMisspelt(start, found);
    return found;
}

void WordTable::addBeginnings(QStringView typed, std::vector<Match> &found) const
{
    for (std::size_t at = firstNotBefore(typed); at < m_words.size(); ++at) {
        const QStringView word = textOf(m_words[at]);
        if (!word.startsWith(typed))
            break;
        const WordFit fit = fitTogether(typed, word);
        found.push_back({quint32(at), fit.kind, fit.quality});
    }
    if (typed.back() != u's' || typed.size() < 4)
        return;
    const std::size_t one = firstNotBefore(typed.chopped(1)); // issues, where the word is issue
    if (one < m_words.size() && textOf(m_words[one]) == typed.chopped(1)) {
        const WordFit fit = fitTogether(typed, typed.chopped(1));
        found.push_back({quint32(one), fit.kind, fit.quality});
    }
}

// Inside a word, or with letters left out. The bits of the letters rule out nearly all words.
void WordTable::addLoose(QStringView typed, std::vector<Match> &found) const
{
    const quint64 letters = lettersIn(typed);
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        const Word &word = m_words[at];
        if ((word.letters & letters) != letters || word.headHolders == 0)
            continue;
        const QStringView text = textOf(word);
        if (text.startsWith(typed))
            continue;
        WordFit fit = fitTogether(typed, text);
        if (fit.quality == 0)
            fit = fitShortened(typed, text);
        if (fit.quality > 0)
            found.push_back({quint32(at), fit.kind, fit.quality});
    }
}

void WordTable::addMisspelt(QStringView typed, std::vector<Match> &found) const
{
    MistakeRows rows(typed);
    qsizetype hopelessFrom = std::numeric_limits<qsizetype>::max(); // words that begin with as many letters of the last
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        const Word &word = m_words[at];
        const bool isHopeless = word.shared >= hopelessFrom;
        if (!isHopeless) {
            hopelessFrom = std::numeric_limits<qsizetype>::max();
            rows.goBackTo(word.shared);
            const QStringView text = textOf(word);
            while (rows.depth() < text.size() && hopelessFrom > rows.depth()) {
                rows.push(text[rows.depth()]);
                if (rows.isHopeless())
                    hopelessFrom = rows.depth();
            }
        }
        if (word.headHolders == 0 || rows.mistakesAtBest() > rows.allowed())
            continue;
        const bool isWhole = rows.depth() == word.length && rows.mistakes() <= rows.allowed();
        const int mistakes = isWhole ? rows.mistakes() : rows.mistakesAtBest();
        if (mistakes > 0)
            found.push_back({quint32(at), WordFitKind::Misspelt, misspeltQuality(mistakes, isWhole)});
    }
}

qsizetype WordTable::memory() const
{
    return m_texts.capacity() * qsizetype(sizeof(QChar)) + qsizetype(m_words.capacity() * sizeof(Word))
        + qsizetype(m_holders.capacity() * sizeof(Holder));
}

void WordTable::Builder::add(quint32 entry, const QString &word, WordPlace place)
{
    if (entry != m_entry) {
        close();
        m_entry = entry;
    }
    const QString text = word.size() > longestWord ? word.first(longestWord) : word;
    auto number = m_numbers.constFind(text);
    if (number == m_numbers.cend())
        number = m_numbers.insert(text, quint32(m_numbers.size()));
    m_open.push_back({*number, {entry, place}});
}

// One note for each word of the entry, with all the places it has there.
void WordTable::Builder::close()
{
    std::sort(m_open.begin(), m_open.end(), [](const Note &a, const Note &b) { return a.word < b.word; });
    for (const Note &note : m_open) {
        if (!m_notes.empty() && m_notes.back().word == note.word && m_notes.back().holder.entry == note.holder.entry)
            m_notes.back().holder.places = quint8(m_notes.back().holder.places | note.holder.places);
        else
            m_notes.push_back(note);
    }
    m_open.clear();
}

WordTable WordTable::Builder::build()
{
    close();
    std::vector<QString> texts(std::size_t(m_numbers.size()));
    for (auto each = m_numbers.cbegin(); each != m_numbers.cend(); ++each)
        texts[*each] = each.key();
    std::vector<quint32> order(texts.size()); // place in the alphabet -> number
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return texts[a] < texts[b]; });
    std::vector<quint32> placeOf(texts.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        placeOf[order[place]] = quint32(place);

    WordTable table;
    table.m_words.resize(order.size());
    QStringView before;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const QString &text = texts[order[place]];
        table.m_words[place] = {lettersIn(text), quint32(table.m_texts.size()), 0, 0, quint8(text.size()),
            quint8(sharedBeginning(before, text))};
        table.m_texts.append(text);
        before = text;
    }
    table.m_texts.squeeze();
    // Entries stay in their order within a word; those outside descriptions come first.
    const auto isHead = [](const Note &note) { return (note.holder.places & ~DescriptionPlace) != 0; };
    std::vector<quint32> counts(order.size() + 1);
    for (const Note &note : m_notes) {
        ++counts[placeOf[note.word] + 1];
        table.m_words[placeOf[note.word]].headHolders += isHead(note) ? 1 : 0;
    }
    std::partial_sum(counts.cbegin(), counts.cend(), counts.begin());
    table.m_holders.resize(m_notes.size());
    std::vector<quint32> heads(counts.cbegin(), counts.cend());
    std::vector<quint32> tails(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        table.m_words[place].holders = counts[place];
        tails[place] = counts[place] + table.m_words[place].headHolders;
    }
    for (const Note &note : m_notes) {
        const quint32 place = placeOf[note.word];
        table.m_holders[isHead(note) ? heads[place]++ : tails[place]++] = note.holder;
    }
    return table;
}

} // namespace actionscope::catalog
