// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"

#include <QStringList>

#include <optional>

namespace actionscope::storage {

// One file NAME.action.json. What is JSON in it stands here as it does there, but for the indent that its place in the
// file gives every line.
struct SavedRequest
{
    QString name = {}; // of the file, without .action.json
    api::ExecuteRequest request = {}; // {{names}} are still in it
    QByteArray expect = {}; // a JSON array; empty when absent
    QByteArray capture = {}; // a JSON object, name → JSONPath; empty when absent
    QStringList tags = {};
    QString notes = {}; // Markdown
    std::optional<int> timeoutSeconds = {};
    std::optional<int> retries = {}; // how often to send again after a failure; asked for by "retry": N
    bool isReadOnly = false; // written by a newer version of this program, which may mean something else by it
    QByteArray text = {}; // the whole file as it was read; empty for one that is new
    QByteArray replaces = {}; // what stands in the file, where `text` is already something else

    bool operator==(const SavedRequest &) const = default;
};

inline constexpr char16_t savedRequestSuffix[] = u".action.json";

// The error names what is wrong and where: "Line 4, column 15: entityId must be a text."
[[nodiscard]] Result<SavedRequest> readSavedRequest(const QByteArray &text, const QString &name);

// The file's new bytes: the smallest edits of `text` that make it say what the fields say. Keys this program does not
// know, the order, the spelling and the white space stay. A request that was only read comes out as it came in.
[[nodiscard]] QByteArray writeSavedRequest(const SavedRequest &request);

// What a person can change is the same; the text it was read from may differ.
[[nodiscard]] bool saysTheSame(const SavedRequest &left, const SavedRequest &right);

} // namespace actionscope::storage
