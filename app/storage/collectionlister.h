// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

#include <QHash>

#include <filesystem>

namespace actionscope::storage {

// Walks through a collection's folder once. Works on the names as the disk has them: Qt passes over what is not UTF-8,
// and a person should hear of it.
class CollectionLister final
{
public:
    static constexpr int deepestFolder = 64; // levels

    CollectionLister(const QString &folder, const QStringList &order);
    [[nodiscard]] CollectionNode list();
    [[nodiscard]] QList<CollectionTrouble> troubles() const { return m_troubles; }

private:
    void fill(CollectionNode *folder, const std::filesystem::path &place);
    void add(CollectionNode *folder, const std::filesystem::directory_entry &entry);
    void addFolder(CollectionNode *folder, const QString &name, const std::filesystem::path &place);
    void sort(std::vector<CollectionNode> *nodes);
    void findLookalikes(const std::vector<CollectionNode> &nodes);
    void complain(const QString &path, const QString &sentence);
    [[nodiscard]] QString pathOf(const CollectionNode &node) const;

    QString m_folder;
    QHash<QString, qsizetype> m_ranks; // by the path as it stands in "order"
    QList<CollectionTrouble> m_troubles;
    QList<std::filesystem::path> m_around; // the folders the walk is in, without symbolic links
};

} // namespace actionscope::storage
