// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/subtreehashes.h"

#include "app/json/volatilevalue.h"

#include <QHashFunctions>

namespace actionscope::json {

namespace {

size_t mixed(size_t one, size_t other)
{
    size_t mix = one * size_t(0x9E3779B97F4A7C15ULL) + other;
    mix ^= mix >> 29;
    return mix * size_t(0xBF58476D1CE4E5B9ULL);
}

size_t hashOfBytes(QByteArrayView bytes)
{
    return qHashBits(bytes.data(), size_t(bytes.size()), size_t(QHashSeed::globalSeed()));
}

size_t hashOfString(QByteArrayView raw)
{
    return raw.contains('\\') ? hashOfBytes('"' + decodedString(raw).toUtf8() + '"') : hashOfBytes(raw);
}

} // namespace

QByteArray comparableBytes(const Value &scalar)
{
    const QByteArrayView raw = scalar.raw();
    return scalar.isString() && raw.contains('\\') ? '"' + scalar.toString().toUtf8() + '"'
                                                   : raw.toByteArray();
}

// Children come behind their container in the index, so the containers wait on a stack until all of theirs
// are known.
SubtreeHashes::SubtreeHashes(
    const Document &document, const Options &options, const std::atomic_bool *isCancelled)
    : m_options(options)
    , m_hashes(std::size_t(document.nodeCount()))
{
    std::vector<Value> open;
    Value value = document.root();
    while (value.isValid() && !(isCancelled && *isCancelled)) {
        const Value child = value.firstChild();
        m_hashes[value.node()] = value.isContainer() ? size_t(value.isObject() ? 11 : 13) : hashOf(value);
        if (child.isValid()) {
            open.push_back(value);
            value = child;
            continue;
        }
        Value next;
        for (;;) {
            if (open.empty())
                return;
            addTo(open.back(), value);
            next = value.nextSibling();
            if (next.isValid())
                break;
            value = open.back();
            open.pop_back();
        }
        value = next;
    }
}

size_t SubtreeHashes::hashOf(const Value &scalar) const
{
    if (m_options.ignoresVolatile) {
        if (const VolatileKind kind = volatileKind(scalar); kind != VolatileKind::None)
            return size_t(kind) * 1'000'003;
    }
    return scalar.isString() ? hashOfString(scalar.raw()) : hashOfBytes(scalar.raw());
}

void SubtreeHashes::addTo(const Value &container, const Value &child)
{
    if (child.node() < m_options.ignored.size() && m_options.ignored[child.node()])
        return;
    size_t &hash = m_hashes[container.node()];
    const size_t own = m_hashes[child.node()];
    if (container.isObject())
        hash += mixed(hashOfString(child.rawKey()), own); // in any order
    else
        hash = mixed(hash, own);
}

} // namespace actionscope::json
