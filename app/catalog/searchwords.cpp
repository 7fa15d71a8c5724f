// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/searchwords.h"

#include <algorithm>
#include <array>

namespace actionscope::catalog {

namespace {

// Character for character, so that places in the folded text are places in the text.
QChar folded(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    const QString parts = c.decomposition();
    return !parts.isEmpty() && parts.front().isLetter() ? parts.front().toLower() : c.toLower();
}

bool isHumpAt(QStringView text, qsizetype at)
{
    const bool afterSmall = text[at - 1].isLower() && text[at].isUpper();
    const bool beforeSmall = text[at - 1].isUpper() && text[at].isUpper() && at + 1 < text.size()
        && text[at + 1].isLower();
    return afterSmall || beforeSmall; // URLList: URL and List
}

SearchWord wordAt(QStringView text, qsizetype from, qsizetype end, bool isHump)
{
    SearchWord word {QString(end - from, Qt::Uninitialized), from, end - from, isHump};
    std::transform(text.begin() + from, text.begin() + end, word.text.begin(), folded);
    return word;
}

// Calls `take(from, end)` for every run of letters and digits.
template <typename Take> void forEachRun(QStringView text, Take take)
{
    qsizetype from = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool isInside = at < text.size() && text[at].isLetterOrNumber();
        if (isInside && from < 0)
            from = at;
        if (!isInside && from >= 0) {
            take(from, at);
            from = -1;
        }
    }
}

} // namespace

QList<SearchWord> searchWords(QStringView text)
{
    QList<SearchWord> words;
    forEachRun(text, [&](qsizetype from, qsizetype end) {
        qsizetype start = from;
        for (qsizetype at = from + 1; at < end; ++at) {
            if (!isHumpAt(text.first(end), at))
                continue;
            words.append(wordAt(text, start, at, true));
            start = at;
        }
        words.append(wordAt(text, start, end, start > from));
    });
    return words;
}

QList<SearchWord> searchRuns(QStringView text)
{
    QList<SearchWord> runs;
    forEachRun(text, [&](qsizetype from, qsizetype end) { runs.append(wordAt(text, from, end, false)); });
    return runs;
}

QString squeezed(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result.append(folded(c));
    }
    return result;
}

bool isStopWord(QStringView word)
{
    static constexpr std::array<QStringView, 16> stopWords {u"a", u"all", u"an", u"and", u"as", u"by", u"for",
        u"from", u"in", u"my", u"of", u"on", u"or", u"the", u"to", u"with"};
    return std::binary_search(stopWords.cbegin(), stopWords.cend(), word);
}

} // namespace actionscope::catalog
