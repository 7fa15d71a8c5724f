// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/bodytreeview.h"

#include "app/models/jsontreemodel.h"
#include "ui/delegates/jsontreedelegate.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <deque>

namespace actionscope::ui {

using models::JsonTreeModel;

namespace {

constexpr int openedRows = 60;
constexpr int narrow = 460; // below it the type gives its place to the value

} // namespace

BodyTreeView::BodyTreeView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QTreeView(parent)
    , m_clipboard(clipboard)
    , m_tree(new JsonTreeModel(this))
{
    setFrameShape(QFrame::NoFrame);
    setModel(m_tree);
    setItemDelegate(new JsonTreeDelegate(theme, this));
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(spacing::large);
    setAllColumnsShowFocus(true);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(spacing::wide);
    header()->setSectionResizeMode(JsonTreeModel::KeyColumn, QHeaderView::Interactive);
    header()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(JsonTreeModel::TypeColumn, QHeaderView::Fixed);
    connect(this, &QTreeView::expanded, this, &BodyTreeView::fitColumns);
    connect(&theme, &ThemeService::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

void BodyTreeView::setDocument(const json::Document &document)
{
    m_tree->setDocument(document);
    expandFirstLevels();
    fitColumns();
    scrollToTop();
}

void BodyTreeView::expandFirstLevels()
{
    if (m_tree->canFetchMore({}))
        m_tree->fetchMore({});
    int room = openedRows - m_tree->rowCount();
    std::deque<QModelIndex> waiting;
    const auto wait = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_tree->rowCount(parent) && row < openedRows; ++row)
            waiting.push_back(m_tree->index(row, 0, parent));
    };
    for (wait({}); !waiting.empty() && room > 0; waiting.pop_front()) {
        const QModelIndex index = waiting.front();
        const int count = index.data(JsonTreeModel::CountRole).toInt();
        if (count == 0 || count > room)
            continue;
        room -= count;
        expand(index);
        wait(index);
    }
}

// The key column is as wide as its keys, but never takes the values' room.
void BodyTreeView::fitColumns()
{
    const int wanted = sizeHintForColumn(JsonTreeModel::KeyColumn) + spacing::medium;
    setColumnWidth(JsonTreeModel::KeyColumn, std::clamp(wanted, 80, std::max(80, viewport()->width() * 45 / 100)));
    setColumnWidth(JsonTreeModel::TypeColumn,
        QFontMetrics(ThemeService::smallFont()).horizontalAdvance(QStringLiteral("1,000,000 items")) + spacing::medium);
    setColumnHidden(JsonTreeModel::TypeColumn, viewport()->width() < narrow);
}

void BodyTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

QModelIndex BodyTreeView::currentKey() const
{
    return currentIndex().siblingAtColumn(JsonTreeModel::KeyColumn);
}

void BodyTreeView::copy(int role)
{
    const QVariant value = currentKey().data(role);
    if (value.isValid())
        m_clipboard.setText(role == JsonTreeModel::RawRole ? QString::fromUtf8(value.toByteArray()) : value.toString());
}

bool BodyTreeView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void BodyTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy(JsonTreeModel::TextRole);
    else
        QTreeView::keyPressEvent(event);
}

void BodyTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = currentKey();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, int role) {
        QAction *action = menu->addAction(text, this, [this, role] { copy(role); });
        action->setObjectName(name);
        return action;
    };
    add(QStringLiteral("copyValueAction"), tr("Copy Value"), JsonTreeModel::TextRole)->setShortcut(QKeySequence::Copy);
    add(QStringLiteral("copyJsonAction"), tr("Copy as JSON"), JsonTreeModel::RawRole);
    add(QStringLiteral("copyKeyAction"), tr("Copy Key"), JsonTreeModel::KeyRole)
        ->setEnabled(!index.data(JsonTreeModel::KeyRole).toString().isEmpty());
    menu->addSeparator();
    add(QStringLiteral("copyPathAction"), tr("Copy JSONPath"), JsonTreeModel::PathRole);
    add(QStringLiteral("copyPointerAction"), tr("Copy JSON Pointer"), JsonTreeModel::PointerRole);
    menu->popup(event->globalPos());
}

} // namespace actionscope::ui
