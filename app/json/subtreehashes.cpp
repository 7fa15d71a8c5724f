// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/subtreehashes.h"

#include "app/json/volatilevalue.h"

#include <QHashFunctions>

#include <algorithm>

namespace actionscope::json {

namespace {

size_t mixed(size_t one, size_t other)
{
    size_t mix = one * size_t(0x9E3779B97F4A7C15ULL) + other;
    mix ^= mix >> 29;
    return mix * size_t(0xBF58476D1CE4E5B9ULL);
}

size_t hashOfEmpty(const Value &container) { return container.isObject() ? 11 : 13; }

size_t hashOfBytes(QByteArrayView bytes)
{
    return qHashBits(bytes.data(), size_t(bytes.size()), size_t(QHashSeed::globalSeed()));
}

size_t hashOfString(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return hashOfBytes(raw);
    const QString text = decodedString(raw);
    return text.isValidUtf16() ? hashOfBytes('"' + text.toUtf8() + '"') : hashOfBytes(raw);
}

} // namespace

QByteArray comparableBytes(const Value &scalar)
{
    const QByteArrayView raw = scalar.raw();
    if (!scalar.isString() || !raw.contains('\\'))
        return raw.toByteArray();
    const QString text = scalar.toString();
    return text.isValidUtf16() ? '"' + text.toUtf8() + '"' : raw.toByteArray();
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
        m_hashes[value.node()] = value.isContainer() ? hashOfEmpty(value) : hashOf(value);
        if (child.isValid()) {
            open.push_back(value);
            value = child;
            continue;
        }
        Value next;
        for (;;) {
            if (open.empty())
                return;
            next = value.nextSibling();
            if (next.isValid())
                break;
            value = open.back();
            open.pop_back();
            m_hashes[value.node()] = hashOfChildren(value);
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

// Members count in any order, but those of one name in theirs.
size_t SubtreeHashes::hashOfChildren(const Value &container) const
{
    std::vector<std::pair<size_t, size_t>> parts; // name and value
    for (Value child = container.firstChild(); child.isValid(); child = child.nextSibling()) {
        if (child.node() >= m_options.ignored.size() || !m_options.ignored[child.node()])
            parts.emplace_back(child.hasKey() ? hashOfString(child.rawKey()) : 0, m_hashes[child.node()]);
    }
    const auto byName = [](const auto &one, const auto &other) { return one.first < other.first; };
    if (container.isObject())
        std::stable_sort(parts.begin(), parts.end(), byName);
    size_t hash = hashOfEmpty(container);
    for (const auto &[name, own] : parts)
        hash = mixed(hash, mixed(name, own));
    return hash;
}

} // namespace actionscope::json
