// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace actionscope::ui {

// The seam to the desktop's clipboard; a test answers with its own.
class Clipboard
{
public:
    virtual ~Clipboard() = default;
    virtual void setText(const QString &text) = 0;
    [[nodiscard]] virtual QString text() const { return {}; }
};

class SystemClipboard final : public Clipboard
{
public:
    void setText(const QString &text) override;
    [[nodiscard]] QString text() const override;
};

} // namespace actionscope::ui
