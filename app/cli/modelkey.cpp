// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/modelkey.h"

#include "app/api/apikey.h"
#include "app/base/whenready.h"
#include "app/storage/keychainsecretstore.h"

namespace actionscope::cli {

void withModelKey(
    const sandbox::ModelOptions &model, QObject *context, const std::function<void(const sandbox::ModelOptions &)> &next)
{
    if (!model.isSet() || !model.apiKey.isEmpty()) {
        next(model);
        return;
    }
    auto *store = new storage::KeychainSecretStore(context);
    whenReady(store->read(sandbox::modelSecretName), context, [model, next](const Result<QByteArray> &secret) {
        sandbox::ModelOptions complete = model;
        complete.apiKey = secret.and_then([](const QByteArray &text) { return api::cleanApiKey(text); })
                              .value_or(QByteArray()); // local servers ask for none
        next(complete);
    });
}

} // namespace actionscope::cli
