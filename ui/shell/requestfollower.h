// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/requestlog/requestlog.h"

#include <QObject>
#include <QTimer>

namespace actionscope::ui {

class RequestLogPanel;

// Keeps the list of requests up to date while somebody looks at it. It asks the log a few times a second instead of being
// told of each request, so ten thousand of them are a few changes of the list.
class RequestFollower final : public QObject
{
    Q_OBJECT

public:
    // `panel` is its parent.
    explicit RequestFollower(RequestLogPanel *panel);

    void follow(const std::shared_ptr<sandbox::RequestLog> &log);
    void clear();
    [[nodiscard]] const std::shared_ptr<sandbox::RequestLog> &log() const { return m_log; }

private:
    void look();

    RequestLogPanel *m_panel;
    std::shared_ptr<sandbox::RequestLog> m_log;
    QTimer m_timer;
    quint64 m_seen = 0; // what ended after this is new
    int m_listing = 0; // the list that an answer was asked for; another one after each clear()
    bool m_isLooking = false;
};

} // namespace actionscope::ui
