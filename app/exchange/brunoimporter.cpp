// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/brunoimporter.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/exchange/draftbuilder.h"

#include <QDirIterator>

#include <algorithm>

namespace actionscope::exchange {

namespace {

struct Block
{
    QString name; // "post", "body:json"
    QList<QByteArray> lines; // without the indent of the block
    qsizetype begin = 0; // of its content in the text
    bool isClosed = false;
    bool isList = false; // […]
};

QList<Block> blocksOf(const QByteArray &bytes)
{
    QList<Block> blocks;
    qsizetype at = 0;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        const bool isOpen = !blocks.isEmpty() && !blocks.last().isClosed;
        if (isOpen && (line == "}" || line == "]"))
            blocks.last().isClosed = true;
        else if (isOpen)
            blocks.last().lines.append(line.startsWith("  ") ? line.sliced(2) : line);
        else if (line.endsWith(" {") || line.endsWith(" ["))
            blocks.append({QString::fromUtf8(line.chopped(2)).trimmed(), {}, at + raw.size() + 1, false, line.endsWith('[')});
        at += raw.size() + 1;
    }
    return blocks;
}

// Pairs "name: value"; what is switched off by ~ is left out.
QList<std::pair<QString, QString>> pairsOf(const Block &block)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QByteArray &line : block.lines) {
        const qsizetype colon = line.indexOf(':', line.startsWith(':') ? 1 : 0);
        if (colon > 0 && !line.startsWith('~'))
            pairs.append({QString::fromUtf8(line.first(colon)).trimmed(), QString::fromUtf8(line.sliced(colon + 1)).trimmed()});
    }
    return pairs;
}

bool isMethod(const QString &name)
{
    return QStringList {QStringLiteral("get"), QStringLiteral("post"), QStringLiteral("put"), QStringLiteral("patch"), QStringLiteral("delete"), QStringLiteral("head"),
        QStringLiteral("options")}
        .contains(name);
}

void takeAuth(const Block &block, DraftBuilder &builder)
{
    bool isOurKey = false;
    for (const auto &[name, value] : pairsOf(block)) {
        isOurKey = isOurKey || (name == QLatin1String("key") && value.toLower() == QLatin1String("x-api-key"));
        if (name == QLatin1String("token") || name == QLatin1String("password") || name == QLatin1String("value") || name.endsWith(QLatin1String("secret")))
            builder.addSecret(isOurKey ? QByteArray("apiKey") : block.name.sliced(5).toUtf8(), value.toUtf8(), block.name);
    }
    if (!isOurKey)
        builder.complain(Tr::tr("The helper “%1” for authorization was not carried over; the API takes the key of the environment.").arg(block.name.sliced(5)));
}

void takeBlock(const Block &block, ForeignRequest &request, DraftBuilder &builder)
{
    const QString &name = block.name;
    if (name == QLatin1String("meta")) {
        for (const auto &[key, value] : pairsOf(block))
            request.name = key == QLatin1String("name") ? value : request.name;
    } else if (isMethod(name)) {
        request.method = name.toUpper().toLatin1();
        for (const auto &[key, value] : pairsOf(block))
            request.url = key == QLatin1String("url") ? value.toUtf8() : request.url;
    } else if (name == QLatin1String("headers")) {
        for (const auto &[key, value] : pairsOf(block))
            request.headers.append({key.toUtf8(), value.toUtf8()});
    } else if (name == QLatin1String("body:json") || name == QLatin1String("body")) {
        request.body = block.lines.join('\n').trimmed();
        request.places = [begin = block.begin](qsizetype) { return begin; };
    } else if (name == QLatin1String("docs")) {
        request.notes = QString::fromUtf8(block.lines.join('\n')).trimmed();
    } else if (name.startsWith(QLatin1String("auth:"))) {
        takeAuth(block, builder);
    } else if (name.startsWith(QLatin1String("vars")) && !name.contains(QLatin1String("response"))) {
        for (const auto &[key, value] : pairsOf(block)) {
            if (SecretFinder::isSecretName(key))
                builder.addSecret(key.toUtf8(), value.toUtf8(), Tr::tr("variable %1").arg(key));
            else
                builder.imported().variables.append({key, value});
        }
    } else if (name != QLatin1String("settings") && !name.startsWith(QLatin1String("params"))) {
        builder.complain(Tr::tr("“%1” was not carried over.").arg(name), block.begin);
    }
}

void addFile(const QByteArray &bytes, const QString &name, const QStringList &folders, DraftBuilder &builder)
{
    ForeignRequest request;
    request.name = name;
    request.folders = folders;
    const QList<Block> blocks = blocksOf(bytes);
    for (const Block &block : blocks) {
        takeBlock(block, request, builder);
        if (!block.isClosed)
            builder.complain(Tr::tr("The block “%1” is never closed; all that follows was taken to be inside.").arg(block.name), block.begin);
    }
    if (request.method.isEmpty())
        builder.complain(Tr::tr("The file has no request."));
    else
        builder.addRequest(request);
}

ImportedEnvironment environmentOf(const QByteArray &bytes, const QString &name, DraftBuilder &builder)
{
    ImportedEnvironment environment;
    environment.name = name;
    const QList<Block> blocks = blocksOf(bytes);
    for (const Block &block : blocks) {
        if (block.isList) {
            for (const QByteArray &line : block.lines)
                environment.secrets.append(QString::fromUtf8(line).remove(QLatin1Char(',')).trimmed());
            continue;
        }
        for (const auto &[key, value] : pairsOf(block)) {
            if (SecretFinder::isSecretName(key)) {
                environment.secrets.append(key);
                builder.addSecret(key.toUtf8(), value.toUtf8(), Tr::tr("variable %1").arg(key));
            } else if (key.toLower().remove(QLatin1Char('_')) == QLatin1String("baseurl")) {
                environment.baseUrl = value;
            } else {
                environment.variables.append({key, value});
            }
        }
    }
    environment.secrets.removeAll(QString());
    return environment;
}

} // namespace

bool isBruno(const QByteArray &bytes)
{
    const QList<Block> blocks = blocksOf(bytes.left(64 * 1024));
    const bool hasMeta = std::any_of(blocks.cbegin(), blocks.cend(), [](const Block &block) { return block.name == QLatin1String("meta"); });
    const bool hasMethod = std::any_of(blocks.cbegin(), blocks.cend(), [](const Block &block) { return isMethod(block.name); });
    return !blocks.isEmpty() && (hasMeta || hasMethod);
}

Imported importBruno(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::Bruno, bytes);
    addFile(bytes, {}, {}, builder);
    return builder.finished();
}

Result<Imported> importBrunoFolder(const QString &path)
{
    const QDir folder(QDir(path).absolutePath());
    if (!folder.exists(QStringLiteral("bruno.json")))
        return failure(ErrorCode::InvalidInput, Tr::tr("The folder %1 has no bruno.json; it is no collection of Bruno.").arg(path));
    DraftBuilder builder(ImportForm::Bruno, {});
    const auto head = readFile(folder.filePath(QStringLiteral("bruno.json")));
    const json::Document collection = json::Document::parse(head.value_or(QByteArray()));
    builder.imported().name = collection.root().member(u"name").toString();
    QStringList files;
    QDirIterator walk(folder.path(), {QStringLiteral("*.bru")}, QDir::Files, QDirIterator::Subdirectories); // follows no links
    while (walk.hasNext())
        files.append(folder.relativeFilePath(walk.next()));
    std::sort(files.begin(), files.end());
    for (const QString &file : std::as_const(files)) {
        builder.setSource(file);
        const auto bytes = readFile(folder.filePath(file));
        QStringList folders = file.split(QLatin1Char('/'));
        const QString name = folders.takeLast().chopped(4);
        if (!bytes)
            builder.complain(bytes.error().sentence);
        else if (folders.value(0) == QLatin1String("environments"))
            builder.imported().environments.append(environmentOf(*bytes, name, builder));
        else if (name != QLatin1String("collection") && name != QLatin1String("folder"))
            addFile(*bytes, name, folders, builder);
    }
    builder.setSource({});
    return builder.finished();
}

} // namespace actionscope::exchange
