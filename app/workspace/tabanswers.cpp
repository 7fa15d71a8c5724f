// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/tabanswers.h"

namespace actionscope::workspace {

namespace {

qint64 sizeOf(const TabAnswer &answer)
{
    const QByteArray kept = answer.record.entry.exchange.answer.body; // another one where secrets were taken out
    const qint64 second = kept.isSharedWith(answer.body) ? 0 : kept.size();
    const qint64 index = answer.record.judgement.document.nodeCount() * qint64(sizeof(json::Node));
    return answer.body.size() + second + index + answer.before.size();
}

} // namespace

void TabAnswers::bringToFront(quint64 tab)
{
    m_front = tab;
    m_answers[tab].lastInFront = ++m_clock;
}

void TabAnswers::keepOnly(const QList<quint64> &tabs)
{
    m_answers.removeIf([&](const QHash<quint64, Kept>::iterator &each) { return !tabs.contains(each.key()); });
}

qint64 TabAnswers::held() const
{
    qint64 sum = 0;
    for (const Kept &each : m_answers)
        sum += sizeOf(each.answer);
    return sum;
}

void TabAnswers::makeRoom()
{
    while (held() > m_room) {
        Kept *oldest = nullptr;
        for (auto each = m_answers.begin(); each != m_answers.end(); ++each) {
            const bool isCandidate = each.key() != m_front && sizeOf(each->answer) > 0;
            if (isCandidate && (!oldest || each->lastInFront < oldest->lastInFront))
                oldest = &each.value();
        }
        if (!oldest)
            return;
        TabAnswer rest;
        rest.kind = TabAnswer::Kind::LetGo;
        rest.record.entry.id = oldest->answer.record.entry.id;
        oldest->answer = rest;
    }
}

} // namespace actionscope::workspace
