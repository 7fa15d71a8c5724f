// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/texttab.h"

#include "ui/request/generatebar.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace actionscope::ui {

TextTab::TextTab(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_generate(new GenerateBar(theme))
{
    // A low window scrolls rather than squeezing three editors.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    setLook(inside, Look::Page);
    scroll->setWidget(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, spacing::medium, 0, 0);
    column->setSpacing(spacing::hair);
    m_text = addField(column, QStringLiteral("text"), tr("&Text"),
        tr("What to do, in words. The service makes the input from it, in place of the Input tab."));
    column->addWidget(m_generate);
    m_systemPrompt = addField(column, QStringLiteral("systemPrompt"), tr("&System prompt"),
        tr("Rules for the model that reads the text."));
    m_customDescription = addField(column, QStringLiteral("customDescription"), tr("Custom &description"),
        tr("Takes the place of the action’s own description when the model reads the text."));
    connect(m_generate, &GenerateBar::answered, this,
        [this, scroll] { scroll->ensureWidgetVisible(m_generate, 0, 0); }, Qt::QueuedConnection);
    const auto tellReady
        = [this] { m_generate->setReady(!m_text->toPlainText().trimmed().isEmpty()); };
    connect(m_text, &QPlainTextEdit::textChanged, this, tellReady);
    tellReady();
}

QPlainTextEdit *TextTab::addField(
    QVBoxLayout *column, const QString &apiName, const QString &label, const QString &explanation)
{
    auto *field = new QPlainTextEdit(this);
    field->setObjectName(apiName + QStringLiteral("PlainTextEdit"));
    field->setTabChangesFocus(true);
    field->setToolTip(apiName);
    field->setAccessibleDescription(explanation);
    // Shares what height there is, whatever its own wish.
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    field->setMinimumHeight(64);
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    auto *what = new QLabel(explanation, this);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    what->setFont(ThemeService::smallFont());
    setLook(what, Look::Muted);
    if (column->count() > 0)
        column->addSpacing(spacing::small);
    column->addWidget(name);
    column->addWidget(what);
    column->addWidget(field, 1);
    connect(field, &QPlainTextEdit::textChanged, this, &TextTab::edited);
    return field;
}

void TextTab::readInto(api::ExecuteRequest &request) const
{
    request.text = m_text->toPlainText();
    request.systemPrompt = m_systemPrompt->toPlainText();
    request.customDescription = m_customDescription->toPlainText();
}

void TextTab::setRequest(const api::ExecuteRequest &request)
{
    m_text->setPlainText(request.text);
    m_systemPrompt->setPlainText(request.systemPrompt);
    m_customDescription->setPlainText(request.customDescription);
}

bool TextTab::isEmpty() const
{
    const auto isEmpty = [](const QPlainTextEdit *field) { return field->document()->isEmpty(); };
    return isEmpty(m_text) && isEmpty(m_systemPrompt) && isEmpty(m_customDescription);
}

QPlainTextEdit *TextTab::fieldNamed(const QString &apiName) const
{
    for (QPlainTextEdit *field : {m_text, m_systemPrompt, m_customDescription}) {
        if (field->objectName() == apiName + QLatin1String("PlainTextEdit"))
            return field;
    }
    return nullptr;
}

} // namespace actionscope::ui
