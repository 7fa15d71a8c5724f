// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/importcheck.h"

using namespace actionscope;

// Lines of a log, of people's programs and of the sandbox.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    fuzz::checkForms(text, {exchange::ImportForm::LogLine, exchange::ImportForm::SandboxLog});
    return 0;
}
