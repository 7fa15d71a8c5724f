// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace actionscope::ui {

class Clipboard;
class CopyButton;
class FaultPanel;
class RequestLogPanel;
class SandboxOptionsPanel;
class ThemeService;

// The sandbox inside the program: where it is, what it was asked, how it is to fail.
class SandboxPanel final : public QWidget
{
    Q_OBJECT

public:
    SandboxPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setAddress(const QUrl &url, const QByteArray &apiKey);
    [[nodiscard]] RequestLogPanel *requests() const { return m_requests; }
    [[nodiscard]] FaultPanel *faults() const { return m_faults; }
    [[nodiscard]] SandboxOptionsPanel *options() const { return m_options; }
    void showFaults();
    void showOptions();

private:
    struct Line
    {
        QLabel *text = nullptr;
        CopyButton *copy = nullptr;
    };
    Line makeLine(const ThemeService &theme, Clipboard &clipboard, const QString &name);

    Line m_address;
    Line m_key;
    QTabWidget *m_pages = nullptr;
    RequestLogPanel *m_requests = nullptr;
    FaultPanel *m_faults = nullptr;
    SandboxOptionsPanel *m_options = nullptr;
};

} // namespace actionscope::ui
