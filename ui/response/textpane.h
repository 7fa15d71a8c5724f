// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/preparedtext.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace actionscope::ui {

class TextView;
class Clipboard;
class ThemeService;

// The body as text, re-indented or as it was received.
class TextPane final : public QWidget
{
    Q_OBJECT

public:
    TextPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setDocument(const json::Document &document);
    // Selects these bytes of the document, wherever they stand in the form shown, and scrolls there.
    void reveal(qsizetype begin, qsizetype end);

private:
    [[nodiscard]] QToolButton *makeSwitch(const QString &name, const QString &text, TextForm form);
    void prepare();
    void describe();

    TextView *m_view = nullptr;
    QToolButton *m_pretty = nullptr;
    QToolButton *m_asReceived = nullptr;
    QLabel *m_description = nullptr;
    json::Document m_document;
    TextForm m_form = TextForm::Pretty;
};

} // namespace actionscope::ui
