// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/inputgeneration.h"
#include "app/base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace actionscope::ui {

class ElapsedLabel;
class InputProposal;
class MessageStrip;
class ThemeService;

// Asks for an input made from the texts above it, and shows what came: a proposal, or why there is none.
class GenerateBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GenerateBar(const ThemeService &theme, QWidget *parent = nullptr);

    // Without words there is nothing to ask.
    void setReady(bool hasText);
    void setGenerating();
    void showAnswer(const api::InputAnswer &answer, const QByteArray &present);
    void showTrouble(const QString &sentence);
    // Nothing is asked and nothing proposed any more.
    void reset();
    void discardProposal();
    void setPresentInput(const QByteArray &present);
    [[nodiscard]] bool isGenerating() const { return m_isGenerating; }
    void press();

Q_SIGNALS:
    void generateRequested();
    void cancelRequested();
    void accepted(const QByteArray &input);
    // There is something new to be seen here.
    void answered();

private:
    void stop();

    QLabel *m_explanation = nullptr;
    ElapsedLabel *m_elapsed = nullptr;
    QPushButton *m_button = nullptr;
    MessageStrip *m_trouble = nullptr;
    InputProposal *m_proposal = nullptr;
    bool m_isGenerating = false;
    bool m_hasText = false;
};

} // namespace actionscope::ui
