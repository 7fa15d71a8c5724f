// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/textfieldeditor.h"

#include "app/models/formvalue.h"
#include "ui/editor/plainnames.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace actionscope::ui {

using models::FormNode;
using schema::FieldKind;

namespace {

constexpr qsizetype largest = 64 * 1024; // bytes that can be edited here
constexpr qsizetype shownOfLarge = 4096;

} // namespace

TextFieldEditor::TextFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : FieldEditor(parent)
    , m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(name + QStringLiteral(".PlainTextEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new PlainNames(theme, m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TextFieldEditor::onEdited);
}

QWidget *TextFieldEditor::focusTarget() const { return m_text; }

void TextFieldEditor::showNode(const FormNode &node, bool isEditable)
{
    m_field = node.shown;
    m_isItem = node.kind == FormNode::Kind::Item;
    m_text->setFont(m_field.isText() ? font() : ThemeService::monospaceFont());
    const bool isLarge = node.value.raw().size() > largest;
    m_text->setReadOnly(!isEditable || isLarge);
    m_text->setToolTip(isLarge ? tr("Only the beginning is shown here; the JSON has all of it.") : QString());
    if (isLarge) {
        showBeginning(node);
        return;
    }
    m_text->setPlaceholderText(hintFor(node));
    const QByteArray json = node.value.raw().toByteArray();
    if (json == m_json)
        return;
    m_json = json;
    if (m_isPending) {
        m_isPending = false;
        setStyleFlag(m_text, "problem", false);
        Q_EMIT troubleFound({});
    }
    const bool isText = m_field.isText() && node.value.isString();
    const QString typed = isText ? models::typedOfJson(json)
        : node.value.isNull() && m_field.isText() ? QString()
                                                  : QString::fromUtf8(json);
    if (typed == m_text->toPlainText() || models::jsonOfTyped(m_field, m_text->toPlainText()) == json)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    m_text->setPlainText(typed);
}

// A text of a megabyte is not laid out anew with every key that is typed elsewhere in it.
void TextFieldEditor::showBeginning(const FormNode &node)
{
    const QByteArray beginning = node.value.raw().first(shownOfLarge).toByteArray();
    if (beginning == m_json)
        return;
    m_json = beginning;
    const QScopedValueRollback showing(m_isShowing, true);
    m_text->setPlainText(QString::fromUtf8(beginning) + QChar(0x2026));
}

QString TextFieldEditor::hintFor(const FormNode &node) const
{
    if (node.value.isNull())
        return QStringLiteral("null");
    if (node.value.isString())
        return tr("Empty text");
    if (!m_field.defaultValue.isEmpty() && m_field.defaultValue != "null")
        return tr("%1 by default").arg(models::typedOfJson(m_field.defaultValue));
    if (!m_field.examples.isEmpty())
        return tr("such as %1").arg(models::typedOfJson(m_field.examples.first()));
    if (m_field.isText())
        return {};
    return m_field.type == QLatin1String("object") ? tr("JSON, an object") : tr("Any JSON");
}

void TextFieldEditor::onEdited()
{
    if (m_isShowing)
        return;
    const QString typed = m_text->toPlainText();
    if (typed.trimmed().isEmpty() && !m_isItem && (typed.isEmpty() || !m_field.isText())) {
        m_isPending = false;
        setStyleFlag(m_text, "problem", false);
        Q_EMIT troubleFound({});
        Q_EMIT unsetChosen();
        return;
    }
    const auto json = models::jsonOfTyped(m_field, typed);
    m_isPending = !json;
    setStyleFlag(m_text, "problem", m_isPending);
    Q_EMIT troubleFound(json ? QString() : tr("This is not JSON yet; the input keeps what it has."));
    if (json)
        Q_EMIT jsonChosen(*json);
}

} // namespace actionscope::ui
