// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/filefieldeditor.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace actionscope::ui {

FileFieldEditor::FileFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : FieldEditor(parent)
    , m_choose(new QPushButton(tr("Choose File…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_sentence(new QLabel(this))
{
    setAcceptDrops(true);
    m_choose->setObjectName(name + QStringLiteral(".file.PushButton"));
    m_choose->setIcon(themedIcon(theme, QStringLiteral("upload"), int(ColorRole::Accent)));
    m_choose->setFocusPolicy(Qt::ClickFocus);
    m_choose->setToolTip(tr("Uploads a file and sets the reference to it. A file can be dropped here, too."));
    m_cancel->setObjectName(name + QStringLiteral(".cancelUpload.PushButton"));
    m_cancel->setFocusPolicy(Qt::ClickFocus);
    m_cancel->hide();
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setLook(m_sentence, Look::Muted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_choose);
    row->addWidget(m_cancel);
    row->addWidget(m_sentence, 1);
    connect(m_choose, &QPushButton::clicked, this, [this] { Q_EMIT fileChosen({}); });
    connect(m_cancel, &QPushButton::clicked, this, &FieldEditor::uploadCancelled);
}

QWidget *FileFieldEditor::focusTarget() const { return m_choose->isVisibleTo(this) ? m_choose : m_cancel; }

void FileFieldEditor::showNode(const models::FormNode &node, bool isEditable)
{
    m_isEditable = isEditable;
    m_choose->setEnabled(isEditable);
    const QString file = node.value.member(u"name").toString();
    const QString type = node.value.member(u"mimetype").toString();
    m_reference = file.isEmpty() ? tr("or drop one here") : type.isEmpty() ? file : tr("%1 · %2").arg(file, type);
    showSentence();
}

void FileFieldEditor::showProgress(const QString &sentence, bool isRunning)
{
    m_progress = sentence;
    m_choose->setVisible(!isRunning);
    m_cancel->setVisible(isRunning);
    showSentence();
}

void FileFieldEditor::showSentence()
{
    m_sentence->setText(m_progress.isEmpty() ? m_reference : m_progress);
    m_sentence->setToolTip(m_sentence->text());
}

void FileFieldEditor::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_isEditable && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void FileFieldEditor::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT fileChosen(urls.first().toLocalFile());
}

} // namespace actionscope::ui
