// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/identity.h"
#include "app/base/error.h"

#include <QObject>

namespace actionscope::workspace {
class KeyTest;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class MessageStrip;
class TopBar;

// Asks the service of the chosen environment whose key it is, and says so in the window's strip, without the key.
class KeyCheck final : public QObject
{
    Q_OBJECT

public:
    KeyCheck(workspace::Workspace *workspace, TopBar *topBar, MessageStrip *strip, QObject *parent = nullptr);

    void start();

private:
    void show(const Result<api::Identity> &identity);

    workspace::Workspace *m_workspace;
    MessageStrip *m_strip;
    workspace::KeyTest *m_test;
    QString m_environment; // that is asked
    bool m_isRunning = false;
};

} // namespace actionscope::ui
