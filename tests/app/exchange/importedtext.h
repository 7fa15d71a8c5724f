// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/importer.h"

#include <QRegularExpression>

namespace actionscope::tests {

// What came out of a text, a line for each thing a person would notice. Of sentences only the place and the field.
inline QByteArray importedText(const exchange::Imported &imported)
{
    QByteArrayList lines {exchange::formName(imported.form).toLatin1()};
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        const api::ExecuteRequest &request = draft.request;
        QByteArray head = request.actionId.isEmpty() ? QByteArray("(no action)") : request.actionId.toUtf8();
        head += draft.apiVersion ? ' ' + api::versionName(*draft.apiVersion).toLatin1() : QByteArray();
        head += draft.baseUrl.isEmpty() ? QByteArray() : ' ' + draft.baseUrl.toUtf8();
        lines.append((draft.folders + QStringList()).join(QLatin1Char('/')).toUtf8() + (draft.folders.isEmpty() ? "" : "/ ") + head);
        const auto add = [&lines](const char *name, const QByteArray &value) {
            if (!value.isEmpty())
                lines.append(QByteArray(name) + ' ' + value);
        };
        add("app", request.appName.toUtf8());
        add("entity", request.entityId.toUtf8());
        add("account", request.connectedAccountId.toUtf8());
        add("input", request.input);
        add("text", request.text.toUtf8());
        add("prompt", request.systemPrompt.toUtf8());
        add("description", request.customDescription.toUtf8());
        add("auth", request.authConfig);
        add("session", request.sessionInfo);
        add("version", request.version.toUtf8());
        if (draft.recorded && draft.recorded->answer.status != 0)
            add("status", QByteArray::number(draft.recorded->answer.status));
        for (const exchange::Guess &guess : draft.guesses)
            add("guess", guess.field.toUtf8());
    }
    static const QRegularExpression place(QStringLiteral("^Line (\\d+), column (\\d+): "));
    for (const exchange::ImportTrouble &trouble : imported.troubles) {
        const auto match = place.match(trouble.sentence);
        lines.append(match.hasMatch() ? "trouble " + match.captured(1).toLatin1() + ':' + match.captured(2).toLatin1() : QByteArray("trouble"));
    }
    for (const exchange::ImportedSecret &secret : imported.secrets)
        lines.append("secret " + secret.name + '=' + secret.value);
    return lines.join('\n');
}

} // namespace actionscope::tests
