// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosis.h"

#include "app/base/tr.h"

namespace actionscope::diagnosis {

namespace {

constexpr qsizetype longestInTitle = 32;

QString shortened(const QString &text)
{
    return text.size() > longestInTitle ? text.left(longestInTitle - 1) + QChar(0x2026) : text;
}

// The last step of a JSON Pointer, which is what people call a field by.
QString fieldName(const QString &pointer) { return pointer.section(QLatin1Char('/'), -1); }

} // namespace

QString evidenceName(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Status:
        return QStringLiteral("status");
    case EvidenceKind::Header:
        return QStringLiteral("header");
    case EvidenceKind::Field:
        return QStringLiteral("field");
    case EvidenceKind::Phase:
        return QStringLiteral("phase");
    case EvidenceKind::Catalog:
        return QStringLiteral("catalog");
    }
    return {};
}

QString sideName(Side side)
{
    return side == Side::Answer ? QStringLiteral("answer") : QStringLiteral("request");
}

QString tryName(TryKind kind)
{
    switch (kind) {
    case TryKind::Advice:
        return QStringLiteral("advice");
    case TryKind::UseAccount:
        return QStringLiteral("useAccount");
    case TryKind::UseEntity:
        return QStringLiteral("useEntity");
    case TryKind::LeaveAccountOut:
        return QStringLiteral("leaveAccountOut");
    case TryKind::UseAction:
        return QStringLiteral("useAction");
    case TryKind::UseVersion:
        return QStringLiteral("useVersion");
    case TryKind::SwitchApi:
        return QStringLiteral("switchApi");
    case TryKind::ChangeInput:
        return QStringLiteral("changeInput");
    case TryKind::RemoveInput:
        return QStringLiteral("removeInput");
    case TryKind::RemoveField:
        return QStringLiteral("removeField");
    case TryKind::RaiseTimeout:
        return QStringLiteral("raiseTimeout");
    case TryKind::OpenEnvironment:
        return QStringLiteral("openEnvironment");
    case TryKind::ReadCatalog:
        return QStringLiteral("readCatalog");
    case TryKind::SendAgain:
        return QStringLiteral("sendAgain");
    }
    return {};
}

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Sure:
        return QStringLiteral("sure");
    case Confidence::Likely:
        return QStringLiteral("likely");
    case Confidence::Possible:
        return QStringLiteral("possible");
    }
    return {};
}

QString confidenceWords(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Sure:
        return Tr::tr("Certain");
    case Confidence::Likely:
        return Tr::tr("Likely");
    case Confidence::Possible:
        return Tr::tr("Possible");
    }
    return {};
}

QString tryTitle(const Try &wish)
{
    const auto parameter = [&](const char *name) { return shortened(wish.parameters.value(QLatin1String(name))); };
    switch (wish.kind) {
    case TryKind::Advice:
        return {};
    case TryKind::UseAccount:
        return wish.parameters.value(QStringLiteral("entityId")).isEmpty()
            ? Tr::tr("Use %1").arg(parameter("connectedAccountId"))
            : Tr::tr("Use the Account of “%1”").arg(parameter("entityId"));
    case TryKind::UseEntity:
        return Tr::tr("Use “%1”").arg(parameter("entityId"));
    case TryKind::LeaveAccountOut:
        return Tr::tr("Leave the Account Out");
    case TryKind::UseAction:
        return Tr::tr("Use %1").arg(parameter("actionId"));
    case TryKind::UseVersion:
        return Tr::tr("Use Version %1").arg(parameter("version"));
    case TryKind::SwitchApi:
        return Tr::tr("Switch to %1").arg(parameter("api"));
    case TryKind::ChangeInput:
        return Tr::tr("Set %1 to %2").arg(fieldName(parameter("path")), parameter("value"));
    case TryKind::RemoveInput:
        return Tr::tr("Remove %1").arg(fieldName(parameter("path")));
    case TryKind::RemoveField:
        return Tr::tr("Remove %1").arg(parameter("field"));
    case TryKind::RaiseTimeout:
        return Tr::tr("Wait up to %1 Seconds").arg(parameter("seconds"));
    case TryKind::OpenEnvironment:
        return Tr::tr("Open the Environment");
    case TryKind::ReadCatalog:
        return Tr::tr("Read the Catalogue Anew");
    case TryKind::SendAgain:
        return Tr::tr("Execute Again");
    }
    return {};
}

} // namespace actionscope::diagnosis
