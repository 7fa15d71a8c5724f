// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/problem.h"

#include <QFrame>

class QMenu;
class QPushButton;
class QToolButton;

namespace actionscope::ui {

class ThemeService;

// The line below an editor that says what is wrong first and how much there is, leads to each place, and offers the ways
// out. Hidden while nothing is wrong.
class ProblemBar final : public QFrame
{
    Q_OBJECT

public:
    // `name` begins the objectNames: "inputProblemPushButton", "inputProblemsToolButton", "inputFixToolButton".
    ProblemBar(const ThemeService &theme, const QString &name, QWidget *parent);

    // `text` is what the places are places of.
    void setProblems(const QList<schema::Problem> &problems, const QByteArray &text);
    [[nodiscard]] const QList<schema::Problem> &problems() const { return m_problems; }
    [[nodiscard]] QString sentence() const;
    // The one that holds the place, or stands in its line; else -1.
    [[nodiscard]] qsizetype problemAt(qsizetype offset) const;
    // The next one behind the place, or before it; round the ends.
    [[nodiscard]] qsizetype nextFrom(qsizetype offset) const;
    [[nodiscard]] qsizetype previousFrom(qsizetype offset) const;
    // The ways out of one problem, at a point of the screen.
    void showFixes(qsizetype problem, const QPoint &onScreen);
    void describe(const QString &title);

Q_SIGNALS:
    void problemChosen(qsizetype problem);
    void fixChosen(const actionscope::schema::QuickFix &fix);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitSentence();
    void showKind();
    void fillList();
    void fillFixes(QMenu *menu, qsizetype problem);

    const ThemeService &m_theme;
    QString m_name;
    QPushButton *m_first;
    QToolButton *m_count;
    QToolButton *m_fix;
    QList<schema::Problem> m_problems;
    QByteArray m_text;
};

} // namespace actionscope::ui
