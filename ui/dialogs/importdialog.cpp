// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importdialog.h"

#include "app/exchange/importer.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

QString titleOf(const exchange::ImportedDraft &draft)
{
    const QString action = draft.request.actionId.isEmpty() ? ImportDialog::tr("No action") : draft.request.actionId;
    const QString name = draft.name.isEmpty() || draft.name == draft.request.actionId ? action : QStringLiteral("%1 (%2)").arg(draft.name, action);
    const QString version = draft.apiVersion ? api::versionName(*draft.apiVersion) : QString();
    const QString place = (draft.baseUrl + QLatin1Char(' ') + version).trimmed();
    const QString where = draft.folders.isEmpty() ? QString() : draft.folders.join(QLatin1Char('/')) + QLatin1Char('/');
    return where + (place.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, place));
}

QListWidget *listNamed(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    return list;
}

} // namespace

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent)
    , m_sentence(new QLabel(this))
    , m_requests(listNamed(QStringLiteral("importedListWidget"), tr("Requests"), this))
    , m_remarks(listNamed(QStringLiteral("importRemarksListWidget"), tr("What to know"), this))
    , m_keep(new QCheckBox(tr("&Keep the secrets that were found, and let the requests refer to them"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Paste as Request"));
    resize(640, 440);
    m_sentence->setObjectName(QStringLiteral("importLabel"));
    m_sentence->setWordWrap(true);
    m_requests->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_remarks->setSelectionMode(QAbstractItemView::NoSelection);
    m_keep->setObjectName(QStringLiteral("keepSecretsCheckBox"));
    m_keep->setToolTip(tr("In the keychain: an API key as that of an environment at the same address, anything else as {{name}}"));
    m_keep->setAccessibleDescription(m_keep->toolTip());
    buildButtons();
    connect(m_requests, &QListWidget::itemSelectionChanged, this, &ImportDialog::showRemarks);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_requests, 1);
    column->addWidget(m_remarks, 2);
    column->addWidget(m_keep);
    column->addWidget(m_buttons);
}

void ImportDialog::buildButtons()
{
    m_open = m_buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("openImportedPushButton"));
    m_open->setDefault(true);
    m_replay = m_buttons->addButton(tr("&Replay and Compare…"), QDialogButtonBox::ActionRole);
    m_replay->setObjectName(QStringLiteral("replayImportedPushButton"));
    m_replay->setToolTip(tr("Say where it goes and as whom; nothing is sent before that"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelImportPushButton"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(chosenDrafts(), m_keep->isChecked() ? m_imported.secrets : QList<exchange::ImportedSecret>());
        accept();
    });
    connect(m_replay, &QPushButton::clicked, this, [this] {
        Q_EMIT replayRequested(chosenDrafts().first());
        accept();
    });
}

void ImportDialog::showImported(const exchange::Imported &imported)
{
    m_imported = imported;
    m_sentence->setText(tr("This is %1. Nothing of it has been sent; what is opened goes to the environment that is chosen.").arg(exchange::formTitle(imported.form)));
    m_requests->clear();
    for (const exchange::ImportedDraft &draft : imported.drafts)
        m_requests->addItem(titleOf(draft));
    m_requests->setVisible(!imported.drafts.isEmpty());
    m_open->setEnabled(!imported.drafts.isEmpty());
    m_keep->setVisible(!imported.secrets.isEmpty() && !imported.drafts.isEmpty());
    if (imported.drafts.isEmpty())
        m_sentence->setText(tr("There is no request in it."));
    m_requests->setCurrentRow(0);
    showRemarks();
}

// Guesses of the requests that are chosen; everything else is about the whole.
void ImportDialog::showRemarks()
{
    m_remarks->clear();
    const QList<exchange::ImportedDraft> drafts = chosenDrafts();
    m_replay->setEnabled(drafts.size() == 1 && !drafts.first().request.actionId.isEmpty());
    for (const exchange::ImportedDraft &draft : drafts) {
        for (const exchange::Guess &guess : draft.guesses)
            m_remarks->addItem(tr("Guessed: %1. %2").arg(guess.field, guess.sentence));
    }
    for (const exchange::ImportTrouble &trouble : m_imported.troubles)
        m_remarks->addItem(trouble.source.isEmpty() ? trouble.sentence : QStringLiteral("%1: %2").arg(trouble.source, trouble.sentence));
    for (const exchange::ImportedSecret &secret : m_imported.secrets)
        m_remarks->addItem(secret.sentence);
    m_remarks->setVisible(m_remarks->count() > 0);
}

QList<exchange::ImportedDraft> ImportDialog::chosenDrafts() const
{
    QList<exchange::ImportedDraft> drafts;
    for (int row = 0; row < m_requests->count(); ++row) {
        if (m_requests->item(row)->isSelected())
            drafts.append(m_imported.drafts.at(row));
    }
    return drafts;
}

} // namespace actionscope::ui
