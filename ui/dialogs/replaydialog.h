// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/storage/environment.h"
#include "app/workspace/replay.h"
#include "app/workspace/replayterms.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace actionscope::ui {

class SeriesChart;
class ThemeService;

// Where a recorded request goes once more, as whom and how often; then how each run went and what differs from the
// recording. Sends nothing by itself.
class ReplayDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Asking { No, Yes }; // for consent

    explicit ReplayDialog(const ThemeService &theme, QWidget *parent = nullptr);

    // `chosen` is the environment to begin with.
    void showSource(const workspace::ReplaySource &source, const QList<storage::Environment> &environments, const QString &chosen);
    [[nodiscard]] QString environmentName() const;
    [[nodiscard]] workspace::ReplayTerms terms() const;

    void setAccount(const QString &id);
    // Whom the chosen environment knows for an app; an empty one means any.
    void setConnections(const catalog::Catalog &catalog, const QString &appKey);
    // What would be touched, before anything is sent.
    void showConsequence(const QString &sentence, const QString &executeText, Asking asking);
    // Why it cannot be sent there.
    void showTrouble(const QString &sentence);
    void showProgress(const workspace::Replay &replay);
    void showEnd(const workspace::Replay &replay);

Q_SIGNALS:
    void environmentPicked(const QString &name);
    void termsChanged();
    void startRequested();
    void stopRequested();
    // The answer of the last run, beside the recorded one.
    void answerRequested();

protected:
    void done(int result) override;

private:
    void buildTerms();
    void buildResult(const ThemeService &theme);
    void buildButtons();
    [[nodiscard]] QComboBox *textBox(const char *name, const QString &accessibleName);
    [[nodiscard]] QPushButton *button(const QString &text, const char *name);
    void setRunning(bool isRunning);

    QLabel *m_title = nullptr;
    QComboBox *m_environment = nullptr;
    QComboBox *m_entity = nullptr;
    QComboBox *m_account = nullptr;
    QSpinBox *m_times = nullptr;
    QLabel *m_consequence = nullptr;
    SeriesChart *m_chart = nullptr;
    QLabel *m_state = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_answer = nullptr;
    bool m_isRunning = false;
    bool m_canStart = false;
};

} // namespace actionscope::ui
