// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/exchange/bundle.h"
#include "app/exchange/postmanexporter.h"
#include "app/storage/collection.h"
#include "app/storage/historyentry.h"

namespace actionscope::workspace {

// A run as a bundle, with what the catalogue knows of its account and action, and why it came to what it came to. Not
// redacted yet: see exchange::redacted(). Belongs on a worker thread.
[[nodiscard]] exchange::Bundle bundleOf(const storage::HistoryEntry &entry, const catalog::Catalog &catalog);

// A request that was not sent yet: what would be sent is in it, and no answer.
[[nodiscard]] exchange::Bundle bundleOf(const storage::SavedRequest &request, const storage::CollectionEnvironment &destination);

// What somebody else's text or file told, with why it came to what it came to where an answer is there.
[[nodiscard]] exchange::Bundle bundleOf(const exchange::ImportedDraft &draft);

// A collection, a folder of it or one request for Postman. What cannot be read is among the troubles.
struct PostmanContents
{
    exchange::PostmanSource source = {};
    QStringList troubles = {};
};
[[nodiscard]] Result<PostmanContents> postmanContents(const QString &path, api::ApiVersion version);

// Of a collection's environment, names of secrets only.
[[nodiscard]] exchange::ImportedEnvironment environmentForOthers(const storage::CollectionEnvironment &environment);

} // namespace actionscope::workspace
