// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportforms.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/foreignsource.h"
#include "app/cli/keptcatalog.h"
#include "app/exchange/bundleredaction.h"
#include "app/exchange/harexporter.h"
#include "app/exchange/ticketexporter.h"
#include "app/storage/collectionfile.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/storage/settings.h"
#include "app/workspace/bundles.h"

#include <QFileInfo>

#include <algorithm>

namespace actionscope::cli {

namespace {

// Where a saved request would go, as an environment of a collection.
Result<storage::CollectionEnvironment> destinationOf(const CommonOptions &options)
{
    DestinationFinder finder(options);
    const auto environment = finder.environment();
    if (!environment)
        return Failure(environment.error());
    storage::CollectionEnvironment destination;
    destination.name = environment->name;
    destination.apiVersion = environment->apiVersion;
    destination.baseUrl = environment->isSandbox ? QStringLiteral("http://127.0.0.1:9900") : environment->baseUrl;
    return destination;
}

Result<exchange::Bundle> bundleOfRun(const QString &id, const CommonOptions &options)
{
    storage::HistoryFiles history(storage::historyFolder(options.configFolder));
    const auto entry = history.idOf(id).and_then([&](const QString &meant) { return history.load(meant); });
    if (!entry)
        return failure(ErrorCode::NotFound, Tr::tr("There is neither a file nor a run in the history that is called %1.").arg(id));
    storage::Environment environment;
    environment.name = entry->environment;
    environment.baseUrl = entry->baseUrl;
    environment.apiVersion = entry->apiVersion;
    environment.isSandbox = entry->environment == storage::sandboxEnvironment().name;
    return workspace::bundleOf(*entry, catalog::knowing(entry->draft.request.actionId, {}, keptCatalog(options, environment)));
}

Result<exchange::Bundle> bundleFrom(const QString &source, const CommonOptions &options, QStringList &notes)
{
    if (!QFileInfo::exists(source))
        return bundleOfRun(source, options);
    const auto text = readFile(source);
    if (!text)
        return Failure(text.error());
    if (exchange::isBundle(*text)) {
        const exchange::ReadBundle read = exchange::readBundle(*text);
        for (const exchange::ImportTrouble &trouble : read.troubles)
            notes.append(trouble.sentence);
        return read.bundle;
    }
    const auto foreign = foreignSource(source);
    if (!foreign)
        return Failure(foreign.error());
    if (*foreign) {
        notes += (*foreign)->notes;
        return workspace::bundleOf((*foreign)->draft);
    }
    const auto request = storage::readSavedRequest(*text, QFileInfo(source).fileName());
    if (!request)
        return Failure(request.error());
    return destinationOf(options).map([&](const storage::CollectionEnvironment &destination) { return workspace::bundleOf(*request, destination); });
}

Result<ExportedText> postmanFrom(const QString &source, const CommonOptions &options)
{
    const auto contents = workspace::postmanContents(source, options.apiVersion.value_or(api::ApiVersion::V31));
    if (!contents)
        return Failure(contents.error());
    const exchange::PostmanExport made = exchange::writePostmanCollection(contents->source);
    return ExportedText {made.collection, contents->troubles + made.troubles};
}

Result<ExportedText> postmanEnvironmentFrom(const QString &source)
{
    const auto environment = readFile(source).and_then(
        [&](const QByteArray &text) { return storage::readCollectionEnvironment(text, QFileInfo(source).completeBaseName()); });
    if (!environment)
        return Failure(environment.error());
    ExportedText made;
    made.bytes = exchange::writePostmanEnvironment(workspace::environmentForOthers(*environment));
    if (!environment->secrets.isEmpty())
        made.notes.append(Tr::tr("Secrets are left empty: %1.").arg(environment->secrets.join(QStringLiteral(", "))));
    return made;
}

QByteArray previewOf(const exchange::RedactedBundle &safe)
{
    QString text = Tr::tr("Hidden:") + QLatin1Char('\n');
    for (const LedgerEntry &entry : safe.hidden)
        text += QStringLiteral("  %1 (%2)\n").arg(QString::fromUtf8(entry.name), entry.places.join(QStringLiteral(", ")));
    if (safe.hidden.isEmpty())
        text += QStringLiteral("  ") + Tr::tr("nothing") + QLatin1Char('\n');
    text += Tr::tr("Stays:") + QLatin1Char('\n');
    for (const exchange::KeptField &field : safe.kept)
        text += QStringLiteral("  %1 (%2): %3\n").arg(field.name, Tr::tr("%1 bytes").arg(field.size), field.beginning);
    return text.toUtf8();
}

} // namespace

const QList<ExportForm> &exportForms()
{
    static const QList<ExportForm> forms {
        {"bundle", QT_TRANSLATE_NOOP("Actionscope", "all of a run in one file, without secrets, to be replayed elsewhere")},
        {"har", QT_TRANSLATE_NOOP("Actionscope", "HAR 1.2")},
        {"markdown", QT_TRANSLATE_NOOP("Actionscope", "the text of a ticket")},
        {"support", QT_TRANSLATE_NOOP("Actionscope", "what support asks for, in plain lines")},
        {"postman", QT_TRANSLATE_NOOP("Actionscope", "a Postman collection v2.1 of a request, folder or collection")},
        {"postman-environment", QT_TRANSLATE_NOOP("Actionscope", "a Postman environment of environments/NAME.json")},
    };
    return forms;
}

bool isExportForm(const QByteArray &name)
{
    const QList<ExportForm> &forms = exportForms();
    return std::any_of(forms.cbegin(), forms.cend(), [&](const ExportForm &form) { return name == form.name; });
}

bool redactsForm(const QByteArray &name) { return isExportForm(name) && !name.startsWith("postman"); }

const QList<Option> &redactionOptions()
{
    static const QList<Option> options {
        {"--hide-emails", nullptr, QT_TRANSLATE_NOOP("Actionscope", "hide e-mail addresses, too (bundle, har, markdown, support)")},
        {"--hide", "REGEX", QT_TRANSLATE_NOOP("Actionscope", "hide what this matches, or its group “secret”; may be given several times"), true},
    };
    return options;
}

RedactionWish redactionWish(const Arguments &arguments, const QString &configFolder)
{
    RedactionWish wish = storage::Settings(configFolder).redactionWish();
    wish.hidesEmails = wish.hidesEmails || arguments.has("--hide-emails");
    const QByteArrayList patterns = arguments.values("--hide");
    for (const QByteArray &pattern : patterns)
        wish.patterns.append(QString::fromUtf8(pattern));
    return wish;
}

Result<ExportedText> exportedText(const QByteArray &form, const QString &source, const CommonOptions &options, const RedactionWish &wish)
{
    if (form == "postman")
        return postmanFrom(source, options);
    if (form == "postman-environment")
        return postmanEnvironmentFrom(source);
    ExportedText made;
    const auto bundle = bundleFrom(source, options, made.notes);
    if (!bundle)
        return Failure(bundle.error());
    const exchange::RedactedBundle safe = exchange::redacted(*bundle, wish);
    if (!safe.troubles.isEmpty()) // a pattern that hides nothing would be found out too late
        return failure(ErrorCode::InvalidInput, safe.troubles.first());
    for (const LedgerEntry &entry : safe.hidden)
        made.notes.append(Tr::tr("Hidden: %1 (%2).").arg(QString::fromUtf8(entry.name), entry.places.join(QStringLiteral(", "))));
    made.preview = previewOf(safe);
    if (form == "bundle")
        made.bytes = exchange::writeBundle(safe.bundle);
    else if (form == "har")
        made.bytes = exchange::writeHar({safe.bundle});
    else if (form == "markdown")
        made.bytes = exchange::ticketMarkdown(safe.bundle);
    else
        made.bytes = exchange::supportText(safe.bundle);
    return made;
}

} // namespace actionscope::cli
