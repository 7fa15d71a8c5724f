// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <functional>

class QSplitter;

namespace actionscope::ui {

// What the window is laid out from.
struct WindowAreas
{
    QWidget *top = nullptr;
    QWidget *strip = nullptr;
    QWidget *sidebar = nullptr;
    QWidget *request = nullptr;
    QWidget *response = nullptr;
    QWidget *bottom = nullptr;
    std::function<QWidget *(QWidget *pages)> frame = {}; // puts something around request and response
};

// The window's page: the sidebar beside request and result, which stand side by side where there is room, else one above
// the other.
class WindowLayout final : public QFrame
{
    Q_OBJECT

public:
    WindowLayout(const WindowAreas &areas, QWidget *parent);

    // The widths that a person gave the columns.
    [[nodiscard]] QByteArray state() const;
    void restoreState(const QByteArray &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QSplitter *m_columns = nullptr; // sidebar | pages
    QSplitter *m_pages = nullptr; // request | result
};

} // namespace actionscope::ui
