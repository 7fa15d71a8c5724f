// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/requestpaste.h"

#include "app/base/whenready.h"
#include "app/exchange/importer.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/importedfiles.h"
#include "app/workspace/importedrun.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/secretkeeping.h"
#include "ui/dialogs/importdialog.h"
#include "ui/request/filefieldeditor.h"
#include "ui/services/clipboard.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <QtConcurrent>

#include <algorithm>

namespace actionscope::ui {

namespace {

bool holdsFiles(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); });
}

bool isInFileField(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const FileFieldEditor *>(widget))
            return true;
    }
    return false;
}

} // namespace

RequestPaste::RequestPaste(const MainWindowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    window->setAcceptDrops(true);
    qApp->installEventFilter(this); // a field would take a file for text, and insert its address
}

void RequestPaste::paste()
{
    importText(m_parts.clipboard->text().toUtf8());
}

void RequestPaste::importText(const QByteArray &bytes)
{
    const auto take = [this, number = ++m_latest](const exchange::Imported &imported) {
        if (number == m_latest)
            show(imported);
    };
    whenReady(QtConcurrent::run([bytes] { return exchange::importText(bytes); }), this, take);
}

void RequestPaste::importFile(const QString &path)
{
    const auto take = [this, number = ++m_latest](const Result<exchange::Imported> &imported) {
        if (number != m_latest)
            return;
        if (imported)
            show(*imported);
        else
            Q_EMIT failed(imported.error());
    };
    whenReady(QtConcurrent::run([path] { return exchange::importFile(path); }), this, take);
}

// Text goes into the field it is dropped on; a file opens wherever that is, but where a file is asked for.
bool RequestPaste::isOurs(const QWidget *widget, const QMimeData *data) const
{
    if (!widget || widget->window() != m_window)
        return false;
    return holdsFiles(data) ? !isInFileField(widget) : widget == m_window && !data->hasUrls() && data->hasText();
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
    const bool isEntering = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!isEntering && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    if (!isOurs(qobject_cast<QWidget *>(watched), drop->mimeData()))
        return false;
    if (drop->mimeData()->urls().size() > 1) { // one at a time
        drop->ignore();
        return true;
    }
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
    connect(dialog, &ImportDialog::chosen, this,
        [this](const QList<exchange::ImportedDraft> &drafts, const QList<exchange::ImportedSecret> &secrets) {
            if (secrets.isEmpty())
                open(drafts);
            else
                keep(secrets, drafts);
        });
    connect(dialog, &ImportDialog::replayRequested, this, &RequestPaste::replayRequested);
    dialog->showImported(imported);
    dialog->open();
}

void RequestPaste::open(const QList<exchange::ImportedDraft> &drafts)
{
    const auto judged = QtConcurrent::run([drafts, catalog = m_parts.catalog->catalog()] {
        QList<std::optional<workspace::RunRecord>> records;
        for (const exchange::ImportedDraft &draft : drafts)
            records.append(workspace::recordOf(draft, catalog));
        return records;
    });
    whenReady(judged, this, [this, drafts](const QList<std::optional<workspace::RunRecord>> &records) {
        for (qsizetype i = 0; i < drafts.size(); ++i) {
            m_parts.openDrafts->openNew(workspace::savedRequestOf(drafts[i]));
            if (records[i])
                Q_EMIT answerOpened(*records[i]);
        }
    });
}

// What could not be kept stays a placeholder in the request, which cannot be sent by mistake.
void RequestPaste::keep(const QList<exchange::ImportedSecret> &secrets, const QList<exchange::ImportedDraft> &drafts)
{
    auto *keeping = new workspace::SecretKeeping(m_parts.workspace, m_parts.variables, this);
    connect(keeping, &workspace::SecretKeeping::finished, this,
        [this, keeping](const QList<exchange::ImportedDraft> &referring, const QStringList &, const QStringList &troubles) {
            keeping->deleteLater();
            open(referring);
            if (!troubles.isEmpty())
                Q_EMIT failed({ErrorCode::Unavailable, troubles.join(QLatin1Char(' '))});
        });
    keeping->start(secrets, drafts);
}

} // namespace actionscope::ui
