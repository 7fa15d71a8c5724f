// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <atomic>
#include <vector>

namespace actionscope::json {

// One number for each value of a document. Values with the same number are the same: white space, the order
// of members and how a string is escaped aside; numbers by their spelling.
class SubtreeHashes final
{
public:
    struct Options
    {
        std::vector<bool> ignored; // by node; such values count as absent. May be shorter than the document.
        bool ignoresVolatile = false;
    };

    SubtreeHashes(const Document &document, const Options &options, const std::atomic_bool *isCancelled);

    [[nodiscard]] size_t of(const Value &value) const { return m_hashes[value.node()]; }

private:
    [[nodiscard]] size_t hashOf(const Value &scalar) const;
    [[nodiscard]] size_t hashOfChildren(const Value &container) const;

    const Options &m_options;
    std::vector<size_t> m_hashes; // by node
};

// A string without its escapes, else the bytes as they are.
[[nodiscard]] QByteArray comparableBytes(const Value &scalar);

} // namespace actionscope::json
