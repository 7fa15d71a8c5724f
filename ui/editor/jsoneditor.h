// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "ui/editor/jsonchecker.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace actionscope::ui {

class CodeEditor;
class ThemeService;

// JSON as a person types it: coloured, folded, checked while typing, with one line below that tells size and
// the first problem. The text is kept byte for byte, valid or not.
class JsonEditor final : public QFrame
{
    Q_OBJECT

public:
    // `name` begins the objectNames: "input" gives "inputJsonEditor" with "inputCodeEditor" and its buttons
    // inside.
    JsonEditor(const ThemeService &theme, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray bytes() const;
    // Nothing but white space.
    [[nodiscard]] bool isBlank() const;
    // Does not emit edited().
    void setBytes(const QByteArray &bytes);
    // What the text is, for assistive techniques: "Input, JSON".
    void setAccessibleTitle(const QString &title);

    // Both change white space only, as one undo step; text that is not JSON stays and its problem is shown.
    void format();
    void minify();

    // Edits made elsewhere, on the text as it is now, the last in the text first: one undo step, though typing goes on
    // with the step before as it does here. Emits edited() once.
    void applyEdit(const json::TextEdit &edit) { applyEdits({edit}); }
    void applyEdits(const QList<json::TextEdit> &edits);
    void undo();
    void redo();

    // A problem found elsewhere, shown until the next edit. An offset below zero means the text as a whole.
    void showProblem(const QString &sentence, qsizetype offset);
    // Puts the caret and the focus at the problem, or only the focus when there is none.
    void goToProblem();
    // Empty when none is shown.
    [[nodiscard]] QString problemSentence() const;

Q_SIGNALS:
    void edited();
    void replaced(); // by setBytes()

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFooter(const ThemeService &theme, const QString &name);
    void onTextChanged();
    void showCheck(const std::optional<JsonProblem> &problem);
    void showSize();
    void fitSentence();
    void rewrite(QByteArray (*how)(const QByteArray &text));

    CodeEditor *m_editor = nullptr;
    JsonChecker *m_checker = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_problem = nullptr;
    QLabel *m_size = nullptr;
    QToolButton *m_format = nullptr;
    QToolButton *m_minify = nullptr;
    QString m_sentence;
    qsizetype m_problemOffset = -1;
    bool m_setting = false;
};

} // namespace actionscope::ui
