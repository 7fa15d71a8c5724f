// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/pathresultmodel.h"

#include <QFrame>
#include <QTimer>

#include <atomic>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QTableView;

namespace actionscope::ui {

class Clipboard;
class ThemeService;

// A field that takes a JSONPath, and the list of what it leads to. Down goes into the list, Escape clears.
class PathFilter final : public QFrame
{
    Q_OBJECT

public:
    // Both services must live as long as the filter.
    PathFilter(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);
    ~PathFilter() override;

    // The path stays and is followed anew. When there is room for the field is its owner's to say.
    void setDocument(const json::Document &document);

Q_SIGNALS:
    void valueChosen(const actionscope::json::Value &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Nodes = std::shared_ptr<const models::PathResultModel::Nodes>;
    using Results = models::PathResultModel::Results;

    void buildList();
    void follow();
    void stop();
    void showResults(const Nodes &nodes);
    void clear();
    void say(const QString &sentence);
    void sayFault(const json::ParseError &fault);
    void underline(qsizetype offset);
    void choose(int row);
    void showMenu(const QPoint &at);
    void copyAll(const std::function<QString(const Results &)> &write);

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    models::PathResultModel *m_results = nullptr;
    QTableView *m_list = nullptr;
    QLineEdit *m_path = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_fault = nullptr; // in a row of its own, as it is a sentence
    json::Document m_document;
    QTimer m_typing; // until the person pauses
    std::shared_ptr<std::atomic_bool> m_isCancelled; // of the walk that goes on
};

} // namespace actionscope::ui
