// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/messagebox.h"

#include <QAbstractButton>
#include <QMessageBox>

namespace actionscope::ui {

void SystemMessageBox::ask(QWidget *parent, const Question &question, const std::function<void()> &onAccepted)
{
    auto *box
        = new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.detail);
    box->addButton(question.acceptText, QMessageBox::AcceptRole);
    // Enter must not agree to what cannot be undone.
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [box, onAccepted](QAbstractButton *button) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            onAccepted();
    });
    box->open();
}

} // namespace actionscope::ui
