// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

#include <functional>

class QIODevice;

namespace actionscope::exchange {

// One entry of a HAR file, as a list shows it.
struct HarEntry
{
    int number = 0; // from 1
    qint64 begin = 0; // bytes of the file
    qint64 length = 0;
    QString method = {};
    QString url = {};
    int status = 0; // 0: no answer
    QDateTime startedAt = {};
    QString actionId = {}; // empty where it executes no action
    bool hasFailed = false;
    bool isWhole = true; // false: a text in it is too long and was passed over

    bool operator==(const HarEntry &) const = default;
};

// Goes through the entries of a HAR file that may be larger than what fits in memory: one entry is held at a time, and of
// that no text of more than 16 MB.
// `visit` gets each with its bytes, and returns false to stop. The troubles say where the file breaks off.
[[nodiscard]] QList<ImportTrouble> scanHar(
    QIODevice &file, const std::function<bool(const HarEntry &entry, const QByteArray &bytes)> &visit);

// All entries without their contents; and one of them.
struct HarListing
{
    QList<HarEntry> entries = {};
    QList<ImportTrouble> troubles = {};
};
[[nodiscard]] HarListing listHar(QIODevice &file);
[[nodiscard]] QByteArray harEntryBytes(QIODevice &file, const HarEntry &entry);

// Drafts of all executions in it. Recordings are kept while they are small enough to be worth it.
[[nodiscard]] Imported importHar(QIODevice &file);

} // namespace actionscope::exchange
