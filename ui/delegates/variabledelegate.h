// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/services/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace actionscope::ui {

// A row of what names stand for: an icon for a secret and for what cannot be used, and values as they are spelled.
class VariableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit VariableDelegate(const ThemeService &theme, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QIcon m_secret;
    QIcon m_trouble;
};

} // namespace actionscope::ui
