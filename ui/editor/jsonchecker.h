// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/inputcheck.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <functional>

namespace actionscope::ui {

// Everything wrong with a text; the first of what keeps it from being JSON says its line and column.
[[nodiscard]] QList<schema::Problem> findProblems(const schema::InputRules &rules, const QByteArray &text);
// The first that keeps it from being JSON, at once; an empty list where it is JSON or blank.
[[nodiscard]] QList<schema::Problem> findSyntaxProblem(const QByteArray &text);

// Checks a text a little after it stopped changing, on another thread. The newest text wins.
class JsonChecker final : public QObject
{
    Q_OBJECT

public:
    // `text` is asked when the time has come.
    JsonChecker(std::function<QByteArray()> text, QObject *parent);

    // What the text is held against besides JSON itself; checks anew.
    void setRules(const schema::InputRules &rules);
    void textHasChanged();
    // Forgets a check that is under way.
    void stop();

Q_SIGNALS:
    // `text` is what was checked, and still the newest.
    void checked(const QList<actionscope::schema::Problem> &problems, const QByteArray &text);

private:
    void check();

    std::function<QByteArray()> m_text;
    schema::InputRules m_rules;
    QTimer m_delay;
    quint64 m_newest = 0;
};

} // namespace actionscope::ui
