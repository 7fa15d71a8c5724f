// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

namespace {

// Every value is reached once, lies inside its parent, and is found again by its place.
void walk(const json::Document &document)
{
    qsizetype seen = 0;
    std::vector<json::Value> open;
    if (!document.isEmpty())
        open.push_back(document.root());
    while (!open.empty()) {
        const json::Value value = open.back();
        open.pop_back();
        ++seen;
        const qsizetype end = value.begin() + value.raw().size();
        require(value.begin() >= 0 && end <= document.bytes().size());
        require(document.value(value.node()) == value);
        qsizetype children = 0;
        for (json::Value child = value.firstChild(); child.isValid();
             child = child.nextSibling(), ++children) {
            require(child.begin() > value.begin() && child.begin() + child.raw().size() <= end);
            require(child.parent() == value && child.hasKey() == value.isObject());
            open.push_back(child);
        }
        require(children == value.count());
        (void)value.toString();
        (void)value.key();
    }
    require(seen <= document.nodeCount());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const json::Document document = json::Document::parse(bytes);
    require(document.bytes() == bytes);
    require(document.isValid() != document.error().has_value());
    if (const auto error = document.error())
        require(error->offset >= 0 && error->offset <= bytes.size() && !error->reason.isEmpty());
    walk(document);
    for (qsizetype offset = 0; offset < bytes.size(); offset += 1 + bytes.size() / 64)
        (void)document.valueAt(offset);
    return 0;
}
