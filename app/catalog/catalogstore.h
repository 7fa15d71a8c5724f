// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/base/error.h"
#include "app/catalog/catalogfile.h"

#include <QUrl>

class QFile;

namespace actionscope::catalog {

// The catalogue of one service on disk, so that it is there at once and without a network. Schemas stay on disk until
// they are asked for. Everything here blocks for the disk and belongs on one worker thread.
class CatalogStore final
{
public:
    // `name` tells the files of environments apart; what is kept under it of another address does not count.
    CatalogStore(const QString &folder, const QString &name, const QUrl &baseUrl, api::ApiVersion version);

    struct Loaded
    {
        Catalog catalog = {}; // empty when there is none that could be used
        QString trouble = {}; // why not, where there is one
    };
    [[nodiscard]] Loaded load();

    // Replaces what is kept. Schemas that the catalogue does not bring are taken over, as long as the version of their
    // action stayed the same. Returns the catalogue without schemas, as load() would.
    [[nodiscard]] Result<Catalog> save(const Catalog &catalog);

    // The action with its schemas, of the version that is asked for; nothing when they are not kept.
    [[nodiscard]] std::optional<api::ActionInfo> describe(const api::ActionInfo &listed) const;
    // What load() gave, with the schemas of one action in it, where they are kept.
    [[nodiscard]] Catalog withSchemas(const Catalog &catalog, const QString &actionId) const;
    // Keeps one action that was asked for by itself.
    Result<void> remember(const api::ActionInfo &action) const;

    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] std::optional<FileHeader> openKnown(QFile &file) const;
    [[nodiscard]] QByteArray schemaAt(QFile &file, const SchemaPlace &place) const;
    void takeOver(const api::ActionInfo &action, QFile &file, QByteArray *parameters, QByteArray *response) const;
    [[nodiscard]] QString actionPath(const QString &actionId) const;

    QString m_path;
    QString m_baseUrl;
    FileHeader m_header; // of the file that was loaded or saved last
    QHash<QString, SchemaPlaces> m_places; // in that file
    QHash<QString, QString> m_versions; // of the actions in that file
};

// What a diagnosis may lean on without a network: `catalog`, or all that is kept where that is empty, with the schemas of
// one action. Blocks for the disk.
[[nodiscard]] Catalog knowing(const QString &actionId, const Catalog &catalog, CatalogStore store);

// Read long ago, or never to the end.
[[nodiscard]] bool isStale(const Catalog &catalog, const QDateTime &now);

// The folder below the config folder.
[[nodiscard]] inline QString catalogFolder(const QString &configFolder)
{
    return configFolder + QStringLiteral("/catalog");
}

} // namespace actionscope::catalog
