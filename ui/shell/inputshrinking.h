// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/inputminimization.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>

namespace actionscope::ui {

class RequestPage;
class SmallestInputDialog;

// Joins the search for the smallest failing input to the form: asks first, says what it takes, and puts what was found
// into the input as one step that can be undone.
class InputShrinking final : public QObject
{
    Q_OBJECT

public:
    // `window` is its parent.
    InputShrinking(const MainWindowParts &parts, RequestPage *request, QWidget *window);

    // For the draft as it is now.
    void open();

private:
    void begin(int most);
    void beginAt(const executor::Destination &destination, int most);
    void apply(const QByteArray &input);
    [[nodiscard]] QString consequence() const;

    MainWindowParts m_parts;
    RequestPage *m_request;
    QWidget *m_window;
    QPointer<SmallestInputDialog> m_dialog;
    QPointer<workspace::InputMinimization> m_search;
    storage::Draft m_draft; // that is searched
    storage::Environment m_environment; // that was agreed to
};

} // namespace actionscope::ui
