// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionindexbuilder.h"

#include "app/catalog/searchwords.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace actionscope::catalog {

namespace {

constexpr qsizetype readOfDescription = 400; // letters; the first sentences say what it does
constexpr qsizetype mostInitials = 4;

bool isImportant(const api::ActionInfo &action)
{
    return action.tags.contains(QLatin1String("important"), Qt::CaseInsensitive);
}

} // namespace

quint32 packedInitials(QStringView letters)
{
    quint32 packed = 0;
    for (const QChar letter : letters) {
        const char16_t c = letter.unicode();
        if (!(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9'))
            return 0;
        packed = packed << 8 | c;
    }
    return packed;
}

quint64 idHash(QStringView squeezedId) { return qHash(squeezedId, 0); }

bool isHintTag(QStringView tag)
{
    return tag.endsWith(QLatin1String("Hint")) || tag == QLatin1String("mcpIgnore");
}

qint64 ActionIndexParts::entryNamed(const QString &id) const
{
    const IdHash wanted {idHash(id), 0};
    for (auto at = std::lower_bound(ids.cbegin(), ids.cend(), wanted); at != ids.cend() && at->hash == wanted.hash;
         ++at) {
        if (squeezed(actions[entries[at->entry].position].id) == id)
            return at->entry;
    }
    return -1;
}

ActionIndexBuilder::ActionIndexBuilder(const QList<api::AppInfo> &apps, const QList<api::ActionInfo> &actions)
    : m_known(apps)
    , m_parts(std::make_shared<ActionIndexParts>())
{
    m_parts->actions = actions;
}

std::shared_ptr<const ActionIndexParts> ActionIndexBuilder::build()
{
    orderEntries();
    numberApps();
    for (quint32 entry = 0; entry < m_parts->entries.size(); ++entry)
        addEntry(entry);
    m_parts->words = m_words.build();
    std::sort(m_parts->initials.begin(), m_parts->initials.end());
    const auto twice = std::unique(m_parts->initials.begin(), m_parts->initials.end());
    m_parts->initials.erase(twice, m_parts->initials.end());
    m_parts->initials.shrink_to_fit();
    std::sort(m_parts->ids.begin(), m_parts->ids.end());
    finishTags();
    return m_parts;
}

void ActionIndexBuilder::orderEntries()
{
    const QList<api::ActionInfo> &actions = m_parts->actions;
    std::vector<quint8> rank(std::size_t(actions.size()));
    std::transform(actions.cbegin(), actions.cend(), rank.begin(),
        [](const api::ActionInfo &each) { return each.isDeprecated ? 2 : isImportant(each) ? 0 : 1; });
    std::vector<quint32> order(std::size_t(actions.size()));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        return rank[a] != rank[b] ? rank[a] < rank[b] : actions[a].id < actions[b].id;
    });
    m_parts->entries.resize(order.size());
    m_parts->entryOf.resize(order.size());
    for (quint32 entry = 0; entry < order.size(); ++entry) {
        const api::ActionInfo &action = actions[order[entry]];
        ActionIndexParts::Entry &made = m_parts->entries[entry];
        made.position = order[entry];
        made.effect = quint8(api::effectOf(action));
        made.isNoAuth = action.isNoAuth;
        made.isDeprecated = action.isDeprecated;
        made.isImportant = rank[order[entry]] == 0;
        m_parts->entryOf[order[entry]] = entry;
    }
}

// Apps that have actions, those the service does not list among them.
void ActionIndexBuilder::numberApps()
{
    QHash<QString, ActionFacet> met;
    for (const api::ActionInfo &action : std::as_const(m_parts->actions)) {
        ActionFacet &facet = met[action.appKey.toLower()];
        if (++facet.count == 1)
            facet.key = facet.name = action.appKey;
    }
    for (const api::AppInfo &app : m_known) {
        const auto at = met.find(app.key.toLower());
        if (at != met.end() && !app.name.isEmpty())
            at->name = app.name;
    }
    m_parts->apps = met.values();
    std::sort(m_parts->apps.begin(), m_parts->apps.end(), [](const ActionFacet &a, const ActionFacet &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.key < b.key;
    });
    for (qsizetype number = 0; number < m_parts->apps.size(); ++number)
        m_appNumbers.insert(m_parts->apps[number].key.toLower(), quint16(number));
}

void ActionIndexBuilder::addEntry(quint32 entry)
{
    ActionIndexParts::Entry &made = m_parts->entries[entry];
    const api::ActionInfo &action = m_parts->actions[made.position];
    const QString id = squeezed(action.id);
    made.app = m_appNumbers.value(action.appKey.toLower());
    made.letters = lettersIn(id);
    m_parts->ids.push_back({idHash(id), entry});

    const ActionFacet &app = m_parts->apps[made.app];
    addIdWords(entry, app);
    addWords(entry, action.id, IdPlace);
    addWords(entry, action.name, NamePlace);
    addWords(entry, app.key, AppPlace);
    addWords(entry, app.name, AppPlace);
    QStringList appWords;
    for (const SearchWord &word : searchWords(app.name))
        appWords.append(word.text);
    addInitials(entry, appWords, InitialsOf::App);
    addTags(entry, action.tags);
    const QStringView description = QStringView(action.description).left(readOfDescription);
    for (const SearchWord &word : searchWords(description)) {
        if (!isStopWord(word.text))
            m_words.add(entry, word.text, DescriptionPlace);
    }
}

// What only the words of an id are for.
void ActionIndexBuilder::addIdWords(quint32 entry, const ActionFacet &app)
{
    ActionIndexParts::Entry &made = m_parts->entries[entry];
    QStringList all;
    QStringList telling;
    for (const SearchWord &word : searchWords(m_parts->actions[made.position].id)) {
        const char16_t first = word.text.front().unicode();
        if (first >= u'a' && first <= u'z')
            made.starts |= quint32(1) << (first - u'a');
        all.append(word.text);
        if (!isStopWord(word.text))
            telling.append(word.text);
    }
    addInitials(entry, telling, InitialsOf::Id);
    if (all.size() > telling.size())
        addInitials(entry, all, InitialsOf::Id);
    telling.removeDuplicates();
    QStringList ofApp {app.key.toLower()};
    for (const SearchWord &word : searchWords(app.key) + searchWords(app.name))
        ofApp.append(word.text);
    telling.removeIf([&](const QString &word) { return ofApp.contains(word); });
    made.words = quint8(std::min<qsizetype>(telling.size(), 255));
}

void ActionIndexBuilder::addWords(quint32 entry, const QString &text, WordPlace place)
{
    bool hasHumps = false;
    for (const SearchWord &word : searchWords(text)) {
        m_words.add(entry, word.text, place);
        hasHumps = hasHumps || word.isHump;
    }
    if (!hasHumps)
        return;
    for (const SearchWord &run : searchRuns(text))
        m_words.add(entry, run.text, place);
}

void ActionIndexBuilder::addInitials(quint32 entry, const QStringList &words, InitialsOf owner)
{
    for (qsizetype from = 0; from < words.size(); ++from) {
        QString letters(words[from].front());
        for (qsizetype at = from + 1; at < words.size() && letters.size() < mostInitials; ++at) {
            letters.append(words[at].front());
            if (const quint32 packed = packedInitials(letters))
                m_parts->initials.push_back({packed, entry * 2 + (owner == InitialsOf::App ? 1 : 0)});
        }
    }
}

void ActionIndexBuilder::addTags(quint32 entry, const QStringList &tags)
{
    for (const QString &tag : tags) {
        if (isHintTag(tag))
            continue;
        const QString key = tag.toCaseFolded();
        std::vector<quint32> &tagged = m_tagged[key];
        if (tagged.empty())
            m_tagNames.insert(key, tag);
        if (tagged.empty() || tagged.back() != entry) // some are given twice
            tagged.push_back(entry);
        if (key != QLatin1String("important"))
            addWords(entry, tag, TagPlace);
    }
}

void ActionIndexBuilder::finishTags()
{
    for (auto each = m_tagged.cbegin(); each != m_tagged.cend(); ++each)
        m_parts->tags.append({each.key(), m_tagNames.value(each.key()), int(each->size())});
    std::sort(m_parts->tags.begin(), m_parts->tags.end(), [](const ActionFacet &a, const ActionFacet &b) {
        return a.count != b.count ? a.count > b.count : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    for (const ActionFacet &tag : std::as_const(m_parts->tags))
        m_parts->entriesWithTag.append(m_tagged.take(tag.key));
}

} // namespace actionscope::catalog
