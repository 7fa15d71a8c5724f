// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/headerspane.h"

#include "app/models/headermodel.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

using models::HeaderModel;

HeadersPane::HeadersPane(Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_headers(new HeaderModel(this))
    , m_view(new QTableView(this))
{
    buildView();
    buildActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
}

void HeadersPane::buildView()
{
    m_view->setObjectName(QStringLiteral("headersTableView"));
    m_view->setAccessibleName(tr("Headers of the answer"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_headers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setFont(ThemeService::monospaceFont());
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(
        QFontMetrics(ThemeService::monospaceFont()).height() + spacing::medium);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void HeadersPane::buildActions()
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *rows = new QAction(tr("Copy Header"), m_view);
    rows->setShortcut(QKeySequence::Copy);
    rows->setShortcutContext(Qt::WidgetShortcut);
    connect(rows, &QAction::triggered, this, &HeadersPane::copyRows);
    auto *value = new QAction(tr("Copy Value"), m_view);
    connect(value, &QAction::triggered, this, &HeadersPane::copyValue);
    m_view->addActions({rows, value});
}

void HeadersPane::setHeaders(const api::HeaderList &headers)
{
    m_headers->setHeaders(headers);
    fitColumns();
}

void HeadersPane::fitColumns()
{
    m_view->resizeColumnToContents(HeaderModel::NameColumn);
    const int wanted = m_view->columnWidth(HeaderModel::NameColumn) + spacing::medium;
    const int most = std::max(120, m_view->viewport()->width() / 2);
    m_view->setColumnWidth(HeaderModel::NameColumn, std::clamp(wanted, 120, most));
}

void HeadersPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void HeadersPane::copyRows()
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        const QString value = row.siblingAtColumn(HeaderModel::ValueColumn).data().toString();
        lines.append(row.data().toString() + QStringLiteral(": ") + value);
    }
    if (!lines.isEmpty())
        m_clipboard.setText(lines.join(QLatin1Char('\n')));
}

void HeadersPane::copyValue()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_clipboard.setText(current.siblingAtColumn(HeaderModel::ValueColumn).data().toString());
}

void HeadersPane::choose(const QString &name)
{
    for (int row = 0; row < m_headers->rowCount(); ++row) {
        const QModelIndex index = m_headers->index(row, models::HeaderModel::NameColumn);
        if (index.data().toString().compare(name, Qt::CaseInsensitive) != 0)
            continue;
        m_view->selectRow(row);
        m_view->scrollTo(index);
        return;
    }
}

} // namespace actionscope::ui
