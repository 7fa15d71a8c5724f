// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/wordfit.h"

#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace actionscope::catalog {

// Where a word stands in an action; several at once.
enum WordPlace : quint8 {
    IdPlace = 1,
    NamePlace = 2,
    AppPlace = 4,
    TagPlace = 8,
    DescriptionPlace = 16,
    everyPlace = 31,
};

// The distinct words of many entries, in order of the alphabet in one flat buffer, and which entries have each.
// There are far fewer words than entries, so what was typed is compared with every word and never with an entry.
class WordTable final
{
public:
    class Builder;

    struct Match
    {
        quint32 word = 0;
        WordFitKind kind = WordFitKind::None;
        int quality = 0;
    };

    // An entry that has a word, and its WordPlaces.
    struct Holder
    {
        quint32 entry : 24;
        quint32 places : 8;
    };

    WordTable() = default;

    // All words that may be meant, each once or more. Words of descriptions only match by their beginnings.
    [[nodiscard]] std::vector<Match> matches(QStringView typed) const;
    // Those with more places than the description come first.
    [[nodiscard]] std::span<const Holder> holders(quint32 word) const;
    [[nodiscard]] std::span<const Holder> holdersOutsideDescriptions(quint32 word) const;
    // Whether some word outside descriptions begins so.
    [[nodiscard]] bool hasBeginning(QStringView typed) const;

    [[nodiscard]] qsizetype wordCount() const { return qsizetype(m_words.size()); }
    [[nodiscard]] qsizetype memory() const; // bytes

private:
    struct Word
    {
        quint64 letters = 0;
        quint32 text = 0; // where it begins in m_texts
        quint32 holders = 0; // where they begin in m_holders
        quint32 headHolders = 0; // how many stand outside descriptions
        quint8 length = 0;
        quint8 shared = 0; // letters it begins with like the word before
    };

    [[nodiscard]] QStringView textOf(const Word &word) const;
    [[nodiscard]] std::size_t firstNotBefore(QStringView typed) const;
    void addBeginnings(QStringView typed, std::vector<Match> &found) const;
    void addLoose(QStringView typed, std::vector<Match> &found) const;
    void addMisspelt(QStringView typed, std::vector<Match> &found) const;

    QString m_texts;
    std::vector<Word> m_words;
    std::vector<Holder> m_holders;
};

// Takes entries one after the other.
class WordTable::Builder final
{
public:
    // Notes that `entry` has this word there; words are cut to the longest that are compared.
    void add(quint32 entry, const QString &word, WordPlace place);
    [[nodiscard]] WordTable build();

private:
    struct Note
    {
        quint32 word;
        Holder holder;
    };

    void close(); // the entry that was last added to

    QHash<QString, quint32> m_numbers;
    std::vector<Note> m_notes;
    std::vector<Note> m_open; // of the current entry
    quint32 m_entry = 0;
};

} // namespace actionscope::catalog
