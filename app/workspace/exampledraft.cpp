// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/exampledraft.h"

namespace actionscope::workspace {

storage::Draft exampleDraft(int timeoutSeconds)
{
    storage::Draft draft;
    draft.timeoutSeconds = timeoutSeconds;
    draft.request.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    draft.request.appName = QStringLiteral("github");
    draft.request.entityId = QStringLiteral("default");
    draft.request.input = R"({
  "owner": "octocat",
  "repo": "Hello-World",
  "title": "First issue from Actionscope",
  "labels": ["question"]
})";
    return draft;
}

} // namespace actionscope::workspace
