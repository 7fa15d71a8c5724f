// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/messagestrip.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace actionscope::ui {

namespace {

struct Appearance
{
    Look look;
    ColorRole color;
    QString icon;
};

Appearance appearanceOf(MessageStrip::Kind kind)
{
    switch (kind) {
    case MessageStrip::Kind::Info:
        return {Look::Info, ColorRole::Running, QStringLiteral("info")};
    case MessageStrip::Kind::Warning:
        return {Look::Warn, ColorRole::Warn, QStringLiteral("alert-triangle")};
    case MessageStrip::Kind::Error:
        break;
    }
    return {Look::Bad, ColorRole::Bad, QStringLiteral("x-circle")};
}

} // namespace

MessageStrip::MessageStrip(const ThemeService &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(name + QStringLiteral("MessageStrip"));
    m_text->setObjectName(name + QStringLiteral("Label"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(20);
    m_action->setObjectName(name + QStringLiteral("PushButton"));
    setLook(m_action, Look::Link);
    m_close->setObjectName(name + QStringLiteral("CloseToolButton"));
    m_close->setIcon(themedIcon(theme, QStringLiteral("close")));
    m_close->setIconSize({12, 12});
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    row->setSpacing(spacing::small);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();

    connect(m_action, &QPushButton::clicked, this, &MessageStrip::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
}

void MessageStrip::showMessage(Kind kind, const QString &text, const QString &actionText)
{
    const Appearance appearance = appearanceOf(kind);
    setLook(this, appearance.look);
    m_icon->setIcon(themedIcon(m_theme, appearance.icon, int(appearance.color)));
    m_text->setText(text);
    setAccessibleName(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    show();
}

QString MessageStrip::text() const { return m_text->text(); }

} // namespace actionscope::ui
