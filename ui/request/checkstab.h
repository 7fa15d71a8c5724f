// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/textedit.h"
#include "app/runner/expectationcheck.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QListWidget;

namespace actionscope::ui {

class JsonEditor;
class ThemeService;

// What a saved request expects of its answer and what it takes from it, as they stand in the file, and what became of
// each expectation at the last execution.
class ChecksTab final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksTab(const ThemeService &theme, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray expect() const;
    [[nodiscard]] QByteArray capture() const;
    // Does not emit edited(), and forgets the outcomes.
    void setTexts(const QByteArray &expect, const QByteArray &capture);
    // As edits of the person's text, which can be undone.
    void addExpectation(const QByteArray &json);
    void addCapture(const QString &name, const QString &path);

    // At a value of the expectations, or of the captures.
    enum class Part { Expect, Capture };
    void showProblemAt(Part part, const json::Path &inside, const QString &sentence);

    void showOutcomes(const QList<runner::ExpectationOutcome> &outcomes);
    void clearOutcomes();
    void setVariables(const QHash<QString, QString> &names); // see JsonEditor

Q_SIGNALS:
    void edited();

private:
    void onEdited();

    const ThemeService &m_theme;
    QLabel *m_sentence;
    QListWidget *m_outcomes;
    JsonEditor *m_expect;
    JsonEditor *m_capture;
};

} // namespace actionscope::ui
