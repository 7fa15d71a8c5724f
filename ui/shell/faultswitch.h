// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/faults/fault.h"

#include <QObject>

namespace actionscope::ui {

class FaultPanel;

// Turns what the fault panel has chosen into faults as the sandbox takes them.
class FaultSwitch final : public QObject
{
    Q_OBJECT

public:
    // `panel` is its parent.
    explicit FaultSwitch(FaultPanel *panel);

    // What strikes now; nothing while it is switched off.
    [[nodiscard]] sandbox::FaultSpec spec() const;

Q_SIGNALS:
    void changed(const actionscope::sandbox::FaultSpec &spec);

private:
    [[nodiscard]] sandbox::FaultSpec chosen() const;
    void tell();

    FaultPanel *m_panel;
    sandbox::FaultSpec m_told;
};

} // namespace actionscope::ui
