// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/repair.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

// Whatever the text: repairs stand inside it, their edits touch no byte twice and are the only change; where each has one
// and there is room for all, what comes out is JSON,
// or nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<json::Repair> repairs = json::findRepairs(text);
    bool isWhole = !repairs.isEmpty() && repairs.size() < json::enoughRepairs;
    for (const json::Repair &repair : repairs) {
        require(repair.begin >= 0 && repair.begin <= repair.end && repair.end <= text.size());
        require(!repair.sentence.isEmpty() && repair.title.isEmpty() == repair.edits.isEmpty());
        isWhole = isWhole && !repair.edits.isEmpty();
    }
    qsizetype limit = text.size();
    const QList<json::TextEdit> edits = json::allEdits(repairs);
    for (const json::TextEdit &edit : edits) {
        require(edit.begin >= 0 && edit.length >= 0 && edit.begin + edit.length <= limit);
        limit = edit.begin;
    }
    const QByteArray mended = json::repaired(text);
    require(!repairs.isEmpty() || mended == text);
    if (isWhole)
        require(json::Document::parse(mended).isValid() || mended.trimmed().isEmpty());
    return 0;
}
