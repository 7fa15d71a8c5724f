// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace actionscope::ui {

// Asks how often the search for the smallest failing input may execute, follows it, and offers what was found. Knows
// nothing of executions itself.
class SmallestInputDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SmallestInputDialog(QWidget *parent = nullptr);

    // Before it begins: what will happen to whom and where, and how many executions it takes at most.
    void showBeginning(const QString &consequence, int most, int usualMost);
    void showProgress(int executions, int most, const QByteArray &best);
    void showOutcome(const QString &sentence, int executions, const QByteArray &best, bool canBeApplied);
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    // With the person's consent to that many executions.
    void startRequested(int most);
    void stopRequested();
    void applyRequested(const QByteArray &input);

protected:
    void done(int result) override;

private:
    void buildTexts();
    void buildButtons();
    [[nodiscard]] QPushButton *button(const QString &text, const char *name);

    QLabel *m_sentence = nullptr;
    QLabel *m_count = nullptr;
    QSpinBox *m_most = nullptr;
    QProgressBar *m_bar = nullptr;
    QPlainTextEdit *m_best = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_close = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QByteArray m_found;
    bool m_isRunning = false;
};

} // namespace actionscope::ui
