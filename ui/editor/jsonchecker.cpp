// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsonchecker.h"

#include "app/base/whenready.h"

#include <QtConcurrentRun>

#include <utility>

namespace actionscope::ui {

std::optional<JsonProblem> findJsonProblem(const QByteArray &text)
{
    // An empty field is not sent, so nothing is wrong with it.
    if (text.trimmed().isEmpty())
        return {};
    const auto error = json::Document::parse(text).error();
    if (!error)
        return {};
    const json::Place place = json::placeOf(text, error->offset);
    return JsonProblem {error->offset,
        JsonChecker::tr("Line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason)};
}

JsonChecker::JsonChecker(std::function<QByteArray()> text, QObject *parent)
    : QObject(parent)
    , m_text(std::move(text))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &JsonChecker::check);
}

void JsonChecker::textHasChanged()
{
    ++m_newest;
    m_delay.start();
}

void JsonChecker::stop()
{
    ++m_newest;
    m_delay.stop();
}

void JsonChecker::check()
{
    const QByteArray text = m_text();
    if (text.size() <= maximumOnGuiThread) {
        Q_EMIT checked(findJsonProblem(text));
        return;
    }
    whenReady(QtConcurrent::run(findJsonProblem, text), this,
        [this, asked = m_newest](const std::optional<JsonProblem> &problem) {
            if (asked == m_newest)
                Q_EMIT checked(problem);
        });
}

} // namespace actionscope::ui
