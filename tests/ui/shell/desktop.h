// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"

namespace actionscope::test {

// Stand-ins for what the desktop around the window does: they remember what they were told and answer at once.

class PaperClipboard final : public ui::Clipboard
{
public:
    void setText(const QString &text) override { m_text = text; }
    [[nodiscard]] QString text() const override { return m_text; }

private:
    QString m_text;
};

// Chooses a name at once.
class AnsweringFileDialog final : public ui::FileDialog
{
public:
    void ask(QWidget *, const ui::FileQuestion &question, const std::function<void(const QString &path)> &onChosen) override
    {
        asked = question;
        onChosen(path);
    }

    ui::FileQuestion asked;
    QString path;
};

class AgreeingMessageBox final : public ui::MessageBox
{
public:
    void ask(QWidget *, const ui::Question &question, const std::function<void()> &onAccepted) override
    {
        asked = question.text;
        onAccepted();
    }

    QString asked;
};

} // namespace actionscope::test
