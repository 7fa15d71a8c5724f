// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/finder.h"

#include "app/base/whenready.h"

#include <QtConcurrent>

#include <chrono>

namespace actionscope::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto progressEvery = 50ms;

using Search = std::shared_ptr<const TextSearch>;

Result<Search> searchIn(const QByteArray &text, bool isUtf8, const QString &needle,
    const PatternOptions &options, SearchWatch *watch)
{
    const auto kind = isUtf8 || text.isValidUtf8() ? TextPattern::Text::Utf8 : TextPattern::Text::Bytes;
    const Result<TextPattern> pattern = TextPattern::make(needle, options, kind);
    if (!pattern)
        return Failure(pattern.error());
    return std::make_shared<const TextSearch>(text, *pattern, watch);
}

} // namespace

Finder::Finder(QObject *parent)
    : QObject(parent)
{
    m_progress.setInterval(progressEvery);
    connect(&m_progress, &QTimer::timeout, this, &Finder::tellProgress);
}

Finder::~Finder() { stop(); }

void Finder::setText(const QByteArray &bytes, bool isKnownUtf8)
{
    m_text = bytes;
    m_isKnownUtf8 = isKnownUtf8;
    m_place = 0;
    start(Going::Nowhere);
}

void Finder::find(const QString &needle, const PatternOptions &options, qsizetype from)
{
    m_needle = needle;
    m_options = options;
    m_place = from;
    start(Going::ToFirst);
}

void Finder::stop()
{
    if (m_watch)
        m_watch->isCancelled = true;
    m_watch.reset();
    m_progress.stop();
}

void Finder::start(Going going)
{
    stop();
    m_search.reset();
    m_state = {};
    Q_EMIT marksChanged();
    if (m_needle.isEmpty()) {
        Q_EMIT stateChanged();
        return;
    }
    const auto watch = std::make_shared<SearchWatch>();
    m_watch = watch;
    m_state.isSearching = true;
    m_progress.start();
    const auto search = [text = m_text, isUtf8 = m_isKnownUtf8, needle = m_needle, options = m_options,
                            watch] { return searchIn(text, isUtf8, needle, options, watch.get()); };
    whenReady(QtConcurrent::run(search), this, [this, watch, going](const Result<Search> &found) {
        if (m_watch == watch)
            finish(found, going);
    });
}

void Finder::finish(const Result<Search> &search, Going going)
{
    stop();
    m_state = {};
    if (search) {
        m_search = *search;
        m_state.count = m_search->count();
        if (m_search->trouble())
            m_state.trouble = m_search->trouble()->sentence;
    } else {
        m_state.trouble = search.error().sentence;
    }
    Q_EMIT marksChanged();
    if (m_search && going == Going::ToFirst)
        goTo(m_search->next(m_place));
    else
        Q_EMIT stateChanged();
}

void Finder::next()
{
    if (m_search)
        goTo(m_search->next(m_state.current > 0 ? m_place + 1 : m_place));
}

void Finder::previous()
{
    if (m_search)
        goTo(m_search->previous(m_place));
}

void Finder::goTo(const std::optional<TextSearch::Hit> &hit)
{
    m_state.current = hit ? hit->number : 0;
    if (hit)
        m_place = hit->match.begin;
    Q_EMIT stateChanged();
    if (hit)
        Q_EMIT found(hit->match.begin, hit->match.end);
}

void Finder::tellProgress()
{
    m_state.count = m_watch->count;
    m_state.percent = int(100 * m_watch->position / std::max<qsizetype>(1, m_text.size()));
    Q_EMIT stateChanged();
}

MarkFinder Finder::marks() const
{
    if (!m_search || m_search->count() == 0)
        return {};
    return [search = m_search](qsizetype begin, qsizetype end) {
        QList<std::pair<qsizetype, qsizetype>> marks;
        for (const TextPattern::Match &match : search->in(begin, end))
            marks.append({std::max(match.begin, begin), std::min(match.end, end)});
        return marks;
    };
}

} // namespace actionscope::ui
