// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsonindent.h"

#include "ui/editor/codeeditor.h"

namespace actionscope::ui {

namespace {

constexpr long step = 2;
using Sci = QsciScintillaBase;

long send(const CodeEditor &editor, unsigned int message, long first = 0, long second = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

char charAt(const CodeEditor &editor, long position)
{
    return char(send(editor, Sci::SCI_GETCHARAT, position));
}

void indentNewLine(CodeEditor &editor)
{
    const long line = send(editor, Sci::SCI_LINEFROMPOSITION, send(editor, Sci::SCI_GETCURRENTPOS));
    if (line == 0)
        return;
    long before = send(editor, Sci::SCI_GETLINEENDPOSITION, line - 1) - 1;
    const long lineStart = send(editor, Sci::SCI_POSITIONFROMLINE, line - 1);
    while (before > lineStart && (charAt(editor, before) == ' ' || charAt(editor, before) == '\t'))
        --before;
    const char last = before >= lineStart ? charAt(editor, before) : '\0';
    const long outer = send(editor, Sci::SCI_GETLINEINDENTATION, line - 1);
    const long inner = last == '{' || last == '[' ? outer + step : outer;
    editor.beginUndoAction();
    const char next = charAt(editor, send(editor, Sci::SCI_GETCURRENTPOS));
    if (inner > outer && (next == '}' || next == ']')) {
        // Between a pair: the closing bracket goes to a line of its own.
        editor.SendScintilla(Sci::SCI_INSERTTEXT, static_cast<unsigned long>(-1),
            editor.eolMode() == QsciScintilla::EolWindows ? "\r\n" : "\n");
        send(editor, Sci::SCI_SETLINEINDENTATION, line + 1, outer);
    }
    send(editor, Sci::SCI_SETLINEINDENTATION, line, inner);
    send(editor, Sci::SCI_GOTOPOS, send(editor, Sci::SCI_GETLINEINDENTPOSITION, line));
    editor.endUndoAction();
}

void outdentClosing(CodeEditor &editor)
{
    const long bracket = send(editor, Sci::SCI_GETCURRENTPOS) - 1;
    const long line = send(editor, Sci::SCI_LINEFROMPOSITION, bracket);
    if (send(editor, Sci::SCI_GETLINEINDENTPOSITION, line) != bracket)
        return;
    const long opening = send(editor, Sci::SCI_BRACEMATCH, bracket);
    if (opening < 0)
        return;
    const long openingLine = send(editor, Sci::SCI_LINEFROMPOSITION, opening);
    send(editor, Sci::SCI_SETLINEINDENTATION, line, send(editor, Sci::SCI_GETLINEINDENTATION, openingLine));
    send(editor, Sci::SCI_GOTOPOS, send(editor, Sci::SCI_GETLINEINDENTPOSITION, line) + 1);
}

} // namespace

void indentAfter(CodeEditor &editor, int character)
{
    if (character == '\n')
        indentNewLine(editor);
    else if (character == '}' || character == ']')
        outdentClosing(editor);
}

} // namespace actionscope::ui
