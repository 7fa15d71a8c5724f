// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/servedrequestmodel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QListView;
class QModelIndex;
class QToolButton;

namespace actionscope::ui {

class FilteredList;
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
    void showEvent(QShowEvent *event) override;

private:
    void buildTools();
    void connectList();
    void buildChoice();
    QToolButton *addTool(const QString &objectName, const QString &icon, const QString &text);
    void showMatches();
    void showPause();
    void showContextMenu(const QModelIndex &index, const QPoint &globalPosition);
    [[nodiscard]] quint64 currentNumber() const; // 0 for none

    const ThemeService &m_theme;
    models::ServedRequestModel *m_model = nullptr;
    FilteredList *m_rows = nullptr;
    QListView *m_list = nullptr; // its view
    QHBoxLayout *m_tools = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_clear = nullptr;
    MessageStrip *m_strip = nullptr;
    QWidget *m_choice = nullptr;
};

} // namespace actionscope::ui
