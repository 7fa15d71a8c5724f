// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/connectionadviceview.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconlabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

ConnectionAdviceView::ConnectionAdviceView(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pick(new QLabel(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("connectionAdviceView"));
    m_pick->setObjectName(QStringLiteral("connectionPickLabel"));
    m_pick->setTextFormat(Qt::PlainText);
    m_pick->setWordWrap(true);
    m_pick->setFont(ThemeService::smallFont());
    m_pick->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pick->setAccessibleName(tr("What the service does about the connection"));
    m_pick->setMinimumWidth(1); // a long id breaks anywhere rather than widening the page
    setLook(m_pick, Look::Muted);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::hair);
    m_column->addWidget(m_pick);
}

void ConnectionAdviceView::setAdvice(const workspace::ConnectionAdvice &advice)
{
    if (advice == m_advice)
        return;
    m_advice = advice;
    m_pick->setText(advice.pick);
    for (QWidget *warning : std::as_const(m_warnings)) {
        warning->hide();
        warning->setParent(nullptr);
        warning->deleteLater(); // a button of it may be what led here
    }
    m_warnings.clear();
    for (const workspace::ConnectionWarning &warning : advice.warnings) {
        m_warnings.append(newWarning(warning, int(m_warnings.size()) + 1));
        m_column->addWidget(m_warnings.last());
    }
}

QWidget *ConnectionAdviceView::newWarning(const workspace::ConnectionWarning &warning, int number)
{
    const QString name = QStringLiteral("connectionWarning%1").arg(number);
    auto *frame = new QFrame(this);
    frame->setObjectName(name + QStringLiteral("Frame"));
    setLook(frame, Look::Warn);
    auto *icon = new IconLabel(frame);
    icon->setIcon(themedIcon(m_theme, QStringLiteral("alert-triangle"), int(ColorRole::Warn)));
    auto *sentence = new QLabel(warning.sentence, frame);
    sentence->setObjectName(name + QStringLiteral("Label"));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(spacing::small);
    for (qsizetype i = 0; i < warning.fixes.size(); ++i) {
        const workspace::ConnectionFix fix = warning.fixes[i];
        auto *button
            = new QPushButton(QString(fix.title).replace(QLatin1Char('&'), QLatin1String("&&")), frame);
        button->setObjectName(name + QStringLiteral("Fix%1PushButton").arg(i + 1));
        setLook(button, Look::Link);
        connect(button, &QPushButton::clicked, this, [this, fix] { Q_EMIT fixRequested(fix); });
        buttons->addWidget(button);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(sentence);
    if (!warning.fixes.isEmpty())
        words->addLayout(buttons);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    row->setSpacing(spacing::small);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return frame;
}

} // namespace actionscope::ui
