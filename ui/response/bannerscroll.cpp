// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/bannerscroll.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int enoughForTheAnswer = 280; // pixels

} // namespace

BannerScroll::BannerScroll(QWidget *banner, QWidget *page)
    : QScrollArea(page)
    , m_banner(banner)
    , m_page(page)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setWidget(banner);
    banner->installEventFilter(this);
    page->installEventFilter(this);
}

void BannerScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool BannerScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOther = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
    if (isOther && (watched == m_banner || watched == m_page))
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void BannerScroll::fit()
{
    const QLayout *layout = m_banner->layout();
    const int whole = layout->hasHeightForWidth() ? layout->totalHeightForWidth(viewport()->width())
                                                  : layout->totalSizeHint().height();
    const int room = std::max(m_page->height() / 2, m_page->height() - enoughForTheAnswer);
    const int height = std::min(whole, room);
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

} // namespace actionscope::ui
