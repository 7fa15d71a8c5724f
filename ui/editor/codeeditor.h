// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "ui/editor/qsci.h"

#include <QByteArray>

#include <optional>

namespace actionscope::ui {

class ThemeService;

// A plain text editor over QScintilla in the look of the program. Works in UTF-8 bytes: what was set or typed
// comes back byte for byte, line endings included. Tab indents; Escape and then Tab leaves the editor.
class CodeEditor final : public QsciScintilla
{
    Q_OBJECT

public:
    enum class Language { Plain, Json };
    // Above this many bytes colouring, folding and brace matching are off: they would hold up typing.
    static constexpr qsizetype maximumColoured = 2'000'000;
    static constexpr qsizetype largeText = 64'000;

    CodeEditor(const ThemeService &theme, Language language, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] bool isBlank() const;
    // Replaces the text and forgets the undo history.
    void setBytes(const QByteArray &bytes);
    // Replaces the text as one undo step and keeps the caret at the same non-blank character.
    void replaceAll(const QByteArray &bytes);
    // Several stretches, the last in the text first, as one undo step; what was changed comes into sight.
    void replaceRanges(const QList<json::TextEdit> &edits);

    // The same, never joined to what was typed before.
    void applyStep(const QList<json::TextEdit> &edits);

    // A stretch that is underlined, at its place until the text or the marks are set anew.
    struct Mark
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool isWarning = false;
    };
    void markProblems(const QList<Mark> &marks);
    void clearProblem();
    // Names that are known, and with isWarning those that are not; beside the problems.
    void markNames(const QList<Mark> &marks);
    [[nodiscard]] qsizetype caret() const;
    void select(qsizetype begin, qsizetype end);
    // Of the character there, in the viewport.
    [[nodiscard]] QRect rectOf(qsizetype offset) const;
    // Of the character at a point of the viewport; -1 where there is none.
    [[nodiscard]] qsizetype offsetAt(const QPoint &point) const;
    void jumpTo(qsizetype offset);
    // As the clipboard has it; QScintilla's own would change the line endings.
    void paste() override;
    void undo() override;
    void redo() override;

Q_SIGNALS:
    // In place of textChanged() and linesChanged(), which are not told of a large text.
    void contentChanged();
    void focusChanged(bool focused);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    // Numbers of Scintilla's indicators; those below 8 belong to lexers.
    enum Indicator { ProblemIndicator = 8, WarningIndicator, NameIndicator, UnknownNameIndicator };
    enum Column { LineNumbers = 0, Symbols = 1, Folds = 2 };

    void setUpText();
    void setUpKeys();
    void setUpMargins();
    void applyTheme();
    void applyLexerColors();
    void applyLexer();
    void takeModification(int type);
    void tellChange();
    void fitToSize();
    void showBraces(bool show);
    void fitNumberMargin();
    void underline(Indicator indicator, qsizetype begin, qsizetype end);
    void underlineWord(Indicator indicator, qsizetype offset);
    [[nodiscard]] qsizetype problemEnd(qsizetype offset) const;

    const ThemeService &m_theme;
    Language m_language;
    QsciLexerJSON *m_lexer = nullptr;
    mutable std::optional<QByteArray> m_bytes; // of the text as it is
    bool m_coloured = false;
    bool m_isLarge = false;
    bool m_isQuiet = false; // Scintilla does not tell of changes that were made
    bool m_hasChanged = false; // and nobody was told yet
    qsizetype m_digits = 0; // of the line numbers
    bool m_tabLeaves = false;
};

} // namespace actionscope::ui
