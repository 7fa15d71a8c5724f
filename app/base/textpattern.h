// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/bytefinder.h"
#include "app/base/error.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace actionscope {

struct PatternOptions
{
    bool matchesCase = false;
    bool wholeWord = false;
    bool isRegularExpression = false;

    bool operator==(const PatternOptions &) const = default;
};

// What a person searches for, made ready to be found in bytes. Letters that JSON may write as escapes are
// found in either spelling, unless it is a regular expression, which means the bytes as they are. Shared
// between threads.
class TextPattern final
{
public:
    struct Match
    {
        qsizetype begin = -1;
        qsizetype end = -1;

        [[nodiscard]] bool isValid() const { return begin >= 0; }
        bool operator==(const Match &) const = default;
    };

    // Text in which bytes that are not UTF-8 stand is searched byte by byte.
    enum class Text { Utf8, Bytes };

    // Fails with the place when `needle` is no regular expression.
    [[nodiscard]] static Result<TextPattern> make(
        const QString &needle, const PatternOptions &options, Text text = Text::Utf8);

    // The first match that is not empty, begins at `from` or later and ends at `to` at the latest. Fails
    // where an expression tries more than is reasonable.
    [[nodiscard]] Result<Match> find(QByteArrayView text, qsizetype from, qsizetype to) const;

    // The same again and again: adds up to `most` matches, each behind the one before it.
    [[nodiscard]] Result<void> findMany(
        QByteArrayView text, qsizetype from, qsizetype to, std::size_t most, std::vector<Match> &matches) const;

    // The longest match that is looked for, bytes: an expression may mean more, and then finds its beginning.
    [[nodiscard]] qsizetype reach() const { return m_reach; }

private:
    struct Compiled;

    [[nodiscard]] Match findPlain(QByteArrayView text, qsizetype from, qsizetype to) const;
    [[nodiscard]] Result<Match> findExpression(QByteArrayView text, qsizetype from, qsizetype to) const;

    qsizetype m_reach = 0;
    ByteFinder m_plain; // where there is no expression
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace actionscope
