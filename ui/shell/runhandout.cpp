// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/runhandout.h"

#include "app/base/whenready.h"
#include "app/exchange/ticketexporter.h"
#include "app/workspace/bundles.h"
#include "app/workspace/catalogkeeper.h"
#include "ui/dialogs/bundledialog.h"
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
    add("result.copySupport", tr("Copy for Su&pport"), [this] { copy(exchange::supportText); });
    add("result.copyTicket", tr("Copy as Tic&ket"), [this] { copy(exchange::ticketMarkdown); });
    add("result.saveBundle", tr("Save as B&undle…"), [this] { offerBundle(); });
    return all;
}

void RunHandout::setRun(const workspace::RunRecord &record) { m_record = record; }

void RunHandout::copy(QByteArray (*write)(const exchange::Bundle &))
{
    if (m_record.entry.exchange.request.method.isEmpty())
        return;
    const auto make = [entry = m_record.entry, catalog = m_parts.catalog->catalog(), write] {
        return QString::fromUtf8(write(exchange::redacted(workspace::bundleOf(entry, catalog), {}).bundle));
    };
    whenReady(QtConcurrent::run(make), this, [this](const QString &text) { m_parts.clipboard->setText(text); });
}

void RunHandout::offerBundle()
{
    if (m_record.entry.exchange.request.method.isEmpty())
        return;
    auto *dialog = new BundleDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BundleDialog::wishChanged, this, [this, dialog] { preview(dialog); });
    preview(dialog);
    dialog->open();
}

// What is saved is what was shown last.
void RunHandout::preview(BundleDialog *dialog)
{
    const auto make = [entry = m_record.entry, catalog = m_parts.catalog->catalog(), wish = dialog->wish()] {
        return exchange::redacted(workspace::bundleOf(entry, catalog), wish);
    };
    const quint64 number = ++m_newest;
    whenReady(QtConcurrent::run(make), dialog, [this, dialog, number](const exchange::RedactedBundle &made) {
        if (number != m_newest)
            return; // a newer wish is on its way
        dialog->showHidden(made.hidden, made.troubles);
        disconnect(dialog, &BundleDialog::saveRequested, this, nullptr);
        connect(dialog, &BundleDialog::saveRequested, this, [this, bundle = made.bundle] { save(bundle); });
    });
}

void RunHandout::save(const exchange::Bundle &bundle)
{
    const QString suggestion = bundle.request.actionId + QString::fromUtf16(exchange::bundleSuffix);
    const FileQuestion question {FileQuestion::Kind::Save, tr("Save as Bundle"), suggestion, {}};
    m_parts.fileDialog->ask(m_window, question, [this, bytes = exchange::writeBundle(bundle)](const QString &path) {
        connect(new FileWriting(path, bytes, m_window), &FileWriting::failed, this, &RunHandout::failed);
    });
}

} // namespace actionscope::ui
