// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

class QLabel;
class QToolButton;

namespace actionscope::ui {

// The head of rows below: a list, an object or a group says how much of it is set.
class ListFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ListFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    QLabel *m_summary = nullptr;
    QToolButton *m_add = nullptr;
};

} // namespace actionscope::ui
