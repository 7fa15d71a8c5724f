// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/format.h"
#include "app/json/prettylines.h"
#include "tests/bench/issues.h"
#include "tests/bench/measure.h"

#include <simdjson.h>

using namespace actionscope;
using namespace actionscope::bench;

// Reading an answer of 100 MB beside simdjson's DOM, and its pretty rows beside a plain re-indent.
namespace {

constexpr int rounds = 5;

qsizetype countValues(const simdjson::dom::element &root)
{
    qsizetype count = 0;
    std::vector<simdjson::dom::element> open {root};
    while (!open.empty()) {
        const simdjson::dom::element value = open.back();
        open.pop_back();
        ++count;
        if (value.is_array()) {
            for (const auto child : value.get_array())
                open.push_back(child);
        } else if (value.is_object()) {
            for (const auto member : value.get_object())
                open.push_back(member.value);
        }
    }
    return count;
}

qsizetype countValues(const json::Value &root)
{
    qsizetype count = 0;
    std::vector<json::Value> open {root};
    while (!open.empty()) {
        const json::Value value = open.back();
        open.pop_back();
        ++count;
        for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
            open.push_back(child);
    }
    return count;
}

} // namespace

int main()
{
    const QByteArray text = issues(100 * megabyte);
    const simdjson::padded_string padded(text.constData(), std::size_t(text.size()));
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const double peer = bestOf(rounds, [&] { root = parser.parse(padded); });
    json::Document document;
    const double ours = bestOf(rounds, [&] { document = json::Document::parse(text); });
    const bool isSame = countValues(root) == countValues(document.root());
    printTime("simdjson DOM, 100 MB", peer);
    printRatio("our index", ours, peer, 1.67);
    const auto index = document.index();
    const double memory = double(index->byteCount()) / double(text.size());
    std::printf("%-44s %9.2f x the body  (allowed 1.00)\n", "index in memory", memory);

    QByteArray pretty;
    const double reindent = bestOf(rounds, [&] { pretty = json::prettyPrinted(text); });
    json::PrettyLines lines;
    const double rows = bestOf(rounds, [&] { lines = json::PrettyLines(document); });
    const bool isSameText = pretty.trimmed().count('\n') + 1 == lines.lineCount();
    printTime("a plain re-indent", reindent);
    printRatio("our rows, ready to be asked for", rows, reindent, 1.0);
    printTime("the last row", bestOf(rounds, [&] { (void)lines.row(lines.rowCount() - 1); }));
    std::printf("same work: %s\n", isSame && isSameText ? "yes" : "NO");
    return isSame && isSameText ? 0 : 1;
}
