// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretfinder.h"

#include <QDialog>

namespace actionscope::ui {

class RedactionEditor;

// What is hidden, from now on, in whatever is handed on.
class RedactionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RedactionDialog(const RedactionWish &wish, QWidget *parent = nullptr);

    [[nodiscard]] RedactionWish wish() const;

private:
    RedactionEditor *m_editor;
};

} // namespace actionscope::ui
