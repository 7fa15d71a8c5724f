// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/executor/executionrun.h"
#include "app/json/textedit.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>

namespace actionscope::executor {
class FileUpload;
}

namespace actionscope::ui {

class RequestPage;

// Uploads the files that are chosen in the form and sets the references to them, each as one edit of the input.
class InputUploads final : public QObject
{
    Q_OBJECT

public:
    InputUploads(const MainWindowParts &parts, RequestPage *page, QObject *parent = nullptr);

private:
    struct Running
    {
        json::Path path;
        QString actionId;
        QPointer<executor::FileUpload> upload; // null as long as the key is looked for
        QString what; // name, size, type and sum of the file
    };

    void choose(const json::Path &path, const QString &file);
    void begin(const json::Path &path, const QString &file, const Result<executor::Destination> &destination);
    void take(executor::FileUpload *upload, const Result<QByteArray> &reference);
    void cancel(const json::Path &path);
    [[nodiscard]] Running *runningAt(const json::Path &path);
    [[nodiscard]] Running *runningOf(const executor::FileUpload *upload);

    MainWindowParts m_parts;
    RequestPage *m_page;
    QList<Running> m_running;
};

} // namespace actionscope::ui
