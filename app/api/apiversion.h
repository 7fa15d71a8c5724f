// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace actionscope::api {

// The versions of the service's HTTP API that can carry an execution.
enum class ApiVersion { V2, V3, V31 };

// "v2", "v3", "v3.1": the names used on the command line, in files and in the window.
[[nodiscard]] QString versionName(ApiVersion version);
[[nodiscard]] std::optional<ApiVersion> versionFromName(QStringView name);
// "/api/v2", "/api/v3", "/api/v3.1"
[[nodiscard]] QByteArray pathPrefix(ApiVersion version);

} // namespace actionscope::api
