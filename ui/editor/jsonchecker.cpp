// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsonchecker.h"

#include "app/base/whenready.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace actionscope::ui {

QList<schema::Problem> findSyntaxProblem(const QByteArray &text)
{
    // An empty field is not sent, so nothing is wrong with it.
    if (text.trimmed().isEmpty())
        return {};
    const auto error = json::Document::parse(text).error();
    if (!error)
        return {};
    const json::Place place = json::placeOf(text, error->offset);
    return {{error->offset, std::min(error->offset + 1, text.size()), {}, QStringLiteral("syntax"),
        JsonChecker::tr("Line %1, column %2: %3.").arg(place.line).arg(place.column).arg(error->reason)}};
}

QList<schema::Problem> findProblems(const schema::InputRules &rules, const QByteArray &text)
{
    QList<schema::Problem> problems = schema::checkInput(rules, text, schema::Variables::AreFilledLater);
    if (const auto first = findSyntaxProblem(text); !first.isEmpty() && !problems.isEmpty())
        problems.first().sentence = first.first().sentence;
    return problems;
}

JsonChecker::JsonChecker(std::function<QByteArray()> text, QObject *parent)
    : QObject(parent)
    , m_text(std::move(text))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &JsonChecker::check);
}

void JsonChecker::setRules(const schema::InputRules &rules)
{
    m_rules = rules;
    textHasChanged();
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
    whenReady(QtConcurrent::run(findProblems, m_rules, text), this,
        [this, text, asked = m_newest](const QList<schema::Problem> &problems) {
            if (asked == m_newest)
                Q_EMIT checked(problems, text);
        });
}

} // namespace actionscope::ui
