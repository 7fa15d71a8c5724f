// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/servedrequestmodel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;

namespace actionscope::ui {

class MessageStrip;
class ThemeService;

// What clients sent to the sandbox, as it comes in. Choosing a request shows it with its answer, Enter or a double click
// makes a draft of it.
class RequestLogPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestLogPanel(const ThemeService &theme, QWidget *parent = nullptr);

    // In the order they ended.
    void append(const QList<models::ServedRequest> &requests);
    void clear();
    [[nodiscard]] bool isPaused() const;
    // Those that pass the filter, by their numbers.
    [[nodiscard]] QList<quint64> shownNumbers() const;
    // Something about the request that was chosen, over the list.
    void tell(const QString &sentence);

Q_SIGNALS:
    void seen(); // it came on screen, or goes on after a pause: what happened meanwhile is missing
    void requestShown(quint64 number);
    void requestOpened(quint64 number);
    void curlRequested(quint64 number);
    void clearRequested();
    void saveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildFilter();
    void buildTools();
    void buildList();
    void buildEmptyState();
    void buildChoice();
    QToolButton *addTool(const QString &objectName, const QString &icon, const QString &text);
    void showMatches();
    void showPause();
    void showContextMenu(const QPoint &position);
    [[nodiscard]] quint64 currentNumber() const; // 0 for none

    const ThemeService &m_theme;
    models::ServedRequestModel *m_model = nullptr;
    QSortFilterProxyModel *m_matches = nullptr;
    QLineEdit *m_filter = nullptr;
    QHBoxLayout *m_tools = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_clear = nullptr;
    MessageStrip *m_strip = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_emptyText = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_choice = nullptr;
};

} // namespace actionscope::ui
