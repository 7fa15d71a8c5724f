// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/effectappearance.h"

#include <QCoreApplication>

namespace actionscope::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("actionscope::ui::EffectAppearance", text);
}

} // namespace

EffectAppearance effectAppearance(api::ActionEffect effect)
{
    switch (effect) {
    case api::ActionEffect::Changes:
        return {tr("Changes"), tr("This action changes data."), QStringLiteral("edit"), ColorRole::Running};
    case api::ActionEffect::Sends:
        return {tr("Sends"), tr("This action sends something to people."), QStringLiteral("send"),
            ColorRole::Warn};
    case api::ActionEffect::Deletes:
        return {tr("Deletes"), tr("This action deletes or overwrites data."), QStringLiteral("trash"),
            ColorRole::Bad};
    case api::ActionEffect::Reads:
    case api::ActionEffect::Unknown:
        break;
    }
    return {};
}

} // namespace actionscope::ui
