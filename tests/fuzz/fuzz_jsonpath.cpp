// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpath.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

// Any text is a path or has a fault with a place; a path leads to values of the document and nowhere else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const json::Document document
        = json::Document::parse("{\"a\":[1,2.5,-0,1e3,{\"b\":\"x\",\"b\":null}],\"odd "
                                "key\":{\"\":[[],{}]},\"d\":[{\"k\":1},{\"k\":\"1\"},true]}");
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto path = json::JsonPath::parse(text);
    if (!path) {
        require(
            path.error().offset >= 0 && path.error().offset <= text.size() && !path.error().reason.isEmpty());
        return 0;
    }
    const QList<json::Value> values = path->evaluate(document.root());
    for (const json::Value &value : values)
        require(value.isValid() && document.value(value.node()) == value);
    return 0;
}
