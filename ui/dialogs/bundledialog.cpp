// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/bundledialog.h"

#include "ui/services/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

BundleDialog::BundleDialog(QWidget *parent)
    : QDialog(parent)
    , m_sentence(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_emails(new QCheckBox(tr("Hide e-mail addresses, too"), this))
    , m_pattern(new QLineEdit(this))
{
    setObjectName(QStringLiteral("bundleDialog"));
    setWindowTitle(tr("Save as Bundle"));
    resize(560, 400);
    m_sentence->setObjectName(QStringLiteral("bundleLabel"));
    m_sentence->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("hiddenListWidget"));
    m_list->setAccessibleName(tr("What is hidden"));
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_emails->setObjectName(QStringLiteral("hideEmailsCheckBox"));
    m_pattern->setObjectName(QStringLiteral("hidePatternLineEdit"));
    m_pattern->setPlaceholderText(tr("A regular expression, such as ACME-\\d+"));
    m_pattern->setFont(ThemeService::monospaceFont());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("saveBundlePushButton"));
    m_save->setEnabled(false); // until it is known what is hidden
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelBundlePushButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &BundleDialog::wishChanged);
    connect(m_emails, &QCheckBox::toggled, this, &BundleDialog::wishChanged);
    connect(m_pattern, &QLineEdit::textEdited, this, [this] {
        m_save->setEnabled(false); // until it is known what it hides
        m_pause.start();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT saveRequested();
        accept();
    });
    auto *form = new QFormLayout;
    form->setSpacing(spacing::medium);
    form->addRow(m_emails);
    form->addRow(tr("Hide &also:"), m_pattern);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addLayout(form);
    column->addWidget(buttons);
}

RedactionWish BundleDialog::wish() const
{
    RedactionWish wish;
    wish.hidesEmails = m_emails->isChecked();
    if (!m_pattern->text().isEmpty())
        wish.patterns = {m_pattern->text()};
    return wish;
}

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
    m_save->setEnabled(troubles.isEmpty() && !m_pause.isActive());
}

} // namespace actionscope::ui
