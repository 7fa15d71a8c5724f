// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretledger.h"
#include "app/exchange/exchangereader.h"
#include "app/exchange/imported.h"
#include "app/json/document.h"

#include <functional>

namespace actionscope::exchange {

// Where a byte of a body stands in the text it came from; -1 where nobody knows.
using Places = std::function<qsizetype(qsizetype offset)>;

// A request as some other form writes it, before it is known whether it executes an action.
struct ForeignRequest
{
    QByteArray method = {}; // empty: not told
    QByteArray url = {}; // whole, or a path
    api::HeaderList headers = {};
    QByteArray body = {};
    QString name = {};
    QStringList folders = {};
    QString notes = {};
    Places places = {};
};

// What every importer does with what it has read: makes drafts, says where troubles are, and takes secrets out of all of
// it in the end.
class DraftBuilder final
{
public:
    // `text` is what places are counted in.
    DraftBuilder(ImportForm form, const QByteArray &text);

    [[nodiscard]] Imported &imported() { return m_imported; }
    void setSource(const QString &source) { m_source = source; }

    // The sentence gets the place at its end where there is one: " (line 3, column 9)".
    void complain(const QString &sentence, qsizetype offset = -1);
    void complain(const QList<ImportTrouble> &troubles);
    void addSecret(const QByteArray &name, const QByteArray &value, const QString &place);
    // Takes keys and credentials out of headers.
    void takeSecrets(api::HeaderList &headers);

    // Where the request executes no action it says so; a draft is made of it where its body says what is meant.
    void addRequest(const ForeignRequest &request);
    void addExchange(const ReadExchange &read);
    void addDraft(const ImportedDraft &draft);
    // What came back, where `text` tells it, is recorded with the last draft if that is one of those from `first` on.
    void takeAnswer(const QByteArray &text, qsizetype first);
    // Secrets that stand beside what became of a draft.
    void findSecretsIn(const QByteArray &text, const QString &place) { m_ledger.addFrom(text, place); }

    // Members of an object in the API's words or an SDK's (userId, user_id, arguments, params, …) become fields.
    // Returns the names that mean nothing here.
    QStringList takeFields(const json::Value &object, ImportedDraft &draft);
    // A text that should be JSON, mended where it is not.
    [[nodiscard]] QByteArray usableJson(
        const QByteArray &text, const QString &field, ImportedDraft &draft, const Places &places = {});

    [[nodiscard]] Imported finished();

private:
    [[nodiscard]] bool takeExecution(api::HttpRequest request, ImportedDraft &draft);
    [[nodiscard]] bool takeLooseExecution(const api::HttpRequest &request, ImportedDraft &draft);
    void takeAddress(const QByteArray &url, api::HttpRequest &request, ImportedDraft &draft);
    void takeAuthConfig(ImportedDraft &draft);
    void findSecrets(const ImportedDraft &draft);
    void hideSecrets(ImportedDraft &draft);

    Imported m_imported;
    QByteArray m_text;
    QString m_source;
    SecretLedger m_ledger;
    qsizetype m_untold = 0; // troubles beyond those that are kept
};

} // namespace actionscope::exchange
