// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/collectiontreemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace actionscope::ui {

class ThemeService;

// Saved requests: the collections that are open, as trees. Enter or a double click opens one; what a person asks for is
// told, and the tree changes when the disk has.
class CollectionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CollectionsPanel(const ThemeService &theme, QWidget *parent = nullptr);

    void setCollections(const QList<workspace::OpenCollection> &collections);
    // Marks the row of what is in front; a path of no collection takes the mark away.
    void reveal(const QString &path);
    // Lets a person name what was just made, as soon as it is there.
    void editNameOf(const QString &path);
    void focusFilter();
    // The folder new things go to: the one chosen, else the first collection; empty where nothing is open.
    [[nodiscard]] QString currentFolder() const;
    // Requests, folders and collections that are chosen, from the top.
    [[nodiscard]] QStringList selectedPaths() const;

Q_SIGNALS:
    void openFolderRequested();
    void newCollectionRequested();
    void requestOpened(const QString &path);
    void newRequestRequested(const QString &folder);
    void newFolderRequested(const QString &folder);
    void renameRequested(const QString &path, const QString &name);
    void duplicateRequested(const QString &path);
    void trashRequested(const QString &path, const QString &name);
    void moveRequested(const QString &path, const QString &folder, const QStringList &order);
    void variablesRequested(const QString &folder);
    void closeRequested(const QString &folder);
    void copyPathRequested(const QString &path);
    void runRequested(const QStringList &paths);
    void checkRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBar();
    void buildTree();
    void buildEmptyState();
    void showMatches();
    void editPending();
    [[nodiscard]] bool leaveFilter(int key);
    [[nodiscard]] bool takeTreeKey(int key);
    void showContextMenu(const QPoint &position);
    void fillMenu(QMenu *menu, const QModelIndex &index);
    void tellMove(const QString &path, const QString &folder, const QString &before);
    void trash(const QModelIndex &index);
    [[nodiscard]] models::CollectionTreeModel::Kind kindOf(const QModelIndex &index) const;

    const ThemeService &m_theme;
    models::CollectionTreeModel *m_model;
    QSortFilterProxyModel *m_matches;
    QLineEdit *m_filter;
    QToolButton *m_add;
    QTreeView *m_tree;
    QLabel *m_noMatch = nullptr;
    QStackedWidget *m_pages;
    QString m_pendingName; // path of what is to be named
};

} // namespace actionscope::ui
