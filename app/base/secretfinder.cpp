// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/secretfinder.h"

#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/base/triggerwords.h"

#include <algorithm>
#include <map>

namespace actionscope {

namespace {

struct Form
{
    const char *kind;
    const char *words; // in small letters; without one of them the expression cannot match
    const char *expression; // over bytes; the group “secret” is what is hidden
};

// A value in quotes; and in quotes that are escaped once more, as JSON inside a text inside JSON is.
// What a colon follows is the next member's name.
#define QUOTED_VALUE R"re((?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\\\r\n]|\\.)++)(?!\k<quote>\s*:))re"
#define ESCAPED_VALUE R"re(\\+["'](?<secret>(?:[^"'\\\r\n]|\\[^"'\r\n])++)(?!\\+["']\s*:))re"
#define SECRET_NAMES \
    R"re((?:x[-_])?(?:(?:org|user|project)[-_])?api[-_]?key|(?:access|refresh|id|auth|session|bot|csrf|bearer|personal[-_]?access|security)[-_]?token|token|(?:client|app|webhook|signing|consumer)?[-_]?secret(?:[-_]?access)?(?:[-_]?key)?|pass(?:word|wd|phrase)|pwd|private[-_]?key|(?:proxy[-_])?authorization|(?:set[-_])?cookie|credentials?|x-(?:amz|goog)-(?:signature|security-token|credential))re"
#define NAME_WORDS \
    "api_key api-key apikey token secret password passwd passphrase pwd private_key private-key privatekey authorization cookie credential x-amz- x-goog-"

constexpr Form forms[] = {
    {"privateKey", "-----begin", R"re((?<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)))re"},
    {"jwt", "eyj", R"re((?<secret>\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*))re"},
    {"cookie", "cookie:", R"re((?im)^[ >]*(?:set-)?cookie:[ \t]*(?<secret>[^\r\n]+?)[ \t]*\r?$)re"},
    {"bearer", "bearer", R"re((?i)\bbearer[ +]+(?<secret>(?:[A-Za-z0-9+=._~-]|\\?/){6,}))re"},
    {"basic", "basic", R"re((?i)\bbasic[ +]+(?<secret>(?:[A-Za-z0-9+=]|\\?/){8,}={0,2}))re"},
    {"apiKey", "ak_ ck_", R"re((?<secret>\b(?:ak|uak|ck|oak)_[A-Za-z0-9_-]{8,}))re"},
    {"key", "sk- sk_live sk_test rk_live rk_test whsec_ ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- glrt- xox xapp- akia asia ya29. gocspx- aiza",
        R"re((?<secret>\b(?:sk-[A-Za-z0-9_-]{12,}|[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9]{8,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|gl(?:pat|rt)-[A-Za-z0-9_-]{12,}|xox[abeoprs]-[A-Za-z0-9-]{8,}|xapp-[A-Za-z0-9-]{8,}|(?:AKIA|ASIA)[0-9A-Z]{12,}|ya29\.[A-Za-z0-9_-]{8,}|GOCSPX-[A-Za-z0-9_-]{12,}|AIza[0-9A-Za-z_-]{20,})))re"},
    {"key", "1// lin_ ntn_ secret_ shpat_ shpss_ shpca_ shppa_ npm_ pypi- hf_ fc- pk_ gsk_ xai- pplx- sbp_ dop_v1_ figd_ atatt3 atctt3 sq0",
        R"re((?<secret>\b(?:1//[A-Za-z0-9_-]{20,}|lin_(?:api|oauth)_[A-Za-z0-9]{8,}|ntn_[A-Za-z0-9]{12,}|secret_[A-Za-z0-9]{16,}|shp(?:at|ss|ca|pa)_[A-Fa-f0-9]{12,}|npm_[A-Za-z0-9]{16,}|pypi-[A-Za-z0-9_-]{16,}|hf_[A-Za-z0-9]{16,}|fc-[a-f0-9]{16,}|pk_[0-9]+_[A-Z0-9]{16,}|gsk_[A-Za-z0-9]{16,}|xai-[A-Za-z0-9]{16,}|pplx-[A-Za-z0-9]{16,}|sbp_[a-f0-9]{16,}|dop_v1_[a-f0-9]{16,}|figd_[A-Za-z0-9_-]{16,}|AT(?:A|C)TT3[A-Za-z0-9_=-]{16,}|sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{16,})))re"},
    {"key", "sg. pat hooks.slack.com/services :aa",
        R"re((?<secret>\b(?:SG\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|pat[A-Za-z0-9]{14}\.[a-f0-9]{20,}|(?<=hooks\.slack\.com/services/)T\w+/B\w+/\w{12,}|\d{8,10}:AA[A-Za-z0-9_-]{30,})))re"},
    {"signature", "x-amz- x-goog- awsaccesskeyid signature= signature%3d sig= sig%3d skoid key-pair-id policy= policy%3d hmac= hmac%3d sas= sas%3d",
        R"re((?i)(?:[?&;]|\\u0026|%26|%3f)(?:x-amz-(?:signature|security-token|credential)|x-goog-(?:signature|credential)|awsaccesskeyid|signature|sig|skoid|key-pair-id|policy|hmac|sas)(?:=|%3d)(?<secret>[^&\s"'<>\\#]+))re"},
    {"token", NAME_WORDS " key= key%3d",
        R"re((?i)(?:[?&;]|\\u0026|%26|%3f)(?:)re" SECRET_NAMES R"re(|key)(?:=|%3d)(?<secret>[^&\s"'<>\\#]+))re"},
    {"password", ":// :\\/", R"re((?i)(?<=[a-z0-9]):(?:\\?/){2}[^\s/:@"'\\]*:(?<secret>[^\s/@"'\\]+)@)re"},
    {"password", NAME_WORDS, R"re((?i)\\*["'](?:)re" SECRET_NAMES R"re()\\*["']\s*(?::|=>|=|,)\s*)re" QUOTED_VALUE},
    {"password", NAME_WORDS, R"re((?i)\\*["'](?:)re" SECRET_NAMES R"re()\\*["']\s*(?::|=>|=|,)\s*)re" ESCAPED_VALUE},
    {"password", NAME_WORDS, R"re((?im)\b(?:)re" SECRET_NAMES R"re()\s*(?:=|:)\s*)re" QUOTED_VALUE},
    {"password", NAME_WORDS, R"re((?im)(?:^|[\s,;{(])(?:)re" SECRET_NAMES R"re()\s*[:=]\s*(?!(?:bearer|basic|digest|token)\b)(?<secret>[^\s"'`,;&{}()\[\]]{6,}))re"},
};

constexpr char emailForm[]
    = R"re((?<secret>\b[A-Za-z0-9._%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b))re";

// JSON's escapes undone; a stray backslash goes as well, which the redactor's spellings make up for.
QByteArray plainValue(const QByteArray &value)
{
    if (!value.contains('\\'))
        return value;
    constexpr QByteArrayView names("bfnrt");
    constexpr QByteArrayView values("\b\f\n\r\t");
    QByteArray plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 >= value.size()) {
            plain += value[i];
            continue;
        }
        const char c = value[++i];
        bool isHex = false;
        const uint code = c == 'u' ? value.mid(i + 1, 4).toUInt(&isHex, 16) : 0;
        const qsizetype known = names.indexOf(c);
        if (isHex)
            plain += QString(QChar(char16_t(code))).toUtf8();
        else
            plain += known >= 0 ? values[known] : c;
        i += isHex ? 4 : 0;
    }
    return plain;
}

} // namespace

// Compiled once: an import looks at hundreds of texts.
struct SecretFinder::OwnPatterns
{
    QList<Pattern> patterns;
    TriggerWords words;
};

SecretFinder::Pattern SecretFinder::pattern(const QByteArray &kind, const QString &expression, QRegularExpression::PatternOptions options)
{
    Pattern made {kind, QRegularExpression(expression, options)};
    made.group = std::max(0, int(made.expression.namedCaptureGroups().indexOf(QStringLiteral("secret"))));
    return made;
}

const SecretFinder::OwnPatterns &SecretFinder::ownPatterns()
{
    static const OwnPatterns own = [] {
        OwnPatterns made;
        for (const Form &form : forms) { // what stands first wins: a key behind “Bearer” is the bearer's
            made.patterns.append(pattern(form.kind, QString::fromLatin1(form.expression), QRegularExpression::DotMatchesEverythingOption));
            made.patterns.last().words = made.words.addGroup(QByteArray(form.words).split(' '));
        }
        return made;
    }();
    return own;
}

SecretFinder::SecretFinder(const RedactionWish &wish)
    : m_patterns(ownPatterns().patterns)
{
    if (wish.hidesEmails)
        m_patterns.append(pattern("email", QString::fromLatin1(emailForm), QRegularExpression::NoPatternOption));
    for (const QString &own : wish.patterns) {
        // Matching is done over bytes, so what is beyond ASCII is meant as its UTF-8.
        const Pattern made = pattern("pattern", QString::fromLatin1(own.toUtf8()), QRegularExpression::MultilineOption);
        if (made.expression.isValid())
            m_patterns.append(made);
        else
            m_troubles.append(Tr::tr("The pattern “%1” is no regular expression: character %2: %3.")
                                  .arg(own)
                                  .arg(made.expression.patternErrorOffset() + 1)
                                  .arg(made.expression.errorString()));
    }
}

QList<FoundSecret> SecretFinder::find(const QByteArray &text) const
{
    const std::vector<bool> wordsThere = ownPatterns().words.groupsIn(text);
    const auto isInVain = [&wordsThere](const Pattern &each) { return each.words >= 0 && !wordsThere[std::size_t(each.words)]; };
    if (std::all_of(m_patterns.cbegin(), m_patterns.cend(), isInVain))
        return {};
    const QString characters = QString::fromLatin1(text); // one for each byte, so that places are the same
    QList<FoundSecret> found;
    std::map<qsizetype, qsizetype> taken; // begin and end
    const auto isTaken = [&taken](qsizetype begin, qsizetype end) {
        const auto next = taken.lower_bound(begin);
        return (next != taken.cend() && next->first < end) || (next != taken.cbegin() && std::prev(next)->second > begin);
    };
    for (const Pattern &each : m_patterns) {
        if (isInVain(each))
            continue;
        auto matches = each.expression.globalMatch(characters);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const qsizetype begin = match.capturedStart(each.group);
            const qsizetype end = match.capturedEnd(each.group);
            if (begin < 0 || begin == end || isTaken(begin, end))
                continue;
            const QByteArray value = plainValue(text.sliced(begin, end - begin));
            if (isStandIn(value))
                continue;
            taken.emplace(begin, end);
            found.append({each.kind, value, begin, end - begin});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &left, const auto &right) { return left.begin < right.begin; });
    return found;
}

bool SecretFinder::isSecretName(const QString &name)
{
    static const QRegularExpression secretNames(QStringLiteral("^(?:" SECRET_NAMES "|common)$"), QRegularExpression::CaseInsensitiveOption);
    return secretNames.match(name).hasMatch();
}

bool SecretFinder::isStandIn(const QByteArray &value)
{
    static const QRegularExpression standIn(
        QStringLiteral(R"re(^(?:bearer |basic |token )?(?:\$\{?\w+\}?|\$env:\w+|%\w+%|\{\{.*\}\}|\{\w+\}|<[^>]*>|\[[^\]]*\]|x{3,}|\*{3,}|\.{3,}|…|(?:your|my|the)[-_ ]?\w*(?:[-_ ]\w+)*|process\.env\b.*|os\.(?:environ|getenv)\b.*|null|none|undefined|true|false|string|redacted|hidden)$)re"),
        QRegularExpression::CaseInsensitiveOption);
    return value.trimmed().isEmpty() || holdsRedactedPlaceholder(value) || standIn.match(QString::fromLatin1(value)).hasMatch();
}

} // namespace actionscope
