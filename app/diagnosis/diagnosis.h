// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace actionscope::diagnosis {

// Where a piece of evidence stands.
enum class EvidenceKind {
    Status, // the HTTP status; its place is the number
    Header, // its place is the header's name
    Field, // its place is a JSON Pointer into the body, or "@N", a byte of a body that is no JSON
    Phase, // its place is connect, encrypt, send, wait or receive
    Catalog, // what the catalogue knows; its place is the id of an action or account
};

enum class Side { Answer, Request };

struct Evidence
{
    EvidenceKind what = EvidenceKind::Field;
    Side side = Side::Answer;
    QString place = {};
    QString text = {}; // one line for people, with the value
    QString inside = {}; // a JSON Pointer on from there, where `place` is a text that holds JSON itself

    bool operator==(const Evidence &) const = default;
};

// What the program can do by itself about a failure.
enum class TryKind {
    Advice, // nothing; a person has to
    UseAccount, // connectedAccountId, entityId
    UseEntity, // entityId
    LeaveAccountOut,
    UseAction, // actionId
    UseVersion, // version
    SwitchApi, // api
    ChangeInput, // path (JSON Pointer into input), value (JSON)
    RemoveInput, // path
    RemoveField, // field, by its v2 name: text, input, appName, version, …
    RaiseTimeout, // seconds
    OpenEnvironment,
    ReadCatalog, // the accounts and actions anew
    SendAgain,
};

struct Try
{
    TryKind kind = TryKind::Advice;
    QString sentence = {};
    QMap<QString, QString> parameters = {}; // by the names above

    bool operator==(const Try &) const = default;
};

enum class Confidence {
    Sure, // the answer names it
    Likely, // status and circumstances say so
    Possible, // words that mean it, or one cause of several
};

// Why one exchange came to what it came to.
struct Diagnosis
{
    QString cause; // stable: "account.mismatch", "unknown"
    QString sentence;
    QList<Evidence> evidence = {};
    QList<Try> tries = {};
    Confidence confidence = Confidence::Sure;
    bool isWarning = false; // the execution succeeded; this is to be known all the same

    bool operator==(const Diagnosis &) const = default;
};

// Stable names for files.
[[nodiscard]] QString evidenceName(EvidenceKind kind);
[[nodiscard]] QString sideName(Side side);
[[nodiscard]] QString tryName(TryKind kind);
[[nodiscard]] QString confidenceName(Confidence confidence);
// For people: "This is certain: the answer says so."
[[nodiscard]] QString confidenceWords(Confidence confidence);
// What a button says that does it; empty for advice.
[[nodiscard]] QString tryTitle(const Try &wish);

} // namespace actionscope::diagnosis
