// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/tablewriter.h"
#include "app/models/jsontables.h"

#include <QMenu>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QStackedWidget;
class QToolButton;

namespace actionscope::models {
class JsonTableModel;
}

namespace actionscope::ui {

class Clipboard;
class FileDialog;
class MessageStrip;
class TableView;
class ThemeService;

// An array of objects of the body as a table, or a sentence that says why there is none. The body is searched for
// such arrays when the pane is seen for the first time.
class TablePane final : public QWidget
{
    Q_OBJECT

public:
    TablePane(const ThemeService &theme, Clipboard &clipboard, FileDialog &files, QWidget *parent = nullptr);
    ~TablePane() override;

    void setDocument(const json::Document &document);

Q_SIGNALS:
    void revealRequested(const actionscope::json::Value &value);
    // The menu of a cell is about to be shown; others may add to it.
    void menuAboutToShow(QMenu *menu, const actionscope::json::Value &value);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar(const ThemeService &theme);
    void buildView();
    void findTables();
    void showTables(const QList<models::FoundTable> &tables);
    void chooseTable(int place);
    void showSentence(const QString &text);
    void showNotes();
    void showBusy();
    void showCellMenu(const QPoint &at);
    void reveal(const QModelIndex &index);
    void copyChosen(exchange::TableFormat format);
    void exportTable();
    // Writes on another thread; the newest one wins.
    template <typename Work, typename Done> void startWriting(qsizetype total, Work work, Done done);
    void cancelWork();
    [[nodiscard]] exchange::TableSource sourceOf(const QList<int> &columns) const;

    Clipboard &m_clipboard;
    FileDialog &m_files;
    models::JsonTableModel *m_table = nullptr;
    MessageStrip *m_strip = nullptr;
    QWidget *m_bar = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_notes = nullptr;
    QToolButton *m_export = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QStackedWidget *m_pages = nullptr;
    TableView *m_view = nullptr;
    QLabel *m_sentence = nullptr;
    QTimer m_busyTimer;
    json::Document m_document;
    QList<models::FoundTable> m_tables;
    std::shared_ptr<json::ParseWatch> m_search;
    std::shared_ptr<json::ParseWatch> m_writing;
    qsizetype m_toWrite = 0;
    bool m_isSearched = false;
};

} // namespace actionscope::ui
