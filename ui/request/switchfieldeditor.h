// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

#include <array>

class QToolButton;

namespace actionscope::ui {

// True, false, or not set: three places side by side, because a check box cannot say the third.
class SwitchFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SwitchFieldEditor(const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    enum Place { Unset, True, False, PlaceCount };

    std::array<QToolButton *, PlaceCount> m_places {};
};

} // namespace actionscope::ui
