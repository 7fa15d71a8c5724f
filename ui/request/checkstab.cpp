// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/checkstab.h"

#include "app/json/writer.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostRows = 5; // of the outcomes, before they scroll

} // namespace

ChecksTab::ChecksTab(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new QLabel(this))
    , m_outcomes(new QListWidget(this))
    , m_expect(new JsonEditor(theme, QStringLiteral("expect"), this))
    , m_capture(new JsonEditor(theme, QStringLiteral("capture"), this))
{
    m_sentence->setObjectName(QStringLiteral("outcomesLabel"));
    m_outcomes->setObjectName(QStringLiteral("outcomesListWidget"));
    m_outcomes->setAccessibleName(tr("What became of each expectation"));
    m_outcomes->setWordWrap(true);
    m_outcomes->setIconSize({16, 16});
    m_outcomes->setSelectionMode(QAbstractItemView::NoSelection);
    m_outcomes->setFrameShape(QFrame::NoFrame);
    m_expect->setAccessibleTitle(tr("Expectations, JSON"));
    m_capture->setAccessibleTitle(tr("Captures, JSON"));
    m_expect->setEmptySentence(tr("Empty, so only success is expected"));
    m_capture->setEmptySentence(tr("Empty, so nothing is taken from the answer"));
    const auto heading = [this](const QString &title, QWidget *buddy) {
        auto *label = new QLabel(title, this);
        label->setBuddy(buddy);
        return label;
    };
    const auto explanation = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setFont(ThemeService::smallFont());
        setLook(label, Look::Muted);
        return label;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::medium, 0, 0);
    column->setSpacing(spacing::hair);
    column->addWidget(m_sentence);
    column->addWidget(m_outcomes);
    column->addWidget(heading(tr("&Expectations"), m_expect));
    column->addWidget(explanation(tr("A list, held against every answer. In the tree of an answer, the menu of a value makes "
                                     "one from it.")));
    column->addWidget(m_expect, 3);
    column->addSpacing(spacing::small);
    column->addWidget(heading(tr("&Captures"), m_capture));
    column->addWidget(explanation(tr("Names for values of the answer, each with its JSONPath. The requests that follow use "
                                     "them as {{name}}.")));
    column->addWidget(m_capture, 2);
    connect(m_expect, &JsonEditor::edited, this, &ChecksTab::onEdited);
    connect(m_capture, &JsonEditor::edited, this, &ChecksTab::onEdited);
    clearOutcomes();
}

QByteArray ChecksTab::expect() const { return m_expect->bytes(); }

QByteArray ChecksTab::capture() const { return m_capture->bytes(); }

void ChecksTab::setTexts(const QByteArray &expect, const QByteArray &capture)
{
    if (expect == m_expect->bytes() && capture == m_capture->bytes())
        return;
    m_expect->setBytes(expect);
    m_capture->setBytes(capture);
    clearOutcomes();
}

void ChecksTab::addExpectation(const QByteArray &json)
{
    const json::Document document = json::Document::parse(m_expect->bytes());
    const int position = document.root().isArray() ? int(document.root().count()) : 0;
    if (const auto edit = json::settingValue(document, {{{}, position}}, json))
        m_expect->applyEdit(*edit);
    else
        m_expect->goToProblem();
}

void ChecksTab::addCapture(const QString &name, const QString &path)
{
    const json::Document document = json::Document::parse(m_capture->bytes());
    QString free = name;
    for (int number = 2; document.root().member(free).isValid(); ++number)
        free = name + QString::number(number);
    if (const auto edit = json::settingValue(document, {{free}}, json::quoted(path)))
        m_capture->applyEdit(*edit);
    else
        m_capture->goToProblem();
}

void ChecksTab::showProblemAt(Part part, const json::Path &inside, const QString &sentence)
{
    JsonEditor *editor = part == Part::Expect ? m_expect : m_capture;
    const json::Document document = json::Document::parse(editor->bytes());
    const json::Value value = json::valueAtPath(document, inside);
    editor->showProblem(sentence, value.isValid() ? value.begin() : 0);
    editor->goToProblem();
}

void ChecksTab::setVariables(const QHash<QString, QString> &names) { m_expect->setVariables(names); }

// What was found is about the expectations as they were.
void ChecksTab::onEdited()
{
    clearOutcomes();
    Q_EMIT edited();
}

void ChecksTab::showOutcomes(const QList<runner::ExpectationOutcome> &outcomes)
{
    m_outcomes->clear();
    const auto failed = std::count_if(
        outcomes.cbegin(), outcomes.cend(), [](const runner::ExpectationOutcome &each) { return !each.passed; });
    for (const runner::ExpectationOutcome &outcome : outcomes) {
        auto *item = new QListWidgetItem(m_outcomes);
        item->setText(outcome.sentence);
        item->setIcon(outcome.passed ? themedIcon(m_theme, QStringLiteral("check-circle"), int(ColorRole::Good))
                                     : themedIcon(m_theme, QStringLiteral("x-circle"), int(ColorRole::Bad)));
        item->setData(Qt::AccessibleTextRole,
            outcome.passed ? tr("Passed: %1").arg(outcome.sentence) : tr("Failed: %1").arg(outcome.sentence));
    }
    const int count = int(outcomes.size());
    if (count == 1)
        m_sentence->setText(failed == 0 ? tr("The expectation passed.") : tr("The expectation failed."));
    else
        m_sentence->setText(failed == 0 ? tr("All %n expectations passed.", nullptr, count) : tr("%1 of %n expectations failed.", nullptr, count).arg(failed));
    setLook(m_sentence, failed == 0 ? Look::Good : Look::Bad);
    const int rows = std::min(mostRows, int(outcomes.size()));
    m_outcomes->setFixedHeight(rows * (m_outcomes->fontMetrics().height() + spacing::small) + spacing::small);
    m_sentence->show();
    m_outcomes->setVisible(!outcomes.isEmpty());
}

void ChecksTab::clearOutcomes()
{
    m_outcomes->clear();
    m_outcomes->hide();
    m_sentence->hide();
}

} // namespace actionscope::ui
