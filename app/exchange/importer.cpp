// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/importer.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/brunoimporter.h"
#include "app/exchange/bundle.h"
#include "app/exchange/curlimporter.h"
#include "app/exchange/harreader.h"
#include "app/exchange/harscanner.h"
#include "app/exchange/httptext.h"
#include "app/exchange/jsonimporter.h"
#include "app/exchange/logreader.h"
#include "app/exchange/logtextimporter.h"
#include "app/exchange/pastedtext.h"
#include "app/exchange/postmanimporter.h"
#include "app/exchange/powershellimporter.h"
#include "app/exchange/reportreader.h"
#include "app/exchange/sdkcallimporter.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

struct FormName
{
    ImportForm form;
    const char *name;
    const char *title; // marked for translation
};

constexpr std::array formTable {FormName {ImportForm::Curl, "curl", QT_TRANSLATE_NOOP("Actionscope", "a cURL command")},
    FormName {ImportForm::PowerShell, "powershell", QT_TRANSLATE_NOOP("Actionscope", "a PowerShell command")},
    FormName {ImportForm::HttpText, "http", QT_TRANSLATE_NOOP("Actionscope", "a raw HTTP exchange")},
    FormName {ImportForm::Har, "har", QT_TRANSLATE_NOOP("Actionscope", "a HAR file")},
    FormName {ImportForm::Bundle, "bundle", QT_TRANSLATE_NOOP("Actionscope", "a bundle")},
    FormName {ImportForm::SavedRequest, "request", QT_TRANSLATE_NOOP("Actionscope", "a saved request")},
    FormName {ImportForm::Report, "report", QT_TRANSLATE_NOOP("Actionscope", "a report of exec")},
    FormName {ImportForm::SandboxLog, "sandbox-log", QT_TRANSLATE_NOOP("Actionscope", "a log of the sandbox")},
    FormName {ImportForm::Postman, "postman", QT_TRANSLATE_NOOP("Actionscope", "a Postman collection")},
    FormName {ImportForm::PostmanEnvironment, "postman-environment", QT_TRANSLATE_NOOP("Actionscope", "a Postman environment")},
    FormName {ImportForm::Bruno, "bruno", QT_TRANSLATE_NOOP("Actionscope", "a Bruno request")},
    FormName {ImportForm::SdkCall, "sdk", QT_TRANSLATE_NOOP("Actionscope", "a call of an SDK")},
    FormName {ImportForm::LogLine, "log", QT_TRANSLATE_NOOP("Actionscope", "an excerpt of a log")},
    FormName {ImportForm::RequestBody, "body", QT_TRANSLATE_NOOP("Actionscope", "the body of a request")},
    FormName {ImportForm::Answer, "answer", QT_TRANSLATE_NOOP("Actionscope", "an answer")},
    FormName {ImportForm::Unknown, "unknown", QT_TRANSLATE_NOOP("Actionscope", "nothing that is known here")}};

const FormName &entryOf(ImportForm form)
{
    return *std::find_if(formTable.begin(), formTable.end(), [&](const FormName &entry) { return entry.form == form; });
}

// A control character that no text has, or bytes that no encoding of texts gives.
std::optional<qsizetype> binaryAt(const QByteArray &bytes)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 64 * 1024); ++i) {
        const auto c = uchar(bytes[i]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x1B && c != '\f')
            return i;
    }
    return {};
}

Imported importNothing(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::Unknown, {});
    if (bytes.trimmed().isEmpty())
        builder.complain(Tr::tr("There is nothing to read: the text is empty."));
    else if (const auto at = binaryAt(bytes))
        builder.complain(Tr::tr("This is no text: byte %1 is a control character. Nothing was taken over.").arg(*at));
    else
        builder.complain(Tr::tr("The text was not recognised: it is no cURL or PowerShell command, no HTTP exchange, HAR file, bundle, Postman or "
                                "Bruno request, call of an SDK, log line, and no JSON."));
    return builder.finished();
}

// Of JSON that breaks off, what stands before tells.
ImportForm recogniseJson(const QByteArray &bytes, const json::Document &document)
{
    if (isLog(bytes, document))
        return ImportForm::SandboxLog;
    if (isBundle(bytes))
        return ImportForm::Bundle;
    if (isPostman(document))
        return ImportForm::Postman;
    if (isHar(bytes, document))
        return ImportForm::Har;
    if (isReport(bytes, document))
        return ImportForm::Report;
    if (isSavedRequest(document))
        return ImportForm::SavedRequest;
    if (isPostmanEnvironment(document))
        return ImportForm::PostmanEnvironment;
    if (isAnswer(document))
        return ImportForm::Answer;
    if (!document.isValid() || !isRequestBody(document))
        return ImportForm::Unknown;
    if (isLogRecord(document) && isLogText(bytes))
        return ImportForm::LogLine;
    return isLogRecord(document) && findAnswerBody(bytes) ? ImportForm::Answer : ImportForm::RequestBody;
}

// By its first bytes, before all of it is read.
bool isHarStart(const QByteArray &start)
{
    static const QRegularExpression log(QStringLiteral(R"re(^\s*\{\s*"log"\s*:\s*\{)re"));
    return log.match(QString::fromLatin1(start)).hasMatch();
}

Imported importedAs(const QByteArray &bytes, ImportForm form)
{
    QBuffer buffer;
    buffer.setData(bytes);
    switch (form) {
    case ImportForm::Curl:
        return importCurl(bytes);
    case ImportForm::PowerShell:
        return importPowerShell(bytes);
    case ImportForm::Har:
        return buffer.open(QIODevice::ReadOnly) ? importHar(buffer) : importNothing(bytes);
    case ImportForm::Bundle:
        return importBundle(bytes);
    case ImportForm::Postman:
        return importPostman(bytes);
    case ImportForm::PostmanEnvironment:
        return importPostmanEnvironment(bytes);
    case ImportForm::Bruno:
        return importBruno(bytes);
    case ImportForm::SdkCall:
        return importSdkCall(bytes);
    case ImportForm::LogLine:
        return importLogText(bytes);
    case ImportForm::SavedRequest:
        return importSavedRequest(bytes);
    case ImportForm::RequestBody:
        return importRequestBody(bytes);
    case ImportForm::HttpText:
    case ImportForm::Report:
    case ImportForm::SandboxLog:
    case ImportForm::Answer:
        return importExchange(bytes, form);
    default:
        return importNothing(bytes);
    }
}

} // namespace

QString formName(ImportForm form) { return QString::fromLatin1(entryOf(form).name); }

std::optional<ImportForm> formFromName(QStringView name)
{
    const auto entry = std::find_if(formTable.begin(), formTable.end(), [&](const FormName &each) { return name == QLatin1String(each.name); });
    return entry == formTable.end() || entry->form == ImportForm::Unknown ? std::nullopt : std::optional(entry->form);
}

QStringList formNames()
{
    QStringList names;
    for (const FormName &entry : formTable) {
        if (entry.form != ImportForm::Unknown)
            names.append(QString::fromLatin1(entry.name));
    }
    return names;
}

QString formTitle(ImportForm form) { return Tr::tr(entryOf(form).title); }

ImportForm recognise(const QByteArray &pasted)
{
    const QByteArray bytes = plainText(pasted).bytes;
    if (binaryAt(bytes) || bytes.trimmed().isEmpty())
        return ImportForm::Unknown;
    const json::Document document = json::Document::parse(bytes);
    if (isHttpText(bytes, document))
        return ImportForm::HttpText;
    if (document.root().isValid()) {
        const ImportForm form = recogniseJson(bytes, document);
        if (form != ImportForm::Unknown)
            return form;
    }
    if (isPowerShell(bytes))
        return ImportForm::PowerShell;
    if (isCurl(bytes))
        return ImportForm::Curl;
    if (isBruno(bytes))
        return ImportForm::Bruno;
    if (isSdkCall(bytes))
        return ImportForm::SdkCall;
    if (isLogText(bytes))
        return ImportForm::LogLine;
    if (findAnswerBody(bytes))
        return ImportForm::Answer;
    return isRequestBody(document) && bytes.trimmed().startsWith('{') ? ImportForm::RequestBody : ImportForm::Unknown;
}

Imported importText(const QByteArray &bytes) { return importText(bytes, recognise(bytes)); }

Imported importText(const QByteArray &pasted, ImportForm form)
{
    const PastedText text = plainText(pasted);
    Imported imported = importedAs(text.bytes, form);
    if (form == ImportForm::Unknown)
        return imported;
    for (const QString &note : text.notes)
        imported.troubles.append({note});
    return imported;
}

Result<Imported> importFile(const QString &path, std::optional<ImportForm> form)
{
    if (QFileInfo(path).isDir())
        return importBrunoFolder(path);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && (form == ImportForm::Har || (!form && isHarStart(file.peek(4096)))))
        return importHar(file);
    return readFile(path).map([&](const QByteArray &bytes) { return form ? importText(bytes, *form) : importText(bytes); });
}

} // namespace actionscope::exchange
