// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretledger.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace actionscope::ui {

// Shows what will be hidden in a bundle before it is written, and lets a person hide more.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit BundleDialog(QWidget *parent = nullptr);

    [[nodiscard]] RedactionWish wish() const;
    // Names and places only; a value is on the screen nowhere.
    void showHidden(const QList<LedgerEntry> &hidden, const QStringList &troubles);

Q_SIGNALS:
    void wishChanged(); // after a moment without a keystroke
    void saveRequested();

private:
    QLabel *m_sentence;
    QListWidget *m_list;
    QCheckBox *m_emails;
    QLineEdit *m_pattern;
    QPushButton *m_save = nullptr;
    QTimer m_pause;
};

} // namespace actionscope::ui
