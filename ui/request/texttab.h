// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"

#include <QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace actionscope::ui {

class GenerateBar;
class ThemeService;

// The three fields of free text: what to do, in words, for a service that makes the input itself.
class TextTab final : public QWidget
{
    Q_OBJECT

public:
    explicit TextTab(const ThemeService &theme, QWidget *parent = nullptr);

    void readInto(api::ExecuteRequest &request) const;
    void setRequest(const api::ExecuteRequest &request);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QPlainTextEdit *fieldNamed(const QString &apiName) const;
    [[nodiscard]] GenerateBar *generateBar() const { return m_generate; }

Q_SIGNALS:
    void edited();

private:
    QPlainTextEdit *addField(
        QVBoxLayout *column, const QString &apiName, const QString &label, const QString &explanation);

    QPlainTextEdit *m_text = nullptr;
    QPlainTextEdit *m_systemPrompt = nullptr;
    QPlainTextEdit *m_customDescription = nullptr;
    GenerateBar *m_generate = nullptr;
};

} // namespace actionscope::ui
