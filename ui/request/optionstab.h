// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/draft.h"

#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace actionscope::ui {

// How the request is sent: how long to wait, which version of the action to ask for.
class OptionsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsTab(QWidget *parent = nullptr);

    void readInto(storage::Draft &draft) const;
    void setDraft(const storage::Draft &draft);
    // Nothing here differs from a fresh draft.
    [[nodiscard]] bool isDefault() const;
    [[nodiscard]] QLineEdit *versionField() const { return m_version; }

Q_SIGNALS:
    void edited();

private:
    QSpinBox *m_timeout = nullptr;
    QLineEdit *m_version = nullptr;
};

} // namespace actionscope::ui
