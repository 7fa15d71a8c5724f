// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/requestlogpanel.h"

#include "ui/delegates/exchangerowdelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/filteredlist.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QToolButton>

namespace actionscope::ui {

using models::ServedRequestModel;

namespace {

quint64 numberOf(const QModelIndex &index) { return index.data(ServedRequestModel::NumberRole).toULongLong(); }

} // namespace

RequestLogPanel::RequestLogPanel(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new ServedRequestModel(this))
    , m_rows(new FilteredList(theme, QStringLiteral("requestLog"), m_model, ServedRequestModel::SearchRole, this))
    , m_list(m_rows->list())
    , m_tools(new QHBoxLayout)
    , m_count(new QLabel(this))
    , m_strip(new MessageStrip(theme, QStringLiteral("requestLog"), this))
    , m_choice(new QWidget(this))
{
    setObjectName(QStringLiteral("requestLogPanel"));
    m_rows->setTitles(tr("Requests to the sandbox"), tr("Filter the requests"), tr("Filter by action, path, status or fault"));
    m_rows->setDelegate(new ExchangeRowDelegate(theme,
        {.verdict = ServedRequestModel::VerdictRole, .title = ServedRequestModel::TitleRole,
            .detail = ServedRequestModel::DetailRole, .duration = ServedRequestModel::DurationTextRole,
            .warning = ServedRequestModel::FaultRole}));
    buildTools();
    buildChoice();
    connectList();
    m_rows->head()->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::hair);
    m_rows->head()->addLayout(m_tools);
    m_rows->head()->addWidget(m_strip);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rows, 1);
    column->addWidget(m_choice);
    showMatches();
}

QToolButton *RequestLogPanel::addTool(const QString &objectName, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setIcon(themedIcon(m_theme, icon));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    m_tools->addWidget(button);
    return button;
}

void RequestLogPanel::buildTools()
{
    m_count->setObjectName(QStringLiteral("requestLogCountLabel"));
    m_count->setFont(ThemeService::smallFont());
    setLook(m_count, Look::Muted);
    m_tools->setContentsMargins(spacing::hair, 0, 0, 0); // in line with the rows
    m_tools->setSpacing(spacing::hair);
    m_tools->addWidget(m_count, 1);
    m_pause = addTool(QStringLiteral("pauseRequestsToolButton"), QStringLiteral("stop"), {});
    m_pause->setCheckable(true);
    m_save = addTool(QStringLiteral("saveRequestsToolButton"), QStringLiteral("save"),
        tr("Save the requests shown as JSON lines, without keys"));
    m_clear = addTool(QStringLiteral("clearRequestsToolButton"), QStringLiteral("trash"), tr("Clear the list"));
    connect(m_pause, &QToolButton::toggled, this, [this](bool isOn) {
        showPause();
        if (!isOn)
            Q_EMIT seen();
    });
    connect(m_save, &QToolButton::clicked, this, &RequestLogPanel::saveRequested);
    connect(m_clear, &QToolButton::clicked, this, &RequestLogPanel::clearRequested);
    showPause();
}

void RequestLogPanel::showPause()
{
    const QString text = isPaused() ? tr("Go on showing requests") : tr("Pause: show no further requests");
    m_pause->setAccessibleName(text);
    m_pause->setToolTip(text);
    m_pause->setIcon(themedIcon(m_theme, isPaused() ? QStringLiteral("play") : QStringLiteral("pause")));
    showMatches();
}

void RequestLogPanel::connectList()
{
    connect(m_rows, &FilteredList::filterChanged, this, &RequestLogPanel::showMatches);
    connect(m_rows, &FilteredList::opened, this, [this](const QModelIndex &index) { Q_EMIT requestOpened(numberOf(index)); });
    connect(m_rows, &FilteredList::menuRequested, this, &RequestLogPanel::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        m_choice->setEnabled(current.isValid());
        m_strip->hide();
        if (current.isValid() && m_list->hasFocus())
            Q_EMIT requestShown(currentNumber());
    });
    connect(m_list, &QListView::clicked, this, [this] { Q_EMIT requestShown(currentNumber()); });
}

void RequestLogPanel::buildChoice()
{
    auto *row = new QHBoxLayout(m_choice);
    row->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    row->setSpacing(spacing::small);
    auto *open = new QPushButton(tr("Open in the Explorer"), m_choice);
    open->setObjectName(QStringLiteral("openRequestPushButton"));
    open->setToolTip(tr("Fill the form with this request"));
    auto *curl = new QPushButton(tr("Copy as cURL"), m_choice);
    curl->setObjectName(QStringLiteral("copyRequestPushButton"));
    curl->setToolTip(tr("Copy a command that sends this request again, with the key left out"));
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT requestOpened(currentNumber()); });
    connect(curl, &QPushButton::clicked, this, [this] { Q_EMIT curlRequested(currentNumber()); });
    row->addWidget(open, 1);
    row->addWidget(curl, 1);
    m_choice->setEnabled(false);
}

void RequestLogPanel::append(const QList<models::ServedRequest> &requests)
{
    const bool isAtTop = m_list->verticalScrollBar()->value() == 0;
    m_model->append(requests);
    if (isAtTop && !m_list->currentIndex().isValid())
        m_list->scrollToTop();
    showMatches();
}

void RequestLogPanel::clear()
{
    m_model->clear();
    m_strip->hide();
    m_choice->setEnabled(false);
    showMatches();
}

bool RequestLogPanel::isPaused() const { return m_pause->isChecked(); }

QList<quint64> RequestLogPanel::shownNumbers() const
{
    QList<quint64> numbers;
    const QSortFilterProxyModel *matches = m_rows->matches();
    for (int row = 0; row < matches->rowCount(); ++row)
        numbers.append(numberOf(matches->index(row, 0)));
    return numbers;
}

void RequestLogPanel::tell(const QString &sentence) { m_strip->showMessage(MessageStrip::Kind::Info, sentence); }

void RequestLogPanel::showMatches()
{
    const QLocale locale;
    const int all = m_model->rowCount();
    const int found = m_rows->matches()->rowCount();
    const QString count = all == 0 ? QString()
        : found == all             ? tr("%1 requests").arg(locale.toString(all))
                                   : tr("%1 of %2 requests").arg(locale.toString(found), locale.toString(all));
    m_count->setText(!isPaused() ? count : count.isEmpty() ? tr("Paused") : tr("%1, paused").arg(count));
    m_rows->showMatches(all > 0
            ? tr("No request matches “%1”.").arg(m_rows->filterText())
            : tr("No request came yet. Execute an action on the sandbox, or point another program at the address above: "
                 "what it sends is listed here, with what it was answered."));
    m_choice->setVisible(found > 0);
    m_save->setEnabled(found > 0);
    m_clear->setEnabled(all > 0);
}

quint64 RequestLogPanel::currentNumber() const { return numberOf(m_list->currentIndex()); }

void RequestLogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT seen();
}

void RequestLogPanel::showContextMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    const quint64 number = numberOf(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open in the Explorer"), this, [this, number] { Q_EMIT requestOpened(number); })
        ->setShortcut(QKeySequence(Qt::Key_Return));
    menu->addAction(tr("Copy as cURL"), this, [this, number] { Q_EMIT curlRequested(number); });
    menu->popup(globalPosition);
}

} // namespace actionscope::ui
