// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace actionscope::ui {

class JsonEditor;
class ThemeService;

// One JSON field on a tab of its own, under a sentence about what it is for.
class JsonTab final : public QWidget
{
    Q_OBJECT

public:
    // `name` is the field's name in the API. An empty explanation takes no room.
    JsonTab(const ThemeService &theme, const QString &name, const QString &title, const QString &explanation,
        QWidget *parent = nullptr);

    [[nodiscard]] JsonEditor *editor() const { return m_editor; }

private:
    JsonEditor *m_editor = nullptr;
};

} // namespace actionscope::ui
