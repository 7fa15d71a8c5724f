// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace actionscope {

// The one translation context of everything under app/. Whole sentences with %1 and %n.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Actionscope)
};

} // namespace actionscope
