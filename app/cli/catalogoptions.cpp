// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogoptions.h"

#include "app/base/tr.h"

#include <limits>

namespace actionscope::cli {

const QList<Option> &catalogOptions()
{
    static const QList<Option> options {
        jsonOption(),
        {"--refresh", nullptr, QT_TRANSLATE_NOOP("Actionscope", "ask the service, however new the kept catalogue is")},
        {"--offline", nullptr, QT_TRANSLATE_NOOP("Actionscope", "take what is kept and ask nobody")},
    };
    return options;
}

const Option &jsonOption()
{
    static const Option option {"--json", nullptr,
        QT_TRANSLATE_NOOP("Actionscope", "print JSON for programs; the man page lists its members")};
    return option;
}

const Option &limitOption()
{
    static const Option option {
        "--limit", "N", QT_TRANSLATE_NOOP("Actionscope", "print so many at most; 0 prints all")};
    return option;
}

Result<CatalogOptions> readCatalogOptions(const Arguments &arguments, int usualLimit)
{
    const auto common = readCommonOptions(arguments);
    if (!common)
        return Failure(common.error());
    const auto limit = arguments.number("--limit", 0, std::numeric_limits<int>::max());
    if (!limit)
        return Failure(limit.error());
    if (arguments.has("--refresh") && arguments.has("--offline"))
        return failure(ErrorCode::InvalidInput, Tr::tr("The options --refresh and --offline exclude each other."));
    CatalogOptions options {*common};
    if (arguments.has("--refresh"))
        options.asking = CatalogOptions::Asking::Always;
    else if (arguments.has("--offline"))
        options.asking = CatalogOptions::Asking::Never;
    options.isJson = arguments.has("--json");
    options.limit = limit->value_or(usualLimit);
    return options;
}

} // namespace actionscope::cli
