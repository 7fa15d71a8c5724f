// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace actionscope::exchange {

// What a text was recognised as.
enum class ImportForm {
    Curl, // for bash, cmd or PowerShell
    PowerShell, // Invoke-RestMethod, Invoke-WebRequest
    HttpText,
    Har,
    Bundle,
    SavedRequest,
    Report, // of exec
    SandboxLog,
    Postman,
    PostmanEnvironment,
    Bruno,
    SdkCall, // Python or TypeScript
    LogLine,
    RequestBody,
    Answer,
    Unknown,
};

// A part of a draft that the text does not say outright.
struct Guess
{
    QString field; // the API's name, or "baseUrl", "apiVersion", "status"
    QString sentence;

    bool operator==(const Guess &) const = default;
};

// Something that was not understood or could not be carried over.
struct ImportTrouble
{
    QString sentence; // complete, with line and column where there are any
    QString source = {}; // the part of a larger whole it stands in: "Issues/Create", "Entry 3"; empty for all of it
    qsizetype offset = -1; // byte of the text; -1 where there is no place

    bool operator==(const ImportTrouble &) const = default;
};

// A secret that stood in the text. No draft holds it: a placeholder stands where it was.
struct ImportedSecret
{
    QByteArray name; // "apiKey", "authConfig.token": also that of the placeholder
    QByteArray value; // to be kept in the keychain where a person wishes it, and nowhere else
    QString sentence; // "An API key was found in the header x-api-key and not taken over."

    bool operator==(const ImportedSecret &) const = default;
};

// One request that came out of a text, fit to be sent or not.
struct ImportedDraft
{
    QString name = {}; // what it is called there, else its action
    QStringList folders = {}; // it stands in, outermost first
    api::ExecuteRequest request = {};
    QString baseUrl = {}; // empty where it is not told
    std::optional<api::ApiVersion> apiVersion = {};
    QList<Guess> guesses = {};
    std::optional<api::Exchange> recorded = {}; // what was sent and what came back, without secrets
    QDateTime receivedAt = {};
    QByteArray expect = {}; // of a saved request, as it stands there
    QByteArray capture = {};
    QStringList tags = {};
    QString notes = {}; // Markdown

    bool operator==(const ImportedDraft &) const = default;
};

struct ImportedVariable
{
    QString name;
    QString value;

    bool operator==(const ImportedVariable &) const = default;
};

// An environment of somebody else's collection. Of its secrets only the names are taken.
struct ImportedEnvironment
{
    QString name = {};
    QString baseUrl = {};
    QList<ImportedVariable> variables = {};
    QStringList secrets = {};

    bool operator==(const ImportedEnvironment &) const = default;
};

// All that came out of a text or file.
struct Imported
{
    ImportForm form = ImportForm::Unknown;
    QString name = {}; // of a collection
    QList<ImportedDraft> drafts = {};
    QList<ImportedVariable> variables = {};
    QList<ImportedEnvironment> environments = {};
    QList<ImportTrouble> troubles = {};
    QList<ImportedSecret> secrets = {};
    bool isReadOnly = false; // a newer version wrote it; what it says was understood in part

    bool operator==(const Imported &) const = default;
};

} // namespace actionscope::exchange
