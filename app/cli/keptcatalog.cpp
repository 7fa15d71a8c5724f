// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/keptcatalog.h"

#include <algorithm>

namespace actionscope::cli {

catalog::CatalogStore keptCatalog(const CommonOptions &options, const storage::Environment &environment)
{
    const auto parsed = api::parseBaseUrl(environment.baseUrl);
    QUrl url = parsed ? parsed->url : QUrl();
    if (environment.isSandbox)
        url = QUrl(QStringLiteral("http://127.0.0.1")); // at another port each time
    const QString name = options.baseUrl ? options.baseUrl->url.authority() : environment.name;
    return {catalog::catalogFolder(options.configFolder), name, url, environment.apiVersion};
}

catalog::ReadPolicy readPolicy(const CommonOptions &options)
{
    catalog::ReadPolicy policy;
    policy.retries = 2; // somebody sits in front of it
    policy.timeout = std::chrono::seconds(options.timeoutSeconds);
    policy.longestPause = std::min<std::chrono::milliseconds>(policy.longestPause, policy.timeout);
    return policy;
}

} // namespace actionscope::cli
