// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace actionscope::ui {

// Shows a banner whole where there is room, and lets it scroll where it would take what the answer
// needs: that stays in sight below, and neither is painted over the other.
class BannerScroll final : public QScrollArea
{
    Q_OBJECT

public:
    // `banner` has a layout; `page` is what is shared with the answer, and an ancestor of this.
    BannerScroll(QWidget *banner, QWidget *page);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_banner;
    QWidget *m_page;
};

} // namespace actionscope::ui
