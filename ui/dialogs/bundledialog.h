// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/bundleredaction.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace actionscope::ui {

class RedactionEditor;

// Shows what will be hidden in a bundle and what stays before it is written, and lets a person hide more.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Format { Bundle, Har };

    // `wish` is what is hidden to begin with.
    explicit BundleDialog(const RedactionWish &wish, QWidget *parent = nullptr);

    [[nodiscard]] RedactionWish wish() const;
    // Of what is hidden names and places only; a value is on the screen nowhere.
    void showContents(const exchange::RedactedBundle &made);

Q_SIGNALS:
    void wishChanged(); // after a moment without a keystroke
    void saveRequested(actionscope::ui::BundleDialog::Format format);

private:
    [[nodiscard]] QListWidget *makeList(const QString &name, const QString &title);
    void buildButtons();
    void setSavable(bool on);

    QLabel *m_sentence;
    QListWidget *m_hidden;
    QListWidget *m_kept;
    RedactionEditor *m_redaction;
    QList<QPushButton *> m_saves;
};

} // namespace actionscope::ui
