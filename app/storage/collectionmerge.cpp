// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionmerge.h"

#include <algorithm>

namespace actionscope::storage {

namespace {

template <typename T> const T *named(const QList<T> &list, const QString &name)
{
    const auto at = std::find_if(list.cbegin(), list.cend(), [&](const T &each) { return each.name == name; });
    return at == list.cend() ? nullptr : &*at;
}

VariableList mergedVariables(const VariableList &base, const VariableList &mine, const VariableList &theirs)
{
    VariableList result;
    for (const Variable &their : theirs) { // in their order, which is that of the file
        const Variable *old = named(base, their.name);
        const Variable *my = named(mine, their.name);
        const bool isMineAlone = my && (!old || *my != *old);
        if (isMineAlone)
            result.append(*my);
        else if (my || !old || *old != their) // what I took away goes, unless they changed it
            result.append(their);
    }
    for (const Variable &my : mine) {
        const Variable *old = named(base, my.name);
        if (!named(theirs, my.name) && (!old || *old != my))
            result.append(my);
    }
    return result;
}

template <typename T> T chosen(const T &base, const T &mine, const T &theirs) { return mine == base ? theirs : mine; }

CollectionEnvironment mergedEnvironment(
    const CollectionEnvironment &base, const CollectionEnvironment &mine, const CollectionEnvironment &theirs)
{
    CollectionEnvironment result = theirs;
    result.baseUrl = chosen(base.baseUrl, mine.baseUrl, theirs.baseUrl);
    result.apiVersion = chosen(base.apiVersion, mine.apiVersion, theirs.apiVersion);
    result.secrets = chosen(base.secrets, mine.secrets, theirs.secrets);
    result.isProtected = chosen(base.isProtected, mine.isProtected, theirs.isProtected);
    result.variables = mergedVariables(base.variables, mine.variables, theirs.variables);
    return result;
}

} // namespace

Collection merged(const Collection &base, const Collection &mine, const Collection &theirs)
{
    Collection result = theirs;
    result.variables = mergedVariables(base.variables, mine.variables, theirs.variables);
    result.environments.clear();
    for (const CollectionEnvironment &their : theirs.environments) {
        const CollectionEnvironment *my = named(mine.environments, their.name);
        const CollectionEnvironment *old = named(base.environments, their.name);
        const CollectionEnvironment nothing;
        result.environments.append(my ? mergedEnvironment(old ? *old : nothing, *my, their) : their);
    }
    for (const CollectionEnvironment &my : mine.environments) {
        const CollectionEnvironment *old = named(base.environments, my.name);
        if (!named(theirs.environments, my.name) && (!old || *old != my))
            result.environments.append(my);
    }
    return result;
}

} // namespace actionscope::storage
