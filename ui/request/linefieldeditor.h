// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/fieldeditor.h"

class QAction;
class QLineEdit;

namespace actionscope::ui {

// A text of one line or a number, in the spelling that is typed.
class LineFieldEditor final : public FieldEditor
{
    Q_OBJECT

public:
    LineFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent);

    void showNode(const models::FormNode &node, bool isEditable) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    void onEdited(const QString &typed);
    void showPlaceholder(const models::FormNode &node);
    void showHelpers(const models::FormNode &node);
    void showStart();
    void offerExamples();
    void offerCalendar();

    const ThemeService &m_theme;
    QLineEdit *m_line = nullptr;
    QAction *m_examples = nullptr;
    QAction *m_calendar = nullptr;
    schema::Field m_field;
    QByteArray m_json; // as it was shown last
    bool m_isItem = false;
    bool m_isPending = false; // what is typed is no value yet
};

} // namespace actionscope::ui
