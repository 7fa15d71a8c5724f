// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/diffprinter.h"

#include "app/json/format.h"
#include "app/json/valuepaths.h"
#include "app/json/writer.h"

#include <algorithm>
#include <array>

namespace actionscope::cli {

using json::Change;

namespace {

constexpr qsizetype longestValue = 120; // bytes

const std::array<const char *, 4> kindNames {"added", "removed", "changed", "moved"};

// On one line; a cut never leaves half a character.
QByteArray shortened(const json::Value &value)
{
    const QByteArrayView raw = value.raw();
    QByteArray text = json::minified(raw.first(std::min<qsizetype>(raw.size(), 8 * longestValue)));
    if (text.size() <= longestValue && raw.size() <= 8 * longestValue)
        return text;
    qsizetype end = std::min(longestValue, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.first(end) + "\u2026";
}

class Paths final
{
public:
    QByteArray left(const Change &change)
    {
        return change.left.isValid() ? m_left.pathOf(change.left).toUtf8() : QByteArray();
    }
    QByteArray right(const Change &change)
    {
        return change.right.isValid() ? m_right.pathOf(change.right).toUtf8() : QByteArray();
    }

private:
    json::ValuePaths m_left;
    json::ValuePaths m_right;
};

} // namespace

QByteArray changeList(const json::Difference &difference)
{
    Paths paths;
    QByteArray list;
    for (const Change &change : difference.changes) {
        const QByteArray left = paths.left(change);
        const QByteArray right = paths.right(change);
        list += "+-~>"[int(change.kind)];
        list += ' ' + (left.isEmpty() ? right : left);
        if (!left.isEmpty() && !right.isEmpty() && left != right)
            list += " \u2192 " + right;
        if (change.kind == Change::Kind::Changed)
            list += "  " + shortened(change.left) + " \u2192 " + shortened(change.right);
        else if (change.kind != Change::Kind::Moved)
            list += "  " + shortened(change.left.isValid() ? change.left : change.right);
        list += '\n';
    }
    return list;
}

QByteArray changeReport(const json::Difference &difference)
{
    Paths paths;
    json::ArrayWriter changes;
    for (const Change &change : difference.changes) {
        json::ObjectWriter entry;
        entry.addString("kind", QString::fromLatin1(kindNames[std::size_t(change.kind)]));
        if (change.left.isValid()) {
            entry.addString("leftPath", QString::fromUtf8(paths.left(change)));
            entry.addRaw("left", change.left.raw());
        }
        if (change.right.isValid()) {
            entry.addString("rightPath", QString::fromUtf8(paths.right(change)));
            entry.addRaw("right", change.right.raw());
        }
        changes.addRaw(entry.finished());
    }
    json::ObjectWriter report;
    report.addInteger("actionscopeDiff", 1);
    report.addBool("equal", difference.changes.empty());
    report.addRaw("changes", changes.finished());
    return report.finished() + '\n';
}

} // namespace actionscope::cli
