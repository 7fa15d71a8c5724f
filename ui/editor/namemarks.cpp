// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/namemarks.h"

#include "app/schema/nameplaces.h"
#include "ui/editor/codeeditor.h"

#include <QHelpEvent>
#include <QToolTip>

namespace actionscope::ui {

namespace {

constexpr int typingPause = 200; // milliseconds

} // namespace

NameMarks::NameMarks(CodeEditor *editor)
    : QObject(editor)
    , m_editor(editor)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &NameMarks::mark);
    connect(editor, &QsciScintilla::textChanged, &m_pause, qOverload<>(&QTimer::start));
    editor->viewport()->installEventFilter(this);
}

void NameMarks::setNames(const QHash<QString, QString> &tips)
{
    m_tips = tips;
    mark();
}

QString NameMarks::tipOf(const QString &name, const QHash<QString, QString> &tips)
{
    return tips.value(name, tr("%1 is not set anywhere. An execution stops there.").arg(name));
}

void NameMarks::mark()
{
    QList<CodeEditor::Mark> marks;
    const QByteArray text = m_editor->bytes();
    if (text.size() <= CodeEditor::maximumColoured) {
        for (const schema::NamePlace &place : schema::namesIn(text))
            marks.append({place.begin, place.begin + place.length, !m_tips.contains(place.name)});
    }
    m_editor->markNames(marks);
}

bool NameMarks::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype offset = m_editor->offsetAt(help->pos());
    if (offset < 0)
        return false;
    for (const schema::NamePlace &place : schema::namesIn(m_editor->bytes())) {
        if (offset < place.begin || offset >= place.begin + place.length)
            continue;
        QToolTip::showText(help->globalPos(), tipOf(place.name, m_tips), m_editor);
        return true;
    }
    return false;
}

} // namespace actionscope::ui
