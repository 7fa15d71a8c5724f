// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/nearness.h"

#include <QList>

#include <algorithm>
#include <utility>
#include <vector>

namespace actionscope::schema {

namespace {

constexpr qsizetype longest = 100;

QString plain(const QString &word)
{
    QString letters;
    for (const QChar c : word.left(longest)) {
        if (c != u'_' && c != u'-' && !c.isSpace())
            letters += c.toLower();
    }
    return letters;
}

qsizetype distance(const QString &left, const QString &right)
{
    std::vector<qsizetype> beforeLast(std::size_t(right.size()) + 1);
    std::vector<qsizetype> last(beforeLast.size());
    std::vector<qsizetype> current(beforeLast.size());
    for (std::size_t j = 0; j < last.size(); ++j)
        last[j] = qsizetype(j);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const auto at = std::size_t(j);
            const bool isSame = left[i - 1] == right[j - 1];
            current[at] = std::min({last[at] + 1, current[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                current[at] = std::min(current[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[std::size_t(right.size())];
}

} // namespace

QStringList nearest(const QString &word, const QStringList &candidates)
{
    const QString wanted = plain(word);
    QList<std::pair<qsizetype, QString>> found;
    for (const QString &candidate : candidates) {
        const QString letters = plain(candidate);
        const qsizetype allowed = std::max<qsizetype>(1, std::max(wanted.size(), letters.size()) / 3);
        if (std::abs(wanted.size() - letters.size()) > allowed && !letters.contains(wanted))
            continue;
        const qsizetype far = distance(wanted, letters);
        const bool isPart = wanted.size() >= 3 && letters.contains(wanted);
        if (far <= allowed || isPart)
            found.append({std::min(far, isPart ? allowed + 1 : far), candidate});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto &left, const auto &right) { return left.first < right.first; });
    QStringList names;
    for (const auto &[far, name] : std::as_const(found))
        names.append(name);
    return names;
}

} // namespace actionscope::schema
