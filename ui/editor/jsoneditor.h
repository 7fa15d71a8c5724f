// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/schema/example.h"
#include "ui/editor/jsonchecker.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QToolButton;

namespace actionscope::ui {

class CodeEditor;
class ElidedLabel;
class JsonCompleter;
class NameMarks;
class ProblemBar;
class ThemeService;

// JSON as a person types it: coloured, folded, checked while typing and, where a schema is known, completed from it, with
// a line below that tells size and problems. The text is kept byte for byte, valid or not.
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

    // What it means that there is nothing, where that is not "not sent".
    void setEmptySentence(const QString &sentence);

    // What the text is an input for; an empty schema: any JSON. Checking follows a little later.
    void setSchema(const schema::Schema &schema);
    // Names that are offered as {{name}}, and what each stands for.
    void setVariables(const QHash<QString, QString> &names);
    // Puts in what the schema requires and the text lacks, as one undo step; into a blank text a whole example.
    void fillExample(schema::Extent extent);

    // Both change white space only, as one undo step; text that is not JSON stays and its problem is shown.
    void format();
    void minify();

    // Edits made elsewhere, on the text as it is now, the last in the text first: one undo step, though typing goes on
    // with the step before as it does here. Emits edited() once.
    void applyEdit(const json::TextEdit &edit) { applyEdits({edit}); }
    void applyEdits(const QList<json::TextEdit> &edits);
    // Where it is of the text as it is now; one undo step.
    void applyFix(const schema::QuickFix &fix);
    void undo();
    void redo();

    // A problem found elsewhere, shown until the next edit. An offset below zero means the text as a whole.
    void showProblem(const QString &sentence, qsizetype offset);
    // Puts the caret and the focus at the problem, or only the focus when there is none.
    void goToProblem();
    // The next or previous problem from the caret.
    void goToNextProblem();
    void goToPreviousProblem();
    // The ways out of the problem at the caret, as a menu there.
    void showFixesAtCaret();
    // Empty when none is shown.
    [[nodiscard]] QString problemSentence() const;

Q_SIGNALS:
    void edited();
    void replaced(); // by setBytes()
    // What a check found in `text`, which is the text as it is.
    void checked(const QList<actionscope::schema::Problem> &problems, const QByteArray &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFooter(const ThemeService &theme, const QString &name);
    void onTextChanged();
    void showProblems(const QList<schema::Problem> &problems, const QByteArray &text);
    void showState();
    void showSize();
    void goTo(qsizetype problem);
    void rewrite(QByteArray (*how)(const QByteArray &text));

    CodeEditor *m_editor = nullptr;
    JsonChecker *m_checker = nullptr;
    JsonCompleter *m_completer = nullptr;
    NameMarks *m_names = nullptr;
    ProblemBar *m_bar = nullptr;
    ElidedLabel *m_state = nullptr;
    QLabel *m_size = nullptr;
    QToolButton *m_fill = nullptr;
    QToolButton *m_format = nullptr;
    QToolButton *m_minify = nullptr;
    QString m_emptySentence;
    schema::InputRules m_rules;
    quint64 m_newestRules = 0;
    quint64 m_revision = 0; // of the text
    quint64 m_checkedRevision = 0; // of the text that the problems are about
    bool m_setting = false;
};

} // namespace actionscope::ui
