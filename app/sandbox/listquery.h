// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/request.h"
#include "app/sandbox/refusal.h"

#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace actionscope::sandbox {

// Which part of a list is meant. Pages count from 1.
struct PageWish
{
    qint64 page = 1;
    qint64 limit = 20;

    [[nodiscard]] qint64 first() const { return (page - 1) * limit; }
    bool operator==(const PageWish &) const = default;
};

// The query of a list, in all the ways SDKs spell it: spaces as +, commas raw or encoded, parameters repeated or with
// brackets behind their name.
class ListQuery final
{
public:
    static constexpr qint64 largestPage = 1000;

    explicit ListQuery(const Request &request);
    // Wishes that came otherwise, in a body say.
    explicit ListQuery(QUrlQuery query)
        : m_query(std::move(query))
    {
    }

    // Of several names of one parameter the first that is there counts.
    [[nodiscard]] QString text(std::initializer_list<const char *> names) const;
    [[nodiscard]] QStringList texts(std::initializer_list<const char *> names) const;
    [[nodiscard]] bool isTrue(const char *name) const;
    // What is too large is cut to what is allowed, what is no number counts as absent.
    [[nodiscard]] qint64 number(std::initializer_list<const char *> names, qint64 standard, qint64 most) const;

    // v1 and v2: a page by its number. Limits are at most `largestPage`.
    [[nodiscard]] PageWish numberedPage(std::initializer_list<const char *> limitNames, qint64 standardLimit) const;
    // v3: a page by the cursor that came with the one before; nothing when the cursor is none of ours.
    [[nodiscard]] std::optional<PageWish> cursorPage(qint64 standardLimit) const;

private:
    QUrlQuery m_query;
};

[[nodiscard]] Refusal badCursor();
// A cursor says page and limit, but not for others to read.
[[nodiscard]] QString cursorFor(const PageWish &wish);

} // namespace actionscope::sandbox
