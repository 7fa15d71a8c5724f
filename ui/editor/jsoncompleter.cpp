// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoncompleter.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/completionpopup.h"

#include "app/base/whenready.h"
#include "app/schema/fieldtext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QtConcurrentRun>

#include <utility>

namespace actionscope::ui {

namespace {

struct LookedUp
{
    QList<schema::Completion> completions;
    schema::CaretContext context;
};

LookedUp lookedUp(
    const schema::Schema &schema, const QByteArray &text, qsizetype caret, const QStringList &variables)
{
    return {schema::completionsAt(schema, text, caret, variables), schema::caretContext(text, caret)};
}

} // namespace

JsonCompleter::JsonCompleter(const ThemeService &theme, const QString &name, CodeEditor *editor)
    : QObject(editor)
    , m_editor(editor)
    , m_popup(new CompletionPopup(theme, name, editor))
{
    editor->installEventFilter(this);
    editor->viewport()->installEventFilter(this);
    connect(editor, &QsciScintilla::SCN_CHARADDED, this, &JsonCompleter::onCharAdded);
    connect(editor, &QsciScintilla::cursorPositionChanged, this, [this] {
        // Scintilla may tell of it as late as when it paints.
        if (m_popup->isVisible() && !m_applying && m_editor->caret() != m_lookedUpAt)
            lookUp(Reason::Typing);
    });
    connect(m_popup, &CompletionPopup::chosen, this, &JsonCompleter::apply);
}

void JsonCompleter::setSchema(const schema::Schema &schema)
{
    m_schema = schema;
    ++m_newest;
    m_popup->hide();
}

void JsonCompleter::onCharAdded(int character)
{
    if (m_applying)
        return;
    const bool isWord = character == '"' || character == '{' || character == '_' || character >= 0x80
        || std::isalnum(character) != 0;
    if (isWord || m_popup->isVisible())
        lookUp(Reason::Typing);
}

void JsonCompleter::lookUp(Reason reason)
{
    if (m_schema.isEmpty() && m_variables.isEmpty())
        return;
    const qsizetype caret = m_editor->caret();
    m_lookedUpAt = caret;
    if (m_isLooking) { // one at a time, or quick fingers would fill the machine with searches nobody waits for
        m_again = reason;
        return;
    }
    m_isLooking = true;
    const auto looking = QtConcurrent::run(lookedUp, m_schema, m_editor->bytes(), caret, m_variables);
    whenReady(looking, this, [this, caret, reason, asked = ++m_newest](const LookedUp &result) {
        m_isLooking = false;
        if (const auto again = std::exchange(m_again, {})) {
            lookUp(*again);
            return;
        }
        if (asked != m_newest || caret != m_editor->caret() || !m_editor->hasFocus())
            return;
        const auto &found = result.completions;
        // A word that is there as a whole needs no list, and an empty place no list of its own accord.
        const bool isDone = found.size() == 1 && found.first().label == result.context.typed;
        const bool isEmpty = result.context.begin == caret;
        if (reason == Reason::Typing && (isDone || isEmpty))
            m_popup->hide();
        else
            show(found, result.context.begin);
    });
}

void JsonCompleter::show(const QList<schema::Completion> &completions, qsizetype begin)
{
    QRect word = m_editor->rectOf(begin);
    word.moveTopLeft(m_editor->viewport()->mapToGlobal(word.topLeft()));
    m_popup->showCompletions(completions, word);
}

void JsonCompleter::apply(const schema::Completion &completion)
{
    const QScopedValueRollback applying(m_applying, true);
    ++m_newest;
    m_editor->applyStep(completion.edits);
    m_editor->select(completion.selectionBegin, completion.selectionEnd);
}

bool JsonCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isOurs = (m_popup->isVisible() && CompletionPopup::wantsKey(key->key()) && key->modifiers() == Qt::NoModifier)
            || (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (watched == m_editor && isOurs) {
            event->accept();
            return true;
        }
        return false;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return watched == m_editor && takeKey(key->key(), key->modifiers());
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        m_popup->hide();
        return false;
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
        if (watched == m_editor->viewport())
            m_popup->hide();
        return false;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return watched == m_editor->viewport() && showTip(help->pos(), help->globalPos());
    }
    default:
        return false;
    }
}

bool JsonCompleter::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        lookUp(Reason::Asked);
        return true;
    }
    return m_popup->isVisible() && modifiers == Qt::NoModifier && m_popup->takeKey(key);
}

bool JsonCompleter::showTip(const QPoint &inViewport, const QPoint &onScreen)
{
    const qsizetype offset = m_editor->offsetAt(inViewport);
    if (offset < 0 || m_schema.isEmpty())
        return false;
    const schema::FieldText field = schema::fieldTextAt(m_schema, m_editor->bytes(), offset);
    if (field.name.isEmpty() && field.lines.isEmpty())
        return false;
    QString html = QStringLiteral("<b>%1</b>").arg(field.name.toHtmlEscaped());
    for (const QString &line : field.lines)
        html += QLatin1String("<br>") + line.toHtmlEscaped();
    QToolTip::showText(onScreen, html, m_editor);
    return true;
}

} // namespace actionscope::ui
