// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/importcheck.h"

using namespace actionscope;

// Requests of Postman and Bruno.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    fuzz::checkForms(text, {exchange::ImportForm::Postman, exchange::ImportForm::PostmanEnvironment, exchange::ImportForm::Bruno});
    return 0;
}
