// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/scope.h"

#include <QUrl>

#include <tl/expected.hpp>

namespace actionscope::sandbox {

// An address from its template. An {{expression}} it begins with is taken as it is; every other is percent-encoded and
// so stays where it stands. A relative address goes behind `base`. The other side is what is wrong.
[[nodiscard]] tl::expected<QUrl, QString> renderedAddress(const QString &text, const Scope &scope, const QString &base);

// `address` as it is, or behind `base` when it is relative.
[[nodiscard]] tl::expected<QUrl, QString> absoluteAddress(const QString &address, const QString &base);

} // namespace actionscope::sandbox
