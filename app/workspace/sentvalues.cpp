// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/sentvalues.h"

#include "app/api/requestfields.h"
#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/json/valuepaths.h"

#include <QHash>
#include <QStringList>

namespace actionscope::workspace {

namespace {

// Paths inside of the JSON fields, each parsed once.
class TypedPaths final
{
public:
    explicit TypedPaths(const api::ExecuteRequest &typed)
        : m_typed(typed)
    {
    }

    // Behind the field's own: ".title", empty for a text field.
    QString pathAt(const QString &field, qsizetype offset)
    {
        for (const auto &[name, member] : api::jsonFields) {
            if (field != QLatin1String(name))
                continue;
            const auto document = m_documents.find(field);
            const json::Document &parsed
                = document != m_documents.end() ? *document : *m_documents.insert(field, json::Document::parse(m_typed.*member));
            return m_paths[field].pathOf(parsed.valueAt(offset)).sliced(1); // without $
        }
        return {};
    }

private:
    const api::ExecuteRequest &m_typed;
    QHash<QString, json::Document> m_documents;
    QHash<QString, json::ValuePaths> m_paths;
};

// The value itself, or one inside of it: a name may stand for an object.
bool isWithin(const QString &path, const QString &outer)
{
    return path.startsWith(outer)
        && (path.size() == outer.size() || path.at(outer.size()) == u'.' || path.at(outer.size()) == u'[');
}

} // namespace

QList<SentValue> sentValues(const api::ExecuteRequest &typed, const QList<runner::NameUse> &uses, api::ApiVersion version)
{
    TypedPaths paths(typed);
    QList<SentValue> values;
    for (const runner::NameUse &use : uses) {
        const QByteArray member = api::bodyMemberOf(use.field.toUtf8(), version);
        if (member.isEmpty())
            continue;
        values.append({QStringLiteral("$.") + QString::fromUtf8(member) + paths.pathAt(use.field, use.begin),
            Tr::tr("{{%1}} from %2 (%3)").arg(use.name, use.source, runner::levelName(use.level))});
    }
    return values;
}

SentValues::SentValues(const QList<SentValue> &values, const QByteArray &body)
    : m_values(values)
    , m_body(json::Document::parse(body))
{
}

QString SentValues::originAt(qsizetype offset) const
{
    const json::Value value = m_body.valueAt(offset);
    const bool isOnValue = value.isValid() && !value.isContainer();
    if (!isOnValue)
        return {};
    const QString path = json::ValuePaths().pathOf(value);
    QStringList origins;
    for (const SentValue &each : m_values) {
        if (isWithin(path, each.path) && !origins.contains(each.origin))
            origins.append(each.origin);
    }
    return origins.isEmpty() ? Tr::tr("As it was typed") : origins.join(QLatin1Char('\n'));
}

} // namespace actionscope::workspace
