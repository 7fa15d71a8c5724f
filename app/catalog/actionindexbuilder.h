// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindexparts.h"

#include <QHash>

namespace actionscope::catalog {

// Puts an index together, once.
class ActionIndexBuilder final
{
public:
    ActionIndexBuilder(const QList<api::AppInfo> &apps, const QList<api::ActionInfo> &actions);

    [[nodiscard]] std::shared_ptr<const ActionIndexParts> build();

private:
    void orderEntries();
    void numberApps();
    void addEntry(quint32 entry);
    void addIdWords(quint32 entry, const ActionFacet &app);
    void addWords(quint32 entry, const QString &text, WordPlace place);
    enum class InitialsOf { Id, App };
    void addInitials(quint32 entry, const QStringList &words, InitialsOf owner);
    void addTags(quint32 entry, const QStringList &tags);
    void finishTags();

    const QList<api::AppInfo> &m_known;
    std::shared_ptr<ActionIndexParts> m_parts;
    WordTable::Builder m_words;
    QHash<QString, quint16> m_appNumbers; // by key in lower case
    QHash<QString, std::vector<quint32>> m_tagged; // by folded tag
    QHash<QString, QString> m_tagNames; // as first met
};

} // namespace actionscope::catalog
