// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/bundledialog.h"

#include "app/models/readable.h"
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
    , m_redaction(new RedactionEditor(this))
{
    setObjectName(QStringLiteral("bundleDialog"));
    setWindowTitle(tr("Save as Bundle"));
    resize(640, 640);
    m_sentence->setObjectName(QStringLiteral("bundleLabel"));
    m_sentence->setWordWrap(true);
    m_redaction->setWish(wish);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    m_hidden = makeList(QStringLiteral("hidden"), tr("Hidden, and where"));
    m_kept = makeList(QStringLiteral("kept"), tr("Stays, and can be read by whoever gets it"));
    column->addWidget(m_redaction);
    buildButtons();
    connect(m_redaction, &RedactionEditor::wishChanged, this, &BundleDialog::wishChanged);
    connect(m_redaction, &RedactionEditor::edited, this, [this] { setSavable(false); }); // until it is known what it hides
    setSavable(false);
}

// Under a heading of its own, at the end of the column.
QListWidget *BundleDialog::makeList(const QString &name, const QString &title)
{
    auto *heading = new QLabel(title, this);
    heading->setObjectName(name + QStringLiteral("HeadingLabel"));
    auto *list = new QListWidget(this);
    list->setObjectName(name + QStringLiteral("ListWidget"));
    list->setAccessibleName(title);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    heading->setBuddy(list);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(heading);
    column->addWidget(list, 1);
    return list;
}

void BundleDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const auto add = [&](const QString &name, const QString &text, Format format) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, [this, format] {
            Q_EMIT saveRequested(format);
            accept();
        });
        m_saves.append(button);
    };
    add(QStringLiteral("saveHarPushButton"), tr("Save as HAR…"), Format::Har);
    add(QStringLiteral("saveBundlePushButton"), tr("Save…"), Format::Bundle);
    m_saves.last()->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelBundlePushButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void BundleDialog::setSavable(bool on)
{
    for (QPushButton *button : std::as_const(m_saves))
        button->setEnabled(on);
}

RedactionWish BundleDialog::wish() const { return m_redaction->wish(); }

void BundleDialog::showContents(const exchange::RedactedBundle &made)
{
    m_hidden->clear();
    for (const LedgerEntry &entry : made.hidden)
        m_hidden->addItem(tr("%1: %2").arg(QString::fromUtf8(entry.name), entry.places.join(QStringLiteral(", "))));
    m_kept->clear();
    for (const exchange::KeptField &field : made.kept)
        m_kept->addItem(tr("%1, %2: %3").arg(field.name, models::sizeText(field.size), field.beginning));
    m_sentence->setText(made.troubles.isEmpty()
            ? tr("The file holds the request, the answer and all that is known about the run. Each secret found in it is hidden by a "
                 "placeholder of its own. Hidden: %1.")
                  .arg(made.hidden.size())
            : made.troubles.join(QLatin1Char(' ')));
    setSavable(made.troubles.isEmpty() && m_redaction->isUsable());
}

} // namespace actionscope::ui
