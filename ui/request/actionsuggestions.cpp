// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/actionsuggestions.h"

#include "ui/request/actionpopup.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace actionscope::ui {

namespace {

// Somebody writes an id and looks for nothing: GITHUB_CREATE, my_own_action; rather than gh iss or gmail.
bool looksLikeId(const QString &text)
{
    const bool hasSpace = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    return !hasSpace && (text.contains(QLatin1Char('_')) || text == text.toUpper());
}

} // namespace

ActionSuggestions::ActionSuggestions(const ThemeService &theme, QLineEdit *field)
    : QObject(field)
    , m_field(field)
    , m_popup(new ActionPopup(theme, field))
{
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, &ActionSuggestions::followTyping);
    connect(m_popup, &ActionPopup::picked, this, &ActionSuggestions::choose);
}

// By the time it was shown, the popup belongs to the window.
ActionSuggestions::~ActionSuggestions()
{
    if (m_popup)
        m_popup->deleteLater();
}

void ActionSuggestions::setIndex(const catalog::ActionIndex &index)
{
    m_index = index;
    m_isDismissed = false;
    if (m_popup)
        m_popup->setIndex(index);
}

void ActionSuggestions::setUse(const QStringList &favourites, const QStringList &recents)
{
    m_search.favourites = favourites;
    m_search.recents = recents;
}

void ActionSuggestions::setEmptyText(const QString &text)
{
    if (m_popup)
        m_popup->setEmptyText(text);
}

bool ActionSuggestions::isOpen() const { return m_popup && m_popup->isVisible(); }

// Opened on an action that is known, it offers others and not that one again.
void ActionSuggestions::open()
{
    const QString text = m_field->text();
    const bool isKnown = m_index.positionOf(text) >= 0;
    lookFor(isKnown ? QString() : text);
    if (!isKnown && !looksLikeId(text) && m_popup && m_popup->hasRows())
        m_popup->setCurrentRow(0);
}

void ActionSuggestions::close()
{
    if (m_popup)
        m_popup->hide();
}

void ActionSuggestions::lookFor(const QString &text)
{
    if (!m_popup)
        return;
    m_isMoved = false;
    m_search.text = text;
    m_popup->setCurrentRow(-1);
    m_popup->setSearch(m_search);
    m_popup->showUnderField();
}

void ActionSuggestions::followTyping(const QString &text)
{
    if (text.contains(QLatin1String("{{"))) { // a variable, whatever it stands for
        close();
        return;
    }
    if (m_index.isEmpty() && m_isDismissed)
        return;
    lookFor(text);
    if (!m_popup || !m_popup->hasRows())
        return;
    // Enter takes the best row; not so while an id is written that only resembles one.
    const bool isBeginning = m_popup->firstId().startsWith(text, Qt::CaseInsensitive);
    if (!text.isEmpty() && (isBeginning || !looksLikeId(text)))
        m_popup->setCurrentRow(0);
}

bool ActionSuggestions::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (takeKey(static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::ShortcutOverride: // Escape closes this first, whatever else it is for
        if (isOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        close();
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (isOpen())
            m_popup->showUnderField();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool ActionSuggestions::takeKey(const QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        open();
        return true;
    }
    if (!isPlain)
        return false;
    if (isOpen())
        return takeKeyOfList(event->key());
    if (event->key() != Qt::Key_Down)
        return false;
    open();
    return true;
}

bool ActionSuggestions::takeKeyOfList(int key)
{
    const auto move = [this](int rows) {
        m_popup->moveBy(rows);
        m_isMoved = !m_popup->currentId().isEmpty();
        return true;
    };
    const QString current = m_popup->currentId();
    switch (key) {
    case Qt::Key_Down:
        return m_popup->hasRows() ? move(1) : true;
    case Qt::Key_Up:
        return m_popup->hasRows() ? move(-1) : true;
    case Qt::Key_PageDown:
        return m_popup->hasRows() ? move(m_popup->rowsOnPage()) : true;
    case Qt::Key_PageUp:
        return m_popup->hasRows() ? move(-m_popup->rowsOnPage()) : true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        if (current.isEmpty())
            return false;
        choose(current);
        return true;
    case Qt::Key_Escape:
        m_isDismissed = true;
        close();
        return true;
    case Qt::Key_Tab: // the focus goes on, too
        if (!current.isEmpty() && (m_isMoved || !looksLikeId(m_field->text())))
            choose(current);
        return false;
    default:
        return false;
    }
}

void ActionSuggestions::choose(const QString &id)
{
    close();
    const qsizetype position = m_index.positionOf(id);
    if (position >= 0)
        Q_EMIT chosen(m_index.actions()[position]);
}

} // namespace actionscope::ui
