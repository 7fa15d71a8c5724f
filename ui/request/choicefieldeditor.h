// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

class QComboBox;

namespace actionscope::ui {

// One of several values; a value that is none of them stays in the list.
class ChoiceFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceFieldEditor(const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const models::FormNode &node);
    void onActivated(int position);

    QComboBox *m_choices = nullptr;
    QList<QByteArray> m_values; // beside the entries; empty: not set
};

} // namespace actionscope::ui
