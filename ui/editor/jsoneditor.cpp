// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoneditor.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/jsoncompleter.h"
#include "ui/editor/namemarks.h"
#include "ui/editor/problembar.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/elidedlabel.h"

#include "app/base/whenready.h"
#include "app/json/format.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr qsizetype slowLine = 64 * 1024; // bytes

} // namespace

JsonEditor::JsonEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_editor(new CodeEditor(theme, CodeEditor::Language::Json, this))
    , m_checker(new JsonChecker([this] { return bytes(); }, this))
    , m_bar(new ProblemBar(theme, name, this))
    , m_state(new ElidedLabel(Qt::ElideRight, this))
    , m_size(new QLabel(this))
    , m_fill(new QToolButton(this))
    , m_format(new QToolButton(this))
    , m_minify(new QToolButton(this))
{
    m_emptySentence = tr("Empty, so not sent");
    setObjectName(name + QStringLiteral("JsonEditor"));
    m_editor->setObjectName(name + QStringLiteral("CodeEditor"));
    m_editor->installEventFilter(this);
    m_completer = new JsonCompleter(theme, name, m_editor);
    m_names = new NameMarks(m_editor); // after the completer: what a name stands for is told first
    setLook(this, Look::Field);
    setFocusProxy(m_editor);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, spacing::hair, 2, 2);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    buildFooter(theme, name);
    showProblems({}, {});
    showSize();

    connect(m_editor, &CodeEditor::focusChanged, this,
        [this](bool focused) { setStyleFlag(this, "focused", focused); });
    connect(m_editor, &CodeEditor::contentChanged, this, &JsonEditor::onTextChanged);
    connect(m_checker, &JsonChecker::checked, this, &JsonEditor::showProblems);
    connect(m_bar, &ProblemBar::problemChosen, this, &JsonEditor::goTo);
    connect(m_checker, &JsonChecker::checked, this, &JsonEditor::checked);
    connect(m_bar, &ProblemBar::fixChosen, this, [this](const schema::QuickFix &fix) {
        applyFix(fix);
        m_editor->setFocus();
    });
}

void JsonEditor::buildFooter(const ThemeService &theme, const QString &name)
{
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    layout()->addWidget(line);
    for (QLabel *label : {static_cast<QLabel *>(m_state), m_size}) {
        setLook(label, Look::Muted);
        label->setFont(ThemeService::smallFont());
    }
    m_fill->setObjectName(name + QStringLiteral("FillExampleToolButton"));
    m_fill->setText(tr("Fill Example"));
    m_fill->setIcon(themedIcon(theme, QStringLiteral("fill"), int(ColorRole::Muted)));
    m_fill->setToolTip(tr("Add the required fields that are missing, with values that fit; what is there stays"));
    m_fill->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(m_fill);
    menu->addAction(tr("Required Fields"), this, [this] { fillExample(schema::Extent::RequiredFields); });
    menu->addAction(tr("All Fields"), this, [this] { fillExample(schema::Extent::AllFields); });
    m_fill->setMenu(menu);
    m_fill->hide();
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
    for (QToolButton *button : {m_fill, m_format, m_minify}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setFont(ThemeService::smallFont());
        button->setFocusPolicy(Qt::TabFocus);
        footer->addWidget(button);
    }
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_bar);
    column->addLayout(footer);

    connect(m_fill, &QToolButton::clicked, this, [this] { fillExample(schema::Extent::RequiredFields); });
    connect(m_format, &QToolButton::clicked, this, &JsonEditor::format);
    connect(m_minify, &QToolButton::clicked, this, &JsonEditor::minify);
}

void JsonEditor::setEmptySentence(const QString &sentence)
{
    m_emptySentence = sentence;
    showState();
}

void JsonEditor::setSchema(const schema::Schema &schema)
{
    m_completer->setSchema(schema);
    m_fill->setVisible(!schema.isEmpty());
    m_rules = {};
    const quint64 asked = ++m_newestRules;
    if (schema.isEmpty()) {
        m_checker->setRules({});
        return;
    }
    const QByteArray text = schema.root().raw().toByteArray();
    whenReady(QtConcurrent::run([text] { return schema::InputRules(text); }), this,
        [this, asked](const schema::InputRules &rules) {
            if (asked != m_newestRules)
                return;
            m_rules = rules;
            m_checker->setRules(rules);
        });
}

void JsonEditor::setVariables(const QHash<QString, QString> &names)
{
    QStringList sorted = names.keys();
    sorted.sort();
    m_completer->setVariables(sorted);
    m_names->setNames(names);
}

void JsonEditor::fillExample(schema::Extent extent)
{
    const auto fill = [rules = m_rules, text = bytes(), extent]() -> std::optional<json::TextEdit> {
        const json::Document document = json::Document::parse(text);
        auto edit = schema::fillingIn(document, rules.schema, rules.validator, extent);
        // Where nothing is required, an example of nothing would be of no use.
        const bool isBare = edit && edit->text.trimmed() == "{}" && extent == schema::Extent::RequiredFields;
        return isBare ? schema::fillingIn(document, rules.schema, rules.validator, schema::Extent::AllFields) : edit;
    };
    if (m_rules.isEmpty())
        return;
    whenReady(QtConcurrent::run(fill), this,
        [this, revision = m_revision](const std::optional<json::TextEdit> &edit) {
            if (revision != m_revision)
                return;
            if (edit)
                m_editor->applyStep({*edit});
            else if (m_bar->problems().isEmpty())
                m_state->setText(tr("Nothing is missing"));
        });
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
    m_bar->describe(title);
    m_fill->setAccessibleDescription(title);
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
    if (const auto problems = findSyntaxProblem(text); !problems.isEmpty()) {
        showProblems(problems, text);
        m_checker->textHasChanged(); // finds the ways out
        return;
    }
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
    const QByteArray text = bytes();
    if (const auto own = findProblems({}, text); !own.isEmpty()) {
        showProblems(own, text);
        return;
    }
    const qsizetype begin = std::max<qsizetype>(0, offset);
    showProblems({{begin, begin, {}, QStringLiteral("service"), sentence}}, text);
    if (offset < 0)
        m_editor->clearProblem();
}

void JsonEditor::goToProblem() { goTo(0); }

void JsonEditor::goToNextProblem() { goTo(m_bar->nextFrom(m_editor->caret())); }

void JsonEditor::goToPreviousProblem() { goTo(m_bar->previousFrom(m_editor->caret())); }

void JsonEditor::goTo(qsizetype problem)
{
    if (problem < 0 || problem >= m_bar->problems().size())
        m_editor->setFocus();
    else
        m_editor->jumpTo(m_bar->problems()[problem].begin);
}

void JsonEditor::showFixesAtCaret()
{
    if (m_checkedRevision != m_revision)
        return; // what is known is about another text
    const qsizetype caret = m_editor->caret();
    const QRect place = m_editor->rectOf(caret);
    m_bar->showFixes(m_bar->problemAt(caret), m_editor->viewport()->mapToGlobal(place.bottomLeft()));
}

void JsonEditor::applyFix(const schema::QuickFix &fix)
{
    if (m_checkedRevision == m_revision)
        m_editor->applyStep(fix.edits);
}

QString JsonEditor::problemSentence() const { return m_bar->sentence(); }

bool JsonEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isNext = key->key() == Qt::Key_F8 && key->modifiers() == Qt::NoModifier;
    const bool isPrevious = key->key() == Qt::Key_F8 && key->modifiers() == Qt::ShiftModifier;
    const bool isFix = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && key->modifiers() == Qt::AltModifier;
    if (!isNext && !isPrevious && !isFix)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (isFix)
        showFixesAtCaret();
    else
        isNext ? goToNextProblem() : goToPreviousProblem();
    return true;
}

void JsonEditor::onTextChanged()
{
    ++m_revision; // the marks stay where they are until the next check
    m_checker->textHasChanged();
    showSize();
    if (!m_setting)
        Q_EMIT edited();
}

void JsonEditor::showProblems(const QList<schema::Problem> &problems, const QByteArray &text)
{
    m_checkedRevision = m_revision;
    m_bar->setProblems(problems, text);
    const bool isBad = std::any_of(problems.begin(), problems.end(),
        [](const schema::Problem &problem) { return problem.severity == schema::Severity::Error; });
    setStyleFlag(this, "problem", isBad);
    QList<CodeEditor::Mark> marks;
    for (const schema::Problem &problem : problems)
        marks.append({problem.begin, problem.end, problem.severity == schema::Severity::Warning});
    m_editor->markProblems(marks);
    showState();
}

void JsonEditor::showState()
{
    const QByteArray text = bytes();
    qsizetype longest = 0;
    for (qsizetype begin = 0; begin < text.size() && text.size() > slowLine;) {
        const qsizetype end = text.indexOf('\n', begin);
        longest = std::max(longest, (end < 0 ? text.size() : end) - begin);
        begin = end < 0 ? text.size() : end + 1;
    }
    if (longest > slowLine) {
        // Scintilla lays out a line as a whole with every key.
        m_state->setText(tr("A line of %1 is slow to type in; Format breaks it up")
                             .arg(QLocale().formattedDataSize(longest, 1, QLocale::DataSizeSIFormat)));
        return;
    }
    if (!m_bar->problems().isEmpty())
        m_state->clear();
    else if (isBlank())
        m_state->setText(m_emptySentence);
    else
        m_state->setText(m_rules.isEmpty() ? tr("Valid JSON") : tr("Fits the parameters"));
}

void JsonEditor::showSize()
{
    const qsizetype size = m_editor->length();
    m_size->setText(size > 0 ? QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat) : QString());
}

} // namespace actionscope::ui
