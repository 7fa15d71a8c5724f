// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/structuraldiff.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace actionscope::models {
class ChangeListModel;
}

namespace actionscope::ui {

class Clipboard;
class TextView;
class ThemeService;

// An answer beside an older one: the list of differences, and both texts at the difference chosen. F8 goes to
// the next, Shift+F8 to the one before.
class ComparePane final : public QWidget
{
    Q_OBJECT

public:
    ComparePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);
    ~ComparePane() override;

    // What the shown answer is compared with from now on; `title` says what it is.
    void setBefore(const QByteArray &body, const QString &title);
    void setShown(const json::Document &document);
    [[nodiscard]] bool isBefore(const QByteArray &body, const QString &title) const
    {
        return title == m_title && body.isSharedWith(m_before);
    }
    [[nodiscard]] bool hasBefore() const { return !m_title.isEmpty(); }

private:
    void buildTools();
    void buildList();
    void compare();
    void stop();
    void showDifference(const json::Difference &difference);
    void say(const QString &sentence);
    void step(int rows);
    void showChange(int row);
    [[nodiscard]] bool readIgnoredPaths(json::DiffOptions &options);

    models::ChangeListModel *m_changes = nullptr;
    QLabel *m_sentence = nullptr;
    QCheckBox *m_ignoresVolatile = nullptr;
    QLineEdit *m_ignored = nullptr;
    QPushButton *m_cancel = nullptr;
    QTableView *m_list = nullptr;
    TextView *m_left = nullptr;
    TextView *m_right = nullptr;
    QByteArray m_before;
    QString m_title;
    json::Document m_shown;
    QTimer m_typing; // until the person pauses
    std::shared_ptr<std::atomic_bool> m_isCancelled; // of the comparison that goes on
};

} // namespace actionscope::ui
