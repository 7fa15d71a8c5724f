// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/importcheck.h"

using namespace actionscope;

// Anything may be pasted; it is recognised as something or as nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    fuzz::checkImported(text, exchange::importText(text));
    fuzz::checkForms(text,
        {exchange::ImportForm::Report, exchange::ImportForm::Answer, exchange::ImportForm::RequestBody, exchange::ImportForm::SavedRequest,
            exchange::ImportForm::Unknown});
    return 0;
}
