// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"

#include "app/base/error.h"
#include "app/json/document.h"

// The cache's format. A catalogue is one file: a line of JSON that says what it is and how long its parts are, the
// lists as one JSON object on a line, and the schemas, end to end, each in the service's own bytes. Items are arrays,
// because with twenty thousand of them names of members would be most of the file. Lists are read whole at the start,
// a schema when it is asked for.
namespace actionscope::catalog {

// Where a schema lies among the schemas. Size 0: there is none.
struct SchemaPlace
{
    qint64 at = 0;
    qint64 size = 0;

    bool operator==(const SchemaPlace &) const = default;
};

struct SchemaPlaces
{
    SchemaPlace parameters = {};
    SchemaPlace response = {};

    bool operator==(const SchemaPlaces &) const = default;
};

struct FileHeader
{
    static constexpr int format = 1;
    static constexpr qint64 longestLine = 4096; // bytes

    int writtenFormat = format;
    QString stamp = {}; // another one each time the file is written
    QString baseUrl = {};
    qint64 listBytes = 0;
    qint64 schemaBytes = 0;

    bool operator==(const FileHeader &) const = default;
};

[[nodiscard]] QByteArray headerLine(const FileHeader &header);
// Nothing when it is no header.
[[nodiscard]] std::optional<FileHeader> headerFromLine(const QByteArray &line);

// `places` are those of the catalogue's actions, one for each.
[[nodiscard]] QByteArray listsToJson(const Catalog &catalog, const QList<SchemaPlaces> &places);
struct FileLists
{
    Catalog catalog; // without schemas
    QHash<QString, SchemaPlaces> places; // by lower-case id of the action
};
[[nodiscard]] std::optional<FileLists> listsFromJson(const QByteArray &bytes);

// An action by itself, schemas and all.
[[nodiscard]] QByteArray actionToJson(const api::ActionInfo &action, const QString &baseUrl);
[[nodiscard]] std::optional<api::ActionInfo> actionFromJson(const QByteArray &bytes, const QString &baseUrl);

} // namespace actionscope::catalog
