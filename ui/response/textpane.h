// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/preparedtext.h"
#include "ui/response/rowpainter.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QSpinBox;
class QToolButton;

namespace actionscope::ui {

class TextView;
class Clipboard;
class ThemeService;

// The body as text: re-indented, as it was received, or byte by byte.
class TextPane final : public QWidget
{
    Q_OBJECT

public:
    TextPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setDocument(const json::Document &document, Keep keep = Keep::Nothing);
    // Selects these bytes of the document, wherever they stand in the form shown, and scrolls there.
    void reveal(qsizetype begin, qsizetype end);
    // Highlights what `marks` finds.
    void setMarks(const MarkFinder &marks);
    // The document's byte at the caret.
    [[nodiscard]] qsizetype caretOffset() const;

private:
    [[nodiscard]] QToolButton *makeSwitch(const QString &name, const QString &text, TextForm form);
    void buildTools();
    void chooseForm(TextForm form);
    void prepare(Keep keep = Keep::Nothing);
    void describe();

    TextView *m_view = nullptr;
    QButtonGroup *m_switches = nullptr;
    QToolButton *m_pretty = nullptr;
    QToolButton *m_asReceived = nullptr;
    QToolButton *m_wrap = nullptr;
    QSpinBox *m_line = nullptr;
    QLabel *m_description = nullptr;
    json::Document m_document;
    TextForm m_form = TextForm::Pretty; // the one chosen; a body may not have it
};

} // namespace actionscope::ui
