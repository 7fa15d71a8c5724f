// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace actionscope::ui {

// What the service itself has written down about a run, to read and to copy.
class ServiceLogDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ServiceLogDialog(QWidget *parent = nullptr);

    void showReading();
    void showEntry(const QString &note, const QString &text);
    void showTrouble(const QString &sentence);

private:
    QLabel *m_sentence;
    QPlainTextEdit *m_text;
};

} // namespace actionscope::ui
