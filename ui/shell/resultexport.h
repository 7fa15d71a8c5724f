// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"

#include <QObject>

namespace actionscope::ui {

class Clipboard;
class FileDialog;

// Takes the run that is shown out of the window: as a cURL line, or its body into a file.
class ResultExport final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; `window` is its parent.
    ResultExport(Clipboard *clipboard, FileDialog *fileDialog, QWidget *window);

    // `body` are the bytes as they came; the record is without its bytes' secrets.
    void setRun(const workspace::RunRecord &record, const QByteArray &body);
    void copyAsCurl();
    // `target` is one of exchange::codeTargets().
    void copyAs(const QByteArray &target);
    void saveBody();

Q_SIGNALS:
    void failed(const actionscope::Error &error);

private:
    Clipboard *m_clipboard;
    FileDialog *m_fileDialog;
    QWidget *m_window;
    workspace::RunRecord m_record;
    QByteArray m_body;
};

} // namespace actionscope::ui
