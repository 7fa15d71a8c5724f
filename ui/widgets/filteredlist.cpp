// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/filteredlist.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace actionscope::ui {

FilteredList::FilteredList(const ThemeService &theme, const QString &name, QAbstractItemModel *model, int searchRole,
    QWidget *parent)
    : QWidget(parent)
    , m_matches(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_head(new QVBoxLayout)
    , m_list(new QListView)
    , m_emptyText(new QLabel)
    , m_pages(new QStackedWidget(this))
{
    m_matches->setSourceModel(model);
    m_matches->setFilterRole(searchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildFilter(theme, name);
    buildList(name);
    buildEmptyState(name);
    m_head->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    m_head->setSpacing(spacing::hair);
    m_head->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_pages, 1);
}

void FilteredList::buildFilter(const ThemeService &theme, const QString &name)
{
    m_filter->setObjectName(name + QStringLiteral("FilterLineEdit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->addAction(themedIcon(theme, QStringLiteral("filter"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_matches->setFilterFixedString(text);
        Q_EMIT filterChanged();
    });
}

void FilteredList::buildList(const QString &name)
{
    m_list->setObjectName(name + QStringLiteral("ListView"));
    m_list->setModel(m_matches);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &FilteredList::opened);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_list->indexAt(position);
        if (index.isValid())
            Q_EMIT menuRequested(index, m_list->viewport()->mapToGlobal(position));
    });
    m_pages->addWidget(m_list);
}

void FilteredList::buildEmptyState(const QString &name)
{
    m_emptyText->setObjectName(name + QStringLiteral("EmptyLabel"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_emptyText->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_emptyText, Look::Muted);
    m_pages->addWidget(m_emptyText);
}

void FilteredList::setDelegate(QAbstractItemDelegate *delegate)
{
    delegate->setParent(m_list);
    m_list->setItemDelegate(delegate);
}

void FilteredList::setTitles(const QString &list, const QString &filter, const QString &placeholder)
{
    m_list->setAccessibleName(list);
    m_filter->setAccessibleName(filter);
    m_filter->setPlaceholderText(placeholder);
}

void FilteredList::showMatches(const QString &emptyText)
{
    m_emptyText->setText(emptyText);
    m_pages->setCurrentIndex(m_matches->rowCount() > 0 ? 0 : 1);
    m_filter->setEnabled(m_matches->sourceModel()->rowCount() > 0);
}

QListView *FilteredList::list() const { return m_list; }

QSortFilterProxyModel *FilteredList::matches() const { return m_matches; }

QString FilteredList::filterText() const { return m_filter->text(); }

QVBoxLayout *FilteredList::head() const { return m_head; }

bool FilteredList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        return static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if ((watched == m_filter && leaveFilter(key)) || (watched == m_list && actOnRow(key)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool FilteredList::leaveFilter(int key)
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

bool FilteredList::actOnRow(int key)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT opened(current);
    else if (key == Qt::Key_Delete)
        Q_EMIT removalRequested(current);
    else
        return false;
    return true;
}

} // namespace actionscope::ui
