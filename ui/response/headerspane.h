// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/httpmessage.h"

#include <QWidget>

class QTableView;

namespace actionscope::models {
class HeaderModel;
}

namespace actionscope::ui {

class Clipboard;

// The headers of the answer; Ctrl+C copies the chosen ones as lines.
class HeadersPane final : public QWidget
{
    Q_OBJECT

public:
    explicit HeadersPane(Clipboard &clipboard, QWidget *parent = nullptr);

    void setHeaders(const api::HeaderList &headers);
    // Chooses the first header of that name, compared without case.
    void choose(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildView();
    void buildActions();
    void copyRows();
    void copyValue();
    void fitColumns();

    Clipboard &m_clipboard;
    models::HeaderModel *m_headers = nullptr;
    QTableView *m_view = nullptr;
};

} // namespace actionscope::ui
