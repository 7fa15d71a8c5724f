// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/json/document.h"
#include "app/sandbox/actions/outcome.h"
#include "app/sandbox/actions/scope.h"

#include <functional>

namespace actionscope::sandbox {

class Store;
struct Account;
struct App;

// What a behaviour may look at when its action is called. Schema and account have been checked before.
struct Call
{
    json::Value input;
    json::Value schema;
    QByteArray requestBody;
    QString user;
    Store &store;
    QDateTime now;
    const App *app = nullptr;
    const Account *account = nullptr; // none where none is needed
    json::Value ownCredentials = {}; // authConfig, custom_auth_params; invalid when absent
    json::Value ownConnection = {}; // custom_connection_data; invalid when absent

    // input, user, now, uuid and id (16 hexadecimal digits): the names every template knows.
    [[nodiscard]] Scope scope() const;
};

// An Error is trouble of the sandbox itself (its database, say); an action that says no is an Outcome.
using Behaviour = std::function<Result<Outcome>(const Call &call)>;

// What a manifest says about an action's behaviour, with the data that stands beside the actions.
// The values live as long as the manifest's document, which the caller keeps.
struct BehaviourText
{
    json::Value spec;
    json::Value data;
};

// Builds the behaviour named by `kind`. resources/sandbox/README.md documents the kinds and their members.
[[nodiscard]] Result<Behaviour> makeBehaviour(const BehaviourText &text);

} // namespace actionscope::sandbox
