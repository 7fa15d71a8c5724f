// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/workspace/runrecord.h"

#include <QHash>

namespace actionscope::workspace {

// What one open request has to show: what became of its last execution, or the past run that was chosen for it.
struct TabAnswer
{
    enum class Kind {
        Nothing, // not sent yet
        Fresh,
        Remembered, // from the history
        Logged, // from the sandbox's request log
        Imported, // out of what was pasted or dropped
        Failed, // could not be sent; see `trouble`
        LetGo, // there was no room for it; the history may have it under the record's id
    };

    Kind kind = Kind::Nothing;
    RunRecord record = {};
    QByteArray body = {}; // as it came
    Error trouble = {};
    QByteArray before = {}; // what it is compared with
    QString beforeTitle = {}; // empty: with nothing
};

// The answers of all open requests, by the ids of OpenDrafts. What they hold together is bounded: where there is no room,
// those that were in front longest ago go first. The one in front always stays.
class TabAnswers final
{
public:
    static constexpr qint64 defaultRoom = qint64(256) << 20; // bytes

    explicit TabAnswers(qint64 room = defaultRoom)
        : m_room(room)
    {
    }

    // Of a request that has none yet: nothing.
    [[nodiscard]] TabAnswer &of(quint64 tab) { return m_answers[tab].answer; }
    // The one in front from now on.
    void bringToFront(quint64 tab);
    // Lets go of all others.
    void keepOnly(const QList<quint64> &tabs);
    // To be called when something was put in.
    void makeRoom();
    // About what is held, in bytes.
    [[nodiscard]] qint64 held() const;

private:
    struct Kept
    {
        TabAnswer answer;
        quint64 lastInFront = 0;
    };

    qint64 m_room;
    QHash<quint64, Kept> m_answers;
    quint64 m_front = 0;
    quint64 m_clock = 0;
};

} // namespace actionscope::workspace
