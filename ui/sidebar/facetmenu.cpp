// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/facetmenu.h"

#include "ui/services/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int textRole = Qt::UserRole + 1;

QStandardItem *item(const QString &shown, const QString &key, const QString &text)
{
    auto *made = new QStandardItem(shown);
    made->setData(key, keyRole);
    made->setData(text, textRole);
    made->setEditable(false);
    return made;
}

} // namespace

FacetMenu::FacetMenu(const QString &name, const QString &allText, QWidget *parent)
    : QMenu(parent)
    , m_allText(allText)
    , m_rows(new QStandardItemModel(this))
    , m_matches(new QSortFilterProxyModel(this))
{
    auto *page = new QWidget(this);
    m_filter = new QLineEdit(page);
    m_filter->setObjectName(name + QStringLiteral("FilterLineEdit"));
    m_filter->setAccessibleName(tr("Narrow the list down"));
    m_filter->setPlaceholderText(tr("Type to narrow down"));
    m_filter->installEventFilter(this);
    m_list = new QListView(page);
    m_list->setObjectName(name + QStringLiteral("ListView"));
    m_list->setAccessibleName(allText);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedWidth(260);
    m_matches->setSourceModel(m_rows);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_matches->setFilterRole(textRole);
    m_list->setModel(m_matches);
    connect(m_filter, &QLineEdit::textChanged, this, &FacetMenu::narrow);
    connect(m_list, &QListView::clicked, this, &FacetMenu::pick);

    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::hair, spacing::hair, spacing::hair, spacing::hair);
    column->setSpacing(spacing::hair);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(page);
    addAction(action);
    setFacets({});
}

void FacetMenu::setFacets(const QList<catalog::ActionFacet> &facets)
{
    m_rows->clear();
    m_rows->appendRow(item(m_allText, {}, {}));
    const QLocale locale;
    for (const catalog::ActionFacet &facet : facets) {
        const QString shown = QStringLiteral("%1  %2").arg(facet.name, locale.toString(facet.count));
        m_rows->appendRow(item(shown, facet.key, facet.name));
    }
    constexpr int mostVisible = 14;
    m_list->setFixedHeight(std::min(m_rows->rowCount(), mostVisible) * m_list->sizeHintForRow(0) + spacing::hair);
}

void FacetMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    m_filter->clear();
    narrow({});
    m_filter->setFocus(Qt::PopupFocusReason);
}

void FacetMenu::narrow(const QString &text)
{
    m_matches->setFilterFixedString(text);
    m_list->setCurrentIndex(m_matches->index(0, 0));
}

void FacetMenu::pick(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const QString key = row.data(keyRole).toString();
    const QString text = row.data(textRole).toString();
    close();
    Q_EMIT picked(key, text);
}

bool FacetMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QMenu::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        pick(m_list->currentIndex());
        return true;
    }
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QMenu::eventFilter(watched, event);
    const QModelIndex next = m_matches->index(m_list->currentIndex().row() + step, 0);
    if (next.isValid())
        m_list->setCurrentIndex(next);
    return true;
}

} // namespace actionscope::ui
