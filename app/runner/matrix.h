// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/requestrun.h"

namespace actionscope::runner {

// One column of a matrix: the same requests as somebody else, or somewhere else.
struct Variant
{
    QString label; // "bob", "bob · staging"
    std::optional<QString> entityId = {}; // instead of the request's own
    std::optional<QString> connectedAccountId = {};
    std::optional<RequestSettings> settings = {}; // of another environment
    QList<Variables> variables = {}; // of that environment, by collection
};

// Every variant of the first with every one of the second.
[[nodiscard]] QList<Variant> crossed(const QList<Variant> &first, const QList<Variant> &second);

// What became of each request in each variant; remembers the worst where one ran several times.
class Matrix final
{
public:
    struct Cell
    {
        bool isKnown = false;
        Outcome outcome = Outcome::Passed;
        int exitClass = 0;
        int status = 0;
        QString sentence;
        QByteArray shape = {}; // of the answer; empty where nobody compares it

        bool operator==(const Cell &) const = default;
    };

    explicit Matrix(const QStringList &variants)
        : m_variants(variants)
    {
    }

    void add(const RunResult &result);

    [[nodiscard]] const QStringList &variants() const { return m_variants; }
    [[nodiscard]] const QStringList &paths() const { return m_paths; } // in the order they ended first
    [[nodiscard]] Cell cell(const QString &path, const QString &variant) const { return m_cells.value({path, variant}); }
    // The variants in which a request came out otherwise than in most. None where there is no majority.
    [[nodiscard]] QStringList oddOnes(const QString &path) const;

private:
    QStringList m_variants;
    QStringList m_paths;
    QHash<std::pair<QString, QString>, Cell> m_cells;
};

} // namespace actionscope::runner
