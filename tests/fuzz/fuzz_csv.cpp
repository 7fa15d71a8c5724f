// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/runner/datarows.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

// Any bytes are a table or have a fault; each row of a table can be read by itself and sets every title to JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto rows = runner::DataRows::fromCsv(bytes, ',', QStringLiteral("t.csv"));
    if (!rows) {
        require(rows.error().sentence.startsWith(QLatin1String("t.csv")));
        return 0;
    }
    require(rows->count() > 0);
    for (qsizetype i = rows->count() - 1; i >= 0; --i) {
        const storage::VariableList row = rows->row(i);
        require(row.size() == rows->names().size());
        for (const storage::Variable &variable : row)
            require(json::Document::parse(variable.json).isValid());
    }
    return 0;
}
