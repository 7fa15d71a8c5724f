// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowlayout.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {
constexpr int sideBySideFrom = 1100; // pixels; narrower windows stack the pages
} // namespace

WindowLayout::WindowLayout(const WindowAreas &areas, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("windowPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(areas.top);
    column->addWidget(areas.strip);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_pages = new QSplitter(Qt::Horizontal, this);
    m_pages->setObjectName(QStringLiteral("pagesSplitter"));
    m_pages->setChildrenCollapsible(false);
    m_pages->setHandleWidth(1); // drawn as a hairline; Qt keeps a wider grip
    m_pages->addWidget(areas.request);
    m_pages->addWidget(areas.response);
    areas.response->setMinimumHeight(220); // its tallest page would keep a stacked window from fitting a small screen
    m_pages->setStretchFactor(0, 1);
    m_pages->setStretchFactor(1, 1);
    m_columns->setObjectName(QStringLiteral("columnsSplitter"));
    m_columns->setHandleWidth(1);
    m_columns->addWidget(areas.sidebar);
    m_columns->addWidget(areas.frame ? areas.frame(m_pages) : m_pages);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setCollapsible(1, false);
    m_columns->setSizes({280, 1040});
    column->addWidget(m_columns, 1);
    column->addWidget(areas.bottom);
}

QByteArray WindowLayout::state() const { return m_columns->saveState(); }

void WindowLayout::restoreState(const QByteArray &state) { m_columns->restoreState(state); }

void WindowLayout::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_pages->setOrientation(width() >= sideBySideFrom ? Qt::Horizontal : Qt::Vertical);
}

} // namespace actionscope::ui
