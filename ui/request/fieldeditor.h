// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formnode.h"

#include <QWidget>

namespace actionscope::ui {

class ThemeService;

// Asks for the value of one field. Shows what it is given and tells what a person did; it changes nothing itself.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    // Which editor a field needs.
    enum class Kind { Line, Text, Choice, Switch, List, File };
    [[nodiscard]] static Kind kindFor(const models::FormNode &node);
    // `name` begins the objectNames of its parts: "input.owner" gives "input.owner.LineEdit".
    [[nodiscard]] static FieldEditor *make(
        const ThemeService &theme, const models::FormNode &node, const QString &name, QWidget *parent);
    // Lines of text it needs room for.
    [[nodiscard]] static int linesFor(const models::FormNode &node);

    using QWidget::QWidget;

    // Keeps what is being typed, and the caret, where the value is that of what is typed.
    virtual void showNode(const models::FormNode &node, bool isEditable) = 0;
    // What Tab goes to.
    [[nodiscard]] virtual QWidget *focusTarget() const = 0;

Q_SIGNALS:
    void jsonChosen(const QByteArray &json);
    void unsetChosen();
    void itemRequested();
    void fileChosen(const QString &path); // empty: one is to be asked for
    void uploadCancelled();
    // What is typed is no value yet; empty when it is one again.
    void troubleFound(const QString &sentence);
};

} // namespace actionscope::ui
