// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QTableView>

namespace actionscope::models {
class HeaderModel;
}

namespace actionscope::ui {

class Clipboard;

// The headers of the answer; Ctrl+C copies the chosen ones as lines.
class HeadersTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit HeadersTableView(Clipboard &clipboard, QWidget *parent = nullptr);

    void setHeaders(const api::HeaderList &headers);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copyRows();
    void fitColumns();

    Clipboard &m_clipboard;
    models::HeaderModel *m_headers = nullptr;
};

} // namespace actionscope::ui
