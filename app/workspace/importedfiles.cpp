// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/importedfiles.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/storage/collectionfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace actionscope::workspace {

namespace {

constexpr qsizetype longestName = 100; // characters
constexpr int mostNumbers = 10'000;

// What a file may be called that somebody named otherwise.
QString fileNameOf(const QString &name, const QString &otherwise)
{
    QString clean;
    for (const QChar c : name.left(longestName))
        clean += QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control || c.isSurrogate() ? QLatin1Char('-') : c;
    clean = clean.trimmed();
    while (clean.startsWith(QLatin1Char('.')))
        clean.remove(0, 1);
    return clean.trimmed().isEmpty() ? otherwise : clean.trimmed();
}

// The name, or the name with the first number that is free.
QString freeName(const QString &folder, const QString &name, const QString &suffix)
{
    const QDir place(folder);
    QString free = name;
    for (int number = 2; number < mostNumbers && place.exists(free + suffix); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

// Their variables are texts; so are ours then.
QByteArray jsonOf(const QString &value)
{
    return json::quoted(value);
}

class ImportWriter final
{
public:
    ImportWriter(const QString &folder, const exchange::Imported &imported)
        : m_folder(QDir(folder).absolutePath())
        , m_imported(imported)
    {
    }

    Result<WrittenImport> run()
    {
        if (const auto made = makeCollection(); !made)
            return Failure(made.error());
        for (const exchange::ImportedDraft &draft : m_imported.drafts)
            writeDraft(draft);
        writeVariables();
        for (const exchange::ImportedEnvironment &environment : m_imported.environments)
            writeEnvironment(environment.name, environment.baseUrl, api::ApiVersion::V31, environment);
        writeDestinations();
        return m_written;
    }

private:
    Result<void> makeCollection()
    {
        if (!QDir().mkpath(m_folder))
            return failure(ErrorCode::Unwritable, Tr::tr("The folder %1 could not be made.").arg(m_folder));
        m_collection = storage::collectionFolderOf(m_folder);
        if (!m_collection.isEmpty())
            return {};
        m_collection = m_folder;
        const QString name = m_imported.name.isEmpty() ? QFileInfo(m_folder).fileName() : m_imported.name;
        return storage::createCollection(m_folder, name).map([this] { m_written.paths.append(m_folder + QStringLiteral("/collection.json")); });
    }

    void writeDraft(const exchange::ImportedDraft &draft)
    {
        if (draft.request == api::ExecuteRequest {}) {
            m_written.troubles.append(Tr::tr("An answer alone is no request; nothing was written for it."));
            return;
        }
        QString folder = m_folder;
        for (const QString &name : draft.folders)
            folder += QLatin1Char('/') + fileNameOf(name, Tr::tr("Folder"));
        if (!QDir().mkpath(folder)) {
            m_written.troubles.append(Tr::tr("The folder %1 could not be made.").arg(folder));
            return;
        }
        const QString wanted = fileNameOf(draft.name, fileNameOf(draft.request.actionId, Tr::tr("Request")));
        const QString name = freeName(folder, wanted, QString::fromUtf16(storage::savedRequestSuffix));
        const auto path = storage::createRequest(folder, name, savedRequestOf(draft));
        if (path)
            m_written.paths.append(*path);
        else
            m_written.troubles.append(path.error().sentence);
    }

    void writeVariables()
    {
        if (m_imported.variables.isEmpty())
            return;
        const auto collection = storage::readCollection(m_collection);
        if (!collection) {
            m_written.troubles.append(collection.error().sentence);
            return;
        }
        storage::VariableList variables = collection->variables;
        for (const exchange::ImportedVariable &variable : m_imported.variables) {
            const auto known = std::find_if(variables.cbegin(), variables.cend(), [&](const storage::Variable &each) { return each.name == variable.name; });
            if (known == variables.cend())
                variables.append({variable.name, jsonOf(variable.value)});
            else if (known->json != jsonOf(variable.value))
                m_written.troubles.append(Tr::tr("The variable “%1” has another value already, which was kept.").arg(variable.name));
        }
        if (const auto saved = storage::saveCollectionVariables(m_collection, variables); !saved)
            m_written.troubles.append(saved.error().sentence);
    }

    void writeEnvironment(const QString &name, const QString &baseUrl, api::ApiVersion version, const exchange::ImportedEnvironment &imported)
    {
        storage::CollectionEnvironment environment;
        const QString folder = m_collection + QStringLiteral("/environments");
        environment.name = freeName(folder, fileNameOf(name, Tr::tr("imported")), QStringLiteral(".json"));
        environment.baseUrl = baseUrl;
        environment.apiVersion = version;
        for (const exchange::ImportedVariable &variable : imported.variables)
            environment.variables.append({variable.name, jsonOf(variable.value)});
        environment.secrets = imported.secrets;
        const auto saved = storage::saveCollectionEnvironment(m_collection, environment);
        if (saved)
            m_written.paths.append(folder + QLatin1Char('/') + environment.name + QStringLiteral(".json"));
        else
            m_written.troubles.append(saved.error().sentence);
    }

    // A saved request does not say where it goes; an environment for each place that the drafts went to does.
    void writeDestinations()
    {
        QStringList known;
        if (const auto collection = storage::readCollection(m_collection)) {
            for (const storage::CollectionEnvironment &environment : collection->environments)
                known.append(environment.baseUrl + QLatin1Char(' ') + api::versionName(environment.apiVersion));
        }
        for (const exchange::ImportedDraft &draft : m_imported.drafts) {
            const api::ApiVersion version = draft.apiVersion.value_or(api::ApiVersion::V31);
            const QString destination = draft.baseUrl + QLatin1Char(' ') + api::versionName(version);
            const QUrl url(draft.baseUrl, QUrl::StrictMode);
            if (!url.isValid() || url.host().isEmpty() || known.contains(destination))
                continue;
            known.append(destination);
            exchange::ImportedEnvironment environment;
            environment.secrets = {QStringLiteral("apiKey")};
            writeEnvironment(url.host(), draft.baseUrl, version, environment);
        }
    }

    QString m_folder;
    QString m_collection;
    const exchange::Imported &m_imported;
    WrittenImport m_written;
};

} // namespace

storage::SavedRequest savedRequestOf(const exchange::ImportedDraft &draft)
{
    storage::SavedRequest saved;
    saved.name = draft.name;
    saved.request = draft.request;
    saved.expect = draft.expect;
    saved.capture = draft.capture;
    saved.tags = draft.tags;
    saved.notes = draft.notes;
    return saved;
}

Result<WrittenImport> writeImported(const QString &folder, const exchange::Imported &imported) { return ImportWriter(folder, imported).run(); }

} // namespace actionscope::workspace
