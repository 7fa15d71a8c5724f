// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/wordfit.h"

#include "app/catalog/mistakerows.h"

#include <algorithm>

namespace actionscope::catalog {

namespace {

constexpr qsizetype longestShortening = 8;

quint64 bits(qsizetype from, qsizetype count)
{
    return count >= 64 ? ~quint64(0) : ((quint64(1) << count) - 1) << from;
}

// repos are repositories rather than a repository
bool isShortPlural(QStringView typed, QStringView word)
{
    return typed.size() > 3 && typed.back() == u's' && word.back() == u's';
}

bool isVowel(QChar c) { return QStringView(u"aeiou").contains(c); }

} // namespace

WordFit fitTogether(QStringView typed, QStringView word)
{
    const qsizetype rest = word.size() - typed.size();
    const int share = int(typed.size() * 100 / std::max<qsizetype>(word.size(), 1)); // percent
    if (rest == -1 && typed.back() == u's' && typed.startsWith(word) && word.size() > 2)
        return {WordFitKind::Whole, 930, bits(0, word.size())}; // one issue was meant
    if (rest < 0)
        return {};
    if (word.startsWith(typed)) {
        if (rest == 0)
            return {WordFitKind::Whole, 1000, bits(0, word.size())};
        const int quality = rest == 1 && word.back() == u's' && typed.size() > 2
            ? 950 // sends, where send was typed
            : 740 + share * 6 / 5 + (isShortPlural(typed, word) ? 130 : 0);
        return {WordFitKind::Beginning, std::min(quality, 950), bits(0, typed.size())};
    }
    if (typed.size() < 3)
        return {};
    const qsizetype at = word.lastIndexOf(typed);
    if (at < 0)
        return {};
    // calendar in googlecalendar, mail in gmail: the last part of a compound tells more than its middle.
    const bool isEnd = at == rest;
    return {WordFitKind::Inside, (isEnd ? 620 : 500) + share * 2, bits(at, typed.size())};
}

WordFit fitShortened(QStringView typed, QStringView word)
{
    if (typed.size() < 2 || typed.size() > longestShortening || typed.size() + 2 > word.size()
        || typed.front() != word.front())
        return {};
    const QStringView rest = typed.sliced(1);
    WordFit fit {WordFitKind::Shortened, 0, 1};
    if (rest.size() >= 2) { // g|cal, g|sheet
        if (const qsizetype at = word.indexOf(rest, 2); at > 0) {
            fit.letters |= bits(at, rest.size());
            fit.quality = 600 + int(rest.size()) * 10;
            return fit;
        }
    }
    qsizetype at = 0;
    for (const QChar letter : rest) {
        at = word.indexOf(letter, at + 1);
        if (at < 0)
            return {};
        fit.letters |= bits(at, 1);
    }
    // Written without its vowels it is a habit (msg, gh, yt); any letters in a row are found by chance.
    const bool isSkeleton = std::none_of(rest.begin(), rest.end(), isVowel);
    const int length = int(typed.size());
    if (!isSkeleton && (length < 3 || length * 2 < word.size()))
        return {};
    fit.quality = (isSkeleton ? 540 : 440) + (at == word.size() - 1 ? 40 : 0)
        + int(typed.size() * 60 / word.size());
    return fit;
}

int allowedMistakes(qsizetype typedLength)
{
    if (typedLength < 4 || typedLength > 24)
        return 0;
    return typedLength < 7 ? 1 : 2;
}

int misspeltQuality(int mistakes, bool isWholeWord)
{
    return (isWholeWord ? 760 : 640) - 140 * mistakes;
}

WordFit fitMisspelt(QStringView typed, QStringView word)
{
    if (allowedMistakes(typed.size()) == 0)
        return {};
    MistakeRows rows(typed);
    qsizetype bestAt = 0;
    for (const QChar letter : word) {
        const int before = rows.mistakesAtBest();
        rows.push(letter);
        if (rows.mistakesAtBest() < before || rows.mistakes() == before)
            bestAt = rows.depth();
    }
    if (rows.mistakes() <= rows.allowed())
        return {WordFitKind::Misspelt, misspeltQuality(rows.mistakes(), true), bits(0, word.size())};
    if (rows.mistakesAtBest() <= rows.allowed())
        return {WordFitKind::Misspelt, misspeltQuality(rows.mistakesAtBest(), false), bits(0, bestAt)};
    return {};
}

WordFit fitWord(QStringView typed, QStringView word)
{
    if (typed.isEmpty() || word.isEmpty())
        return {};
    const QStringView start = word.first(std::min(word.size(), longestWord));
    WordFit best = fitTogether(typed, start);
    for (const auto fit : {fitShortened, fitMisspelt}) {
        const WordFit other = fit(typed, start);
        if (other.quality > best.quality)
            best = other;
    }
    return best;
}

quint64 lettersIn(QStringView word)
{
    quint64 letters = 0;
    for (const QChar letter : word) {
        const char16_t c = letter.unicode();
        const int bit = c >= u'a' && c <= u'z' ? c - u'a' : c >= u'0' && c <= u'9' ? 26 + c - u'0' : 36 + c % 28;
        letters |= quint64(1) << bit;
    }
    return letters;
}

} // namespace actionscope::catalog
