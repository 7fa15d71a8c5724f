// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/tableview.h"

#include "app/models/jsontablemodel.h"
#include "ui/delegates/jsontabledelegate.h"
#include "ui/services/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace actionscope::ui {

using models::JsonTableModel;

namespace {

constexpr int narrowest = 64;
constexpr int widest = 320; // a column takes no more by itself
constexpr int columnsFitted = 60; // further ones keep the common width
constexpr int hiddenListed = 40;

} // namespace

TableView::TableView(const ThemeService &theme, JsonTableModel *table, QWidget *parent)
    : QTableView(parent)
    , m_table(table)
{
    setModel(table);
    setItemDelegate(new JsonTableDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setShowGrid(true);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    buildHeaders();
    connect(this, &QTableView::doubleClicked, this, &TableView::valueActivated);
    connect(&theme, &ThemeService::themeChanged, viewport(), qOverload<>(&QWidget::update));
    connect(table, &QAbstractItemModel::columnsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int column = first; column <= last; ++column)
            fitColumn(column);
    });
    connect(table, &JsonTableModel::orderChanged, this,
        [this] { horizontalHeader()->setSortIndicator(m_table->sortedColumn(), m_table->sortOrder()); });
    connect(table, &JsonTableModel::columnsChanged, this,
        [this] { horizontalHeader()->setSortIndicator(m_table->sortedColumn(), m_table->sortOrder()); });
}

void TableView::buildHeaders()
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(ThemeService::monospaceFont()).height() + spacing::small);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setResizeContentsPrecision(0); // widths fit the rows in sight, not a thousand of them
    header->setMinimumSectionSize(narrowest / 2);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &TableView::cycleOrder);
    connect(header, &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && width > 0 && column < m_table->columns().size())
            m_widths.insert(m_table->columns()[column].title(), width);
    });
}

// Up, down, as it came.
void TableView::cycleOrder(int column)
{
    // The header has turned its arrow already; the table is what decides.
    horizontalHeader()->setSortIndicator(m_table->sortedColumn(), m_table->sortOrder());
    if (m_table->sortedColumn() != column)
        m_table->sort(column, Qt::AscendingOrder);
    else if (m_table->sortOrder() == Qt::AscendingOrder)
        m_table->sort(column, Qt::DescendingOrder);
    else
        m_table->sort(-1);
}

// Unseen, a view would measure every row there is.
void TableView::fitColumns()
{
    m_wantsFitting = !isVisible();
    for (int column = 0; column < m_table->columnCount(); ++column) {
        setColumnHidden(column, false);
        if (!m_wantsFitting)
            fitColumn(column);
    }
}

void TableView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (m_wantsFitting)
        fitColumns();
}

void TableView::fitColumn(int column)
{
    const auto known = m_widths.constFind(m_table->columns()[column].title());
    m_fitting = true;
    if (known != m_widths.cend())
        setColumnWidth(column, *known);
    else if (column < columnsFitted)
        setColumnWidth(
            column, std::clamp(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)), narrowest, widest));
    m_fitting = false;
}

QList<int> TableView::shownColumns() const
{
    QList<int> columns;
    const QHeaderView *header = horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

TableView::Chosen TableView::chosen() const
{
    Chosen found;
    const QItemSelection ranges = selectionModel()->selection();
    if (ranges.isEmpty())
        return found;
    found.firstRow = ranges.first().top();
    for (const QItemSelectionRange &range : ranges) {
        found.firstRow = std::min(found.firstRow, range.top());
        found.lastRow = std::max(found.lastRow, range.bottom());
    }
    const QList<int> columns = shownColumns();
    for (const int column : columns) {
        const bool isChosen = std::any_of(ranges.begin(), ranges.end(),
            [&](const QItemSelectionRange &range) { return range.left() <= column && column <= range.right(); });
        if (isChosen)
            found.columns.append(column);
    }
    return found;
}

void TableView::hideCurrentColumn()
{
    if (currentIndex().isValid() && shownColumns().size() > 1)
        hideColumn(currentIndex().column());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) == false && currentIndex().isValid()) {
        Q_EMIT valueActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::showHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableHeaderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnActions(menu, horizontalHeader()->logicalIndexAt(at));
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void TableView::addColumnActions(QMenu *menu, int column)
{
    const auto add = [&](const char *name, const QString &text, bool isPossible, auto slot) {
        QAction *action = menu->addAction(text, this, slot);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(isPossible);
    };
    const bool isColumn = column >= 0;
    add("sortUpAction", tr("Sort Ascending"), isColumn, [this, column] { m_table->sort(column, Qt::AscendingOrder); });
    add("sortDownAction", tr("Sort Descending"), isColumn, [this, column] { m_table->sort(column, Qt::DescendingOrder); });
    add("sortNotAction", tr("Original Order"), m_table->sortedColumn() >= 0, [this] { m_table->sort(-1); });
    menu->addSeparator();
    add("expandColumnAction", tr("Expand into Columns"), m_table->canExpand(column),
        [this, column] { m_table->expand(column); });
    add("collapseColumnAction", tr("Collapse Columns"), m_table->canCollapse(column),
        [this, column] { m_table->collapse(column); });
    menu->addSeparator();
    add("hideColumnAction", tr("Hide Column"), isColumn && shownColumns().size() > 1,
        [this, column] { hideColumn(column); });
    addHiddenColumns(menu);
}

void TableView::addHiddenColumns(QMenu *menu)
{
    QList<int> hidden;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        if (isColumnHidden(column))
            hidden.append(column);
    }
    QMenu *list = menu->addMenu(tr("Show Column"));
    list->setEnabled(!hidden.isEmpty());
    for (const int column : hidden.first(std::min<qsizetype>(hidden.size(), hiddenListed)))
        list->addAction(m_table->columns()[column].title(), this, [this, column] { showColumn(column); });
    QAction *all = menu->addAction(tr("Show All Columns"), this, [this, hidden] {
        for (const int column : hidden)
            showColumn(column);
    });
    all->setObjectName(QStringLiteral("showAllColumnsAction"));
    all->setEnabled(!hidden.isEmpty());
}

} // namespace actionscope::ui
