// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::sandbox {

// A random UUID without braces. Seeded well once a thread, and then without the system call each that QUuid costs.
[[nodiscard]] QByteArray freshId();

} // namespace actionscope::sandbox
