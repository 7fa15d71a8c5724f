// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/actioneffect.h"

#include "app/base/tr.h"

#include <QHash>

#include <array>

namespace actionscope::api {

namespace {

struct Verb
{
    ActionEffect effect = ActionEffect::Unknown;
    bool isAlsoNoun = false; // "a post", "a list": a plain verb behind it says more
};

struct Words
{
    ActionEffect effect;
    const char *verbs;
    const char *verbsAndNouns;
};

constexpr std::array words {
    Words {ActionEffect::Reads,
        "ANALYZE CALCULATE CAPTURE COMPARE CONVERT COUNT CRAWL DESCRIBE DETECT DOWNLOAD ECHO ESTIMATE "
        "EXTRACT FETCH FIND GET "
        "HAS INSPECT IS LOOKUP PARSE PEEK PREVIEW READ RETRIEVE SCRAPE SUMMARIZE TRANSLATE VALIDATE VERIFY "
        "VIEW WAIT",
        "CHECK EXPORT LIST LOAD QUERY SEARCH SELECT SHOW"},
    Words {ActionEffect::Sends, "BROADCAST FORWARD INVITE NOTIFY PUBLISH REPLY SEND SUBMIT TWEET",
        "CALL COMMENT EMAIL MESSAGE POST REACT SHARE"},
    Words {ActionEffect::Deletes,
        "CLEAR DELETE DESTROY DROP ERASE PURGE REMOVE REVOKE TRASH TRUNCATE UNINSTALL WIPE", ""},
    Words {ActionEffect::Changes,
        "ACCEPT ACTIVATE ADD ADJUST APPEND APPLY APPROVE ARCHIVE ASSIGN ATTACH AUTHORIZE BAN CANCEL CLONE "
        "CLOSE COMPLETE "
        "CONFIGURE COPY CREATE CREATION DEACTIVATE DECLINE DISABLE DUPLICATE EDIT ENABLE EXECUTE FOLLOW "
        "IMPORT INSERT "
        "INSTALL JOIN KICK LEAVE LINK LOCK MERGE MODIFY MOVE MUTE PATCH PAUSE PIN PUT REGISTER REJECT RENAME "
        "REOPEN REORDER "
        "REPLACE RERUN RESET RESTORE RESUME SAVE SET STAR START STOP SUBSCRIBE SYNC TRANSFER TRIGGER "
        "UNARCHIVE UNASSIGN "
        "UNBAN UNFOLLOW UNLINK UNLOCK UNPIN UNSTAR UNSUBSCRIBE UPDATE UPLOAD UPSERT WRITE",
        "ASK BLOCK CHANGE COMMIT FORK LABEL LIKE MARK REQUEST RUN SCHEDULE TAG WATCH"},
};

QHash<QString, Verb> readWords()
{
    QHash<QString, Verb> result;
    for (const Words &group : words) {
        for (const QString &verb :
            QString::fromLatin1(group.verbs).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            result.insert(verb, {group.effect, false});
        for (const QString &verb :
            QString::fromLatin1(group.verbsAndNouns).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            result.insert(verb, {group.effect, true});
    }
    return result;
}

// "SENDS" is "SEND"; "POSTS" and "LISTS" are nouns.
Verb verbOf(const QString &word)
{
    static const QHash<QString, Verb> verbs = readWords();
    const auto found = verbs.constFind(word);
    if (found != verbs.cend())
        return *found;
    if (!word.endsWith(QLatin1Char('S')))
        return {};
    const Verb verb = verbs.value(word.chopped(1));
    return verb.isAlsoNoun ? Verb {} : verb;
}

bool joinsVerbs(const QString &word) { return word == QLatin1String("OR") || word == QLatin1String("AND"); }

// Without a catalogue the app is taken to be the first word.
qsizetype firstWordBehind(const QString &appKey, const QString &actionId)
{
    const QString prefix = appKey.toUpper() + QLatin1Char('_');
    if (!appKey.isEmpty() && actionId.startsWith(prefix))
        return prefix.count(QLatin1Char('_'));
    return 1;
}

// "GET_OR_CREATE" changes. A verb further on counts only behind a word that may be a noun:
// "SEARCH_CONSOLE_DELETE_SITE", but not "GET_CREATE_ISSUE_METADATA".
ActionEffect effectOfWords(const QStringList &name, qsizetype first)
{
    ActionEffect noun = ActionEffect::Unknown;
    for (qsizetype at = first; at < name.size(); ++at) {
        const Verb verb = verbOf(name[at]);
        if (verb.effect == ActionEffect::Unknown)
            continue;
        if (verb.isAlsoNoun) {
            if (noun == ActionEffect::Unknown)
                noun = verb.effect;
            continue;
        }
        if (verb.effect != ActionEffect::Reads || at + 2 >= name.size() || !joinsVerbs(name[at + 1]))
            return verb.effect;
        const ActionEffect second = verbOf(name[at + 2]).effect;
        return second == ActionEffect::Unknown ? verb.effect : second;
    }
    return noun;
}

ActionEffect effectOfName(const QString &actionId, const QString &appKey)
{
    const QString id = actionId.trimmed().toUpper();
    return effectOfWords(id.split(QLatin1Char('_'), Qt::SkipEmptyParts), firstWordBehind(appKey, id));
}

struct Wording
{
    const char *name;
    const char *words;
    const char *sentence;
};

Wording wordingOf(ActionEffect effect)
{
    switch (effect) {
    case ActionEffect::Reads:
        return {"reads", QT_TRANSLATE_NOOP("Actionscope", "reads"), QT_TRANSLATE_NOOP("Actionscope", "reads")};
    case ActionEffect::Changes:
        return {"changes", QT_TRANSLATE_NOOP("Actionscope", "changes data"),
            QT_TRANSLATE_NOOP("Actionscope", "changes data")};
    case ActionEffect::Sends:
        return {"sends", QT_TRANSLATE_NOOP("Actionscope", "sends"),
            QT_TRANSLATE_NOOP("Actionscope", "sends something")};
    case ActionEffect::Deletes:
        return {"deletes", QT_TRANSLATE_NOOP("Actionscope", "deletes"),
            QT_TRANSLATE_NOOP("Actionscope", "deletes or overwrites data")};
    case ActionEffect::Unknown:
        break;
    }
    return {"unknown", "", QT_TRANSLATE_NOOP("Actionscope", "may change data")};
}

QString translated(const char *text) { return *text ? Tr::tr(text) : QString(); }

} // namespace

ActionEffect effectOf(const ActionInfo &action)
{
    const auto isTagged
        = [&](const char *tag) { return action.tags.contains(QLatin1String(tag), Qt::CaseInsensitive); };
    if (isTagged("destructiveHint"))
        return ActionEffect::Deletes;
    if (isTagged("readOnlyHint"))
        return ActionEffect::Reads;
    const ActionEffect byName = effectOfName(action.id, action.appKey);
    const bool isUpdate = isTagged("updateHint") || isTagged("createHint");
    const bool nameIsTamer = byName == ActionEffect::Reads || byName == ActionEffect::Unknown;
    return isUpdate && nameIsTamer ? ActionEffect::Changes : byName;
}

ActionEffect effectOf(const QString &actionId) { return effectOfName(actionId, {}); }

QString effectName(ActionEffect effect) { return QLatin1String(wordingOf(effect).name); }

QString effectWords(ActionEffect effect) { return translated(wordingOf(effect).words); }

QString effectSentence(ActionEffect effect) { return translated(wordingOf(effect).sentence); }

} // namespace actionscope::api
