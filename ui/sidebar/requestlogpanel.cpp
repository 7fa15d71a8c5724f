// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/requestlogpanel.h"

#include "ui/delegates/exchangerowdelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>

namespace actionscope::ui {

using models::ServedRequestModel;

RequestLogPanel::RequestLogPanel(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new ServedRequestModel(this))
    , m_matches(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_tools(new QHBoxLayout)
    , m_count(new QLabel(this))
    , m_strip(new MessageStrip(theme, QStringLiteral("requestLog"), this))
    , m_list(new QListView)
    , m_emptyText(new QLabel)
    , m_pages(new QStackedWidget(this))
    , m_choice(new QWidget(this))
{
    setObjectName(QStringLiteral("requestLogPanel"));
    m_matches->setSourceModel(m_model);
    m_matches->setFilterRole(ServedRequestModel::SearchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildFilter();
    buildTools();
    buildList();
    buildEmptyState();
    buildChoice();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::hair);
    top->setSpacing(spacing::hair);
    top->addWidget(m_filter);
    top->addLayout(m_tools);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_strip);
    column->addWidget(m_pages, 1);
    column->addWidget(m_choice);
    showMatches();
}

void RequestLogPanel::buildFilter()
{
    m_filter->setObjectName(QStringLiteral("requestLogFilterLineEdit"));
    m_filter->setAccessibleName(tr("Filter the requests"));
    m_filter->setPlaceholderText(tr("Filter by action, path, status or fault"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filter->addAction(
        themedIcon(m_theme, QStringLiteral("filter"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_matches->setFilterFixedString(text);
        showMatches();
    });
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
        tr("Save the requests shown as JSON lines, without secrets"));
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

void RequestLogPanel::buildList()
{
    m_list->setObjectName(QStringLiteral("requestLogListView"));
    m_list->setAccessibleName(tr("Requests to the sandbox"));
    m_list->setModel(m_matches);
    m_list->setItemDelegate(new ExchangeRowDelegate(m_theme,
        {.verdict = ServedRequestModel::VerdictRole, .title = ServedRequestModel::TitleRole,
            .detail = ServedRequestModel::DetailRole, .duration = ServedRequestModel::DurationTextRole,
            .warning = ServedRequestModel::FaultRole},
        m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RequestLogPanel::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        m_choice->setEnabled(current.isValid());
        m_strip->hide();
        if (current.isValid() && m_list->hasFocus())
            Q_EMIT requestShown(currentNumber());
    });
    connect(m_list, &QListView::clicked, this, [this] { Q_EMIT requestShown(currentNumber()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT requestOpened(currentNumber()); });
    m_pages->addWidget(m_list);
}

void RequestLogPanel::buildEmptyState()
{
    m_emptyText->setObjectName(QStringLiteral("requestLogEmptyLabel"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_emptyText->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_emptyText, Look::Muted);
    m_pages->addWidget(m_emptyText);
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
    for (int row = 0; row < m_matches->rowCount(); ++row)
        numbers.append(m_matches->index(row, 0).data(ServedRequestModel::NumberRole).toULongLong());
    return numbers;
}

void RequestLogPanel::tell(const QString &sentence) { m_strip->showMessage(MessageStrip::Kind::Info, sentence); }

void RequestLogPanel::showMatches()
{
    const QLocale locale;
    const int all = m_model->rowCount();
    const int found = m_matches->rowCount();
    const QString count = all == 0 ? QString()
        : found == all             ? tr("%1 requests").arg(locale.toString(all))
                                   : tr("%1 of %2 requests").arg(locale.toString(found), locale.toString(all));
    m_count->setText(!isPaused() ? count : count.isEmpty() ? tr("Paused") : tr("%1, paused").arg(count));
    m_emptyText->setText(all > 0
            ? tr("No request matches “%1”.").arg(m_filter->text())
            : tr("No request came yet. Execute an action on the sandbox, or point another program at the address above: "
                 "what it sends is listed here, with what it was answered."));
    m_pages->setCurrentIndex(found > 0 ? 0 : 1);
    m_choice->setVisible(found > 0);
    m_filter->setEnabled(all > 0);
    m_save->setEnabled(found > 0);
    m_clear->setEnabled(all > 0);
}

quint64 RequestLogPanel::currentNumber() const
{
    return m_list->currentIndex().data(ServedRequestModel::NumberRole).toULongLong();
}

void RequestLogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT seen();
}

bool RequestLogPanel::eventFilter(QObject *watched, QEvent *event)
{
    // A right click opens the menu of the row it is on, without showing that row.
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        return static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Down && m_matches->rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_matches->index(0, 0));
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter) && currentNumber() != 0) {
        Q_EMIT requestOpened(currentNumber());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RequestLogPanel::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const quint64 number = index.data(ServedRequestModel::NumberRole).toULongLong();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open in the Explorer"), this, [this, number] { Q_EMIT requestOpened(number); })
        ->setShortcut(QKeySequence(Qt::Key_Return));
    menu->addAction(tr("Copy as cURL"), this, [this, number] { Q_EMIT curlRequested(number); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace actionscope::ui
