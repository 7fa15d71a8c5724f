// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/conflictstrip.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

ConflictStrip::ConflictStrip(const ThemeService &theme, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("conflictStrip"));
    setLook(this, Look::Warn);
    auto *icon = new IconLabel(this);
    icon->setIcon(themedIcon(theme, QStringLiteral("alert-triangle"), int(ColorRole::Warn)));
    m_text->setObjectName(QStringLiteral("conflictLabel"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_mine = addButton("keepMinePushButton", tr("Keep Mine"), &ConflictStrip::mineKept);
    m_theirs = addButton("takeTheirsPushButton", tr("Take Theirs"), &ConflictStrip::theirsTaken);
    m_difference
        = addButton("showDifferencePushButton", tr("See the Difference"), &ConflictStrip::differenceRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    for (QPushButton *button : {m_mine, m_theirs, m_difference})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::small);
    column->addWidget(m_text);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    row->setSpacing(spacing::small);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    hide();
}

QPushButton *ConflictStrip::addButton(const char *name, const QString &text, void (ConflictStrip::*signal)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void ConflictStrip::showChanged(const QString &name)
{
    m_text->setText(tr("The file of “%1” was changed by somebody else while you edited it here. Nothing was overwritten.")
                        .arg(name));
    m_mine->setText(tr("Keep Mine"));
    m_mine->setToolTip(tr("Go on with what stands here; a save then changes their file by what you changed"));
    m_theirs->setToolTip(tr("Put what stands in the file into the form; what you changed is given up"));
    m_theirs->show();
    m_difference->show();
    show();
}

void ConflictStrip::showRemoved(const QString &name)
{
    m_text->setText(tr("The file of “%1” is not there any more. What stands here is kept, and a save writes it anew.")
                        .arg(name));
    m_mine->setText(tr("Write It Anew"));
    m_mine->setToolTip({});
    m_theirs->hide();
    m_difference->hide();
    show();
}

} // namespace actionscope::ui
