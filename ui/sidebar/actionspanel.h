// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace actionscope::models {
class ActionListModel;
}

namespace actionscope::ui {

class ActionFilterBar;
class Clipboard;
class MessageStrip;
class ThemeService;

// What could be sent: all actions of the catalogue, those in use first. Enter or a double click fills the form.
class ActionsPanel final : public QWidget
{
    Q_OBJECT

public:
    ActionsPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setIndex(const catalog::ActionIndex &index);
    void setUse(const QStringList &favourites, const QStringList &recents);

    // A catalogue is being read from the service; `what` is a sentence, and a total of 0 is not known yet.
    void showProgress(const QString &what, qsizetype done, qsizetype total);
    void hideProgress();
    // What could not be read the last time; empty takes it away.
    void setTroubles(const QStringList &troubles);

    // Puts the cursor into the filter.
    void focusFilter();

Q_SIGNALS:
    void actionChosen(const QString &actionId);
    void favouriteToggled(const QString &actionId, bool isFavourite);
    void refreshRequested();
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFilter();
    void buildList();
    void buildEmptyState();
    void buildProgress();
    void buildLayout();
    void search();
    void showMatches();
    [[nodiscard]] bool takeFilterKey(int key);
    [[nodiscard]] bool takeListKey(int key);
    void chooseCurrent();
    void toggleFavourite(const QModelIndex &index);
    void showContextMenu(const QPoint &position);

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    models::ActionListModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    ActionFilterBar *m_chips = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_refresh = nullptr;
    MessageStrip *m_strip = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_progressBar = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_emptyPage = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QStackedWidget *m_pages = nullptr;
    QStringList m_troubles;
    bool m_isRefreshing = false;
};

} // namespace actionscope::ui
