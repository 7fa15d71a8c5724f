// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/humps.h"

namespace actionscope::catalog {

namespace {

class HumpMatch final
{
public:
    HumpMatch(QStringView typed, QStringView id)
        : m_typed(typed)
        , m_id(id)
    {
        while (m_firstWordEnd < id.size() && id[m_firstWordEnd].isLetterOrNumber())
            ++m_firstWordEnd;
    }

    QList<qsizetype> places()
    {
        for (qsizetype at = 0; at < m_id.size(); ++at) {
            if (isStart(at) && follow(0, at))
                return m_places;
        }
        return {};
    }

private:
    bool isStart(qsizetype at) const
    {
        return m_id[at].isLetterOrNumber() && (at == 0 || !m_id[at - 1].isLetterOrNumber());
    }

    // The typed letter `number` at `at`, and the rest behind it.
    bool follow(qsizetype number, qsizetype at)
    {
        if (m_tries > mostTries || m_id[at].toLower() != m_typed[number])
            return false;
        ++m_tries;
        m_places.append(at);
        if (number + 1 == m_typed.size())
            return true;
        if (at + 1 < m_id.size() && follow(number + 1, at + 1))
            return true;
        for (qsizetype next = at + 2; next < m_id.size(); ++next) {
            if ((isStart(next) || next < m_firstWordEnd) && follow(number + 1, next))
                return true;
        }
        m_places.removeLast();
        return false;
    }

    static constexpr int mostTries = 200; // ids with many equal letters must not take long

    QStringView m_typed;
    QStringView m_id;
    qsizetype m_firstWordEnd = 0;
    QList<qsizetype> m_places;
    int m_tries = 0;
};

} // namespace

QList<qsizetype> humpPlaces(QStringView typed, QStringView id) { return HumpMatch(typed, id).places(); }

} // namespace actionscope::catalog
