// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/requestpaste.h"

#include "app/base/whenready.h"
#include "app/exchange/importer.h"
#include "app/workspace/importedfiles.h"
#include "app/workspace/opendrafts.h"
#include "ui/dialogs/importdialog.h"
#include "ui/services/clipboard.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <QtConcurrent>

namespace actionscope::ui {

RequestPaste::RequestPaste(const MainWindowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void RequestPaste::paste()
{
    importText(m_parts.clipboard->text().toUtf8());
}

void RequestPaste::importText(const QByteArray &bytes)
{
    whenReady(QtConcurrent::run([bytes] { return exchange::importText(bytes); }), this, [this](const exchange::Imported &imported) { show(imported); });
}

void RequestPaste::importFile(const QString &path)
{
    whenReady(QtConcurrent::run([path] { return exchange::importFile(path); }), this, [this](const Result<exchange::Imported> &imported) {
        if (imported)
            show(*imported);
        else
            Q_EMIT failed(imported.error());
    });
}

bool RequestPaste::takesDrop(const QMimeData *data) const
{
    const QList<QUrl> urls = data->urls();
    return urls.isEmpty() ? data->hasText() : urls.size() == 1 && urls.first().isLocalFile();
}

void RequestPaste::takeDrop(const QMimeData *data)
{
    if (data->hasUrls())
        importFile(data->urls().first().toLocalFile());
    else
        importText(data->text().toUtf8());
}

bool RequestPaste::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEntering = event->type() == QEvent::DragEnter;
    if (!isEntering && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (!takesDrop(drop->mimeData()))
        return false;
    drop->setDropAction(Qt::CopyAction); // somebody's file stays where it is
    drop->accept();
    if (!isEntering)
        takeDrop(drop->mimeData());
    return true;
}

void RequestPaste::show(const exchange::Imported &imported)
{
    auto *dialog = new ImportDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::chosen, this, [this](const QList<exchange::ImportedDraft> &drafts) {
        for (const exchange::ImportedDraft &draft : drafts)
            m_parts.openDrafts->openNew(workspace::savedRequestOf(draft));
    });
    dialog->showImported(imported);
    dialog->open();
}

} // namespace actionscope::ui
