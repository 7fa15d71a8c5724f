// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/completionpopup.h"

#include "ui/editor/completiondelegate.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostRowsInSight = 9;
constexpr int widest = 560;
constexpr int narrowest = 260;

} // namespace

CompletionPopup::CompletionPopup(const ThemeService &theme, const QString &name, QWidget *editor)
    : QFrame(editor, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_list(new QListWidget(this))
{
    setObjectName(name + QStringLiteral("CompletionPopup"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setLook(this, Look::Field);
    m_list->setObjectName(name + QStringLiteral("CompletionListWidget"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CompletionDelegate(theme, m_list));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSizeConstraint(QLayout::SetNoConstraint); // a list of one row is as high as the row
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this,
        [this](QListWidgetItem *item) { chooseRow(m_list->row(item)); });
}

void CompletionPopup::showCompletions(const QList<schema::Completion> &completions, const QRect &word)
{
    m_completions = completions.first(std::min(completions.size(), mostRows));
    m_list->clear();
    for (const schema::Completion &one : std::as_const(m_completions)) {
        auto *item = new QListWidgetItem(one.label, m_list);
        item->setData(CompletionDelegate::TypeRole, one.type);
        item->setData(CompletionDelegate::TitleRole, one.title == one.label ? QString() : one.title);
        item->setData(Qt::AccessibleTextRole, QStringList {one.label, one.type, one.title}.join(QLatin1String(", ")));
    }
    if (m_completions.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentRow(0);
    place(word);
    show();
}

void CompletionPopup::place(const QRect &word)
{
    const int rows = std::min(m_list->count(), mostRowsInSight);
    const int height = rows * m_list->sizeHintForRow(0) + spacing::small;
    const int width = std::clamp(m_list->sizeHintForColumn(0) + spacing::wide, narrowest, widest);
    const QScreen *screen = parentWidget()->screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(word.topLeft(), QSize(widest, widest));
    const bool isBelow = word.bottom() + height <= room.bottom() || word.top() - height < room.top();
    const int left = std::clamp(word.left(), room.left(), std::max(room.left(), room.right() - width));
    setGeometry(left, isBelow ? word.bottom() + 2 : word.top() - height - 2, width, height);
}

bool CompletionPopup::wantsKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::takeKey(int key)
{
    const int row = m_list->currentRow();
    const int last = m_list->count() - 1;
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow(row > 0 ? row - 1 : last);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(row < last ? row + 1 : 0);
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(std::max(0, row - mostRowsInSight));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(std::min(last, row + mostRowsInSight));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        chooseRow(row);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void CompletionPopup::chooseRow(int row)
{
    hide();
    if (row >= 0 && row < m_completions.size())
        Q_EMIT chosen(m_completions[row]);
}

} // namespace actionscope::ui
