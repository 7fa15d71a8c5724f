// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/judgement.h"
#include "app/diagnosis/sayings.h"
#include "app/diagnosis/surroundings.h"
#include "app/diagnosis/trouble.h"

namespace actionscope::diagnosis {

// What a request asks the service for, by its method and path.
enum class Operation { Unknown, Execute, MakeInput, Proxy, ListAccounts, Connect, Other };

// One value of the request, under whatever name its version has for it.
struct Sent
{
    QString pointer; // into the request's body; empty where it was not sent
    json::Value value;

    // An empty text is a field that somebody left empty, which says as much as none.
    [[nodiscard]] bool isThere() const { return value.isValid() && !value.isNull() && !(value.isString() && text().isEmpty()); }
    [[nodiscard]] QString text() const { return value.toString(); }
};

// One complaint of a validation, and the place in the request that it is about.
struct Complaint
{
    QStringList path; // member names below the input; empty where it is about no input
    QString field; // the request's own field, where it is about that
    QString rule; // class-validator's rule or a JSON Schema keyword; may be empty
    QString text;
    QString pointer; // of the complaint in the answer
    QString inner = {}; // on from there, where that is a text with JSON in it
};

// Everything the rules look at, gathered once. They hold no state of their own.
class Facts final
{
public:
    Facts(const api::Exchange &theExchange, const Judgement &theJudgement, const Surroundings &theSurroundings);

    const api::Exchange exchange;
    const Judgement judgement;
    const Surroundings around;

    // The request
    std::optional<api::ApiVersion> version;
    Operation operation = Operation::Unknown;
    QString actionId;
    json::Document sentDocument;
    Sent entity;
    Sent account;
    Sent input;
    Sent text;
    Sent toolVersion;
    Sent appName;

    // The answer
    bool isHtml = false;
    Sayings sayings;
    QList<Complaint> complaints;
    Told<ServiceTrouble> service;
    Told<ProviderTrouble> provider;

    [[nodiscard]] int status() const { return exchange.answer.status; }
    [[nodiscard]] bool isRefused() const { return !exchange.fault && status() >= 400; }
    [[nodiscard]] bool hasFault(api::FaultKind kind) const { return exchange.fault && exchange.fault->kind == kind; }
    // Nothing of it is: the answer stands alone, as out of a log.
    [[nodiscard]] bool isRequestUnknown() const { return exchange.request.path.isEmpty() && exchange.request.body.isEmpty(); }
    [[nodiscard]] bool isSuccess() const { return judgement.verdict == api::Verdict::Successful; }
    [[nodiscard]] bool saysNo() const { return judgement.verdict == api::Verdict::ActionRefused; }
    [[nodiscard]] bool isV3() const { return version && *version != api::ApiVersion::V2; }
    [[nodiscard]] json::Value root() const { return judgement.document.root(); }
    // The object that an error answer keeps its members in, and where it stands.
    [[nodiscard]] json::Value errorObject() const;
    [[nodiscard]] QString errorPointer() const;

    // From the catalogue; null where it knows nothing of it.
    [[nodiscard]] const api::ActionInfo *action() const { return around.catalog.action(actionId); }
    [[nodiscard]] const api::ConnectedAccount *sentAccount() const { return around.catalog.account(account.text()); }
    // Those of the action's app, newest first.
    [[nodiscard]] QList<api::ConnectedAccount> accounts() const;
    [[nodiscard]] QString appKey() const;

private:
    void readRequest();
    void readPath();
};

// A value as it stands in a sentence, cut where it is long.
[[nodiscard]] QString shown(const QString &text);
[[nodiscard]] QString shownRaw(const json::Value &value);

} // namespace actionscope::diagnosis
