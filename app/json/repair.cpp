// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/repair.h"

#include "app/json/repairscanner.h"

#include <algorithm>

namespace actionscope::json {

QList<Repair> findRepairs(const QByteArray &text)
{
    if (Document::parse(text).isValid())
        return {};
    return RepairScanner(text).run();
}

QList<TextEdit> allEdits(const QList<Repair> &repairs)
{
    QList<TextEdit> edits; // in the order of the text
    for (const Repair &repair : repairs) {
        for (auto edit = repair.edits.crbegin(); edit != repair.edits.crend(); ++edit)
            edits.append(*edit);
    }
    // What is put in goes before what is taken out at the same place.
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &left, const TextEdit &right) {
        return left.begin != right.begin ? left.begin < right.begin : left.length == 0 && right.length > 0;
    });
    std::reverse(edits.begin(), edits.end());
    return edits;
}

QByteArray repaired(const QByteArray &text)
{
    QByteArray result = text;
    const QList<TextEdit> edits = allEdits(findRepairs(text));
    for (const TextEdit &edit : edits)
        result.replace(edit.begin, edit.length, edit.text);
    return result;
}

} // namespace actionscope::json
