// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/pictureview.h"

#include "ui/services/theme.h"

#include <QPainter>

namespace actionscope::ui {

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    setMinimumSize(40, 40);
}

void PictureView::setImage(const QImage &image)
{
    m_image = image;
    update();
}

QRect PictureView::imageRect() const
{
    const QRect room = rect().adjusted(spacing::medium, spacing::medium, -spacing::medium, -spacing::medium);
    QSize size = m_image.size();
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room.size(), Qt::KeepAspectRatio);
    QRect place({}, size);
    place.moveCenter(room.center());
    return place;
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(imageRect(), m_image);
}

} // namespace actionscope::ui
