// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/notestab.h"

#include "ui/services/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace actionscope::ui {

NotesTab::NotesTab(QWidget *parent)
    : QWidget(parent)
    , m_notes(new QPlainTextEdit(this))
    , m_tags(new QLineEdit(this))
{
    m_notes->setObjectName(QStringLiteral("notesPlainTextEdit"));
    m_notes->setTabChangesFocus(true);
    m_tags->setObjectName(QStringLiteral("tagsLineEdit"));
    m_tags->setPlaceholderText(tr("Such as smoke, slow"));
    auto *notes = new QLabel(tr("&Notes, in Markdown; shown above the form"), this);
    notes->setBuddy(m_notes);
    auto *tags = new QLabel(tr("&Tags, with commas between them; a run can choose by them"), this);
    tags->setBuddy(m_tags);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::medium, 0, 0);
    column->setSpacing(spacing::hair);
    column->addWidget(tags);
    column->addWidget(m_tags);
    column->addSpacing(spacing::small);
    column->addWidget(notes);
    column->addWidget(m_notes, 1);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &NotesTab::edited);
    connect(m_tags, &QLineEdit::textEdited, this, &NotesTab::edited);
}

QString NotesTab::notes() const { return m_notes->toPlainText(); }

QStringList NotesTab::tags() const
{
    QStringList tags;
    for (const QString &tag : m_tags->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty())
            tags.append(tag.trimmed());
    }
    return tags;
}

void NotesTab::setNotes(const QString &notes, const QStringList &tags)
{
    const QSignalBlocker blocker(m_notes);
    if (notes != m_notes->toPlainText())
        m_notes->setPlainText(notes);
    if (tags != this->tags())
        m_tags->setText(tags.join(QLatin1String(", ")));
}

} // namespace actionscope::ui
