// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/executebar.h"

#include "ui/delegates/effectappearance.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/elapsedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString progressText(const executor::Progress &progress)
{
    switch (progress.phase) {
    case executor::Phase::Waiting:
        return ExecuteBar::tr("Waiting to start");
    case executor::Phase::Connecting:
        return ExecuteBar::tr("Connecting");
    case executor::Phase::Sending:
        return ExecuteBar::tr("Sending %1 of %2")
            .arg(sizeText(progress.bytesSent), sizeText(progress.bytesToSend));
    case executor::Phase::AwaitingAnswer:
        return ExecuteBar::tr("Waiting for the answer");
    case executor::Phase::Receiving:
        break;
    }
    if (progress.bytesToReceive > 0) {
        return ExecuteBar::tr("Receiving %1 of %2")
            .arg(sizeText(progress.bytesReceived), sizeText(progress.bytesToReceive));
    }
    return ExecuteBar::tr("Receiving, %1 so far").arg(sizeText(progress.bytesReceived));
}

// -1 while nobody can know.
int permille(const executor::Progress &progress)
{
    if (progress.phase == executor::Phase::Receiving && progress.bytesToReceive > 0)
        return int(progress.bytesReceived * 1000 / progress.bytesToReceive);
    if (progress.phase == executor::Phase::Sending && progress.bytesToSend > 0)
        return int(progress.bytesSent * 1000 / progress.bytesToSend);
    return -1;
}

} // namespace

ExecuteBar::ExecuteBar(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_mark(new IconLabel(this))
    , m_elapsed(new ElapsedLabel(this))
    , m_line(new QProgressBar(this))
    , m_button(new QPushButton(this))
    , m_shortcut(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this))
{
    m_text->setObjectName(QStringLiteral("destinationLabel"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setLook(m_text, Look::Muted);
    m_elapsed->setObjectName(QStringLiteral("elapsedLabel"));
    setLook(m_elapsed, Look::Running);
    m_button->setObjectName(QStringLiteral("executePushButton"));
    m_button->setIconSize({16, 16});
    m_button->installEventFilter(this);
    m_line->setObjectName(QStringLiteral("runProgressBar"));
    m_line->setAccessibleName(tr("Progress of the execution"));
    m_line->setTextVisible(false);
    // Its place is kept while it is hidden, so nothing jumps when a run begins.
    QSizePolicy policy = m_line->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_line->setSizePolicy(policy);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::medium);
    row->addWidget(m_text, 1);
    row->addWidget(m_mark);
    row->addWidget(m_elapsed);
    row->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::hair);
    column->addLayout(row);
    column->addWidget(m_line);
    m_mark->setObjectName(QStringLiteral("effectIconLabel"));
    setState(RunState::Idle);
    connect(&theme, &ThemeService::themeChanged, this, &ExecuteBar::dressMark);

    // A button's own shortcut would press it for a tenth of a second first.
    connect(m_shortcut, &QShortcut::activated, m_button, &QPushButton::click);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == RunState::Idle)
            Q_EMIT executeRequested();
        else if (m_state == RunState::Running)
            Q_EMIT cancelRequested();
    });
}

void ExecuteBar::setDestination(const QString &text)
{
    m_destination = text;
    if (m_state == RunState::Idle)
        showDestination();
    dressButton();
}

void ExecuteBar::setEffect(api::ActionEffect effect, const QString &protectedName)
{
    m_effect = effect;
    m_protectedName = protectedName;
    dressButton();
}

QString ExecuteBar::executeText() const
{
    constexpr qsizetype longestName = 20; // characters; the top bar has the whole name
    QString name = m_protectedName;
    if (name.size() > longestName)
        name = name.first(longestName - 1) + QChar(0x2026);
    const QString execute = name.isEmpty() ? tr("Execute") : tr("Execute on %1").arg(name);
    const QString word = effectAppearance(m_effect).word;
    return word.isEmpty() ? execute : execute + QStringLiteral(" · ") + word;
}

// The word is on the button; beside it stand its shape and colour, as quiet as the rest of the line.
void ExecuteBar::dressMark()
{
    const EffectAppearance look = effectAppearance(m_effect);
    m_mark->setVisible(m_state == RunState::Idle && !look.icon.isEmpty());
    if (look.icon.isEmpty())
        return;
    m_mark->setIcon(themedIcon(m_theme, look.icon, int(look.color)));
    m_mark->setToolTip(look.sentence);
    m_mark->setAccessibleName(look.sentence);
}

void ExecuteBar::showDestination()
{
    m_text->setText(m_destination.isEmpty() ? QString() : tr("Sends %1").arg(m_destination));
}

void ExecuteBar::setState(RunState state)
{
    if (state == m_state && state != RunState::Idle)
        return;
    if (state == RunState::Elsewhere) {
        if (m_state == RunState::Idle)
            m_elapsed->start();
        m_text->setText(tr("Another request is executed. One goes at a time."));
    } else if (state == RunState::Running && m_state == RunState::Idle) {
        m_elapsed->start();
        setProgress({});
    } else if (state == RunState::Idle) {
        m_elapsed->stop();
        showDestination();
    } else if (state == RunState::Cancelling) {
        m_text->setText(tr("Cancelling"));
    }
    m_state = state;
    const bool isOurs = state == RunState::Running || state == RunState::Cancelling;
    m_elapsed->setVisible(isOurs);
    m_line->setVisible(isOurs);
    dressButton();
}

void ExecuteBar::setProgress(const executor::Progress &progress)
{
    if (m_state != RunState::Cancelling)
        m_text->setText(progressText(progress));
    const int done = permille(progress);
    m_line->setRange(0, done < 0 ? 0 : 1000);
    m_line->setValue(done < 0 ? 0 : done);
}

void ExecuteBar::dressButton()
{
    const bool idle = m_state == RunState::Idle || m_state == RunState::Elsewhere;
    const QString keys = m_shortcut->key().toString(QKeySequence::NativeText);
    m_button->setText(idle ? executeText().replace(QLatin1Char('&'), QLatin1String("&&")) : tr("Cancel"));
    m_button->setIcon(idle ? themedIcon(m_theme, QStringLiteral("play"), int(ColorRole::OnAccent))
                           : themedIcon(m_theme, QStringLiteral("stop"), int(ColorRole::Bad)));
    m_button->setToolTip(idle ? tr("Execute the action %1 (%2)").arg(m_destination, keys).simplified()
                              : tr("Stop waiting for the answer (%1)").arg(keys));
    m_button->setEnabled(m_state == RunState::Idle || m_state == RunState::Running);
    setLook(m_button, idle ? Look::Primary : Look::Cancel);
    dressMark();
}

// The second click of a double click on Execute would otherwise cancel what the first began.
bool ExecuteBar::eventFilter(QObject *watched, QEvent *event)
{
    return (watched == m_button && event->type() == QEvent::MouseButtonDblClick)
        || QWidget::eventFilter(watched, event);
}

} // namespace actionscope::ui
