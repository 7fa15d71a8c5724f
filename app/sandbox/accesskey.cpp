// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accesskey.h"

#include "app/api/apikey.h"
#include "app/base/tr.h"

#include <array>
#include <utility>

namespace actionscope::sandbox {

namespace {

constexpr std::array scopeNames {
    std::pair {AccessKey::Read, "read"},
    std::pair {AccessKey::Execute, "execute"},
    std::pair {AccessKey::Proxy, "proxy"},
    std::pair {AccessKey::Connect, "connect"},
    std::pair {AccessKey::Administer, "administer"},
};

// POST, but nothing is changed by it.
bool isOnlyAsking(const QByteArray &path)
{
    return path.endsWith("/input") || path.endsWith("/get.inputs") || path.endsWith("/toolkits/multi")
        || path.endsWith("/search-by-filters") || path.contains("/logs");
}

} // namespace

QString scopeName(AccessKey::Scope scope)
{
    for (const auto &[known, name] : scopeNames) {
        if (known == scope)
            return QString::fromLatin1(name);
    }
    return {};
}

Result<AccessKey> readAccessKey(const QByteArray &text)
{
    const qsizetype equals = text.lastIndexOf('=');
    const auto key = api::cleanApiKey(text.left(qMax<qsizetype>(equals, 0)));
    if (equals < 0 || !key) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("“%1” is no key with scopes.").arg(QString::fromUtf8(text.mid(equals + 1))), {},
            Tr::tr("Write it as KEY=read,execute or KEY=read,execute,proxy,connect,user:NAME."));
    }
    AccessKey access {*key, {}, {}};
    for (const QByteArray &word : text.sliced(equals + 1).split(',')) {
        bool isKnown = word.startsWith("user:") && word.size() > 5;
        if (isKnown)
            access.user = QString::fromUtf8(word.sliced(5));
        for (const auto &[scope, name] : scopeNames) {
            if (word != name)
                continue;
            access.scopes |= scope;
            isKnown = true;
        }
        if (!isKnown) {
            return failure(ErrorCode::InvalidInput, Tr::tr("“%1” is no scope of a key.").arg(QString::fromUtf8(word)), {},
                Tr::tr("There are read, execute, proxy, connect, administer and user:NAME."));
        }
    }
    return access;
}

AccessKey::Scope scopeOf(const QByteArray &method, const QByteArray &path)
{
    if (path.startsWith("/sandbox/"))
        return AccessKey::Administer;
    if (path.endsWith("/actions/proxy") || path.endsWith("/tools/execute/proxy"))
        return AccessKey::Proxy;
    if (method == "GET" || (method == "POST" && isOnlyAsking(path)))
        return AccessKey::Read;
    const bool isExecution = path.endsWith("/execute") || path.contains("/tools/execute/") || path.contains("/files/upload/");
    return isExecution ? AccessKey::Execute : AccessKey::Connect;
}

} // namespace actionscope::sandbox
