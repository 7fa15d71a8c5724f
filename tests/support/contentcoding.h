// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace actionscope::test {

// `bytes` as a server sends them under each Content-Encoding.
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);
[[nodiscard]] QByteArray deflate(const QByteArray &bytes);
[[nodiscard]] QByteArray brotli(const QByteArray &bytes); // 1 to 65536 bytes, stored without compression
[[nodiscard]] QByteArray zstd(const QByteArray &bytes); // up to 255 bytes, stored without compression

} // namespace actionscope::test
