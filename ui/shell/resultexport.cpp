// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/resultexport.h"

#include "app/api/filename.h"
#include "app/exchange/code/codetargets.h"
#include "app/exchange/curlexporter.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/shell/filewriting.h"

#include <QUrl>
#include <QWidget>

namespace actionscope::ui {

ResultExport::ResultExport(Clipboard *clipboard, FileDialog *fileDialog, QWidget *window)
    : QObject(window)
    , m_clipboard(clipboard)
    , m_fileDialog(fileDialog)
    , m_window(window)
{
}

void ResultExport::setRun(const workspace::RunRecord &record, const QByteArray &body)
{
    m_record = record;
    m_body = body;
}

void ResultExport::copyAsCurl()
{
    const storage::HistoryEntry &entry = m_record.entry;
    if (!entry.exchange.request.method.isEmpty())
        m_clipboard->setText(
            QString::fromUtf8(exchange::curlCommand(entry.exchange.request, QUrl(entry.baseUrl))));
}

void ResultExport::copyAs(const QByteArray &name)
{
    const storage::HistoryEntry &entry = m_record.entry;
    const exchange::CodeTarget *target = exchange::codeTarget(name);
    if (!target || entry.exchange.request.method.isEmpty())
        return;
    m_clipboard->setText(QString::fromUtf8(target->write({entry.draft.request, entry.apiVersion, QUrl(entry.baseUrl)})));
}

void ResultExport::saveBody()
{
    if (m_body.isEmpty())
        return;
    const storage::HistoryEntry &entry = m_record.entry;
    const api::HeaderList &headers = entry.exchange.answer.headers;
    const QString suggestion = api::suggestedFileName(
        headers, api::bodyKind(headers, m_body).form, entry.draft.request.actionId, entry.startedAt);
    const FileQuestion question {FileQuestion::Kind::Save, tr("Save the Body"), suggestion, {}};
    m_fileDialog->ask(m_window, question, [this, body = m_body](const QString &path) {
        connect(new FileWriting(path, body, m_window), &FileWriting::failed, this, &ResultExport::failed);
    });
}

} // namespace actionscope::ui
