// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/historypanel.h"

#include "app/models/historymodel.h"
#include "ui/delegates/exchangerowdelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::HistoryModel;

HistoryPanel::HistoryPanel(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_matches(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView)
    , m_emptyText(new QLabel)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("historyPanel"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    m_matches->setSourceModel(m_model);
    m_matches->setFilterRole(HistoryModel::SearchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildFilter(theme);
    buildList(theme);
    buildEmptyState();
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    filterRow->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(filterRow);
    column->addWidget(m_pages, 1);
    showMatches();
}

void HistoryPanel::buildFilter(const ThemeService &theme)
{
    m_filter->setObjectName(QStringLiteral("historyFilterLineEdit"));
    m_filter->setAccessibleName(tr("Filter the history"));
    m_filter->setPlaceholderText(tr("Filter by action or verdict"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->addAction(
        themedIcon(theme, QStringLiteral("filter"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_matches->setFilterFixedString(text);
        markShown();
        showMatches();
    });
}

void HistoryPanel::buildList(const ThemeService &theme)
{
    m_list->setObjectName(QStringLiteral("historyListView"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_matches);
    m_list->setItemDelegate(new ExchangeRowDelegate(theme,
        {.verdict = HistoryModel::VerdictRole, .title = HistoryModel::ActionIdRole, .detail = HistoryModel::TimeTextRole,
            .duration = HistoryModel::DurationTextRole},
        m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryPanel::showContextMenu);
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
    connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT entryLoaded(currentId()); });
    m_pages->addWidget(m_list);
}

void HistoryPanel::buildEmptyState()
{
    m_emptyText->setObjectName(QStringLiteral("historyEmptyLabel"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_emptyText->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_emptyText, Look::Muted);
    m_pages->addWidget(m_emptyText);
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
    const bool hasEntries = m_model->rowCount() > 0;
    m_emptyText->setText(hasEntries
            ? tr("No run matches “%1”.").arg(m_filter->text())
            : tr("Nothing was executed yet. Each run is kept here with its answer and can be loaded again."));
    m_pages->setCurrentIndex(m_matches->rowCount() > 0 ? 0 : 1);
    m_filter->setEnabled(hasEntries);
}

// A filter that hides the run on show would leave the mark on a neighbour.
void HistoryPanel::markShown()
{
    const QModelIndexList shown = m_shownId.isEmpty() || m_matches->rowCount() == 0
        ? QModelIndexList()
        : m_matches->match(m_matches->index(0, 0), HistoryModel::IdRole, m_shownId, 1, Qt::MatchExactly);
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

QString HistoryPanel::currentId() const
{
    return m_list->currentIndex().data(HistoryModel::IdRole).toString();
}

void HistoryPanel::noteShown(const QString &id)
{
    m_shownId = id;
    Q_EMIT entryShown(id);
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress)
        return leaveFilter(static_cast<QKeyEvent *>(event)->key());
    // The menu is about the run under the pointer; the one that is shown stays, to be compared with it.
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        return static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
    if (watched != m_list || event->type() != QEvent::KeyPress || currentId().isEmpty())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT entryLoaded(currentId());
    else if (key == Qt::Key_Delete)
        Q_EMIT entryRemovalRequested(currentId());
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

// Down goes on into the list, Escape shows every run again.
bool HistoryPanel::leaveFilter(int key)
{
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key != Qt::Key_Down || m_matches->rowCount() == 0)
        return false;
    m_list->setFocus(Qt::TabFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_matches->index(0, 0));
    return true;
}

void HistoryPanel::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const QString id = index.data(HistoryModel::IdRole).toString();
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
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace actionscope::ui
