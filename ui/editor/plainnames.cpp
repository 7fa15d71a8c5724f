// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/plainnames.h"

#include "app/schema/completion.h"
#include "app/schema/nameplaces.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/namemarks.h"
#include "ui/services/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QToolTip>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostMarked = 200'000; // characters
constexpr char namesProperty[] = "variableNames";

// As they are set for a page around the field.
QHash<QString, QString> namesAround(const QWidget *field)
{
    for (const QWidget *each = field; each; each = each->parentWidget()) {
        if (const QVariant names = each->property(namesProperty); names.isValid())
            return names.value<QHash<QString, QString>>();
    }
    return {};
}

QTextCharFormat formatOf(const ThemeService &theme, bool isKnown)
{
    QTextCharFormat format;
    format.setUnderlineStyle(isKnown ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(theme.color(isKnown ? ColorRole::Accent : ColorRole::Bad));
    return format;
}

int charactersIn(const QByteArray &utf8, qsizetype begin, qsizetype end)
{
    return int(QString::fromUtf8(QByteArrayView(utf8).sliced(begin, end - begin)).size());
}

} // namespace

PlainNames::PlainNames(const ThemeService &theme, QLineEdit *field)
    : PlainNames(theme, field, nullptr, field)
{
    connect(field, &QLineEdit::textChanged, this, &PlainNames::mark);
    connect(field, &QLineEdit::textEdited, this, &PlainNames::lookUp);
    connect(field, &QLineEdit::cursorPositionChanged, this, [this] {
        if (isOffering())
            lookUp();
    });
}

PlainNames::PlainNames(const ThemeService &theme, QPlainTextEdit *field)
    : PlainNames(theme, nullptr, field, field)
{
    field->viewport()->installEventFilter(this);
    connect(field, &QPlainTextEdit::textChanged, this, [this] {
        mark();
        if (m_field->hasFocus())
            lookUp();
    });
    connect(field, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isOffering())
            lookUp();
    });
}

PlainNames::PlainNames(const ThemeService &theme, QLineEdit *line, QPlainTextEdit *text, QWidget *field)
    : QObject(field)
    , m_theme(theme)
    , m_line(line)
    , m_text(text)
    , m_field(field)
{
    field->installEventFilter(this);
    connect(&theme, &ThemeService::themeChanged, this, &PlainNames::mark);
    setNames(namesAround(field));
}

void PlainNames::setNames(const QHash<QString, QString> &tips)
{
    if (tips == m_tips)
        return;
    m_tips = tips;
    m_names = tips.keys();
    m_names.sort();
    mark();
}

void PlainNames::setNamesBelow(QWidget *page, const QHash<QString, QString> &tips)
{
    page->setProperty(namesProperty, QVariant::fromValue(tips));
    for (PlainNames *each : page->findChildren<PlainNames *>())
        each->setNames(tips);
}

QString PlainNames::text() const { return m_line ? m_line->text() : m_text->toPlainText(); }

int PlainNames::caret() const { return m_line ? m_line->cursorPosition() : m_text->textCursor().position(); }

QList<PlainNames::Mark> PlainNames::marks() const
{
    const QByteArray utf8 = text().toUtf8();
    QList<Mark> marks;
    qsizetype done = 0;
    int characters = 0;
    if (utf8.size() > mostMarked)
        return marks;
    for (const schema::NamePlace &place : schema::namesIn(utf8)) {
        characters += charactersIn(utf8, done, place.begin);
        const int length = charactersIn(utf8, place.begin, place.begin + place.length);
        marks.append({characters, length, place.name});
        characters += length;
        done = place.begin + place.length;
    }
    return marks;
}

void PlainNames::mark()
{
    if (m_isMarking)
        return;
    const QScopedValueRollback marking(m_isMarking, true);
    m_line ? markLine(marks()) : markText(marks());
}

// A line edit has no formats but those of an input method, which are counted from the caret.
void PlainNames::markLine(const QList<Mark> &marks)
{
    QList<QInputMethodEvent::Attribute> formats;
    for (const Mark &mark : marks) {
        formats.append({QInputMethodEvent::TextFormat, mark.begin - m_line->cursorPosition(), mark.length,
            formatOf(m_theme, m_tips.contains(mark.name))});
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(m_line, &event);
}

void PlainNames::markText(const QList<Mark> &marks)
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const Mark &mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(mark.begin);
        selection.cursor.setPosition(mark.begin + mark.length, QTextCursor::KeepAnchor);
        selection.format = formatOf(m_theme, m_tips.contains(mark.name));
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
}

bool PlainNames::isOffering() const { return m_popup && m_popup->isVisible(); }

void PlainNames::hide()
{
    if (m_popup)
        m_popup->hide();
}

void PlainNames::lookUp()
{
    const QString before = text().first(std::min<qsizetype>(caret(), text().size()));
    const QList<schema::Completion> found = schema::variablesAt(text().toUtf8(), before.toUtf8().size(), m_names);
    if (found.isEmpty()) {
        hide();
        return;
    }
    if (!m_popup) {
        m_popup = new CompletionPopup(m_theme, m_field->objectName(), m_field);
        connect(m_popup, &CompletionPopup::chosen, this, &PlainNames::apply);
    }
    QRect place = m_line ? m_line->inputMethodQuery(Qt::ImCursorRectangle).toRect() : m_text->cursorRect();
    const QWidget *surface = m_line ? static_cast<QWidget *>(m_line) : m_text->viewport();
    place.moveTopLeft(surface->mapToGlobal(place.topLeft()));
    m_popup->showCompletions(found, place);
}

void PlainNames::apply(const schema::Completion &completion)
{
    const QByteArray utf8 = text().toUtf8();
    const json::TextEdit &edit = completion.edits.first();
    const int begin = charactersIn(utf8, 0, edit.begin);
    const int length = charactersIn(utf8, edit.begin, edit.begin + edit.length);
    if (m_line) {
        m_line->setSelection(begin, length);
        m_line->insert(QString::fromUtf8(edit.text));
    } else {
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(begin);
        cursor.setPosition(begin + length, QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromUtf8(edit.text));
        m_text->setTextCursor(cursor);
    }
    hide();
}

bool PlainNames::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    return isOffering() && modifiers == Qt::NoModifier && m_popup->takeKey(key);
}

bool PlainNames::showTip(const QPoint &inField, const QPoint &onScreen)
{
    const int at = m_line ? m_line->cursorPositionAt(inField) : m_text->cursorForPosition(inField).position();
    for (const Mark &mark : marks()) {
        if (at < mark.begin || at >= mark.begin + mark.length)
            continue;
        QToolTip::showText(onScreen, NameMarks::tipOf(mark.name, m_tips), m_field);
        return true;
    }
    return false;
}

bool PlainNames::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: { // keys of the list are the list's, whatever else they are for
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!isOffering() || !CompletionPopup::wantsKey(key->key()) || key->modifiers() != Qt::NoModifier)
            return false;
        event->accept();
        return true;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return watched == m_field && takeKey(key->key(), key->modifiers());
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        hide();
        return false;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showTip(help->pos(), help->globalPos());
    }
    default:
        return false;
    }
}

} // namespace actionscope::ui
