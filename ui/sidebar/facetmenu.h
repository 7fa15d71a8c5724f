// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QMenu>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace actionscope::ui {

// One of many to choose from, with a field that narrows them down: a plain menu of 300 apps could not be used.
class FacetMenu final : public QMenu
{
    Q_OBJECT

public:
    // `name` begins the objectNames of its parts; `allText` is the first row, which stands for no choice.
    FacetMenu(const QString &name, const QString &allText, QWidget *parent = nullptr);

    void setFacets(const QList<catalog::ActionFacet> &facets);

Q_SIGNALS:
    // The key is empty for all.
    void picked(const QString &key, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void narrow(const QString &text);
    void pick(const QModelIndex &row);

    QString m_allText;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_rows = nullptr;
    QSortFilterProxyModel *m_matches = nullptr;
};

} // namespace actionscope::ui
