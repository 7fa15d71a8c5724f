// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/prune.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/template.h"

namespace actionscope::sandbox {

Pruning readPruning(const json::Value &rule, const Scope &scope)
{
    Pruning pruning;
    pruning.member = rule.member(u"member").toString();
    pruning.items = renderedInteger(rule.member(u"items"), scope).value_or(0);
    pruning.depth = renderedInteger(rule.member(u"depth"), scope).value_or(0);
    pruning.text = rule.member(u"text").toString();
    if (renderedText(rule.member(u"shorten"), scope) == QLatin1String("true"))
        pruning.length = renderedInteger(rule.member(u"length"), scope).value_or(-1);
    return pruning;
}

QByteArray pruned(const json::Value &record, const Pruning &pruning)
{
    if (!record.isObject())
        return record.raw().toByteArray();
    json::ObjectWriter object;
    for (json::Value member = record.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        if (name == pruning.member && member.isArray()) {
            Pruning below = pruning;
            below.depth = pruning.depth - 1;
            json::ArrayWriter children;
            qint64 kept = 0;
            for (json::Value child = member.firstChild();
                 child.isValid() && pruning.depth > 0 && kept < pruning.items; child = child.nextSibling(), ++kept)
                children.addRaw(pruned(child, below));
            object.addRaw(name.toUtf8(), children.finished());
        } else if (name == pruning.text && member.isString() && pruning.length >= 0
            && member.toString().size() > pruning.length) {
            object.addString(name.toUtf8(), QString(member.toString().first(pruning.length) + QChar(0x2026)));
        } else {
            object.addRaw(name.toUtf8(), member.raw());
        }
    }
    return object.finished();
}

} // namespace actionscope::sandbox
