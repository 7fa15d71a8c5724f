// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/searchtext.h"

#include "app/json/writer.h"

#include <algorithm>

namespace actionscope::sandbox {

namespace {

struct Word
{
    QString name = {}; // before the colon
    QString value = {};
    bool isUnwanted = false;
    bool isAlternative = false; // to the word before it
};

// One word from `at` on, quotes undone: from:"Ada Berg".
QString takeWord(const QString &text, qsizetype *at)
{
    QString word;
    bool inQuotes = false;
    for (; *at < text.size(); ++*at) {
        const QChar c = text[*at];
        if (c == u'"')
            inQuotes = !inQuotes;
        else if (!inQuotes && (c.isSpace() || c == u'(' || c == u')' || c == u'{' || c == u'}'))
            break;
        else
            word += c;
    }
    return word;
}

std::vector<Word> wordsOf(const QString &text, const json::Value &operators)
{
    std::vector<Word> words;
    bool isAlternative = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isQuoted = text[at] == u'"';
        QString value = takeWord(text, &at);
        if (value.isEmpty() || (!isQuoted && value == QLatin1String("AND")))
            continue;
        if (!isQuoted && value == QLatin1String("OR")) {
            isAlternative = !words.empty();
            continue;
        }
        Word word {.isAlternative = isAlternative};
        isAlternative = false;
        if (!isQuoted && value.size() > 1 && value.startsWith(u'-')) {
            word.isUnwanted = true;
            value.remove(0, 1);
        }
        const qsizetype colon = value.indexOf(u':');
        const QString name = value.left(colon).toLower();
        if (!isQuoted && colon > 0 && operators.member(name).isValid()) {
            word.name = name;
            value.remove(0, colon + 1);
        }
        word.value = value;
        words.push_back(word);
    }
    return words;
}

Predicate wordPredicate(const Word &word, const QStringList &fields, const json::Value &operators, const Scope &scope)
{
    Predicate predicate;
    if (word.name.isEmpty()) {
        predicate = comparison(QStringLiteral("contains"), fields, word.value);
    } else {
        Scope inner = scope;
        inner.set(QStringLiteral("value"), json::quoted(word.value));
        predicate = [filter = Filter(operators.member(word.name), inner, Blank::LetsAllPass)](
                        const json::Value &record) { return filter.passes(record); };
    }
    if (!word.isUnwanted)
        return predicate;
    return [predicate](const json::Value &record) { return !predicate(record); };
}

} // namespace

Predicate searchPredicate(
    const QString &text, const QStringList &fields, const json::Value &operators, const Scope &scope)
{
    std::vector<std::vector<Predicate>> all; // of each, one must hold
    for (const Word &word : wordsOf(text, operators)) {
        if (!word.isAlternative)
            all.emplace_back();
        all.back().push_back(wordPredicate(word, fields, operators, scope));
    }
    return [all](const json::Value &record) {
        return std::all_of(all.begin(), all.end(), [&](const auto &choices) {
            return std::any_of(
                choices.begin(), choices.end(), [&](const Predicate &predicate) { return predicate(record); });
        });
    };
}

} // namespace actionscope::sandbox
