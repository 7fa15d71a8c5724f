// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/runhandout.h"

#include "app/base/whenready.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/ticketexporter.h"
#include "app/storage/settings.h"
#include "app/workspace/bundles.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/redactiondialog.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/filewriting.h"

#include <QWidget>
#include <QtConcurrent>

namespace actionscope::ui {

RunHandout::RunHandout(const MainWindowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

QList<QAction *> RunHandout::buildActions(ActionRegistry *registry)
{
    QList<QAction *> all;
    const auto add = [&](const char *id, const QString &text, auto slot) {
        QAction *action = registry->add({QLatin1String(id), text, {}, {}});
        connect(action, &QAction::triggered, this, slot);
        m_window->addAction(action);
        all.append(action);
    };
    add("result.replay", tr("&Replay and Compare…"), [this] {
        if (!m_record.entry.exchange.request.method.isEmpty())
            Q_EMIT replayRequested(m_record.entry);
    });
    add("result.copySupport", tr("Copy for Su&pport"), [this] { copy(exchange::supportText); });
    add("result.copyTicket", tr("Copy as Tic&ket"), [this] { copy(exchange::ticketMarkdown); });
    add("result.saveBundle", tr("Save as B&undle…"), [this] { offerBundle(); });
    add("result.hide", tr("Choose What Is H&idden…"), [this] { editRedaction(); });
    return all;
}

void RunHandout::setRun(const workspace::RunRecord &record) { m_record = record; }

void RunHandout::copy(QByteArray (*write)(const exchange::Bundle &))
{
    if (m_record.entry.exchange.request.method.isEmpty())
        return;
    const auto make = [entry = m_record.entry, known = m_parts.workspace->knowledge(), wish = m_parts.settings->redactionWish()] {
        return exchange::redacted(workspace::bundleOf(entry, known(entry)), wish);
    };
    whenReady(QtConcurrent::run(make), this, [this, write](const exchange::RedactedBundle &made) {
        if (made.troubles.isEmpty()) // a pattern that hides nothing would be found out too late
            m_parts.clipboard->setText(QString::fromUtf8(write(made.bundle)));
        else
            Q_EMIT failed({ErrorCode::InvalidInput, tr("Nothing was copied. %1").arg(made.troubles.first()), {}, tr("Change it under “Choose What Is Hidden”.")});
    });
}

void RunHandout::editRedaction()
{
    auto *dialog = new RedactionDialog(m_parts.settings->redactionWish(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_parts.settings->setRedactionWish(dialog->wish()); });
    dialog->open();
}

void RunHandout::offerBundle()
{
    if (m_record.entry.exchange.request.method.isEmpty())
        return;
    auto *dialog = new BundleDialog(m_parts.settings->redactionWish(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BundleDialog::wishChanged, this, [this, dialog] { preview(dialog); });
    preview(dialog);
    dialog->open();
}

// What is saved is what was shown last.
void RunHandout::preview(BundleDialog *dialog)
{
    const auto make = [entry = m_record.entry, known = m_parts.workspace->knowledge(), wish = dialog->wish()] {
        return exchange::redacted(workspace::bundleOf(entry, known(entry)), wish);
    };
    const quint64 number = ++m_newest;
    whenReady(QtConcurrent::run(make), dialog, [this, dialog, number](const exchange::RedactedBundle &made) {
        if (number != m_newest)
            return; // a newer wish is on its way
        dialog->showContents(made);
        disconnect(dialog, &BundleDialog::saveRequested, this, nullptr);
        connect(dialog, &BundleDialog::saveRequested, this,
            [this, bundle = made.bundle, wish = dialog->wish()](BundleDialog::Format format) {
                m_parts.settings->setRedactionWish(wish);
                save(bundle, format);
            });
    });
}

void RunHandout::save(const exchange::Bundle &bundle, BundleDialog::Format format)
{
    const bool isHar = format == BundleDialog::Format::Har;
    const QString suffix = isHar ? QStringLiteral(".har") : QString::fromUtf16(exchange::bundleSuffix);
    const QString title = isHar ? tr("Save as HAR") : tr("Save as Bundle");
    const QByteArray bytes = isHar ? exchange::writeHar({bundle}) : exchange::writeBundle(bundle);
    const FileQuestion question {FileQuestion::Kind::Save, title, bundle.request.actionId + suffix, {}};
    m_parts.fileDialog->ask(m_window, question, [this, bytes](const QString &path) {
        connect(new FileWriting(path, bytes, m_window), &FileWriting::failed, this, &RunHandout::failed);
    });
}

} // namespace actionscope::ui
