// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/triggerwords.h"

#include <array>

namespace actionscope {

namespace {

constexpr std::array<uchar, 256> smallLetters = [] {
    std::array<uchar, 256> letters {};
    for (std::size_t i = 0; i < letters.size(); ++i)
        letters[i] = uchar(i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    return letters;
}();

quint32 pushed(quint32 window, char byte)
{
    return ((window << 8U) | smallLetters[uchar(byte)]) & 0xFFFFFFU;
}

} // namespace

std::size_t TriggerWords::slotOf(quint32 threeBytes) { return (threeBytes * 2654435761U) >> 16U; }

int TriggerWords::addGroup(const QByteArrayList &words)
{
    const int group = int(m_isWordless.size());
    m_isWordless.push_back(words.isEmpty());
    for (const QByteArray &word : words) {
        Q_ASSERT(word.size() >= 3);
        const quint32 beginning = pushed(pushed(pushed(0, word[0]), word[1]), word[2]);
        m_words[beginning].push_back({word, group});
        m_beginnings.set(slotOf(beginning));
    }
    return group;
}

std::vector<bool> TriggerWords::groupsIn(QByteArrayView text) const
{
    std::vector<bool> isThere = m_isWordless;
    quint32 window = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        window = pushed(window, text[i]);
        if (i < 2 || !m_beginnings.test(slotOf(window)))
            continue;
        const auto words = m_words.find(window);
        if (words == m_words.cend())
            continue;
        const QByteArrayView rest = text.sliced(i - 2);
        for (const Word &word : words->second) {
            if (!isThere[std::size_t(word.group)] && rest.size() >= word.text.size()
                && rest.first(word.text.size()).compare(word.text, Qt::CaseInsensitive) == 0)
                isThere[std::size_t(word.group)] = true;
        }
    }
    return isThere;
}

} // namespace actionscope
