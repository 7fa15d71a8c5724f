// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/issues.h"

#include <QList>

#include <random>

namespace actionscope::bench {

namespace {

using Random = std::minstd_rand;

constexpr const char *words[] = {"window", "freezes", "when", "opening", "large", "answer", "the", "account",
    "is", "not", "found", "after", "token", "expired", "please", "retry", "with", "café", "naïve",
    "\\\"quoted\\\"", "line\\nbreak", "日本語", "build", "fails", "on", "Debian", "and", "an", "error", "of",
    "type", "timeout"};

QByteArray sentence(Random &random, int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ' ';
        text += words[random() % std::size(words)];
    }
    return text;
}

QByteArray user(Random &random)
{
    const QByteArray login = "octocat" + QByteArray::number(int(random() % 5000));
    QByteArray text = "{\"login\":\"" + login + "\",\"id\":" + QByteArray::number(int(random() % 90000000));
    text += ",\"node_id\":\"MDQ6VXNlc" + QByteArray::number(int(random()))
        + "==\",\"avatar_url\":\"https://avatars.example.com/u/" + login + "?v=4\",\"gravatar_id\":\"\"";
    for (const char *name :
        {"url", "html_url", "followers_url", "gists_url", "starred_url", "repos_url", "events_url"})
        text += ",\"" + QByteArray(name) + "\":\"https://api.example.com/users/" + login + '/' + name + '"';
    return text + ",\"type\":\"User\",\"site_admin\":false}";
}

QByteArray labels(Random &random)
{
    QByteArray text = "[";
    const int count = int(random() % 4);
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        text += "{\"id\":" + QByteArray::number(208045946 + i) + ",\"name\":\""
            + words[random() % std::size(words)]
            + "\",\"color\":\"f29513\",\"default\":true,\"description\":null}";
    }
    return text + ']';
}

QByteArray issue(Random &random, int number)
{
    const QByteArray id = QByteArray::number(number);
    const QByteArray url = "https://api.example.com/repos/octocat/Hello-World/issues/" + id;
    QByteArray text
        = "{\"url\":\"" + url + "\",\"repository_url\":\"https://api.example.com/repos/octocat/Hello-World\"";
    for (const char *name : {"labels_url", "comments_url", "events_url", "html_url"})
        text += ",\"" + QByteArray(name) + "\":\"" + url + '/' + name + '"';
    text += ",\"id\":" + QByteArray::number(1300000000000LL + number) + ",\"number\":" + id + ",\"title\":\""
        + sentence(random, 8) + '"';
    text += ",\"user\":" + user(random) + ",\"labels\":" + labels(random) + ",\"state\":\""
        + (random() % 3 ? "open" : "closed");
    text += "\",\"locked\":false,\"assignee\":" + user(random)
        + ",\"assignees\":[],\"milestone\":null,\"comments\":" + QByteArray::number(int(random() % 40));
    text += ",\"created_at\":\"2026-0" + QByteArray::number(int(1 + random() % 9))
        + "-10T12:00:00Z\",\"closed_at\":null";
    text += ",\"score\":" + QByteArray::number(int(random() % 1000)) + ".50,\"body\":\""
        + sentence(random, 220) + '"';
    text += ",\"reactions\":{\"total_count\":3,\"+1\":2,\"-1\":0,\"laugh\":0,\"hooray\":1,\"heart\":0}}";
    return text;
}

} // namespace

QByteArray issues(qsizetype size)
{
    Random random(20261124);
    QByteArray text;
    text.reserve(size + 8192);
    text += '[';
    for (int number = 1; text.size() < size; ++number) {
        if (number > 1)
            text += ',';
        text += issue(random, number);
    }
    text += ']';
    return text;
}

} // namespace actionscope::bench
