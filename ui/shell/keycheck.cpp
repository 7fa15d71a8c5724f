// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/keycheck.h"

#include "app/base/whenready.h"
#include "app/workspace/keytest.h"
#include "app/workspace/workspace.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/messagestrip.h"

namespace actionscope::ui {

KeyCheck::KeyCheck(workspace::Workspace *workspace, TopBar *topBar, MessageStrip *strip, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_strip(strip)
    , m_test(workspace->newKeyTest(this))
{
    connect(topBar, &TopBar::keyTestRequested, this, &KeyCheck::start);
    connect(m_test, &workspace::KeyTest::finished, this, &KeyCheck::show);
}

void KeyCheck::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    const storage::Environment environment = m_workspace->environment();
    m_environment = environment.isSandbox ? tr("Sandbox") : environment.name;
    m_strip->showMessage(MessageStrip::Kind::Info, tr("%1: asking the service whose key this is…").arg(m_environment));
    whenReady(m_workspace->destination(), this, [this, environment](const Result<executor::Destination> &destination) {
        if (!destination) {
            show(Failure(destination.error()));
            return;
        }
        storage::Environment asked = environment;
        asked.baseUrl = destination->baseUrl.toString(); // the sandbox has another one at every start
        m_test->start(asked, {}, destination->apiKey);
    });
}

void KeyCheck::show(const Result<api::Identity> &identity)
{
    m_isRunning = false;
    const QString sentence = identity ? workspace::sentenceOf(*identity)
        : identity.error().hint.isEmpty() ? identity.error().sentence
                                          : identity.error().sentence + QLatin1Char(' ') + identity.error().hint;
    m_strip->showMessage(identity ? MessageStrip::Kind::Info : MessageStrip::Kind::Error,
        tr("%1: %2").arg(m_environment, sentence));
}

} // namespace actionscope::ui
