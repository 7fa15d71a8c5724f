// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/requestfollower.h"

#include "app/base/whenready.h"
#include "ui/shell/loggedrequests.h"
#include "ui/sidebar/requestlogpanel.h"

#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr int lookEveryMs = 200;

struct Fresh
{
    QList<models::ServedRequest> rows;
    quint64 seen = 0;
};

} // namespace

RequestFollower::RequestFollower(RequestLogPanel *panel)
    : QObject(panel)
    , m_panel(panel)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &RequestFollower::look);
    connect(panel, &RequestLogPanel::seen, this, &RequestFollower::look);
}

void RequestFollower::follow(const std::shared_ptr<sandbox::RequestLog> &log)
{
    m_log = log;
    m_timer.start();
    look();
}

// What ended meanwhile goes as well: it would come as the first rows of an empty list.
void RequestFollower::clear()
{
    if (!m_log)
        return;
    m_log->clear();
    (void)m_log->endedAfter(m_seen, &m_seen);
    ++m_listing;
    m_panel->clear();
}

void RequestFollower::look()
{
    if (!m_log || m_isLooking || m_panel->isPaused() || !m_panel->isVisible())
        return;
    m_isLooking = true;
    const auto fresh = QtConcurrent::run([log = m_log, seen = m_seen] {
        Fresh found;
        for (const sandbox::LoggedRequest &request : log->endedAfter(seen, &found.seen))
            found.rows.append(rowOf(request));
        return found;
    });
    whenReady(fresh, this, [this, listing = m_listing](const Fresh &found) {
        m_isLooking = false;
        if (listing != m_listing)
            return;
        m_seen = found.seen;
        if (!found.rows.isEmpty())
            m_panel->append(found.rows);
    });
}

} // namespace actionscope::ui
