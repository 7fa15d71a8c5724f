// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoneditor.h"

#include "ui/editor/codeeditor.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include "app/json/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

JsonEditor::JsonEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_editor(new CodeEditor(theme, CodeEditor::Language::Json, this))
    , m_checker(new JsonChecker([this] { return bytes(); }, this))
    , m_state(new QLabel(this))
    , m_problem(new QPushButton(this))
    , m_size(new QLabel(this))
    , m_format(new QToolButton(this))
    , m_minify(new QToolButton(this))
{
    setObjectName(name + QStringLiteral("JsonEditor"));
    m_editor->setObjectName(name + QStringLiteral("CodeEditor"));
    setLook(this, Look::Field);
    setFocusProxy(m_editor);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, spacing::hair, 2, 2);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    buildFooter(theme, name);
    showCheck({});
    showSize();

    connect(m_editor, &CodeEditor::focusChanged, this,
        [this](bool focused) { setStyleFlag(this, "focused", focused); });
    connect(m_editor, &CodeEditor::textChanged, this, &JsonEditor::onTextChanged);
    connect(m_checker, &JsonChecker::checked, this, &JsonEditor::showCheck);
}

void JsonEditor::buildFooter(const ThemeService &theme, const QString &name)
{
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    layout()->addWidget(line);

    m_problem->setObjectName(name + QStringLiteral("ProblemPushButton"));
    m_problem->setIcon(themedIcon(theme, QStringLiteral("x-circle"), int(ColorRole::Bad)));
    m_problem->setIconSize({16, 16});
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setLook(m_problem, Look::Problem);
    for (QLabel *label : {m_state, m_size}) {
        setLook(label, Look::Muted);
        label->setFont(ThemeService::smallFont());
    }
    m_problem->setFont(ThemeService::smallFont());
    m_format->setObjectName(name + QStringLiteral("FormatToolButton"));
    m_format->setText(tr("Format"));
    m_format->setIcon(themedIcon(theme, QStringLiteral("format"), int(ColorRole::Muted)));
    m_format->setToolTip(tr("Indent by two spaces; numbers, order and escapes keep their spelling"));
    m_minify->setObjectName(name + QStringLiteral("MinifyToolButton"));
    m_minify->setText(tr("Minify"));
    m_minify->setIcon(themedIcon(theme, QStringLiteral("minify"), int(ColorRole::Muted)));
    m_minify->setToolTip(tr("Take out all white space between values; nothing else changes"));

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(spacing::small, 2, 2, 2);
    footer->setSpacing(spacing::hair);
    footer->addWidget(m_state, 1);
    footer->addWidget(m_size);
    footer->addSpacing(spacing::small);
    for (QToolButton *button : {m_format, m_minify}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setFont(ThemeService::smallFont());
        button->setFocusPolicy(Qt::TabFocus);
        footer->addWidget(button);
    }
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *problemRow = new QHBoxLayout;
    problemRow->setContentsMargins(spacing::hair, 2, spacing::hair, 0);
    problemRow->addWidget(m_problem);
    column->addLayout(problemRow);
    column->addLayout(footer);

    connect(m_format, &QToolButton::clicked, this, &JsonEditor::format);
    connect(m_minify, &QToolButton::clicked, this, &JsonEditor::minify);
    connect(m_problem, &QPushButton::clicked, this, &JsonEditor::goToProblem);
}

QByteArray JsonEditor::bytes() const { return m_editor->bytes(); }

bool JsonEditor::isBlank() const { return m_editor->isBlank(); }

void JsonEditor::setBytes(const QByteArray &bytes)
{
    m_checker->textHasChanged();
    if (bytes == m_editor->bytes())
        return;
    {
        const QScopedValueRollback setting(m_setting, true);
        m_editor->setBytes(bytes);
    }
    Q_EMIT replaced();
}

void JsonEditor::setAccessibleTitle(const QString &title)
{
    setAccessibleName(title);
    m_editor->setAccessibleName(title);
    m_problem->setAccessibleDescription(title);
    m_format->setAccessibleDescription(title);
    m_minify->setAccessibleDescription(title);
}

void JsonEditor::format()
{
    rewrite([](const QByteArray &text) { return json::prettyPrinted(text); });
}

void JsonEditor::minify()
{
    rewrite([](const QByteArray &text) { return json::minified(text); });
}

void JsonEditor::rewrite(QByteArray (*how)(const QByteArray &text))
{
    if (isBlank())
        return;
    const QByteArray text = bytes();
    const auto problem = findJsonProblem(text);
    showCheck(problem);
    if (problem)
        return;
    QByteArray rewritten = how(text);
    // A string in JSON holds no line break of its own, so each one stands between values.
    if (m_editor->eolMode() == QsciScintilla::EolWindows)
        rewritten.replace("\n", "\r\n");
    m_editor->replaceAll(rewritten);
}

void JsonEditor::applyEdits(const QList<json::TextEdit> &edits)
{
    if (edits.isEmpty())
        return;
    {
        const QScopedValueRollback setting(m_setting, true);
        m_editor->replaceRanges(edits);
    }
    Q_EMIT edited();
}

void JsonEditor::undo() { m_editor->undo(); }

void JsonEditor::redo() { m_editor->redo(); }

void JsonEditor::showProblem(const QString &sentence, qsizetype offset)
{
    // A check under way would put its own finding in place of this one.
    m_checker->stop();
    // Text that is no JSON at all is described the same way as while typing.
    const auto own = findJsonProblem(bytes());
    showCheck(own ? *own : JsonProblem {std::max<qsizetype>(0, offset), sentence});
    if (!own && offset < 0)
        m_editor->clearProblem();
}

void JsonEditor::goToProblem()
{
    if (m_problemOffset < 0)
        m_editor->setFocus();
    else
        m_editor->jumpTo(m_problemOffset);
}

QString JsonEditor::problemSentence() const { return m_sentence; }

void JsonEditor::onTextChanged()
{
    m_editor->clearProblem();
    m_checker->textHasChanged();
    showSize();
    if (!m_setting)
        Q_EMIT edited();
}

void JsonEditor::showCheck(const std::optional<JsonProblem> &problem)
{
    m_problemOffset = problem ? problem->offset : -1;
    setStyleFlag(this, "problem", problem.has_value());
    m_problem->setVisible(problem.has_value());
    m_sentence = problem ? problem->sentence : QString();
    if (problem) {
        m_problem->setToolTip(tr("%1\nClick to go there.").arg(m_sentence));
        m_problem->setAccessibleName(m_sentence);
        fitSentence();
        m_editor->markProblem(problem->offset);
    } else {
        m_editor->clearProblem();
    }
    m_state->setText(problem ? QString() : isBlank() ? tr("Empty, so not sent") : tr("Valid JSON"));
}

// A long sentence is cut at the edge, not the page widened; the tooltip has it whole.
void JsonEditor::fitSentence()
{
    const int room = width() - m_problem->iconSize().width() - 2 * spacing::wide;
    m_problem->setText(m_problem->fontMetrics().elidedText(m_sentence, Qt::ElideRight, room));
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitSentence();
}

void JsonEditor::showSize()
{
    const qsizetype size = m_editor->length();
    m_size->setText(size > 0 ? QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat) : QString());
}

} // namespace actionscope::ui
