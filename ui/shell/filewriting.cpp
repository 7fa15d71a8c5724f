// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/filewriting.h"

#include "app/base/whenready.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr int refreshMs = 100;
constexpr int steps = 1000;

} // namespace

FileWriting::FileWriting(const QString &path, const QByteArray &bytes, QWidget *window, const Write &write)
    : QObject(window)
    , m_path(path)
    , m_size(bytes.size())
    , m_window(window)
{
    whenReady(QtConcurrent::run(&m_pool,
                  [path, bytes, write, watch = m_watch] { return write(path, bytes, watch.get()); }),
        this, [this](const Result<void> &written) { end(written); });
    connect(&m_timer, &QTimer::timeout, this, &FileWriting::showProgress);
    m_timer.start(quietMs);
}

void FileWriting::cancel() { m_watch->isCancelled = true; }

void FileWriting::showProgress()
{
    if (!m_progress) {
        m_progress = new QProgressDialog(m_window);
        m_progress->setObjectName(QStringLiteral("savingProgressDialog"));
        m_progress->setWindowTitle(tr("Save the Body"));
        m_progress->setAutoReset(false);
        m_progress->setAutoClose(false);
        auto *sentence = new QLabel(tr("Writing %1…").arg(QFileInfo(m_path).fileName()), m_progress);
        sentence->setTextFormat(Qt::PlainText);
        m_progress->setLabel(sentence);
        auto *stop = new QPushButton(tr("Cancel"), m_progress);
        stop->setObjectName(QStringLiteral("cancelSavingPushButton"));
        stop->setAccessibleName(tr("Cancel saving"));
        m_progress->setCancelButton(stop);
        m_progress->setRange(0, steps);
        connect(m_progress, &QProgressDialog::canceled, this, &FileWriting::cancel);
        m_progress->show();
        m_timer.setInterval(refreshMs);
    }
    m_progress->setValue(m_size > 0 ? int(m_watch->written * steps / m_size) : 0);
}

void FileWriting::end(const Result<void> &written)
{
    m_timer.stop();
    if (m_progress)
        m_progress->deleteLater();
    if (!written && !m_watch->isCancelled)
        Q_EMIT failed(written.error());
    Q_EMIT finished();
    deleteLater();
}

} // namespace actionscope::ui
