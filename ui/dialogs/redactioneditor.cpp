// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/redactioneditor.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

constexpr int shownLines = 3;

// A sentence for each line that is no pattern.
QStringList troublesIn(const QString &text)
{
    QStringList troubles;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const QStringList found = SecretFinder({false, {lines[i]}}).troubles();
        for (const QString &trouble : found)
            troubles.append(RedactionEditor::tr("Line %1: %2").arg(i + 1).arg(trouble));
    }
    return troubles;
}

} // namespace

RedactionEditor::RedactionEditor(QWidget *parent)
    : QWidget(parent)
    , m_emails(new QCheckBox(tr("Hide e-&mail addresses, too"), this))
    , m_patterns(new QPlainTextEdit(this))
    , m_trouble(new QLabel(this))
{
    m_emails->setObjectName(QStringLiteral("hideEmailsCheckBox"));
    m_patterns->setObjectName(QStringLiteral("hidePatternsPlainTextEdit"));
    m_patterns->setAccessibleName(tr("Patterns of what is hidden, too"));
    m_patterns->setPlaceholderText(tr("Regular expressions, one a line, such as ACME-\\d+"));
    m_patterns->setFont(ThemeService::monospaceFont());
    m_patterns->setTabChangesFocus(true);
    m_patterns->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_patterns->setFixedHeight(shownLines * QFontMetrics(m_patterns->font()).lineSpacing() + spacing::wide);
    m_trouble->setObjectName(QStringLiteral("hidePatternsLabel"));
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    setLook(m_trouble, Look::Bad);
    m_trouble->hide();
    auto *title = new QLabel(tr("Hide &also what matches:"), this);
    title->setBuddy(m_patterns);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_emails);
    column->addWidget(title);
    column->addWidget(m_patterns);
    column->addWidget(m_trouble);
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &RedactionEditor::check);
    connect(m_emails, &QCheckBox::toggled, this, &RedactionEditor::check);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        Q_EMIT edited();
    });
}

void RedactionEditor::setWish(const RedactionWish &wish)
{
    const QSignalBlocker emailsBlocker(m_emails);
    m_emails->setChecked(wish.hidesEmails);
    m_patterns->setPlainText(wish.patterns.join(QLatin1Char('\n')));
}

RedactionWish RedactionEditor::wish() const
{
    RedactionWish wish;
    wish.hidesEmails = m_emails->isChecked();
    const QStringList lines = m_patterns->toPlainText().split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            wish.patterns.append(line);
    }
    return wish;
}

bool RedactionEditor::isUsable() const { return troublesIn(m_patterns->toPlainText()).isEmpty(); }

void RedactionEditor::check()
{
    const QStringList troubles = troublesIn(m_patterns->toPlainText());
    m_trouble->setText(troubles.join(QLatin1Char('\n')));
    m_trouble->setVisible(!troubles.isEmpty());
    setStyleFlag(m_patterns, "problem", !troubles.isEmpty());
    if (troubles.isEmpty())
        Q_EMIT wishChanged();
}

} // namespace actionscope::ui
