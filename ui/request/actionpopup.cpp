// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/actionpopup.h"

#include "app/models/actionlistmodel.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostRows = 200; // nobody goes further by arrow; the panel has them all
constexpr int mostVisibleRows = 8;
constexpr int leastWidth = 560;

} // namespace

ActionPopup::ActionPopup(const ThemeService &theme, QWidget *field)
    : QFrame(field)
    , m_field(field)
    , m_model(new models::ActionListModel(this))
    , m_list(new QListView(this))
    , m_words(new QLabel(this))
    , m_count(new QLabel(this))
    , m_foot(new QWidget(this))
{
    setObjectName(QStringLiteral("actionPopup"));
    setAccessibleName(tr("Actions that match"));
    setLook(this, Look::Popup);
    hide();
    m_model->setMostRows(mostRows);
    buildList(theme);
    buildWords();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::hair, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_words, 1);
    column->addWidget(m_foot);
}

void ActionPopup::buildList(const ThemeService &theme)
{
    m_list->setObjectName(QStringLiteral("actionPopupListView"));
    m_list->setAccessibleName(tr("Actions that match"));
    m_list->setModel(m_model);
    auto *delegate = new ActionDelegate(theme, ActionDelegate::Stars::None, m_list);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT picked(m_model->action(index.row()).id); });
}

void ActionPopup::buildWords()
{
    m_words->setObjectName(QStringLiteral("actionPopupEmptyLabel"));
    m_words->setWordWrap(true);
    m_words->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    setLook(m_words, Look::Muted);
    m_count->setObjectName(QStringLiteral("actionPopupCountLabel"));
    auto *keys = new QLabel(tr("↑↓ choose · Enter fill in · Esc close"), m_foot);
    for (QLabel *label : {m_count, keys}) {
        label->setFont(ThemeService::smallFont());
        setLook(label, Look::Muted);
    }
    auto *line = new QFrame(m_foot);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::medium, spacing::hair, spacing::medium, spacing::hair);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(keys);
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
}

void ActionPopup::setIndex(const catalog::ActionIndex &index)
{
    m_model->setIndex(index);
    if (isVisible())
        showUnderField();
}

void ActionPopup::setSearch(const catalog::ActionSearch &search) { m_model->setSearch(search); }

void ActionPopup::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (isVisible())
        showUnderField();
}

void ActionPopup::showUnderField()
{
    QWidget *window = m_field->window();
    if (parentWidget() != window)
        setParent(window);
    tellCount();
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_foot->setVisible(!isEmpty);
    m_words->setVisible(isEmpty);

    const QPoint at = m_field->mapTo(window, QPoint(0, m_field->height() + spacing::hair));
    const int width = std::min(std::max(m_field->width(), leastWidth), window->width() - at.x() - spacing::small);
    const int rows = std::min(m_model->rowCount(), mostVisibleRows);
    ensurePolished();
    const QMargins frame = contentsMargins();
    const int margins = spacing::hair + frame.top() + frame.bottom();
    const int inner = width - frame.left() - frame.right();
    const int wanted = isEmpty ? m_words->heightForWidth(inner) + margins
                               : rows * m_list->sizeHintForRow(0) + m_foot->sizeHint().height() + margins;
    setGeometry(at.x(), at.y(), width, std::min(wanted, window->height() - at.y() - spacing::small));
    raise();
    show();
}

void ActionPopup::tellCount()
{
    const QLocale locale;
    const qsizetype all = m_model->actionIndex().actions().size();
    const QString typed = m_model->search().text.trimmed();
    m_count->setText(typed.isEmpty()
            ? tr("%1 actions").arg(locale.toString(all))
            : tr("%1 of %2 actions").arg(locale.toString(m_model->foundCount()), locale.toString(all)));
    m_words->setText(all == 0 ? m_emptyText
                              : tr("No action of the catalogue matches. “%1” is sent as it is typed.").arg(typed));
}

bool ActionPopup::hasRows() const { return m_model->rowCount() > 0; }

QString ActionPopup::firstId() const { return hasRows() ? m_model->action(0).id : QString(); }

void ActionPopup::setCurrentRow(int row)
{
    if (row < 0) {
        m_list->selectionModel()->clear();
        m_list->scrollToTop();
        return;
    }
    m_list->setCurrentIndex(m_model->index(row));
}

void ActionPopup::moveBy(int rows)
{
    const int current = m_list->currentIndex().row();
    if (rows < 0 && current <= 0)
        setCurrentRow(-1);
    else
        setCurrentRow(std::clamp(current + rows, 0, m_model->rowCount() - 1));
}

int ActionPopup::rowsOnPage() const
{
    return std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)));
}

QString ActionPopup::currentId() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->action(current.row()).id : QString();
}

} // namespace actionscope::ui
