// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/treepane.h"

#include "app/models/jsontreemodel.h"
#include "ui/delegates/jsontreedelegate.h"
#include "ui/response/largecopy.h"
#include "ui/services/clipboard.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>

#include <deque>

namespace actionscope::ui {

using models::JsonTreeModel;

namespace {

constexpr int openedRows = 60;
constexpr int mostRows = 20'000; // that one command opens
constexpr int deepestLevel = 5;
constexpr int narrowForSize = 560;
constexpr int narrow = 460; // below it the type gives its place to the value

} // namespace

TreePane::TreePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QStackedWidget(parent)
    , m_clipboard(clipboard)
    , m_tree(new JsonTreeModel(this))
    , m_view(new QTreeView(this))
    , m_sentence(new QLabel(this))
{
    setContentsMargins(0, spacing::hair, 0, 0);
    buildView(theme);
    buildActions();
    m_sentence->setObjectName(QStringLiteral("noTreeLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setContentsMargins(spacing::medium, spacing::large, spacing::medium, spacing::medium);
    setLook(m_sentence, Look::Muted);
    addWidget(m_view);
    addWidget(m_sentence);
}

void TreePane::buildView(const ThemeService &theme)
{
    m_view->setObjectName(QStringLiteral("bodyTreeView"));
    m_view->setAccessibleName(tr("Body as a tree"));
    setFocusProxy(m_view);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_tree);
    m_view->setItemDelegate(new JsonTreeDelegate(theme, m_view));
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setIndentation(spacing::large);
    m_view->setAllColumnsShowFocus(true);
    m_view->setHeaderHidden(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setMinimumSectionSize(spacing::wide);
    m_view->header()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(JsonTreeModel::TypeColumn, QHeaderView::Fixed);
    m_view->header()->setSectionResizeMode(JsonTreeModel::SizeColumn, QHeaderView::Fixed);
    connect(m_view, &QTreeView::expanded, this, &TreePane::fitColumns);
    connect(&theme, &ThemeService::themeChanged, m_view->viewport(), qOverload<>(&QWidget::update));
}

// The view's actions begin its context menu too.
void TreePane::buildActions()
{
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TreePane::showMenu);
    QAction *value
        = addCopyAction(QStringLiteral("copyValueAction"), tr("Copy Value"), JsonTreeModel::TextRole);
    value->setShortcut(QKeySequence::Copy);
    value->setShortcutContext(Qt::WidgetShortcut);
    addCopyAction(QStringLiteral("copyJsonAction"), tr("Copy as JSON"), JsonTreeModel::RawRole);
    QAction *key = addCopyAction(QStringLiteral("copyKeyAction"), tr("Copy Key"), JsonTreeModel::KeyRole);
    addCopyAction(QStringLiteral("copyPathAction"), tr("Copy JSONPath"), JsonTreeModel::PathRole);
    addCopyAction(QStringLiteral("copyPointerAction"), tr("Copy JSON Pointer"), JsonTreeModel::PointerRole);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, key,
        [this, key] { key->setEnabled(!currentKey().data(JsonTreeModel::KeyRole).toString().isEmpty()); });
}

void TreePane::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("treeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_view->actions());
    addOpening(menu);
    if (currentKey().isValid())
        Q_EMIT menuAboutToShow(menu, m_tree->value(currentKey()));
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void TreePane::addOpening(QMenu *menu)
{
    menu->addSeparator();
    if (currentKey().isValid()) {
        menu->addAction(tr("Show Whole in the Text"), this,
                [this, value = m_tree->value(currentKey())] { Q_EMIT textRequested(value); })
            ->setObjectName(QStringLiteral("showInTextAction"));
    }
    QMenu *levels = menu->addMenu(tr("Open to Level"));
    for (int level = 1; level <= deepestLevel; ++level) {
        levels->addAction(locale().toString(level), this, [this, level] { openToLevel(level); })
            ->setObjectName(QStringLiteral("openToLevel%1Action").arg(level));
    }
    levels->addAction(tr("Close All"), m_view, &QTreeView::collapseAll);
}

// Level by level, so that what there is no room for is what lies deepest. A view that is about to be laid out
// anyway only notes what is to be open; else it would lay itself out for each row.
void TreePane::openToLevel(int level)
{
    m_view->collapseAll();
    m_view->setRootIndex({}); // asks for a layout, later
    const QSignalBlocker blocker(m_view);
    int room = mostRows;
    std::vector<QModelIndex> parents {QModelIndex()};
    for (int depth = 1; depth < level && room > 0; ++depth) {
        std::vector<QModelIndex> opened;
        for (const QModelIndex &parent : parents) {
            for (int row = 0; row < m_tree->rowCount(parent) && room > 0; ++row) {
                const QModelIndex index = m_tree->index(row, 0, parent);
                if (!m_tree->hasChildren(index))
                    continue;
                if (m_tree->rowCount(index) == 0)
                    m_tree->fetchMore(index);
                m_view->expand(index);
                room -= m_tree->rowCount(index);
                opened.push_back(index);
            }
        }
        parents = std::move(opened);
    }
    fitColumns();
}

QAction *TreePane::addCopyAction(const QString &name, const QString &text, int role)
{
    auto *action = new QAction(text, m_view);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, role] { copy(role); });
    m_view->addAction(action);
    return action;
}

void TreePane::setDocument(const json::Document &document, Keep keep)
{
    const qsizetype current
        = keep == Keep::Place ? currentKey().data(JsonTreeModel::BeginRole).value<qsizetype>() : 0;
    m_tree->setDocument(document);
    expandFirstLevels();
    fitColumns();
    m_view->scrollToTop();
    if (current > 0)
        reveal(document.valueAt(current));
    m_sentence->setText(document.bytes().isEmpty()
            ? tr("No body arrived.")
            : tr("The body is not JSON. The Text tab shows it as it came."));
    setCurrentIndex(document.isEmpty() ? 1 : 0);
}

void TreePane::showBusy()
{
    m_tree->setDocument({});
    m_sentence->setText(tr("Reading the body…"));
    setCurrentIndex(1);
}

void TreePane::reveal(const json::Value &value)
{
    const QModelIndex index = m_tree->indexOf(value);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TreePane::expandFirstLevels()
{
    if (m_tree->canFetchMore({}))
        m_tree->fetchMore({});
    const QModelIndex first = m_tree->index(0, 0);
    if (first.data(JsonTreeModel::IsGroupRole).toBool())
        m_view->expand(first);
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
        m_view->expand(index);
        wait(index);
    }
}

// The key column is as wide as its keys, but never takes the values' room.
void TreePane::fitColumns()
{
    const int width = m_view->viewport()->width();
    m_view->resizeColumnToContents(JsonTreeModel::KeyColumn);
    const int wanted = m_view->columnWidth(JsonTreeModel::KeyColumn) + spacing::medium;
    m_view->setColumnWidth(JsonTreeModel::KeyColumn, std::clamp(wanted, 80, std::max(80, width * 45 / 100)));
    const QFontMetrics metrics(ThemeService::smallFont());
    m_view->setColumnWidth(JsonTreeModel::TypeColumn,
        metrics.horizontalAdvance(QStringLiteral("1,000,000 items")) + spacing::medium);
    m_view->setColumnHidden(JsonTreeModel::TypeColumn, width < narrow);
    m_view->setColumnWidth(JsonTreeModel::SizeColumn,
        metrics.horizontalAdvance(QStringLiteral("1,000 bytes")) + spacing::medium);
    m_view->setColumnHidden(JsonTreeModel::SizeColumn, width < narrowForSize);
}

void TreePane::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fitColumns();
}

QModelIndex TreePane::currentKey() const
{
    return m_view->currentIndex().siblingAtColumn(JsonTreeModel::KeyColumn);
}

void TreePane::copy(int role)
{
    const QModelIndex index = currentKey();
    const bool isBytes = role == JsonTreeModel::RawRole || role == JsonTreeModel::TextRole;
    if (!index.isValid())
        return;
    if (!isBytes)
        return m_clipboard.setText(index.data(role).toString());
    if (index.data(JsonTreeModel::IsGroupRole).toBool()) {
        const QByteArray bytes = index.data(JsonTreeModel::RawRole).toByteArray();
        return copyText(m_clipboard, this, bytes.size(), [bytes] { return QString::fromUtf8(bytes); });
    }
    const json::Value value = m_tree->value(index);
    const bool isDecoded = role == JsonTreeModel::TextRole && value.isString();
    // The document goes along, so that the value lives until it is copied.
    copyText(m_clipboard, this, value.raw().size(), [document = m_tree->document(), value, isDecoded] {
        return isDecoded ? value.toString() : QString::fromUtf8(value.raw());
    });
}

} // namespace actionscope::ui
