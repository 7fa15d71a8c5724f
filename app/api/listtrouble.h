// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace actionscope::api {

enum class ListKind;

// What was wrong with items of a list, counted: a thousand alike make one sentence.
class ListTroubles final
{
public:
    enum class Kind { NotAnObject, WithoutId, WithoutParameters, Repeated };

    // `example` is shown for the first of its kind; empty where there is no name.
    void add(Kind kind, const QString &example = {});
    void add(const ListTroubles &others);
    [[nodiscard]] bool isEmpty() const { return m_counts.isEmpty(); }
    [[nodiscard]] QStringList sentences(ListKind list) const;

private:
    struct Count
    {
        Kind kind;
        qsizetype number = 0;
        QString example = {};
    };
    void add(const Count &more);

    QList<Count> m_counts;
};

// "apps", "actions", "connected accounts"
[[nodiscard]] QString listName(ListKind list);

} // namespace actionscope::api
