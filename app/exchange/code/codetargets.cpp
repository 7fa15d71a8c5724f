// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codetargets.h"

#include "app/exchange/code/codewriters.h"

#include <QCoreApplication>

namespace actionscope::exchange {

namespace {

constexpr CodeTarget targets[] = {
    {"curl", QT_TRANSLATE_NOOP("Actionscope", "cURL (bash)"), curlCode},
    {"powershell", QT_TRANSLATE_NOOP("Actionscope", "PowerShell"), powerShellCode},
    {"python", QT_TRANSLATE_NOOP("Actionscope", "Python, composio"), pythonSdkCode},
    {"python-v2", QT_TRANSLATE_NOOP("Actionscope", "Python, composio-core (v2)"), pythonV2SdkCode},
    {"typescript", QT_TRANSLATE_NOOP("Actionscope", "TypeScript, @composio/core"), typeScriptSdkCode},
    {"typescript-v2", QT_TRANSLATE_NOOP("Actionscope", "TypeScript, composio-core (v2)"), typeScriptV2SdkCode},
    {"fetch", QT_TRANSLATE_NOOP("Actionscope", "JavaScript, fetch"), fetchCode},
    {"python-requests", QT_TRANSLATE_NOOP("Actionscope", "Python, requests"), pythonRequestsCode},
    {"cpp-qt", QT_TRANSLATE_NOOP("Actionscope", "C++, Qt"), cppQtCode},
};

} // namespace

std::span<const CodeTarget> codeTargets() { return targets; }

const CodeTarget *codeTarget(const QByteArray &name)
{
    for (const CodeTarget &target : targets) {
        if (name == target.name)
            return &target;
    }
    return nullptr;
}

} // namespace actionscope::exchange
