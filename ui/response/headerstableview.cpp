// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/headerstableview.h"

#include "app/models/headermodel.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

namespace actionscope::ui {

using models::HeaderModel;

HeadersTableView::HeadersTableView(Clipboard &clipboard, QWidget *parent)
    : QTableView(parent)
    , m_clipboard(clipboard)
    , m_headers(new HeaderModel(this))
{
    setFrameShape(NoFrame);
    setModel(m_headers);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setFont(ThemeService::monospaceFont());
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(QFontMetrics(ThemeService::monospaceFont()).height() + spacing::medium);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void HeadersTableView::setHeaders(const api::HeaderList &headers)
{
    m_headers->setHeaders(headers);
    fitColumns();
}

void HeadersTableView::fitColumns()
{
    const int wanted = sizeHintForColumn(HeaderModel::NameColumn) + spacing::medium;
    setColumnWidth(HeaderModel::NameColumn, std::clamp(wanted, 120, std::max(120, viewport()->width() / 2)));
}

void HeadersTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void HeadersTableView::copyRows()
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(row.data().toString() + QStringLiteral(": ") + row.siblingAtColumn(HeaderModel::ValueColumn).data().toString());
    if (!lines.isEmpty())
        m_clipboard.setText(lines.join(QLatin1Char('\n')));
}

bool HeadersTableView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void HeadersTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyRows();
    else
        QTableView::keyPressEvent(event);
}

void HeadersTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy Header"), this, &HeadersTableView::copyRows)->setShortcut(QKeySequence::Copy);
    const QString value = index.siblingAtColumn(HeaderModel::ValueColumn).data().toString();
    menu->addAction(tr("Copy Value"), this, [this, value] { m_clipboard.setText(value); });
    menu->popup(event->globalPos());
}

} // namespace actionscope::ui
