// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

class QLabel;
class QPushButton;

namespace actionscope::ui {

// A file that goes to the service's storage: chosen or dropped, then a reference to it is the value.
class FileFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    FileFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;
    // How an upload is going; empty when there is none.
    void showProgress(const QString &sentence, bool isRunning);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void showSentence();

    QPushButton *m_choose = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_sentence = nullptr;
    QString m_reference; // what the value says
    QString m_progress;
    bool m_isEditable = true;
};

} // namespace actionscope::ui
