// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/redactiondialog.h"

#include "ui/dialogs/redactioneditor.h"
#include "ui/services/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

RedactionDialog::RedactionDialog(const RedactionWish &wish, QWidget *parent)
    : QDialog(parent)
    , m_editor(new RedactionEditor(this))
{
    setObjectName(QStringLiteral("redactionDialog"));
    setWindowTitle(tr("Hide in What Is Handed On"));
    resize(560, 320);
    m_editor->setWish(wish);
    auto *sentence = new QLabel(tr("Keys, credentials, tokens and signatures are always hidden in bundles, tickets, HAR files and lines for "
                                   "support. Here is what is hidden in them beyond that, in the window and on the command line."),
        this);
    sentence->setObjectName(QStringLiteral("redactionLabel"));
    sentence->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(QStringLiteral("keepRedactionPushButton"));
    keep->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelRedactionPushButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    const auto follow = [this, keep] { keep->setEnabled(m_editor->isUsable()); };
    connect(m_editor, &RedactionEditor::edited, this, follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(sentence);
    column->addWidget(m_editor);
    column->addStretch(1);
    column->addWidget(buttons);
    follow();
}

RedactionWish RedactionDialog::wish() const { return m_editor->wish(); }

} // namespace actionscope::ui
