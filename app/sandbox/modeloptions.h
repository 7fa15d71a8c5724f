// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace actionscope::sandbox {

// A language model behind an OpenAI-compatible address, such as a local Ollama or llama.cpp server. Without
// one the sandbox goes by its rules.
struct ModelOptions
{
    QUrl url; // http://127.0.0.1:11434/v1; POST {url}/chat/completions
    QString model;
    QByteArray apiKey; // may be empty: local servers ask for none
    std::chrono::milliseconds timeout = std::chrono::seconds(60); // for each of at most two questions

    [[nodiscard]] bool isSet() const { return url.isValid() && !model.isEmpty(); }
};

// ACTIONSCOPE_LLM_URL, ACTIONSCOPE_LLM_MODEL and ACTIONSCOPE_LLM_API_KEY. Not set where the first two are
// both absent; an error where they make no sense.
[[nodiscard]] Result<ModelOptions> modelOptionsFromEnvironment();
// The name under which window and command line look for the model's key in the secret store.
inline const QString modelSecretName = QStringLiteral("llm");

} // namespace actionscope::sandbox
