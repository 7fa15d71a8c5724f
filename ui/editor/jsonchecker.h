// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace actionscope::ui {

// The first thing wrong with a text, with a place a person can find.
struct JsonProblem
{
    qsizetype offset = 0;
    QString sentence; // "Line 3, column 7: a comma or } is missing after the member."

    bool operator==(const JsonProblem &) const = default;
};

[[nodiscard]] std::optional<JsonProblem> findJsonProblem(const QByteArray &text);

// Checks a text a little after it stopped changing; a long one on another thread. The newest text wins.
class JsonChecker final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumOnGuiThread = 256 * 1024;

    // `text` is asked when the time has come.
    JsonChecker(std::function<QByteArray()> text, QObject *parent);

    void textHasChanged();
    // Forgets a check that is under way.
    void stop();

Q_SIGNALS:
    void checked(const std::optional<actionscope::ui::JsonProblem> &problem);

private:
    void check();

    std::function<QByteArray()> m_text;
    QTimer m_delay;
    quint64 m_newest = 0;
};

} // namespace actionscope::ui
