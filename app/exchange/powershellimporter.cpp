// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/powershellimporter.h"

#include "app/base/tr.h"
#include "app/exchange/curlimporter.h"
#include "app/exchange/draftbuilder.h"
#include "app/exchange/powershellreader.h"

#include <QRegularExpression>

namespace actionscope::exchange {

namespace {

bool isInvoking(const QByteArray &word)
{
    const QByteArray name = word.toLower();
    return name == "invoke-restmethod" || name == "invoke-webrequest" || name == "irm" || name == "iwr";
}

void takeHeaders(const ShellWord &word, ForeignRequest &request, DraftBuilder &builder)
{
    const json::Document table = json::Document::parse(word.text);
    if (!table.isValid() || !table.root().isObject()) {
        builder.complain(Tr::tr("The headers are no table that can be read here; they were left out."), word.begin);
        return;
    }
    for (json::Value member = table.root().firstChild(); member.isValid(); member = member.nextSibling())
        request.headers.append({member.key().toUtf8(), member.isString() ? member.toString().toUtf8() : member.raw().toByteArray()});
}

void addCommand(const ShellCommand &command, DraftBuilder &builder)
{
    ForeignRequest request;
    ShellWord body;
    bool isInvoked = false;
    for (std::size_t i = 0; i < command.words.size(); ++i) {
        const ShellWord &word = command.words[i];
        if (!isInvoked) {
            isInvoked = isInvoking(word.text);
            continue;
        }
        QByteArray name = word.text.toLower();
        const bool isSwitch = name.startsWith('-') && !word.isQuoted;
        const bool hasValue = i + 1 < command.words.size();
        if (!isSwitch) {
            request.url = request.url.isEmpty() ? word.text : request.url;
        } else if (!hasValue) {
            if (name == "-uri" || name == "-body" || name == "-method" || name == "-headers")
                builder.complain(Tr::tr("The parameter %1 has no value; the command breaks off here.").arg(QString::fromUtf8(word.text)), word.begin);
        } else if (name == "-uri" || name == "-url") {
            request.url = command.words[++i].text;
        } else if (name == "-method") {
            request.method = command.words[++i].text;
        } else if (name == "-headers") {
            takeHeaders(command.words[++i], request, builder);
        } else if (name == "-body") {
            body = command.words[++i];
        } else if (name == "-infile") {
            builder.complain(Tr::tr("The body is in a file, which is not opened; paste what it holds."), command.words[++i].begin);
        } else if (name != "-usebasicparsing" && name != "-skipcertificatecheck" && name != "-verbose") {
            ++i; // -ContentType, -WebSession, -TimeoutSec, …
        }
    }
    if (request.url.isEmpty())
        builder.complain(Tr::tr("The command has no address."), command.words.front().begin);
    request.body = body.text;
    if (request.method.isEmpty())
        request.method = body.text.isEmpty() ? "GET" : "POST";
    request.places = [&body](qsizetype offset) { return body.sourceOf(std::min(offset, body.text.size() - 1)); };
    builder.addRequest(request);
}

} // namespace

bool isPowerShell(const QByteArray &bytes)
{
    static const QRegularExpression invoking(QStringLiteral(R"re((?i)(?:^|[\s(=|;])(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\s+[-"'$h`@])re"));
    return invoking.match(QString::fromUtf8(bytes.left(256 * 1024))).hasMatch();
}

Imported importPowerShell(const QByteArray &bytes)
{
    DraftBuilder builder(ImportForm::PowerShell, bytes);
    addCommands(bytes, readPowerShell(bytes), isInvoking, addCommand, builder);
    return builder.finished();
}

} // namespace actionscope::exchange
