// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/inputuploads.h"

#include "app/base/whenready.h"
#include "app/executor/executor.h"
#include "app/executor/fileupload.h"
#include "app/workspace/workspace.h"
#include "ui/request/inputpane.h"
#include "ui/request/requestpage.h"
#include "ui/services/filedialog.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace actionscope::ui {

InputUploads::InputUploads(const MainWindowParts &parts, RequestPage *page, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(page)
{
    connect(page->input(), &InputPane::fileChosen, this, [this](const json::Path &path, const QString &file) {
        if (!file.isEmpty()) {
            choose(path, file);
            return;
        }
        const FileQuestion question {FileQuestion::Kind::Open, tr("Choose the File to Upload"), {}, {}};
        m_parts.fileDialog->ask(m_page->window(), question, [this, path](const QString &chosen) { choose(path, chosen); });
    });
    connect(page->input(), &InputPane::uploadCancelled, this, &InputUploads::cancel);
}

InputUploads::Running *InputUploads::runningAt(const json::Path &path)
{
    const auto found = std::find_if(
        m_running.begin(), m_running.end(), [&path](const Running &one) { return one.path == path; });
    return found != m_running.end() ? &*found : nullptr;
}

InputUploads::Running *InputUploads::runningOf(const executor::FileUpload *upload)
{
    const auto found = std::find_if(
        m_running.begin(), m_running.end(), [upload](const Running &one) { return one.upload == upload; });
    return found != m_running.end() ? &*found : nullptr;
}

void InputUploads::choose(const json::Path &path, const QString &file)
{
    if (runningAt(path))
        return;
    m_running.append({path, m_page->draft().request.actionId, {}, {}});
    m_page->input()->showUpload(path, tr("Reading %1…").arg(QFileInfo(file).fileName()), true);
    whenReady(m_parts.workspace->destination(), this,
        [this, path, file](const Result<executor::Destination> &destination) { begin(path, file, destination); });
}

void InputUploads::begin(
    const json::Path &path, const QString &file, const Result<executor::Destination> &destination)
{
    Running *running = runningAt(path);
    if (!running)
        return; // cancelled meanwhile
    if (!destination) {
        m_page->input()->showUpload(path, destination.error().sentence, false);
        m_running.removeIf([&path](const Running &one) { return one.path == path; });
        return;
    }
    api::FileDescription description;
    description.actionId = running->actionId;
    description.appName = m_page->draft().request.appName;
    if (description.appName.isEmpty())
        description.appName = description.actionId.section(QLatin1Char('_'), 0, 0).toLower();
    auto *upload
        = new executor::FileUpload(file, description, m_parts.workspace->environment().apiVersion, this);
    running->upload = upload;
    connect(upload, &executor::FileUpload::described, this,
        [this, upload](const api::FileDescription &read, qint64 size) {
            Running *one = runningOf(upload);
            if (!one)
                return;
            one->what = tr("%1 · %2 · %3 · MD5 %4")
                            .arg(read.fileName, QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat),
                                read.mimeType, QString::fromLatin1(read.md5));
            m_page->input()->showUpload(one->path, one->what, true);
        });
    connect(upload, &executor::FileUpload::progress, this, [this, upload](qint64 sent, qint64 total) {
        if (const Running *one = runningOf(upload); one && total > 0)
            m_page->input()->showUpload(one->path, tr("%1 % of %2").arg(sent * 100 / total).arg(one->what), true);
    });
    connect(upload, &executor::FileUpload::finished, this,
        [this, upload](const Result<QByteArray> &reference) { take(upload, reference); });
    upload->start(m_parts.executor, *destination);
}

// A reference is for the action it was made for; when another one is in the form by now, it is not set.
void InputUploads::take(executor::FileUpload *upload, const Result<QByteArray> &reference)
{
    const Running *one = runningOf(upload);
    upload->deleteLater();
    if (!one)
        return;
    const Running done = *one;
    m_running.removeIf([upload](const Running &running) { return running.upload == upload; });
    if (!reference) {
        m_page->input()->showUpload(done.path, reference.error().sentence, false);
        return;
    }
    m_page->input()->showUpload(done.path, done.what, false);
    if (m_page->draft().request.actionId == done.actionId)
        m_page->input()->setValue(done.path, *reference);
}

void InputUploads::cancel(const json::Path &path)
{
    Running *running = runningAt(path);
    if (!running)
        return;
    if (running->upload) {
        running->upload->cancel();
        return;
    }
    m_running.removeIf([&path](const Running &one) { return one.path == path; });
    m_page->input()->showUpload(path, {}, false);
}

} // namespace actionscope::ui
