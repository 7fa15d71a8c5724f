// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/savedrequests.h"

#include "app/storage/settings.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "ui/request/conflictstrip.h"
#include "ui/request/requestpage.h"
#include "ui/request/requesttabs.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/collectionbrowser.h"
#include "ui/shell/requestextras.h"
#include "ui/shell/tabkeeper.h"
#include "ui/shell/variablebrowser.h"
#include "ui/sidebar/collectionspanel.h"

#include <QAction>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

SavedRequests::SavedRequests(const MainWindowParts &parts, RequestPage *page, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_page(page)
    , m_window(window)
    , m_panel(new CollectionsPanel(*parts.theme, window))
    , m_tabs(new RequestTabs(*parts.theme, window))
    , m_conflict(new ConflictStrip(*parts.theme, window))
    , m_extras(new RequestExtras(parts, page, this))
    , m_keeper(new TabKeeper(parts, page, m_extras, m_tabs, m_conflict, this))
    , m_browser(new CollectionBrowser(parts, m_panel, m_keeper, this))
    , m_variables(new VariableBrowser(parts, page, m_extras, window))
{
    connect(m_keeper, &TabKeeper::restored, this, &SavedRequests::restored);
    connect(m_keeper, &TabKeeper::currentShown, this, &SavedRequests::currentShown);
    connect(m_keeper, &TabKeeper::failed, this, &SavedRequests::failed);
    connect(m_browser, &CollectionBrowser::failed, this, &SavedRequests::failed);
    connect(m_browser, &CollectionBrowser::variablesRequested, m_variables, &VariableBrowser::edit);
}

QWidget *SavedRequests::framed(QWidget *pages)
{
    auto *frame = new QWidget(m_window);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_conflict);
    column->addWidget(pages, 1);
    return frame;
}

QList<QAction *> SavedRequests::buildActions(ActionRegistry *registry)
{
    QList<QAction *> all;
    const auto add = [&](const char *id, const QString &text, const QKeySequence &keys, auto *receiver, auto method) {
        QAction *action = registry->add({QLatin1String(id), text, keys, {}});
        connect(action, &QAction::triggered, receiver, method);
        m_window->addAction(action);
        all.append(action);
    };
    add("request.new", tr("&New Request"), Qt::CTRL | Qt::Key_T, m_keeper, &TabKeeper::openNew);
    add("request.save", tr("&Save the Request"), Qt::CTRL | Qt::Key_S, m_keeper, &TabKeeper::saveCurrent);
    add("request.saveAs", tr("Save the Request &As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, m_keeper,
        &TabKeeper::saveCurrentAs);
    add("request.close", tr("Close the &Tab"), Qt::CTRL | Qt::Key_W, m_keeper, &TabKeeper::closeCurrent);
    add("collection.open", tr("&Open a Folder…"), Qt::CTRL | Qt::Key_O, m_browser, &CollectionBrowser::openFolder);
    add("collection.new", tr("New C&ollection…"), {}, m_browser, &CollectionBrowser::newCollection);
    add("view.collections", tr("Show the Sa&ved Requests"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, this, [this] {
        Q_EMIT panelRequested();
        m_panel->focusFilter();
    });
    all.append(m_variables->buildAction(registry));
    return all;
}

void SavedRequests::followAnswers(ResponsePage *response, AnswerKeeper *keeper)
{
    m_extras->followAnswers(response, keeper);
}

void SavedRequests::restore()
{
    m_keeper->restore();
    m_parts.collections->openRemembered();
}

void SavedRequests::open(const QStringList &paths)
{
    m_browser->open(paths);
    if (std::any_of(paths.cbegin(), paths.cend(), [](const QString &path) { return QFileInfo(path).isDir(); }))
        Q_EMIT panelRequested();
}

void SavedRequests::showDraft(const storage::Draft &draft)
{
    const workspace::OpenDraft &current = m_parts.openDrafts->current();
    if (current.path.isEmpty() && !current.isDirty()) {
        m_page->setDraft(draft);
        m_keeper->takeForm();
        return;
    }
    m_parts.openDrafts->openNew(
        workspace::withDraft({}, draft, m_parts.settings->defaultTimeoutSeconds()));
}

void SavedRequests::goTo(const json::Path &path, const QString &sentence) { m_extras->goTo(path, sentence); }

void SavedRequests::storeNow() { m_keeper->storeNow(); }

} // namespace actionscope::ui
