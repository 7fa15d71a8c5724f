// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/exchange/imported.h"
#include "app/workspace/runrecord.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace actionscope::ui {

// Makes requests of what is pasted, or dropped onto the window: shows what it is, and opens what is chosen of it.
class RequestPaste final : public QObject
{
    Q_OBJECT

public:
    RequestPaste(const MainWindowParts &parts, QWidget *window);

    void paste();
    void importText(const QByteArray &bytes);
    void importFile(const QString &path);

Q_SIGNALS:
    // What came with the request that was opened last, and is in front.
    void answerOpened(const actionscope::workspace::RunRecord &record);
    // What was brought in shall be sent, and held against what was recorded of it.
    void replayRequested(const actionscope::exchange::ImportedDraft &draft);
    void failed(const actionscope::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isOurs(const QWidget *widget, const QMimeData *data) const;
    void takeDrop(const QMimeData *data);
    void show(const exchange::Imported &imported);
    void open(const QList<exchange::ImportedDraft> &drafts);
    void keep(const QList<exchange::ImportedSecret> &secrets, const QList<exchange::ImportedDraft> &drafts);

    MainWindowParts m_parts;
    QWidget *m_window;
    int m_latest = 0; // number of the newest text or file; what is still read of an earlier one is dropped
};

} // namespace actionscope::ui
