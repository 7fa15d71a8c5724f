// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

class QPlainTextEdit;

namespace actionscope::ui {

// A text of several lines, or a value as the JSON it is.
class TextFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    TextFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    void onEdited();
    void showBeginning(const models::FormNode &node);
    [[nodiscard]] QString hintFor(const models::FormNode &node) const;

    QPlainTextEdit *m_text = nullptr;
    schema::Field m_field;
    QByteArray m_json; // as it was shown last
    bool m_isItem = false;
    bool m_isPending = false;
    bool m_isShowing = false;
};

} // namespace actionscope::ui
