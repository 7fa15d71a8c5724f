// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textpane.h"

#include "ui/response/textview.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace actionscope::ui {

TextPane::TextPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_view(new TextView(theme, clipboard, this))
    , m_description(new QLabel(this))
{
    m_view->setObjectName(QStringLiteral("bodyTextView"));
    m_view->setAccessibleName(tr("Body as text"));
    m_pretty = makeSwitch(QStringLiteral("prettyToolButton"), tr("Pretty"), TextForm::Pretty);
    m_asReceived
        = makeSwitch(QStringLiteral("asReceivedToolButton"), tr("As received"), TextForm::AsReceived);
    m_pretty->setChecked(true);
    auto *group = new QButtonGroup(this);
    group->addButton(m_pretty);
    group->addButton(m_asReceived);
    m_description->setObjectName(QStringLiteral("bodyDescriptionLabel"));
    m_description->setFont(ThemeService::smallFont());
    setLook(m_description, Look::Muted);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::small, spacing::hair, spacing::small, spacing::hair);
    row->setSpacing(spacing::hair);
    row->addWidget(m_pretty);
    row->addWidget(m_asReceived);
    row->addStretch(1);
    row->addWidget(m_description);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    connect(m_view, &TextView::textChanged, this, &TextPane::describe);
}

QToolButton *TextPane::makeSwitch(const QString &name, const QString &text, TextForm form)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, form] {
        if (form == m_form)
            return;
        m_form = form;
        prepare();
    });
    return button;
}

void TextPane::setDocument(const json::Document &document)
{
    m_document = document;
    const bool canBePretty = document.root().isContainer();
    m_pretty->setVisible(canBePretty);
    m_asReceived->setVisible(canBePretty);
    prepare();
}

void TextPane::reveal(qsizetype begin, qsizetype end)
{
    m_view->select(begin, end);
}

void TextPane::prepare()
{
    m_view->prepare([document = m_document, form = m_form] { return preparedText(document, form); });
}

void TextPane::describe()
{
    const PreparedText &text = m_view->text();
    const qsizetype count = text.lines.lineCount();
    const QString lines = count == 1 ? tr("1 line") : tr("%Ln lines", nullptr, int(count));
    if (!text.isText)
        m_description->setText(tr("Not text: what cannot be shown stands as � or ·"));
    else if (m_form == TextForm::Pretty && m_document.root().isContainer() && !text.isPretty)
        m_description->setText(tr("Nested too deeply to be indented · %1").arg(lines));
    else
        m_description->setText(m_document.bytes().isEmpty() ? QString() : lines);
}

} // namespace actionscope::ui
