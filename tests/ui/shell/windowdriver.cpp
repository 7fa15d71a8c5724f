// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/shell/windowdriver.h"

namespace actionscope::test {

WindowDriver::WindowDriver(const ui::CompositionOptions &options)
    : m_composition(std::make_unique<ui::Composition>(options))
{
    m_composition->show();
}

WindowDriver::~WindowDriver() = default;

ui::MainWindow &WindowDriver::window() { return m_composition->window(); }

QString WindowDriver::textOf(const char *labelName) { return find<QLabel>(labelName)->text(); }

bool WindowDriver::sandboxIsThere() { return textOf("destinationLabel").contains(QLatin1String("127.0.0.1")); }

void WindowDriver::crash() { m_composition.reset(); }

} // namespace actionscope::test
