// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/actionspanel.h"

#include "app/models/actionlistmodel.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/services/clipboard.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/sidebar/actionfilterbar.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::ActionListModel;

ActionsPanel::ActionsPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_model(new ActionListModel(this))
    , m_filter(new QLineEdit(this))
    , m_chips(new ActionFilterBar(this))
    , m_count(new QLabel(this))
    , m_refresh(new QToolButton(this))
    , m_strip(new MessageStrip(theme, QStringLiteral("catalog"), this))
    , m_progress(new QWidget(this))
    , m_list(new QListView)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("actionsPanel"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    buildFilter();
    buildProgress();
    buildList();
    buildEmptyState();
    buildLayout();
    showMatches();
}

void ActionsPanel::buildFilter()
{
    m_filter->setObjectName(QStringLiteral("actionsFilterLineEdit"));
    m_filter->setAccessibleName(tr("Find an action"));
    m_filter->setPlaceholderText(tr("Find an action"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->addAction(
        themedIcon(m_theme, QStringLiteral("search"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, &ActionsPanel::search);
    connect(m_chips, &ActionFilterBar::filterChanged, this, &ActionsPanel::search);
    m_count->setObjectName(QStringLiteral("actionsCountLabel"));
    m_count->setFont(ThemeService::smallFont());
    setLook(m_count, Look::Muted);
    m_refresh->setObjectName(QStringLiteral("refreshCatalogToolButton"));
    m_refresh->setAccessibleName(tr("Read the catalogue anew"));
    m_refresh->setToolTip(m_refresh->accessibleName());
    m_refresh->setIcon(themedIcon(m_theme, QStringLiteral("refresh")));
    m_refresh->setIconSize({16, 16});
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    connect(m_refresh, &QToolButton::clicked, this, &ActionsPanel::refreshRequested);
    connect(m_strip, &MessageStrip::actionTriggered, this, &ActionsPanel::refreshRequested);
}

void ActionsPanel::buildProgress()
{
    m_progressText = new QLabel(m_progress);
    m_progressText->setObjectName(QStringLiteral("catalogProgressLabel"));
    m_progressText->setFont(ThemeService::smallFont());
    m_progressText->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), m_progress);
    cancel->setObjectName(QStringLiteral("cancelRefreshPushButton"));
    cancel->setAccessibleDescription(tr("Stop reading the catalogue; what was there before stays"));
    setLook(cancel, Look::Link);
    m_progressBar = new QProgressBar(m_progress);
    m_progressBar->setObjectName(QStringLiteral("catalogProgressBar"));
    m_progressBar->setAccessibleName(tr("How much of the catalogue was read"));
    m_progressBar->setTextVisible(false);
    connect(cancel, &QPushButton::clicked, this, &ActionsPanel::cancelRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progressText, 1);
    row->addWidget(cancel);
    auto *column = new QVBoxLayout(m_progress);
    column->setContentsMargins(spacing::medium, 0, spacing::small, spacing::hair);
    column->setSpacing(spacing::hair);
    column->addLayout(row);
    column->addWidget(m_progressBar);
    m_progress->hide();
}

void ActionsPanel::buildList()
{
    m_list->setObjectName(QStringLiteral("actionsListView"));
    m_list->setAccessibleName(tr("Actions"));
    m_list->setModel(m_model);
    auto *delegate = new ActionDelegate(m_theme, ActionDelegate::Stars::Shown, m_list);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(delegate, &ActionDelegate::starClicked, this, &ActionsPanel::toggleFavourite);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ActionsPanel::showContextMenu);
    connect(m_list, &QListView::doubleClicked, this, &ActionsPanel::chooseCurrent);
    m_pages->addWidget(m_list);
}

void ActionsPanel::buildEmptyState()
{
    m_emptyPage = new QWidget;
    m_emptyText = new QLabel(m_emptyPage);
    m_emptyText->setObjectName(QStringLiteral("actionsEmptyLabel"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setLook(m_emptyText, Look::Muted);
    m_emptyButton = new QPushButton(tr("Refresh"), m_emptyPage);
    m_emptyButton->setObjectName(QStringLiteral("actionsEmptyPushButton"));
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_model->actionIndex().isEmpty()) {
            Q_EMIT refreshRequested();
            return;
        }
        m_chips->clear();
        m_filter->clear();
        m_filter->setFocus();
    });
    auto *column = new QVBoxLayout(m_emptyPage);
    column->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_pages->addWidget(m_emptyPage);
}

void ActionsPanel::buildLayout()
{
    auto *status = new QHBoxLayout;
    status->setContentsMargins(spacing::hair, 0, 0, 0); // in line with the rows
    status->setSpacing(spacing::hair);
    status->addWidget(m_count, 1);
    status->addWidget(m_refresh);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::hair);
    top->setSpacing(spacing::small);
    top->addWidget(m_filter);
    top->addWidget(m_chips);
    top->addLayout(status);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_progress);
    column->addWidget(m_strip);
    column->addWidget(m_pages, 1);
}

void ActionsPanel::setIndex(const catalog::ActionIndex &index)
{
    m_chips->setFacets(index.apps(), index.tags());
    m_model->setIndex(index);
    showMatches();
}

void ActionsPanel::setUse(const QStringList &favourites, const QStringList &recents)
{
    catalog::ActionSearch search = m_model->search();
    search.favourites = favourites;
    search.recents = recents;
    m_model->setSearch(search);
}

void ActionsPanel::search()
{
    catalog::ActionSearch search = m_model->search();
    const bool isOther = search.text != m_filter->text() || search.filter != m_chips->filter();
    search.text = m_filter->text();
    search.filter = m_chips->filter();
    m_model->setSearch(search);
    showMatches();
    if (isOther)
        m_list->scrollToTop();
}

void ActionsPanel::showMatches()
{
    const QLocale locale;
    const qsizetype all = m_model->actionIndex().actions().size();
    const qsizetype found = m_model->foundCount();
    m_count->setText(all == 0 ? QString()
            : found == all    ? tr("%1 actions").arg(locale.toString(all))
                              : tr("%1 of %2 actions").arg(locale.toString(found), locale.toString(all)));
    m_chips->setVisible(all > 0);
    m_filter->setEnabled(all > 0);
    m_pages->setCurrentWidget(found > 0 ? static_cast<QWidget *>(m_list) : m_emptyPage);
    if (all > 0) {
        m_emptyText->setText(m_filter->text().isEmpty() ? tr("No action passes these filters.")
                                                        : tr("No action matches “%1”.").arg(m_filter->text()));
        m_emptyButton->setText(tr("Show All Actions"));
        m_emptyButton->show();
    } else {
        m_emptyText->setText(m_isRefreshing
                ? tr("The actions of this environment are being read.")
                : tr("The catalogue is empty. Once it was read, each action of the service is found here, offline too."));
        m_emptyButton->setText(tr("Read the Catalogue"));
        m_emptyButton->setVisible(!m_isRefreshing);
    }
}

void ActionsPanel::showProgress(const QString &what, qsizetype done, qsizetype total)
{
    m_isRefreshing = true;
    m_progressText->setText(what);
    m_progressBar->setRange(0, int(total));
    m_progressBar->setValue(int(std::min(done, total)));
    m_progress->show();
    m_refresh->setEnabled(false);
    m_strip->hide();
    showMatches();
}

void ActionsPanel::hideProgress()
{
    m_isRefreshing = false;
    m_progress->hide();
    m_refresh->setEnabled(true);
    setTroubles(m_troubles);
    showMatches();
}

void ActionsPanel::setTroubles(const QStringList &troubles)
{
    m_troubles = troubles;
    if (troubles.isEmpty() || m_isRefreshing)
        m_strip->hide();
    else
        m_strip->showMessage(MessageStrip::Kind::Warning, troubles.join(QLatin1Char('\n')), tr("Refresh"));
}

void ActionsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ActionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_list && key->matches(QKeySequence::Copy) && m_list->currentIndex().isValid()) {
        m_clipboard.setText(m_list->currentIndex().data(ActionListModel::IdRole).toString());
        return true;
    }
    const bool isTaken = watched == m_filter ? takeFilterKey(key->key()) : takeListKey(key->key());
    return isTaken || QWidget::eventFilter(watched, event);
}

// Down goes on into the list, Enter takes its best row, Escape shows all actions again.
bool ActionsPanel::takeFilterKey(int key)
{
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_model->rowCount() == 0 || (!isEnter && key != Qt::Key_Down))
        return false;
    if (isEnter) {
        Q_EMIT actionChosen(m_model->action(0).id);
        return true;
    }
    m_list->setFocus(Qt::TabFocusReason);
    m_list->setCurrentIndex(m_model->index(0));
    return true;
}

bool ActionsPanel::takeListKey(int key)
{
    const QModelIndex current = m_list->currentIndex();
    if (key == Qt::Key_Up && current.row() == 0) {
        m_filter->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        chooseCurrent();
    else if (key == Qt::Key_Asterisk && current.isValid())
        toggleFavourite(current);
    else
        return false;
    return true;
}

void ActionsPanel::chooseCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        Q_EMIT actionChosen(m_model->action(current.row()).id);
}

void ActionsPanel::toggleFavourite(const QModelIndex &index)
{
    const bool isFavourite = index.data(ActionListModel::IsFavouriteRole).toBool();
    Q_EMIT favouriteToggled(m_model->action(index.row()).id, !isFavourite);
}

void ActionsPanel::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const QString id = m_model->action(index.row()).id;
    const QString successor = m_model->action(index.row()).successor;
    const bool isFavourite = index.data(ActionListModel::IsFavouriteRole).toBool();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("actionContextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Fill into the Form"), this, [this, id] { Q_EMIT actionChosen(id); })
        ->setShortcut(QKeySequence(Qt::Key_Return));
    if (!successor.isEmpty()) {
        menu->addAction(tr("Fill In %1 Instead").arg(successor), this, [this, successor] { Q_EMIT actionChosen(successor); })
            ->setObjectName(QStringLiteral("fillSuccessorAction"));
    }
    menu->addSeparator();
    menu->addAction(tr("Copy the Id"), this, [this, id] { m_clipboard.setText(id); })
        ->setShortcut(QKeySequence(QKeySequence::Copy));
    menu->addAction(isFavourite ? tr("Remove from the Favourites") : tr("Add to the Favourites"), this,
            [this, id, isFavourite] { Q_EMIT favouriteToggled(id, !isFavourite); })
        ->setShortcut(QKeySequence(Qt::Key_Asterisk));
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace actionscope::ui
