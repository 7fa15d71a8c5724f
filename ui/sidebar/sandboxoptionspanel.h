// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace actionscope::ui {

// What else can be done with the sandbox inside the program: another port, recorded runs, its state.
class SandboxOptionsPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SandboxOptionsPanel(QWidget *parent = nullptr);

    // The one that is wished for; 0: any free one.
    void setPort(int port);
    // What is being replayed, as a sentence; empty for nothing.
    void setReplay(const QString &summary);
    // What became of the state that was asked for, as a sentence.
    void setStateNote(const QString &sentence);

Q_SIGNALS:
    void portChosen(int port);
    void historyReplayRequested();
    void logReplayRequested();
    void replayEndRequested();
    void resetRequested();
    void stateSaveRequested();
    void stateRestoreRequested();

private:
    void addHeading(const QString &text);
    void addText(const QString &text);
    QPushButton *addButton(QBoxLayout *row, const QString &objectName, const QString &text);
    void buildPort();
    void buildReplay();
    void buildState();

    QWidget *m_page = nullptr;
    QBoxLayout *m_column = nullptr;
    QSpinBox *m_port = nullptr;
    QPushButton *m_usePort = nullptr;
    QLabel *m_replay = nullptr;
    QPushButton *m_endReplay = nullptr;
    QLabel *m_state = nullptr;
    int m_wishedPort = 0;
};

} // namespace actionscope::ui
