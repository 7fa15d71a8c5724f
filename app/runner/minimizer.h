// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

namespace actionscope::runner {

// Delta debugging of a JSON text: which smaller text still fails the same way? Gives one candidate after the other and
// is told what came of it; it sends nothing and knows no service. Takes out members, items, characters and digits,
// large stretches first. Every byte that is not taken out stays as it was.
class Minimizer final
{
public:
    // `input` fails; it is at most `most` times that next() gives a candidate.
    Minimizer(const QByteArray &input, int most);

    // The next text to try; nothing once there is none, or no try is left. tell() has to follow.
    [[nodiscard]] std::optional<QByteArray> next();
    // Whether the candidate fails the same way, and so takes the place of the best.
    void tell(bool holds);

    [[nodiscard]] const QByteArray &best() const { return m_best; }
    [[nodiscard]] int tries() const { return m_tries; }
    // Nothing can be taken out of the best any more by itself.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    // How many candidates a text can take at most; no more than `most`.
    [[nodiscard]] static int mostTries(const QByteArray &input, int most);

private:
    using Place = QList<qsizetype>; // positions of children, from the root

    // One value that is being made smaller.
    struct Sweep
    {
        Place place;
        qsizetype simple = 0; // of the simplest values, the next to try
        qsizetype size = 0; // how many parts are taken out at once; 0 before the first
        qsizetype at = 0; // the part at which the next stretch begins
        bool hasShrunk = false; // in this pass
    };

    [[nodiscard]] json::Value valueAt(const Place &place) const;
    [[nodiscard]] std::optional<QByteArray> candidate();
    [[nodiscard]] std::optional<QByteArray> simplest(const json::Value &value);
    [[nodiscard]] std::optional<QByteArray> shortened(const json::Value &value);
    void accept(const QByteArray &text);
    void goDown();

    QByteArray m_best;
    json::Document m_document; // of the best
    QList<Place> m_todo; // the first is next
    std::optional<Sweep> m_sweep;
    std::optional<QByteArray> m_candidate;
    QSet<QByteArray> m_refused; // digests: nothing is tried twice
    bool m_isSimple = false; // the candidate is one of the simplest values
    bool m_isComplete = false;
    int m_most;
    int m_tries = 0;
};

} // namespace actionscope::runner
