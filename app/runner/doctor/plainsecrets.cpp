// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/plainsecrets.h"

#include "app/base/secretfinder.h"
#include "app/base/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

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

// Most answers have no such name, and then there is no use in looking at each.
bool mayHaveSecretName(const QByteArray &text)
{
    constexpr qsizetype looked = qsizetype(1) << 20;
    static const QRegularExpression words(QStringLiteral("pass|secret|token|key"), QRegularExpression::CaseInsensitiveOption);
    return text.size() > looked || words.match(QString::fromLatin1(text)).hasMatch();
}

bool hasSecretName(const json::Value &value, const QString &text)
{
    constexpr qsizetype shortest = 6; // characters that could be a secret under a telling name
    return value.hasKey() && text.size() >= shortest && !text.contains(QLatin1String("{{")) && isSecretName(value.key());
}

// In the order of the text.
void forEachString(const json::Value &root, const std::function<void(const json::Value &)> &look)
{
    QList<json::Value> open {root};
    while (!open.isEmpty()) {
        const json::Value one = open.takeLast();
        QList<json::Value> children;
        for (json::Value child = one.firstChild(); child.isValid(); child = child.nextSibling())
            children.prepend(child);
        open += children;
        if (one.isString())
            look(one);
    }
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
    QList<PlainSecret> found;
    forEachString(value, [&](const json::Value &one) {
        const QString text = one.toString().left(longestLooked);
        const QString form = formOf(text);
        if (const QString name = ownSecretIn(one, own); !name.isEmpty())
            found.append({one, Tr::tr("the value of your secret %1").arg(name)});
        else if (!form.isEmpty())
            found.append({one, form});
        else if (hasSecretName(one, text))
            found.append({one, Tr::tr("a value under “%1”").arg(one.key())});
    });
    return found;
}

void addPlainSecrets(const QByteArray &text, const json::Document &document, Redactor &redactor)
{
    constexpr qsizetype looked = qsizetype(1) << 20; // bytes in which forms are looked for
    constexpr qsizetype shortest = 4; // less would hit innocent words
    constexpr qsizetype most = 200;
    static const SecretFinder finder;
    const QList<FoundSecret> byForm = finder.find(text.left(looked));
    for (const FoundSecret &secret : byForm.first(std::min(most, byForm.size()))) {
        if (secret.value.size() >= shortest && !SecretFinder::isStandIn(secret.value))
            redactor.addSecret(secret.kind, secret.value);
    }
    if (!document.isValid() || !mayHaveSecretName(text))
        return;
    qsizetype left = most;
    forEachString(document.root(), [&](const json::Value &one) {
        const QString value = one.toString();
        if (left <= 0 || !hasSecretName(one, value) || SecretFinder::isStandIn(value.toUtf8()))
            return;
        redactor.addSecret(one.key().toUtf8(), value.toUtf8());
        --left;
    });
}

} // namespace actionscope::runner
