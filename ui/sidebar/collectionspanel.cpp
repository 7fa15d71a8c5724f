// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/collectionspanel.h"

#include "ui/delegates/collectiondelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

using models::CollectionTreeModel;
using Kind = CollectionTreeModel::Kind;

CollectionsPanel::CollectionsPanel(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new CollectionTreeModel(this))
    , m_matches(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_add(new QToolButton(this))
    , m_tree(new QTreeView)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("collectionsPanel"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    buildBar();
    buildTree();
    buildEmptyState();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(spacing::small, spacing::small, spacing::small, 0);
    bar->setSpacing(spacing::hair);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_filter);
    showMatches();
}

void CollectionsPanel::buildBar()
{
    m_filter->setObjectName(QStringLiteral("collectionsFilterLineEdit"));
    m_filter->setAccessibleName(tr("Find a saved request"));
    m_filter->setPlaceholderText(tr("Find by name, action or tag"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->addAction(
        themedIcon(m_theme, QStringLiteral("search"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_matches->setFilterFixedString(text);
        if (!text.isEmpty())
            m_tree->expandAll();
        showMatches();
    });
    m_add->setObjectName(QStringLiteral("collectionsAddToolButton"));
    m_add->setAccessibleName(tr("New or open"));
    m_add->setToolTip(m_add->accessibleName());
    m_add->setIcon(themedIcon(m_theme, QStringLiteral("plus")));
    m_add->setIconSize({16, 16});
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_add);
    QAction *request = menu->addAction(
        tr("New Request"), this, [this] { Q_EMIT newRequestRequested(currentFolder()); });
    QAction *folder
        = menu->addAction(tr("New Folder"), this, [this] { Q_EMIT newFolderRequested(currentFolder()); });
    menu->addSeparator();
    menu->addAction(tr("Open a Folder…"), this, &CollectionsPanel::openFolderRequested);
    menu->addAction(tr("New Collection…"), this, &CollectionsPanel::newCollectionRequested);
    connect(menu, &QMenu::aboutToShow, this, [this, request, folder] {
        const bool hasPlace = !currentFolder().isEmpty();
        request->setEnabled(hasPlace);
        folder->setEnabled(hasPlace);
    });
    m_add->setMenu(menu);
}

void CollectionsPanel::buildTree()
{
    m_matches->setSourceModel(m_model);
    m_matches->setFilterRole(CollectionTreeModel::SearchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_matches->setRecursiveFilteringEnabled(true);
    m_matches->setAutoAcceptChildRows(true); // a folder that fits brings what is in it
    m_tree->setObjectName(QStringLiteral("collectionsTreeView"));
    m_tree->setAccessibleName(tr("Saved requests"));
    m_tree->setModel(m_matches);
    m_tree->setItemDelegate(new CollectionDelegate(m_theme, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setIndentation(spacing::large);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &CollectionsPanel::showContextMenu);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (kindOf(index) == Kind::Request)
            Q_EMIT requestOpened(index.data(CollectionTreeModel::PathRole).toString());
    });
    connect(m_model, &CollectionTreeModel::renameRequested, this, &CollectionsPanel::renameRequested);
    connect(m_model, &CollectionTreeModel::moveRequested, this, &CollectionsPanel::tellMove, Qt::QueuedConnection);
    m_pages->addWidget(m_tree);
}

void CollectionsPanel::buildEmptyState()
{
    auto *page = new QWidget;
    auto *text = new QLabel(tr("A collection is a folder of saved requests that can be shared and put under version control: "
                               "one file a request, run from here or by a script."),
        page);
    text->setObjectName(QStringLiteral("collectionsEmptyLabel"));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setLook(text, Look::Muted);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(text);
    const auto addButton = [&](const char *name, const QString &title, auto signal) {
        auto *button = new QPushButton(title, page);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, signal);
        column->addWidget(button, 0, Qt::AlignHCenter);
    };
    addButton("openFolderPushButton", tr("Open a Folder…"), &CollectionsPanel::openFolderRequested);
    addButton("newCollectionPushButton", tr("New Collection…"), &CollectionsPanel::newCollectionRequested);
    column->addStretch(1);
    m_pages->addWidget(page);

    m_noMatch = new QLabel;
    m_noMatch->setObjectName(QStringLiteral("collectionsNoMatchLabel"));
    m_noMatch->setWordWrap(true);
    m_noMatch->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_noMatch->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_noMatch, Look::Muted);
    m_pages->addWidget(m_noMatch);
}

void CollectionsPanel::setCollections(const QList<workspace::OpenCollection> &collections)
{
    const int before = m_model->rowCount();
    m_model->setCollections(collections);
    for (int row = before; row < m_model->rowCount(); ++row) {
        const QModelIndex opened = m_matches->mapFromSource(m_model->index(row, 0));
        m_tree->expand(opened);
        if (before > 0 || m_model->rowCount() == 1)
            m_tree->setCurrentIndex(opened);
    }
    showMatches();
    editPending();
}

void CollectionsPanel::showMatches()
{
    const bool hasCollections = m_model->rowCount() > 0;
    const bool hasMatches = m_matches->rowCount() > 0;
    m_noMatch->setText(tr("No saved request matches “%1”.").arg(m_filter->text()));
    m_pages->setCurrentIndex(hasMatches ? 0 : hasCollections ? 2 : 1);
    m_filter->setEnabled(hasCollections);
}

void CollectionsPanel::reveal(const QString &path)
{
    const QModelIndex index = m_matches->mapFromSource(m_model->indexOf(path));
    if (!index.isValid()) {
        if (kindOf(m_tree->currentIndex()) == Kind::Request)
            m_tree->selectionModel()->clear();
        return;
    }
    if (index == m_tree->currentIndex())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void CollectionsPanel::editNameOf(const QString &path)
{
    m_pendingName = path;
    editPending();
}

void CollectionsPanel::editPending()
{
    const QModelIndex index = m_matches->mapFromSource(m_model->indexOf(m_pendingName));
    if (m_pendingName.isEmpty() || !index.isValid())
        return;
    m_pendingName.clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_tree->edit(index);
}

void CollectionsPanel::focusFilter()
{
    if (m_filter->isEnabled())
        m_filter->setFocus(Qt::ShortcutFocusReason);
    else
        m_pages->currentWidget()->findChild<QPushButton *>()->setFocus(Qt::ShortcutFocusReason);
}

QString CollectionsPanel::currentFolder() const
{
    QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        index = m_matches->index(0, 0);
    while (index.isValid() && kindOf(index) != Kind::Folder && kindOf(index) != Kind::Collection)
        index = index.parent();
    return index.data(CollectionTreeModel::PathRole).toString();
}

QStringList CollectionsPanel::selectedPaths() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &left, const QModelIndex &right) {
        return m_tree->visualRect(left).top() < m_tree->visualRect(right).top();
    });
    QStringList paths;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (kindOf(row) != Kind::Trouble)
            paths.append(row.data(CollectionTreeModel::PathRole).toString());
    }
    return paths;
}

Kind CollectionsPanel::kindOf(const QModelIndex &index) const
{
    return index.isValid() ? Kind(index.data(CollectionTreeModel::KindRole).toInt()) : Kind::Trouble;
}

bool CollectionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter)
        return leaveFilter(key);
    return watched == m_tree && takeTreeKey(key);
}

// Down goes on into the tree, Escape shows everything again.
bool CollectionsPanel::leaveFilter(int key)
{
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key != Qt::Key_Down || m_matches->rowCount() == 0)
        return false;
    m_tree->setFocus(Qt::TabFocusReason);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_matches->index(0, 0));
    return true;
}

bool CollectionsPanel::takeTreeKey(int key)
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (kindOf(index) == Kind::Request)
            Q_EMIT requestOpened(index.data(CollectionTreeModel::PathRole).toString());
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
        return true;
    }
    if (key == Qt::Key_Delete && (kindOf(index) == Kind::Request || kindOf(index) == Kind::Folder)) {
        trash(index);
        return true;
    }
    return false;
}

void CollectionsPanel::trash(const QModelIndex &index)
{
    Q_EMIT trashRequested(index.data(CollectionTreeModel::PathRole).toString(), index.data().toString());
}

void CollectionsPanel::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("collectionsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, m_tree->indexAt(position));
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void CollectionsPanel::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const Kind kind = kindOf(index);
    const QString path = index.data(CollectionTreeModel::PathRole).toString();
    if (const QStringList chosen = selectedPaths(); chosen.size() > 1 && chosen.contains(path)) {
        menu->addAction(tr("Run the Selected Requests…"), this, [this, chosen] { Q_EMIT runRequested(chosen); });
        return;
    }
    if (kind != Kind::Trouble) {
        const QString words = kind == Kind::Request ? tr("Run Request…")
            : kind == Kind::Folder                  ? tr("Run Folder…")
                                                    : tr("Run Collection…");
        menu->addAction(words, this, [this, path] { Q_EMIT runRequested({path}); });
        menu->addAction(tr("Check"), this, [this, path] { Q_EMIT checkRequested(path); });
        menu->addSeparator();
    }
    if (kind == Kind::Request) {
        menu->addAction(tr("Open"), this, [this, path] { Q_EMIT requestOpened(path); })
            ->setShortcut(QKeySequence(Qt::Key_Return));
        menu->addAction(tr("Duplicate"), this, [this, path] { Q_EMIT duplicateRequested(path); });
    } else if (kind != Kind::Trouble) {
        menu->addAction(tr("New Request"), this, [this, path] { Q_EMIT newRequestRequested(path); });
        menu->addAction(tr("New Folder"), this, [this, path] { Q_EMIT newFolderRequested(path); });
    }
    if (kind == Kind::Request || kind == Kind::Folder) {
        menu->addAction(tr("Rename"), m_tree, [this, index = QPersistentModelIndex(index)] {
                m_tree->edit(index);
            })->setShortcut(QKeySequence(Qt::Key_F2));
        menu->addAction(tr("Move to Trash"), this, [this, index = QPersistentModelIndex(index)] { trash(index); })
            ->setShortcut(QKeySequence(Qt::Key_Delete));
    }
    if (kind == Kind::Collection) {
        menu->addSeparator();
        menu->addAction(tr("Variables and Environments…"), this, [this, path] { Q_EMIT variablesRequested(path); });
        menu->addAction(tr("Close Collection"), this, [this, path] { Q_EMIT closeRequested(path); });
    }
    if (index.isValid()) {
        menu->addSeparator();
        menu->addAction(tr("Copy Path"), this, [this, path] { Q_EMIT copyPathRequested(path); });
        return;
    }
    menu->addAction(tr("Open a Folder…"), this, &CollectionsPanel::openFolderRequested);
    menu->addAction(tr("New Collection…"), this, &CollectionsPanel::newCollectionRequested);
}

void CollectionsPanel::tellMove(const QString &path, const QString &folder, const QString &before)
{
    const QStringList order = before.isEmpty() ? QStringList() : m_model->orderWith(m_model->indexOf(folder), path, before);
    Q_EMIT moveRequested(path, folder, order);
}

} // namespace actionscope::ui
