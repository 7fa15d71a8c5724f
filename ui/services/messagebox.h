// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace actionscope::ui {

struct Question
{
    QString title;
    QString text; // what happens
    QString detail; // what follows from it
    QString acceptText; // the verb on the button that agrees
};

// The seam to the message box, which only ever asks; a test answers at once.
class MessageBox
{
public:
    virtual ~MessageBox() = default;
    virtual void ask(QWidget *parent, const Question &question, const std::function<void()> &onAccepted) = 0;
};

class SystemMessageBox final : public MessageBox
{
public:
    void ask(QWidget *parent, const Question &question, const std::function<void()> &onAccepted) override;
};

} // namespace actionscope::ui
