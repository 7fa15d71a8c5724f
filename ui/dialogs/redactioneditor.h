// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretfinder.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace actionscope::ui {

// What a person wants hidden beyond keys and credentials: e-mail addresses, and own patterns, one a line. A pattern that is
// none is said with its line and character.
class RedactionEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit RedactionEditor(QWidget *parent = nullptr);

    void setWish(const RedactionWish &wish);
    [[nodiscard]] RedactionWish wish() const;
    // Whether each pattern is one, as it stands now.
    [[nodiscard]] bool isUsable() const;

Q_SIGNALS:
    void edited(); // at once
    void wishChanged(); // after a moment without a keystroke, where it is usable

private:
    void check();

    QCheckBox *m_emails;
    QPlainTextEdit *m_patterns;
    QLabel *m_trouble;
    QTimer m_pause;
};

} // namespace actionscope::ui
