// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace actionscope::ui {

// A row of what the doctor found: an icon for how bad it is, the file, and what is wrong with it.
class FindingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FindingDelegate(const ThemeService &theme, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QIcon m_error;
    QIcon m_warning;
};

} // namespace actionscope::ui
