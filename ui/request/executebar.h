// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/runstate.h"

#include "app/api/actioneffect.h"
#include "app/executor/executionrun.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QShortcut;

namespace actionscope::ui {

class ElapsedLabel;
class IconLabel;
class ThemeService;

// Where the request goes, how far it is, and the one button that sends it, which is Cancel while something
// runs.
class ExecuteBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ExecuteBar(const ThemeService &theme, QWidget *parent = nullptr);

    void setDestination(const QString &text);
    // What the button says beside "Execute"; `protectedName` is empty unless the destination is protected.
    void setEffect(api::ActionEffect effect, const QString &protectedName);
    void setState(RunState state);
    void setProgress(const executor::Progress &progress);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void executeRequested();
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showDestination();
    void dressButton();
    void dressMark();
    [[nodiscard]] QString executeText() const;

    const ThemeService &m_theme;
    QLabel *m_text = nullptr;
    IconLabel *m_mark = nullptr;
    ElapsedLabel *m_elapsed = nullptr;
    QProgressBar *m_line = nullptr;
    QPushButton *m_button = nullptr;
    QShortcut *m_shortcut = nullptr;
    QString m_destination;
    api::ActionEffect m_effect = api::ActionEffect::Unknown;
    QString m_protectedName;
    RunState m_state = RunState::Idle;
};

} // namespace actionscope::ui
