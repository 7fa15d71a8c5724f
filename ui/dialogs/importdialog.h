// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace actionscope::ui {

// What came out of something that was pasted or dropped, before any of it is opened: the requests, and what was guessed,
// not understood, or secret and left behind.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(QWidget *parent = nullptr);

    void showImported(const exchange::Imported &imported);

Q_SIGNALS:
    // `secrets` shall be kept, and the drafts refer to them; none where nobody wished that.
    void chosen(const QList<actionscope::exchange::ImportedDraft> &drafts, const QList<actionscope::exchange::ImportedSecret> &secrets);
    void replayRequested(const actionscope::exchange::ImportedDraft &draft);

private:
    void buildButtons();
    void showRemarks();
    [[nodiscard]] QList<exchange::ImportedDraft> chosenDrafts() const;

    exchange::Imported m_imported;
    QLabel *m_sentence;
    QListWidget *m_requests;
    QListWidget *m_remarks;
    QCheckBox *m_keep;
    QDialogButtonBox *m_buttons;
    QPushButton *m_open = nullptr;
    QPushButton *m_replay = nullptr;
};

} // namespace actionscope::ui
