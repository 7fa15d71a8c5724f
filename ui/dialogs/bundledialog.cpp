// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/bundledialog.h"

#include "ui/dialogs/redactioneditor.h"
#include "ui/services/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

BundleDialog::BundleDialog(const RedactionWish &wish, QWidget *parent)
    : QDialog(parent)
    , m_sentence(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_redaction(new RedactionEditor(this))
{
    setObjectName(QStringLiteral("bundleDialog"));
    setWindowTitle(tr("Save as Bundle"));
    resize(600, 520);
    m_sentence->setObjectName(QStringLiteral("bundleLabel"));
    m_sentence->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("hiddenListWidget"));
    m_list->setAccessibleName(tr("What is hidden"));
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_redaction->setWish(wish);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("saveBundlePushButton"));
    m_save->setEnabled(false); // until it is known what is hidden
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelBundlePushButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_redaction, &RedactionEditor::wishChanged, this, &BundleDialog::wishChanged);
    connect(m_redaction, &RedactionEditor::edited, this, [this] { m_save->setEnabled(false); }); // until it is known what it hides
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT saveRequested();
        accept();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(m_redaction);
    column->addWidget(buttons);
}

RedactionWish BundleDialog::wish() const { return m_redaction->wish(); }

void BundleDialog::showHidden(const QList<LedgerEntry> &hidden, const QStringList &troubles)
{
    m_list->clear();
    for (const LedgerEntry &entry : hidden)
        m_list->addItem(tr("%1: %2").arg(QString::fromUtf8(entry.name), entry.places.join(QStringLiteral(", "))));
    m_sentence->setText(troubles.isEmpty()
            ? tr("The bundle holds the request, the answer and all that is known about the run. These are hidden in it, each by a placeholder of its "
                 "own; whatever else stands there can be read by whoever gets it. Hidden: %1.")
                  .arg(hidden.size())
            : troubles.join(QLatin1Char(' ')));
    m_save->setEnabled(troubles.isEmpty() && m_redaction->isUsable());
}

} // namespace actionscope::ui
