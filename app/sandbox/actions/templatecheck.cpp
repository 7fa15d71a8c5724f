// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/templatecheck.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/expression.h"

#include <QSet>

namespace actionscope::sandbox {

namespace {

// The names that behaviours set, and those of the steps before: `as`, and the members of `values`.
void collectNames(const json::Value &value, QSet<QString> *names)
{
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
        if (child.hasKey() && child.key() == QLatin1String("as"))
            names->insert(child.toString());
        if (child.hasKey() && child.key() == QLatin1String("values")) {
            for (json::Value name = child.firstChild(); name.isValid(); name = name.nextSibling())
                names->insert(name.key());
        }
        collectNames(child, names);
    }
}

QString textFault(const QString &text, const QSet<QString> &names)
{
    for (qsizetype open = text.indexOf(u"{{"); open >= 0; open = text.indexOf(u"{{", open + 2)) {
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0)
            return Tr::tr("\"%1\" opens {{ and does not close it.").arg(text);
        const auto expression = Expression::parse(QStringView(text).sliced(open + 2, close - open - 2));
        if (!expression)
            return expression.error();
        for (const QString &path : expression->paths()) {
            if (const QString name = path.section(u'.', 0, 0); !names.contains(name))
                return Tr::tr("nothing sets the name \"%1\" that {{%2}} looks at.").arg(name, path);
        }
        open = close;
    }
    return {};
}

std::optional<ManifestFault> faultIn(const json::Value &value, const QSet<QString> &names)
{
    if (value.isString()) {
        const QString reason = textFault(value.toString(), names);
        return reason.isEmpty() ? std::nullopt : std::optional(ManifestFault {value, reason});
    }
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
        if (auto fault = faultIn(child, names))
            return fault;
    }
    return std::nullopt;
}

} // namespace

std::optional<ManifestFault> templateFault(const json::Value &behaviour, const QStringList &more)
{
    QSet<QString> names(more.cbegin(), more.cend());
    for (const char *name : {"input", "user", "now", "uuid", "id", "number", "record", "rows", "total", "page", "size",
             "nextPage", "item", "value", "response"})
        names.insert(QLatin1String(name));
    collectNames(behaviour, &names);
    return faultIn(behaviour, names);
}

} // namespace actionscope::sandbox
