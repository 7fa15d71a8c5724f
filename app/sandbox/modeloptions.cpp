// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/modeloptions.h"

#include "app/api/apikey.h"
#include "app/base/tr.h"

namespace actionscope::sandbox {

Result<ModelOptions> modelOptionsFromEnvironment()
{
    const QString address = qEnvironmentVariable("ACTIONSCOPE_LLM_URL").trimmed();
    ModelOptions options;
    options.model = qEnvironmentVariable("ACTIONSCOPE_LLM_MODEL").trimmed();
    if (address.isEmpty() && options.model.isEmpty())
        return options;
    if (address.isEmpty() || options.model.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("Only one of ACTIONSCOPE_LLM_URL and ACTIONSCOPE_LLM_MODEL is set."), {},
            Tr::tr("Set both, or neither to go by the sandbox's rules."));
    }
    options.url = QUrl(address, QUrl::StrictMode);
    const bool isWeb
        = options.url.scheme() == QLatin1String("http") || options.url.scheme() == QLatin1String("https");
    if (!options.url.isValid() || !isWeb || options.url.host().isEmpty()
        || !options.url.userInfo().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("ACTIONSCOPE_LLM_URL is not the address of a web server."), {},
            Tr::tr("Write it like http://127.0.0.1:11434/v1."));
    }
    if (!qEnvironmentVariableIsEmpty("ACTIONSCOPE_LLM_API_KEY")) {
        const auto key = api::cleanApiKey(qgetenv("ACTIONSCOPE_LLM_API_KEY"));
        if (!key) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("ACTIONSCOPE_LLM_API_KEY cannot be used: %1").arg(key.error().sentence));
        }
        options.apiKey = *key;
    }
    return options;
}

} // namespace actionscope::sandbox
