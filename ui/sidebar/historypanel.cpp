// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/historypanel.h"

#include "app/models/historymodel.h"
#include "ui/delegates/exchangerowdelegate.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/filteredlist.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::HistoryModel;

namespace {

QString idOf(const QModelIndex &index) { return index.data(HistoryModel::IdRole).toString(); }

} // namespace

HistoryPanel::HistoryPanel(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_rows(new FilteredList(theme, QStringLiteral("history"), m_model, HistoryModel::SearchRole, this))
    , m_list(m_rows->list())
{
    setObjectName(QStringLiteral("historyPanel"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    m_rows->setTitles(tr("History"), tr("Filter the history"), tr("Filter by action or verdict"));
    m_rows->setDelegate(new ExchangeRowDelegate(theme,
        {.verdict = HistoryModel::VerdictRole, .title = HistoryModel::ActionIdRole, .detail = HistoryModel::TimeTextRole,
            .duration = HistoryModel::DurationTextRole}));
    connectList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    showMatches();
}

void HistoryPanel::connectList()
{
    connect(m_rows, &FilteredList::filterChanged, this, [this] {
        markShown();
        showMatches();
    });
    connect(m_rows, &FilteredList::opened, this, [this](const QModelIndex &index) { Q_EMIT entryLoaded(idOf(index)); });
    connect(m_rows, &FilteredList::removalRequested, this,
        [this](const QModelIndex &index) { Q_EMIT entryRemovalRequested(idOf(index)); });
    connect(m_rows, &FilteredList::menuRequested, this, &HistoryPanel::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid() && m_list->hasFocus())
                noteShown(currentId());
        });
    // A row that is current already, chosen again after something else was shown.
    connect(m_list, &QListView::clicked, this, [this] {
        if (m_shownId != currentId())
            noteShown(currentId());
    });
}

void HistoryPanel::setEntries(const QList<storage::HistorySummary> &entries)
{
    m_model->setEntries(entries);
    forgetChoice();
    showMatches();
}

void HistoryPanel::prependEntry(const storage::HistorySummary &entry)
{
    m_model->prepend(entry);
    forgetChoice();
    m_list->scrollToTop();
    showMatches();
}

void HistoryPanel::removeEntry(const QString &id)
{
    m_model->removeEntry(id);
    showMatches();
}

void HistoryPanel::showMatches()
{
    m_rows->showMatches(m_model->rowCount() > 0
            ? tr("No run matches “%1”.").arg(m_rows->filterText())
            : tr("Nothing was executed yet. Each run is kept here with its answer and can be loaded again."));
}

// A filter that hides the run on show would leave the mark on a neighbour.
void HistoryPanel::markShown()
{
    const QSortFilterProxyModel *matches = m_rows->matches();
    const QModelIndexList shown = m_shownId.isEmpty() || matches->rowCount() == 0
        ? QModelIndexList()
        : matches->match(matches->index(0, 0), HistoryModel::IdRole, m_shownId, 1, Qt::MatchExactly);
    if (shown.isEmpty())
        m_list->selectionModel()->clear();
    else
        m_list->setCurrentIndex(shown.first());
}

void HistoryPanel::forgetChoice()
{
    m_shownId.clear();
    m_list->selectionModel()->clear();
}

QString HistoryPanel::currentId() const { return idOf(m_list->currentIndex()); }

void HistoryPanel::noteShown(const QString &id)
{
    m_shownId = id;
    Q_EMIT entryShown(id);
}

void HistoryPanel::showContextMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    const QString id = idOf(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Load into the Form"), this, [this, id] { Q_EMIT entryLoaded(id); })
        ->setShortcut(QKeySequence(Qt::Key_Return));
    menu->addAction(tr("Compare the Shown Answer with This"), this, [this, id] { Q_EMIT comparisonRequested(id); })
        ->setObjectName(QStringLiteral("compareWithEntryAction"));
    menu->addAction(tr("Replay and Compare"), this, [this, id] { Q_EMIT replayRequested(id); })
        ->setObjectName(QStringLiteral("replayEntryAction"));
    menu->addAction(tr("Replay Elsewhere or Several Times…"), this, [this, id] { Q_EMIT seriesRequested(id); })
        ->setObjectName(QStringLiteral("replaySeriesAction"));
    menu->addSeparator();
    menu->addAction(tr("Remove from the History"), this, [this, id] { Q_EMIT entryRemovalRequested(id); })
        ->setShortcut(QKeySequence(Qt::Key_Delete));
    menu->popup(globalPosition);
}

} // namespace actionscope::ui
