// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/codeeditor.h"

#include "ui/editor/jsonindent.h"
#include "ui/services/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace actionscope::ui {

namespace {

bool isBlankCharacter(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Where in `to` the character stands that stands at `at` in `from`, when both differ in blanks only.
qsizetype sameCharacter(const QByteArray &from, qsizetype at, const QByteArray &to)
{
    auto left = std::count_if(from.begin(), from.begin() + at, [](char c) { return !isBlankCharacter(c); });
    qsizetype i = 0;
    for (; i < to.size() && left > 0; ++i) {
        if (!isBlankCharacter(to[i]))
            --left;
    }
    return i;
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](int a, int b) { return a + qRound((b - a) * share); };
    return {
        channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

} // namespace

CodeEditor::CodeEditor(const ThemeService &theme, Language language, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_language(language)
{
    setFrameShape(QFrame::NoFrame);
    setToolTip(tr("Tab indents. To leave with the keyboard, press Escape and then Tab."));
    setAccessibleDescription(toolTip());
    setUpText();
    setUpKeys();
    setUpMargins();
    applyLexer();
    connect(this, &QsciScintilla::SCN_MODIFIED, this, [this](int, int type) { takeModification(type); });
    connect(&theme, &ThemeService::themeChanged, this, &CodeEditor::applyTheme);
    connect(this, &QsciScintilla::SCN_CHARADDED, this, [this](int character) {
        if (m_language == Language::Json)
            indentAfter(*this, character);
    });
}

// In a large text only what comes before a change is heard of. What makes the change tells of it when it is done; where
// that is Scintilla alone, as in a drag, it is told when the event loop comes round.
void CodeEditor::takeModification(int type)
{
    constexpr int texts = SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT;
    constexpr int befores = SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE;
    if ((type & (m_isQuiet ? befores : texts)) == 0)
        return;
    m_bytes.reset();
    const bool isFirst = !std::exchange(m_hasChanged, true);
    if (!m_isQuiet)
        tellChange();
    else if (isFirst)
        QMetaObject::invokeMethod(this, &CodeEditor::tellChange, Qt::QueuedConnection);
}

void CodeEditor::tellChange()
{
    if (!std::exchange(m_hasChanged, false))
        return;
    fitToSize();
    fitNumberMargin();
    Q_EMIT contentChanged();
}

// What would cost a frame with every key in a large text is left out there. QScintilla tells assistive techniques of each
// insertion by counting the characters before it, whether anybody listens or not.
void CodeEditor::fitToSize()
{
    const bool isLarge = length() > largeText;
    if (isLarge != m_isLarge) {
        m_isLarge = isLarge;
        m_isQuiet = isLarge && !QAccessible::isActive();
        constexpr unsigned long texts = SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT;
        SendScintilla(SCI_SETMODEVENTMASK, static_cast<unsigned long>(SC_MODEVENTMASKALL) & ~(m_isQuiet ? texts : 0UL));
        showBraces(hasFocus());
    }
    applyLexer();
}

// Copied once for each change: many ask for it after each key.
QByteArray CodeEditor::bytes() const
{
    if (!m_bytes) {
        const auto size = SendScintilla(SCI_GETLENGTH);
        const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
        m_bytes = QByteArray(text, qsizetype(size));
    }
    return *m_bytes;
}

bool CodeEditor::isBlank() const
{
    const auto size = qsizetype(SendScintilla(SCI_GETLENGTH));
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return std::all_of(text, text + size, isBlankCharacter);
}

void CodeEditor::setBytes(const QByteArray &bytes)
{
    setEolMode(bytes.contains("\r\n") ? EolWindows : EolUnix);
    clearProblem();
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_APPENDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    SendScintilla(SCI_GOTOPOS, 0UL);
    tellChange();
}

void CodeEditor::replaceAll(const QByteArray &bytes)
{
    const QByteArray before = this->bytes();
    if (before == bytes)
        return;
    const auto caret = qsizetype(SendScintilla(SCI_GETCURRENTPOS));
    SendScintilla(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_SETTARGETRANGE, 0UL, long(before.size()));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    SendScintilla(SCI_ENDUNDOACTION);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(sameCharacter(before, caret, bytes)));
    tellChange();
}

void CodeEditor::replaceRanges(const QList<json::TextEdit> &edits)
{
    // Alone, these two go on with the undo step before where they follow it, as typing does.
    const bool isTyping = edits.size() == 1 && (edits.first().length == 0 || edits.first().text.isEmpty());
    if (!isTyping)
        SendScintilla(SCI_BEGINUNDOACTION);
    for (const json::TextEdit &edit : edits) {
        const auto begin = static_cast<unsigned long>(edit.begin);
        if (edit.length > 0)
            SendScintilla(SCI_DELETERANGE, begin, long(edit.length));
        if (!edit.text.isEmpty())
            SendScintilla(SCI_INSERTTEXT, begin, edit.text.constData());
        SendScintilla(SCI_SCROLLRANGE, begin + static_cast<unsigned long>(edit.text.size()), long(edit.begin));
    }
    if (!isTyping)
        SendScintilla(SCI_ENDUNDOACTION);
    tellChange();
}

void CodeEditor::applyStep(const QList<json::TextEdit> &edits)
{
    SendScintilla(SCI_BEGINUNDOACTION);
    for (const json::TextEdit &edit : edits) {
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(edit.begin), long(edit.begin + edit.length));
        SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(edit.text.size()), edit.text.constData());
    }
    SendScintilla(SCI_ENDUNDOACTION);
    tellChange();
}

void CodeEditor::markProblems(const QList<Mark> &marks)
{
    clearProblem();
    const auto size = qsizetype(SendScintilla(SCI_GETLENGTH));
    for (const Mark &mark : marks) {
        const qsizetype begin = std::clamp<qsizetype>(mark.begin, 0, size);
        const qsizetype end = std::clamp<qsizetype>(mark.end, begin, size);
        const Indicator indicator = mark.isWarning ? WarningIndicator : ProblemIndicator;
        if (end - begin > 1)
            underline(indicator, begin, end);
        else
            underlineWord(indicator, begin);
    }
}

qsizetype CodeEditor::caret() const { return qsizetype(SendScintilla(SCI_GETCURRENTPOS)); }

void CodeEditor::select(qsizetype begin, qsizetype end)
{
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(begin), long(end));
}

QRect CodeEditor::rectOf(qsizetype offset) const
{
    const auto left = SendScintilla(SCI_POINTXFROMPOSITION, 0UL, long(offset));
    const auto top = SendScintilla(SCI_POINTYFROMPOSITION, 0UL, long(offset));
    const auto line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(offset));
    return {int(left), int(top), 1, int(SendScintilla(SCI_TEXTHEIGHT, static_cast<unsigned long>(line)))};
}

qsizetype CodeEditor::offsetAt(const QPoint &point) const
{
    return qsizetype(
        SendScintilla(SCI_CHARPOSITIONFROMPOINTCLOSE, static_cast<unsigned long>(point.x()), long(point.y())));
}

void CodeEditor::markNames(const QList<Mark> &marks)
{
    const long size = SendScintilla(SCI_GETLENGTH);
    for (const Indicator indicator : {NameIndicator, UnknownNameIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, size);
    }
    for (const Mark &mark : marks)
        underline(mark.isWarning ? UnknownNameIndicator : NameIndicator, mark.begin, std::min<qsizetype>(mark.end, size));
}

void CodeEditor::underline(Indicator indicator, qsizetype begin, qsizetype end)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), long(end - begin));
}

void CodeEditor::underlineWord(Indicator indicator, qsizetype offset)
{
    const auto size = qsizetype(SendScintilla(SCI_GETLENGTH));
    qsizetype begin = std::clamp<qsizetype>(offset, 0, size);
    // At the end there is nothing to underline but the last character before it.
    while (begin > 0
        && (begin == size
            || isBlankCharacter(char(SendScintilla(SCI_GETCHARAT, static_cast<unsigned long>(begin))))))
        begin = qsizetype(SendScintilla(SCI_POSITIONBEFORE, static_cast<unsigned long>(begin)));
    underline(indicator, begin, problemEnd(begin));
}

void CodeEditor::clearProblem()
{
    for (const Indicator indicator : {ProblemIndicator, WarningIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(SendScintilla(SCI_GETLENGTH)));
    }
}

void CodeEditor::jumpTo(qsizetype offset)
{
    setFocus();
    const auto position = static_cast<unsigned long>(offset);
    SendScintilla(
        SCI_ENSUREVISIBLE, static_cast<unsigned long>(SendScintilla(SCI_LINEFROMPOSITION, position)));
    SendScintilla(SCI_GOTOPOS, position);
}

void CodeEditor::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (text.isEmpty() || isReadOnly())
        return;
    SendScintilla(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_REPLACESEL, "");
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(text.size()), text.constData());
    SendScintilla(SCI_ENDUNDOACTION);
    SendScintilla(SCI_SCROLLCARET);
    tellChange();
}

void CodeEditor::undo()
{
    QsciScintilla::undo();
    tellChange();
}

void CodeEditor::redo()
{
    QsciScintilla::redo();
    tellChange();
}

void CodeEditor::inputMethodEvent(QInputMethodEvent *event)
{
    QsciScintilla::inputMethodEvent(event);
    tellChange();
}

// A word is underlined as a whole, a single sign alone.
qsizetype CodeEditor::problemEnd(qsizetype offset) const
{
    const auto at = [this](qsizetype position) {
        return static_cast<unsigned char>(SendScintilla(SCI_GETCHARAT, static_cast<unsigned long>(position)));
    };
    const auto isWord = [](unsigned char c) { return c >= 0x80 || std::isalnum(c) || c == '_' || c == '.'; };
    const auto size = qsizetype(SendScintilla(SCI_GETLENGTH));
    qsizetype end = offset;
    while (end < size && isWord(at(end)))
        ++end;
    return end > offset ? end
                        : qsizetype(SendScintilla(SCI_POSITIONAFTER, static_cast<unsigned long>(offset)));
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isTab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (isTab && event->modifiers().testFlag(Qt::ControlModifier)) {
        // Belongs to the tabs around us.
        event->ignore();
        return;
    }
    // Shift comes as a key of its own before Shift+Tab.
    if (event->key() != Qt::Key_Shift)
        m_tabLeaves = event->key() == Qt::Key_Escape;
    if (event->matches(QKeySequence::Paste))
        paste();
    else
        QsciScintilla::keyPressEvent(event);
    tellChange();
}

void CodeEditor::focusInEvent(QFocusEvent *event)
{
    QsciScintilla::focusInEvent(event);
    showBraces(true);
    Q_EMIT focusChanged(true);
}

void CodeEditor::focusOutEvent(QFocusEvent *event)
{
    m_tabLeaves = false;
    QsciScintilla::focusOutEvent(event);
    showBraces(false);
    Q_EMIT focusChanged(false);
}

bool CodeEditor::focusNextPrevChild(bool next)
{
    return m_tabLeaves && QAbstractScrollArea::focusNextPrevChild(next);
}

void CodeEditor::setUpText()
{
    setUtf8(true);
    setEolMode(EolUnix);
    setWrapMode(WrapNone);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setIndentationsUseTabs(false);
    setTabWidth(2);
    setIndentationWidth(2);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(m_language == Language::Plain);
    setCaretLineVisible(true);
    indicatorDefine(DotsIndicator, NameIndicator);
    indicatorDefine(SquigglePixmapIndicator, UnknownNameIndicator);
    for (const Indicator indicator : {ProblemIndicator, WarningIndicator}) {
        indicatorDefine(SquigglePixmapIndicator, indicator);
        setIndicatorDrawUnder(false, indicator);
    }
    SendScintilla(SCI_SETEXTRAASCENT, 1UL);
    SendScintilla(SCI_SETEXTRADESCENT, 1UL);
}

// Scintilla binds line and case commands to keys that a window may want, and that surprise in a small editor.
void CodeEditor::setUpKeys()
{
    for (const auto command : {QsciCommand::LineCut, QsciCommand::LineCopy, QsciCommand::LineDelete,
             QsciCommand::LineTranspose, QsciCommand::SelectionLowerCase, QsciCommand::SelectionUpperCase,
             QsciCommand::SelectionDuplicate}) {
        if (QsciCommand *found = standardCommands()->find(command))
            found->setKey(0);
    }
}

void CodeEditor::setUpMargins()
{
    setMarginType(LineNumbers, NumberMargin);
    setMarginWidth(Symbols, 0);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 4L);
}

// Colouring follows the size of the text.
void CodeEditor::applyLexer()
{
    const bool coloured = m_language == Language::Json && SendScintilla(SCI_GETLENGTH) <= maximumColoured;
    if (coloured == m_coloured && m_coloured == (lexer() != nullptr) && marginWidth(LineNumbers) > 0)
        return;
    m_coloured = coloured;
    if (coloured && !m_lexer)
        m_lexer = new QsciLexerJSON(this);
    setLexer(coloured ? m_lexer : nullptr);
    setFolding(coloured ? PlainFoldStyle : NoFoldStyle, Folds);
    showBraces(hasFocus());
    applyTheme();
}

// Only where the caret can be seen, and where looking for the other brace costs no frame: one inside of a text has none,
// and Scintilla would go on to the end for it with every key.
void CodeEditor::showBraces(bool show)
{
    const bool isShown = m_coloured && show && !m_isLarge;
    setBraceMatching(isShown ? SloppyBraceMatch : NoBraceMatch);
    if (!isShown)
        SendScintilla(SCI_BRACEHIGHLIGHT, static_cast<unsigned long>(-1), -1L);
}

void CodeEditor::applyTheme()
{
    const QFont font = ThemeService::monospaceFont();
    const QColor ground = m_theme.color(ColorRole::Raised);
    const QColor text = m_theme.color(ColorRole::Text);
    const QColor muted = m_theme.color(ColorRole::Muted);
    const QColor accent = m_theme.color(ColorRole::Accent);
    applyLexerColors();
    setFont(font);
    setColor(text);
    setPaper(ground);
    setMarginsFont(font);
    setMarginsForegroundColor(muted);
    setMarginsBackgroundColor(ground);
    setFoldMarginColors(ground, ground);
    setCaretForegroundColor(accent);
    setCaretWidth(2);
    setCaretLineBackgroundColor(mixed(ground, text, 0.04));
    setSelectionBackgroundColor(mixed(ground, accent, 0.30));
    resetSelectionForegroundColor();
    setMatchedBraceForegroundColor(accent);
    setMatchedBraceBackgroundColor(mixed(ground, accent, 0.16));
    setUnmatchedBraceForegroundColor(m_theme.color(ColorRole::Bad));
    setUnmatchedBraceBackgroundColor(ground);
    setIndicatorForegroundColor(m_theme.color(ColorRole::Bad), ProblemIndicator);
    setIndicatorForegroundColor(m_theme.color(ColorRole::Warn), WarningIndicator);
    setIndicatorForegroundColor(m_theme.color(ColorRole::Accent), NameIndicator);
    setIndicatorForegroundColor(m_theme.color(ColorRole::Bad), UnknownNameIndicator);
    // Triangles in place of the boxes that Scintilla draws.
    SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(SC_MARKNUM_FOLDER), long(SC_MARK_ARROW));
    SendScintilla(
        SCI_MARKERDEFINE, static_cast<unsigned long>(SC_MARKNUM_FOLDEROPEN), long(SC_MARK_ARROWDOWN));
    // QScintilla's own setters pass over the markers of folding.
    const QColor quiet = mixed(muted, ground, 0.35);
    for (const int marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEROPEN}) {
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), quiet);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), quiet);
    }
    setMarginWidth(Folds, m_coloured ? 16 : 0);
    m_digits = 0; // the font may be another one
    fitNumberMargin();
}

void CodeEditor::applyLexerColors()
{
    if (!m_coloured)
        return;
    m_lexer->setFont(ThemeService::monospaceFont());
    m_lexer->setPaper(m_theme.color(ColorRole::Raised));
    m_lexer->setColor(m_theme.color(ColorRole::Text));
    const std::pair<int, ColorRole> colors[] {{QsciLexerJSON::Property, ColorRole::JsonKey},
        {QsciLexerJSON::String, ColorRole::JsonString},
        {QsciLexerJSON::EscapeSequence, ColorRole::JsonString}, {QsciLexerJSON::IRI, ColorRole::JsonString},
        {QsciLexerJSON::IRICompact, ColorRole::JsonString}, {QsciLexerJSON::Number, ColorRole::JsonNumber},
        {QsciLexerJSON::Keyword, ColorRole::JsonWord}, {QsciLexerJSON::KeywordLD, ColorRole::JsonString},
        {QsciLexerJSON::Operator, ColorRole::Muted}, {QsciLexerJSON::UnclosedString, ColorRole::Bad},
        {QsciLexerJSON::Error, ColorRole::Bad}};
    for (const auto &[style, role] : colors)
        m_lexer->setColor(m_theme.color(role), style);
}

void CodeEditor::fitNumberMargin()
{
    const auto digits = std::max<qsizetype>(2, QString::number(lines()).size());
    if (digits != std::exchange(m_digits, digits))
        setMarginWidth(LineNumbers, QString(digits + 1, QLatin1Char('0')));
}

} // namespace actionscope::ui
