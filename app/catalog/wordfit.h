// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace actionscope::catalog {

// How one typed word came to mean one word of an action; better ways first.
enum class WordFitKind : quint8 { Whole, Beginning, Inside, Shortened, Misspelt, None };

struct WordFit
{
    WordFitKind kind = WordFitKind::None;
    int quality = 0; // 1000: it is the word
    quint64 letters = 0; // a bit for each letter of the word that was meant
};

// Words are folded (searchWords) and at most this long; what is longer is compared by its beginning.
constexpr qsizetype longestWord = 60;

// Whole, beginning or inside, as far as letters stand together.
[[nodiscard]] WordFit fitTogether(QStringView typed, QStringView word);
// Letters left out: gh for github, gcal for googlecalendar, msg for message.
[[nodiscard]] WordFit fitShortened(QStringView typed, QStringView word);
// Letters wrong, missing, doubled or swapped, in the word or in the beginning of it that was typed so far.
[[nodiscard]] WordFit fitMisspelt(QStringView typed, QStringView word);
// The best of all.
[[nodiscard]] WordFit fitWord(QStringView typed, QStringView word);

// How many letters may be wrong.
[[nodiscard]] int allowedMistakes(qsizetype typedLength);
[[nodiscard]] int misspeltQuality(int mistakes, bool isWholeWord);

// A bit for each letter in it; a word can only hold `typed` when it has all of its bits.
[[nodiscard]] quint64 lettersIn(QStringView word);

} // namespace actionscope::catalog
