// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionmarks.h"

#include "app/catalog/humps.h"
#include "app/catalog/searchwords.h"
#include "app/catalog/wordfit.h"

#include <vector>

namespace actionscope::catalog {

namespace {

class Marker final
{
public:
    explicit Marker(const QString &text)
        : m_text(text)
        , m_words(searchWords(text))
        , m_marked(std::size_t(text.size()))
    {
    }

    void mark(const QueryWord &typed)
    {
        if (!markBest(typed.text) && !typed.isOptional && !markInitials(typed.text) && !markRun(typed.text)) {
            const QList<qsizetype> places = humpPlaces(typed.text, m_text);
            for (const qsizetype place : places)
                m_marked[std::size_t(place)] = true;
        }
    }

    [[nodiscard]] QList<LetterRange> ranges() const
    {
        QList<LetterRange> ranges;
        for (std::size_t at = 0; at < m_marked.size(); ++at) {
            if (!m_marked[at])
                continue;
            if (!ranges.isEmpty() && ranges.last().from + ranges.last().length == qsizetype(at))
                ++ranges.last().length;
            else
                ranges.append({qsizetype(at), 1});
        }
        return ranges;
    }

private:
    bool markBest(const QString &typed)
    {
        const SearchWord *best = nullptr;
        WordFit fit;
        for (const SearchWord &word : m_words) {
            const WordFit other = fitWord(typed, word.text);
            if (other.quality <= fit.quality)
                continue;
            best = &word;
            fit = other;
        }
        for (qsizetype letter = 0; best && letter < best->length; ++letter) {
            if (letter < longestWord && (fit.letters >> letter & 1) != 0)
                m_marked[std::size_t(best->from + letter)] = true;
        }
        return best != nullptr;
    }

    // The first letters of words that follow each other, stop words aside.
    bool markInitials(const QString &typed)
    {
        QList<qsizetype> starts;
        QString letters;
        for (const SearchWord &word : m_words) {
            if (isStopWord(word.text))
                continue;
            starts.append(word.from);
            letters.append(word.text.front());
        }
        const qsizetype at = typed.size() < 2 ? -1 : letters.indexOf(typed);
        for (qsizetype i = 0; at >= 0 && i < typed.size(); ++i)
            m_marked[std::size_t(starts[at + i])] = true;
        return at >= 0;
    }

    // Across humps and separators: youtube in YOU_TUBE.
    bool markRun(const QString &typed)
    {
        const qsizetype at = typed.size() < 3 ? -1 : squeezed(m_text).indexOf(typed);
        qsizetype seen = 0;
        for (qsizetype place = 0; at >= 0 && place < m_text.size(); ++place) {
            if (!m_text[place].isLetterOrNumber())
                continue;
            if (seen >= at && seen < at + typed.size())
                m_marked[std::size_t(place)] = true;
            ++seen;
        }
        return at >= 0;
    }

    const QString &m_text;
    QList<SearchWord> m_words;
    std::vector<bool> m_marked;
};

} // namespace

QList<LetterRange> lettersMeant(const QList<QueryWord> &typed, const QString &text)
{
    Marker marker(text);
    for (const QueryWord &word : typed)
        marker.mark(word);
    return marker.ranges();
}

} // namespace actionscope::catalog
