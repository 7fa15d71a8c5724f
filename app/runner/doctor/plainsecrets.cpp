// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/plainsecrets.h"

#include "app/base/secretfinder.h"
#include "app/base/tr.h"

#include <QRegularExpression>

#include <algorithm>

namespace actionscope::runner {

namespace {

struct Form
{
    const char *pattern;
    const char *what; // marked with QT_TRANSLATE_NOOP
};

constexpr Form forms[] = {
    {R"(\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_[A-Za-z0-9_]{30,})", QT_TRANSLATE_NOOP("Actionscope", "a GitHub token")},
    {R"(\bglpat-[A-Za-z0-9_-]{20,})", QT_TRANSLATE_NOOP("Actionscope", "a GitLab token")},
    {R"(\bxox[abeprs]-[A-Za-z0-9-]{10,})", QT_TRANSLATE_NOOP("Actionscope", "a Slack token")},
    {R"(\bsk-[A-Za-z0-9_-]{20,})", QT_TRANSLATE_NOOP("Actionscope", "a key of a language model's service")},
    {R"(\b(AKIA|ASIA)[A-Z0-9]{16}\b)", QT_TRANSLATE_NOOP("Actionscope", "an AWS access key")},
    {R"(\bAIza[A-Za-z0-9_-]{35})", QT_TRANSLATE_NOOP("Actionscope", "a Google API key")},
    {R"(\b(ak|uak|oak)_[A-Za-z0-9_-]{16,})", QT_TRANSLATE_NOOP("Actionscope", "a Composio API key")},
    {R"(\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.)", QT_TRANSLATE_NOOP("Actionscope", "a JSON Web Token")},
    {R"(-----BEGIN [A-Z ]*PRIVATE KEY-----)", QT_TRANSLATE_NOOP("Actionscope", "a private key")},
    {R"(\b(Bearer|Basic) [A-Za-z0-9+/._~-]{16,})", QT_TRANSLATE_NOOP("Actionscope", "an Authorization header's value")},
};

constexpr int longestLooked = 10'000; // characters

QString formOf(const QString &text)
{
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> all;
        for (const Form &form : forms)
            all.append(QRegularExpression(QLatin1String(form.pattern)));
        return all;
    }();
    for (std::size_t i = 0; i < std::size(forms); ++i) {
        if (patterns[qsizetype(i)].match(text).hasMatch())
            return Tr::tr(forms[i].what);
    }
    return {};
}

bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(
        QStringLiteral("^(.*[_-])?(password|passwd|passphrase|secret|client_?secret|api_?key|access_?key|private_?key|"
                       "(access|refresh|auth|bearer)_?token|token)$"),
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

// Most answers hold none of these words, and then there is no use in looking closer.
bool mayHoldSecret(const QByteArray &text)
{
    constexpr qsizetype looked = qsizetype(1) << 20;
    static const QRegularExpression words(
        QStringLiteral("pass|pwd|secret|token|key|authorization|cookie|credential|bearer|basic|signature|sig=|policy=|hmac|://|-----BEGIN|eyJ|"
                       "[oucg]?k_|sk-|gh[pousr]_|github_pat_|glpat-|xox|xapp-|AKIA|ASIA|ya29|AIza|1//|lin_|ntn_|shp|npm_|SG\\.|pat|hf_|fc-"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() > looked || words.match(QString::fromLatin1(text)).hasMatch();
}

// The name that takes its place where texts are shown.
QString ownSecretIn(const json::Value &value, const Redactor &own)
{
    static const QRegularExpression placeholder(
        QRegularExpression::escape(QString::fromUtf8(redactedPlaceholder("NAME"))).replace(QLatin1String("NAME"), QLatin1String("(.+?)")));
    const QByteArray raw = value.raw().toByteArray();
    const QByteArray shown = own.redacted(raw);
    return shown == raw ? QString() : placeholder.match(QString::fromUtf8(shown)).captured(1);
}

} // namespace

QList<PlainSecret> plainSecretsIn(const json::Value &value, const Redactor &own)
{
    constexpr qsizetype shortest = 6; // characters that could be a secret under a telling name
    QList<PlainSecret> found;
    QList<json::Value> open {value};
    while (!open.isEmpty()) {
        const json::Value one = open.takeLast();
        QList<json::Value> children;
        for (json::Value child = one.firstChild(); child.isValid(); child = child.nextSibling())
            children.prepend(child);
        open += children;
        if (!one.isString())
            continue;
        const QString text = one.toString().left(longestLooked);
        const QString form = formOf(text);
        if (const QString name = ownSecretIn(one, own); !name.isEmpty())
            found.append({one, Tr::tr("the value of your secret %1").arg(name)});
        else if (!form.isEmpty())
            found.append({one, form});
        else if (one.hasKey() && isSecretName(one.key()) && text.size() >= shortest && !text.contains(QLatin1String("{{")))
            found.append({one, Tr::tr("a value under “%1”").arg(one.key())});
    }
    return found;
}

void addPlainSecrets(const QByteArray &text, const json::Document &document, Redactor &redactor)
{
    constexpr qsizetype looked = qsizetype(1) << 20; // bytes in which forms are looked for
    constexpr qsizetype shortest = 4; // less would hit innocent words
    constexpr qsizetype most = 200;
    static const SecretFinder finder;
    if (!mayHoldSecret(text))
        return;
    const QList<FoundSecret> byForm = finder.find(text.left(looked));
    for (const FoundSecret &secret : byForm.first(std::min(most, byForm.size()))) {
        if (secret.value.size() >= shortest && !SecretFinder::isStandIn(secret.value))
            redactor.addSecret(secret.kind, secret.value);
    }
    if (!document.isValid())
        return;
    const QList<PlainSecret> byName = plainSecretsIn(document.root());
    for (const PlainSecret &secret : byName.first(std::min(most, byName.size()))) {
        const QByteArray value = secret.value.toString().toUtf8();
        if (secret.value.hasKey() && isSecretName(secret.value.key()) && !SecretFinder::isStandIn(value))
            redactor.addSecret(secret.value.key().toUtf8(), value);
    }
}

} // namespace actionscope::runner
