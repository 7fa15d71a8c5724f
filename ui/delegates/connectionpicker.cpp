// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/connectionpicker.h"

#include "app/models/connectionlistmodel.h"
#include "ui/delegates/connectiondelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace actionscope::ui {

namespace {

constexpr int mostRows = 10; // in view; the rest scrolls

}

ConnectionPicker::ConnectionPicker(
    const ThemeService &theme, QLineEdit *field, const QString &name, const QString &explanation, Takes takes)
    : QCompleter(field)
    , m_takes(takes)
    , m_field(field)
    , m_connections(new models::ConnectionListModel(this))
{
    setModel(m_connections);
    setCompletionRole(models::ConnectionListModel::SearchRole);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(mostRows);
    field->setCompleter(this);
    popup()->setObjectName(name + QStringLiteral("ListView"));
    popup()->setAccessibleName(explanation);
    popup()->setMinimumWidth(320); // the field may be narrow, ids and states are not
    popup()->setItemDelegate(new ConnectionDelegate(theme, this));

    m_button
        = field->addAction(themedIcon(theme, QStringLiteral("chevron-down")), QLineEdit::TrailingPosition);
    m_button->setToolTip(explanation);
    const QList<QToolButton *> buttons = field->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->defaultAction() == m_button) {
            button->setObjectName(name + QStringLiteral("ToolButton"));
            button->setAccessibleName(explanation);
        }
    }
    const auto showButton = [this] { m_button->setVisible(m_connections->rowCount() > 0); };
    connect(m_connections, &QAbstractItemModel::modelReset, this, showButton);
    showButton();
    connect(m_button, &QAction::triggered, this, &ConnectionPicker::showAll);
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &ConnectionPicker::picked);
    field->installEventFilter(this);
}

QString ConnectionPicker::pathFromIndex(const QModelIndex &index) const
{
    const QString value = index.data(models::ConnectionListModel::ValueRole).toString();
    return m_takes == Takes::One ? value : m_field->text().left(lastBegin()) + value;
}

QStringList ConnectionPicker::splitPath(const QString &path) const
{
    return {m_takes == Takes::One ? path : path.mid(path.lastIndexOf(QLatin1Char(',')) + 1).trimmed()};
}

qsizetype ConnectionPicker::lastBegin() const
{
    const QString text = m_field->text();
    qsizetype begin = text.lastIndexOf(QLatin1Char(',')) + 1;
    while (begin < text.size() && text.at(begin).isSpace())
        ++begin;
    return begin;
}

void ConnectionPicker::showAll()
{
    if (m_connections->rowCount() == 0)
        return;
    m_field->setFocus();
    if (m_takes == Takes::Several && lastBegin() < m_field->text().size())
        m_field->setText(m_field->text().trimmed() + QStringLiteral(", "));
    setCompletionPrefix({});
    complete();
}

bool ConnectionPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && !popup()->isVisible()) {
            showAll();
            return true;
        }
    }
    return QCompleter::eventFilter(watched, event);
}

} // namespace actionscope::ui
