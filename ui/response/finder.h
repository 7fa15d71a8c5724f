// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/textsearch.h"
#include "ui/response/rowpainter.h"

#include <QObject>
#include <QTimer>

namespace actionscope::ui {

// Finds in the bytes of the shown body, on a worker thread, and walks from match to match. The newest wish
// wins.
class Finder final : public QObject
{
    Q_OBJECT

public:
    struct State
    {
        bool isSearching = false;
        int percent = 0;
        qint64 count = 0; // so far
        qint64 current = 0; // number of the match last gone to, from 1; 0 for none
        QString trouble; // a sentence

        bool operator==(const State &) const = default;
    };

    explicit Finder(QObject *parent = nullptr);
    ~Finder() override;

    // Text that is known to be UTF-8 need not be looked through for it.
    void setText(const QByteArray &bytes, bool isKnownUtf8);
    // Searches, and goes to the first match behind `from`. An empty needle ends the search.
    void find(const QString &needle, const PatternOptions &options, qsizetype from);
    void next();
    void previous();

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] MarkFinder marks() const;

Q_SIGNALS:
    void stateChanged();
    // What marks() finds is something else now.
    void marksChanged();
    void found(qsizetype begin, qsizetype end);

private:
    enum class Going { ToFirst, Nowhere };
    void start(Going going);
    void stop();
    void finish(const Result<std::shared_ptr<const TextSearch>> &search, Going going);
    void goTo(const std::optional<TextSearch::Hit> &hit);
    void tellProgress();

    QByteArray m_text;
    bool m_isKnownUtf8 = false;
    QString m_needle;
    PatternOptions m_options;
    qsizetype m_place = 0; // where the next match is looked for from
    std::shared_ptr<const TextSearch> m_search;
    std::shared_ptr<SearchWatch> m_watch; // of the search that runs
    State m_state;
    QTimer m_progress;
};

} // namespace actionscope::ui
