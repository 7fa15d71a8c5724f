// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretledger.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace actionscope::ui {

class RedactionEditor;

// Shows what will be hidden in a bundle before it is written, and lets a person hide more.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    // `wish` is what is hidden to begin with.
    explicit BundleDialog(const RedactionWish &wish, QWidget *parent = nullptr);

    [[nodiscard]] RedactionWish wish() const;
    // Names and places only; a value is on the screen nowhere.
    void showHidden(const QList<LedgerEntry> &hidden, const QStringList &troubles);

Q_SIGNALS:
    void wishChanged(); // after a moment without a keystroke
    void saveRequested();

private:
    QLabel *m_sentence;
    QListWidget *m_list;
    RedactionEditor *m_redaction;
    QPushButton *m_save = nullptr;
};

} // namespace actionscope::ui
