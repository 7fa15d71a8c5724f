// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionlister.h"

#include "app/base/tr.h"

#include <QStringDecoder>

#include <algorithm>

namespace actionscope::storage {

namespace {

namespace fs = std::filesystem;
using Kind = CollectionNode::Kind;

constexpr qsizetype suffixSize = QStringView(savedRequestSuffix).size();

// Nothing where the bytes are not UTF-8.
std::optional<QString> decoded(const std::string &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

fs::path nativePath(const QString &path) { return fs::path(path.toStdString()); }

// As it stands in "order".
QString orderName(const CollectionNode &node)
{
    return node.kind == Kind::Folder ? node.path + QLatin1Char('/') : node.path.chopped(suffixSize);
}

} // namespace

CollectionLister::CollectionLister(const QString &folder, const QStringList &order)
    : m_folder(folder)
{
    for (qsizetype i = 0; i < order.size(); ++i)
        m_ranks.insert(order[i], i);
}

CollectionNode CollectionLister::list()
{
    CollectionNode root;
    root.kind = Kind::Folder;
    root.name = m_folder.section(QLatin1Char('/'), -1);
    fill(&root, nativePath(m_folder));
    return root;
}

void CollectionLister::fill(CollectionNode *folder, const fs::path &place)
{
    std::error_code error;
    const fs::path real = fs::canonical(place, error);
    if (m_around.contains(real)) {
        complain(pathOf(*folder),
            Tr::tr("This link leads back to a folder it is in, %1, and was not followed.")
                .arg(QString::fromStdString(real.string())));
        return;
    }
    if (m_around.size() >= deepestFolder) {
        complain(pathOf(*folder), Tr::tr("Folders deeper than %n levels are not read.", nullptr, deepestFolder));
        return;
    }
    fs::directory_iterator entries(place, error);
    if (error) {
        complain(pathOf(*folder),
            Tr::tr("The folder could not be read: %1.").arg(QString::fromStdString(error.message())));
        return;
    }
    m_around.append(real);
    while (entries != fs::directory_iterator()) {
        add(folder, *entries);
        entries.increment(error);
        if (error)
            break;
    }
    m_around.removeLast();
    sort(&folder->children);
    findLookalikes(folder->children);
}

void CollectionLister::add(CollectionNode *folder, const fs::directory_entry &entry)
{
    const std::string bytes = entry.path().filename().string();
    if (bytes.empty() || bytes.front() == '.') // .git and what an editor leaves
        return;
    std::error_code error;
    const bool isFolder = entry.is_directory(error); // a link counts as what it leads to
    const std::optional<QString> name = decoded(bytes);
    if (!name) {
        if (isFolder || QByteArrayView(bytes).endsWith(".json")) {
            complain(pathOf(*folder) + QLatin1Char('/') + QString::fromLocal8Bit(bytes),
                Tr::tr("The name is not UTF-8, so this cannot be opened. Rename it."));
        }
        return;
    }
    if (isFolder) {
        const bool isOurs = folder->path.isEmpty() && *name == QLatin1String("environments");
        if (!isOurs)
            addFolder(folder, *name, entry.path());
        return;
    }
    if (!name->endsWith(QStringView(savedRequestSuffix)) || name->size() == suffixSize)
        return;
    if (!entry.exists(error)) {
        complain(pathOf(*folder) + QLatin1Char('/') + *name, Tr::tr("This link leads nowhere."));
        return;
    }
    CollectionNode request;
    request.name = name->chopped(suffixSize);
    request.path = folder->path.isEmpty() ? *name : folder->path + QLatin1Char('/') + *name;
    folder->children.push_back(std::move(request));
}

void CollectionLister::addFolder(CollectionNode *folder, const QString &name, const fs::path &place)
{
    CollectionNode child;
    child.kind = Kind::Folder;
    child.name = name;
    child.path = folder->path.isEmpty() ? name : folder->path + QLatin1Char('/') + name;
    fill(&child, place);
    folder->children.push_back(std::move(child));
}

// What "order" names comes first, in its order; then folders, then requests, by name.
void CollectionLister::sort(std::vector<CollectionNode> *nodes)
{
    struct Key
    {
        qsizetype rank;
        Kind kind;
        QString folded;
        size_t position;
    };
    std::vector<Key> keys;
    keys.reserve(nodes->size());
    for (const CollectionNode &node : *nodes) {
        const qsizetype rank = m_ranks.isEmpty() ? 0 : m_ranks.value(orderName(node), m_ranks.size());
        keys.push_back({rank, node.kind, node.name.toCaseFolded(), keys.size()});
    }
    std::sort(keys.begin(), keys.end(), [nodes](const Key &a, const Key &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (a.kind != b.kind)
            return a.kind == Kind::Folder;
        if (const int order = a.folded.compare(b.folded); order != 0)
            return order < 0;
        return (*nodes)[a.position].name < (*nodes)[b.position].name;
    });
    std::vector<CollectionNode> sorted;
    sorted.reserve(nodes->size());
    for (const Key &key : keys)
        sorted.push_back(std::move((*nodes)[key.position]));
    *nodes = std::move(sorted);
}

// Two names that only some file systems tell apart: a clone elsewhere would have one of them.
void CollectionLister::findLookalikes(const std::vector<CollectionNode> &nodes)
{
    QHash<QString, const CollectionNode *> seen;
    seen.reserve(qsizetype(nodes.size()));
    for (const CollectionNode &node : nodes) {
        QString form = node.name.toCaseFolded().normalized(QString::NormalizationForm_C);
        if (node.kind == Kind::Folder)
            form += QLatin1Char('/');
        if (const CollectionNode *other = seen.value(form)) {
            complain(pathOf(node),
                Tr::tr("“%1” and “%2” differ only in case or accents; other systems keep one of the two.")
                    .arg(other->name, node.name));
        } else {
            seen.insert(form, &node);
        }
    }
}

void CollectionLister::complain(const QString &path, const QString &sentence) { m_troubles.append({path, sentence}); }

QString CollectionLister::pathOf(const CollectionNode &node) const
{
    return node.path.isEmpty() ? m_folder : m_folder + QLatin1Char('/') + node.path;
}

} // namespace actionscope::storage
