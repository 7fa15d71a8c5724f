// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textpane.h"

#include "app/models/readable.h"
#include "ui/response/textview.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace actionscope::ui {

TextPane::TextPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_view(new TextView(theme, clipboard, this))
    , m_switches(new QButtonGroup(this))
    , m_wrap(new QToolButton(this))
    , m_line(new QSpinBox(this))
    , m_description(new QLabel(this))
{
    m_view->setObjectName(QStringLiteral("bodyTextView"));
    m_view->setAccessibleName(tr("Body as text"));
    setFocusProxy(m_view);
    m_pretty = makeSwitch(QStringLiteral("prettyToolButton"), tr("Pretty"), TextForm::Pretty);
    m_asReceived
        = makeSwitch(QStringLiteral("asReceivedToolButton"), tr("As received"), TextForm::AsReceived);
    QToolButton *hex = makeSwitch(QStringLiteral("hexToolButton"), tr("Hex"), TextForm::Hex);
    buildTools();

    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::small, spacing::hair, spacing::small, spacing::hair);
    row->setSpacing(spacing::hair);
    row->addWidget(m_pretty);
    row->addWidget(m_asReceived);
    row->addWidget(hex);
    row->addSpacing(spacing::small);
    row->addWidget(m_wrap);
    row->addSpacing(spacing::small);
    row->addWidget(m_description, 1);
    row->addWidget(m_line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    connect(m_view, &TextView::textChanged, this, &TextPane::describe);
    connect(m_view, &TextView::noticed, m_description, &QLabel::setText);
}

QToolButton *TextPane::makeSwitch(const QString &name, const QString &text, TextForm form)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    m_switches->addButton(button, int(form));
    connect(button, &QToolButton::clicked, this, [this, form] { chooseForm(form); });
    return button;
}

void TextPane::buildTools()
{
    m_wrap->setObjectName(QStringLiteral("wrapToolButton"));
    m_wrap->setText(tr("Wrap"));
    m_wrap->setAccessibleName(tr("Wrap long lines"));
    m_wrap->setToolTip(tr("Break long lines at the edge of the view"));
    m_wrap->setCheckable(true);
    connect(m_wrap, &QToolButton::toggled, m_view, &TextView::setWrapped);
    m_line->setObjectName(QStringLiteral("goToLineSpinBox"));
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setToolTip(tr("Go to line (Ctrl+L)"));
    m_line->setPrefix(tr("Line "));
    m_line->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_line->setKeyboardTracking(false);
    m_line->setGroupSeparatorShown(true);
    connect(m_line, &QSpinBox::valueChanged, m_view, &TextView::goToLine);
    connect(m_line, &QSpinBox::editingFinished, this, [this] {
        if (m_line->hasFocus()) // Return, and not the way out with Tab
            m_view->setFocus();
    });
    auto *goToLine = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    goToLine->setContext(Qt::WidgetWithChildrenShortcut);
    connect(goToLine, &QShortcut::activated, this, [this] {
        m_line->setFocus();
        m_line->selectAll();
    });
    m_description->setObjectName(QStringLiteral("bodyDescriptionLabel"));
    m_description->setFont(ThemeService::smallFont());
    m_description->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setLook(m_description, Look::Muted);
}

void TextPane::setDocument(const json::Document &document, Keep keep)
{
    m_document = document;
    const bool canBePretty = !document.isEmpty();
    m_pretty->setVisible(canBePretty);
    m_asReceived->setVisible(!document.bytes().isEmpty());
    prepare(keep);
}

void TextPane::reveal(qsizetype begin, qsizetype end) { m_view->select(begin, end); }

void TextPane::setMarks(const MarkFinder &marks) { m_view->setMarks(marks); }

qsizetype TextPane::caretOffset() const { return m_view->caretOffset(); }

// What stood at the caret stays in sight.
void TextPane::chooseForm(TextForm form)
{
    if (form == m_form && form == m_view->text().form)
        return;
    m_form = form;
    const qsizetype offset = m_view->caretOffset();
    prepare();
    if (offset > 0)
        m_view->select(offset, offset);
}

void TextPane::prepare(Keep keep)
{
    m_view->prepare([document = m_document, form = m_form] { return preparedText(document, form); }, keep);
}

void TextPane::describe()
{
    const PreparedText &text = m_view->text();
    m_switches->button(int(text.form))->setChecked(true);
    const qsizetype count = text.lines ? text.lines->lineCount() : 0;
    const bool isHex = text.form == TextForm::Hex;
    const QSignalBlocker blocker(m_line);
    m_line->setRange(
        1, int(std::max<qsizetype>(1, std::min<qsizetype>(count, std::numeric_limits<int>::max()))));
    m_line->setVisible(!isHex && count > 1);
    m_wrap->setVisible(!isHex);
    const auto fault = m_document.error();
    if (m_document.bytes().isEmpty())
        m_description->clear();
    else if (isHex)
        m_description->setText(m_form == TextForm::Hex
                ? models::sizeText(m_document.bytes().size())
                : tr("Not text · %1").arg(models::sizeText(m_document.bytes().size())));
    else if (fault && !m_document.isEmpty())
        m_description->setText(tr("Byte %1: %2").arg(locale().toString(fault->offset), fault->reason));
    else
        m_description->setText(count == 1 ? tr("1 line") : tr("%1 lines").arg(locale().toString(count)));
    m_description->setToolTip(m_description->text());
}

} // namespace actionscope::ui
