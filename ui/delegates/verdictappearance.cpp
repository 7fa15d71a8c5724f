// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/verdictappearance.h"

namespace actionscope::ui {

VerdictAppearance appearanceOf(api::Verdict verdict)
{
    switch (verdict) {
    case api::Verdict::Successful:
        return {QStringLiteral("check-circle"), ColorRole::Good, Look::Good};
    case api::Verdict::ActionRefused:
        return {QStringLiteral("x-circle"), ColorRole::Bad, Look::Bad};
    case api::Verdict::ServiceRefused:
        return {QStringLiteral("slash-circle"), ColorRole::Bad, Look::Bad};
    case api::Verdict::NoUsableAnswer:
        return {QStringLiteral("alert-triangle"), ColorRole::Warn, Look::Warn};
    case api::Verdict::OutcomeUnknown:
        return {QStringLiteral("question-circle"), ColorRole::Warn, Look::Warn};
    case api::Verdict::Cancelled:
        return {QStringLiteral("stop"), ColorRole::Muted, Look::Neutral};
    }
    return {};
}

VerdictAppearance runningAppearance() { return {QStringLiteral("clock"), ColorRole::Running, Look::Running}; }

} // namespace actionscope::ui
