// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/catalogbrowser.h"

#include "app/base/whenready.h"
#include "app/storage/settings.h"
#include "app/workspace/workspace.h"
#include "ui/request/actionsuggestions.h"
#include "ui/request/requestpage.h"
#include "ui/sidebar/actionspanel.h"

#include <QLocale>
#include <QtConcurrentRun>

namespace actionscope::ui {

using storage::Settings;
using workspace::CatalogKeeper;

CatalogBrowser::CatalogBrowser(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    wireUse();
    wireCatalog();
    showUse();
    showRest();
    buildIndex();
}

void CatalogBrowser::wireCatalog()
{
    connect(m_parts.catalog, &CatalogKeeper::catalogChanged, this, &CatalogBrowser::buildIndex);
    connect(m_parts.catalog, &CatalogKeeper::refreshStarted, this, [this] { showProgress({}); });
    connect(m_parts.catalog, &CatalogKeeper::refreshProgress, this, &CatalogBrowser::showProgress);
    connect(m_parts.catalog, &CatalogKeeper::refreshFinished, this, &CatalogBrowser::showRest);
    connect(m_parts.panel, &ActionsPanel::refreshRequested, m_parts.catalog, &CatalogKeeper::refresh);
    connect(m_parts.panel, &ActionsPanel::cancelRequested, m_parts.catalog, &CatalogKeeper::cancel);
}

void CatalogBrowser::wireUse()
{
    connect(m_parts.panel, &ActionsPanel::actionChosen, this, &CatalogBrowser::fill);
    connect(m_parts.panel, &ActionsPanel::favouriteToggled, this, [this](const QString &actionId, bool isFavourite) {
        m_parts.settings->setFavouriteAction(
            environment(), actionId, isFavourite ? Settings::Favourite::Yes : Settings::Favourite::No);
    });
    connect(m_parts.settings, &Settings::favouriteActionsChanged, this, &CatalogBrowser::showUse);
    connect(m_parts.settings, &Settings::recentActionsChanged, this, &CatalogBrowser::showUse);
    connect(m_parts.workspace, &workspace::Workspace::environmentChosen, this, &CatalogBrowser::showUse);
    connect(m_parts.workspace, &workspace::Workspace::runFinished, this, [this](const workspace::RunRecord &record) {
        m_parts.settings->addRecentAction(record.entry.environment, record.entry.draft.request.actionId);
    });
}

QString CatalogBrowser::environment() const { return m_parts.workspace->environment().name; }

void CatalogBrowser::buildIndex()
{
    const catalog::Catalog catalog = m_parts.catalog->catalog();
    const int build = ++m_build;
    if (catalog.isEmpty()) {
        takeIndex({});
        return;
    }
    const auto work = [catalog] { return catalog::ActionIndex(catalog.apps(), catalog.actions()); };
    whenReady(QtConcurrent::run(work), this, [this, build](const catalog::ActionIndex &index) {
        if (build == m_build)
            takeIndex(index);
    });
}

void CatalogBrowser::takeIndex(const catalog::ActionIndex &index)
{
    m_index = index;
    m_parts.panel->setIndex(index);
    m_parts.request->suggestions()->setIndex(index);
    Q_EMIT indexed();
}

void CatalogBrowser::showUse()
{
    const QStringList favourites = m_parts.settings->favouriteActions(environment());
    const QStringList recents = m_parts.settings->recentActions(environment());
    m_parts.panel->setUse(favourites, recents);
    m_parts.request->suggestions()->setUse(favourites, recents);
}

void CatalogBrowser::showProgress(const CatalogKeeper::Progress &progress)
{
    const QLocale locale;
    QString text = tr("Reading the catalogue…");
    if (progress.pause.count() > 0) {
        text = tr("The service is busy. Reading goes on in %1 s.").arg((progress.pause.count() + 999) / 1000);
    } else if (progress.total > 0) {
        text = tr("Reading %1: %2 of %3")
                   .arg(progress.what, locale.toString(progress.done), locale.toString(progress.total));
    } else if (!progress.what.isEmpty()) {
        text = tr("Reading %1: %2 so far").arg(progress.what, locale.toString(progress.done));
    }
    m_parts.panel->showProgress(text, progress.done, progress.total);
    m_parts.request->suggestions()->setEmptyText(
        tr("The catalogue is being read. An id can be typed by hand meanwhile."));
}

void CatalogBrowser::showRest()
{
    m_parts.panel->setTroubles(m_parts.catalog->troubles());
    m_parts.panel->hideProgress();
    m_parts.request->suggestions()->setEmptyText(
        tr("The catalogue is empty. Press “Read the Catalogue” in the Actions panel, or type an action’s id."));
}

void CatalogBrowser::fill(const QString &actionId)
{
    const qsizetype position = m_index.positionOf(actionId);
    if (position >= 0)
        m_parts.request->fillAction(m_index.actions()[position]);
    else
        m_parts.request->fillAction({.id = actionId}); // the successor of another, not in the catalogue
}

} // namespace actionscope::ui
