// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/historyentry.h"

#include <QWidget>

class QListView;
class QModelIndex;

namespace actionscope::models {
class HistoryModel;
}

namespace actionscope::ui {

class FilteredList;
class ThemeService;

// What was executed, newest first. Choosing a run shows it, Enter or a double click loads it into the form.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(const ThemeService &theme, QWidget *parent = nullptr);

    void setEntries(const QList<storage::HistorySummary> &entries);
    // A run that just ended; nothing is chosen afterwards, because the page shows this run and not an old
    // one.
    void prependEntry(const storage::HistorySummary &entry);
    void removeEntry(const QString &id);

Q_SIGNALS:
    void entryShown(const QString &id);
    void entryLoaded(const QString &id);
    void comparisonRequested(const QString &id);
    void replayRequested(const QString &id);
    // The same on terms that are still to be named.
    void seriesRequested(const QString &id);
    void entryRemovalRequested(const QString &id);

private:
    void connectList();
    void showMatches();
    void markShown();
    void forgetChoice();
    void showContextMenu(const QModelIndex &index, const QPoint &globalPosition);
    [[nodiscard]] QString currentId() const;
    void noteShown(const QString &id);

    models::HistoryModel *m_model = nullptr;
    FilteredList *m_rows = nullptr;
    QListView *m_list = nullptr; // its view
    QString m_shownId;
};

} // namespace actionscope::ui
