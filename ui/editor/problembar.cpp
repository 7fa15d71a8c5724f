// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/problembar.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr qsizetype mostListed = 30;
constexpr qsizetype longestListed = 120;

bool isError(const schema::Problem &problem) { return problem.severity == schema::Severity::Error; }

// A menu takes a single & for the sign of a key.
QString forMenu(QString text) { return text.replace(QLatin1Char('&'), QLatin1String("&&")); }

} // namespace

ProblemBar::ProblemBar(const ThemeService &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(name)
    , m_first(new QPushButton(this))
    , m_count(new QToolButton(this))
    , m_fix(new QToolButton(this))
{
    setObjectName(name + QStringLiteral("ProblemBar"));
    m_first->setObjectName(name + QStringLiteral("ProblemPushButton"));
    m_first->setIconSize({16, 16});
    m_first->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_first->setFont(ThemeService::smallFont());
    setLook(m_first, Look::Problem);
    m_count->setObjectName(name + QStringLiteral("ProblemsToolButton"));
    m_count->setToolTip(tr("List the problems; F8 goes to the next, Shift+F8 to the one before"));
    m_count->setAccessibleName(tr("List of problems"));
    m_fix->setObjectName(name + QStringLiteral("FixToolButton"));
    m_fix->setText(tr("Fix"));
    m_fix->setIcon(themedIcon(theme, QStringLiteral("lightbulb"), int(ColorRole::Accent)));
    m_fix->setToolTip(tr("Ways out of this problem; Alt+Return offers those of the problem at the caret"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::hair, 2, spacing::hair, 0);
    row->setSpacing(spacing::hair);
    row->addWidget(m_first, 1);
    for (QToolButton *button : {m_count, m_fix}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setFont(ThemeService::smallFont());
        button->setFocusPolicy(Qt::TabFocus);
        button->setPopupMode(QToolButton::InstantPopup);
        row->addWidget(button);
    }
    auto *list = new QMenu(m_count);
    list->setObjectName(name + QStringLiteral("ProblemsMenu"));
    list->setToolTipsVisible(true);
    m_count->setMenu(list);
    connect(list, &QMenu::aboutToShow, this, &ProblemBar::fillList);
    auto *fixes = new QMenu(m_fix);
    fixes->setObjectName(name + QStringLiteral("FirstFixMenu"));
    m_fix->setMenu(fixes);
    connect(fixes, &QMenu::aboutToShow, this, [this, fixes] { fillFixes(fixes, 0); });
    connect(m_first, &QPushButton::clicked, this, [this] { Q_EMIT problemChosen(0); });
    hide();
}

void ProblemBar::setProblems(const QList<schema::Problem> &problems, const QByteArray &text)
{
    m_problems = problems;
    m_text = text;
    setVisible(!problems.isEmpty());
    if (problems.isEmpty())
        return;
    m_first->setToolTip(tr("%1\nClick to go there.").arg(sentence()));
    m_first->setAccessibleName(sentence());
    m_count->setVisible(problems.size() > 1);
    m_count->setText(tr("%n Problems", nullptr, int(problems.size())));
    m_fix->setVisible(!problems.first().fixes.isEmpty());
    showKind();
    fitSentence();
}

QString ProblemBar::sentence() const { return m_problems.isEmpty() ? QString() : m_problems.first().sentence; }

void ProblemBar::describe(const QString &title)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_fix)})
        widget->setAccessibleDescription(title);
}

qsizetype ProblemBar::problemAt(qsizetype offset) const
{
    qsizetype inLine = -1;
    for (qsizetype i = 0; i < m_problems.size(); ++i) {
        const schema::Problem &problem = m_problems[i];
        if (problem.begin <= offset && offset <= problem.end && !problem.fixes.isEmpty())
            return i;
        const qsizetype from = std::clamp<qsizetype>(std::min(problem.begin, offset), 0, m_text.size());
        const qsizetype to = std::clamp<qsizetype>(std::max(problem.begin, offset), from, m_text.size());
        if (inLine < 0 && !problem.fixes.isEmpty() && !m_text.sliced(from, to - from).contains('\n'))
            inLine = i;
    }
    return inLine;
}

qsizetype ProblemBar::nextFrom(qsizetype offset) const
{
    for (qsizetype i = 0; i < m_problems.size(); ++i) {
        if (m_problems[i].begin > offset)
            return i;
    }
    return m_problems.isEmpty() ? -1 : 0;
}

qsizetype ProblemBar::previousFrom(qsizetype offset) const
{
    for (qsizetype i = m_problems.size() - 1; i >= 0; --i) {
        if (m_problems[i].begin < offset)
            return i;
    }
    return m_problems.size() - 1;
}

void ProblemBar::showFixes(qsizetype problem, const QPoint &onScreen)
{
    if (problem < 0 || problem >= m_problems.size() || m_problems[problem].fixes.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(m_name + QStringLiteral("FixMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillFixes(menu, problem);
    menu->popup(onScreen);
    menu->setActiveAction(menu->actions().constFirst());
}

void ProblemBar::fillFixes(QMenu *menu, qsizetype problem)
{
    menu->clear();
    if (problem >= m_problems.size())
        return;
    const QList<schema::QuickFix> fixes = m_problems[problem].fixes;
    for (const schema::QuickFix &fix : fixes)
        menu->addAction(forMenu(fix.title), this, [this, fix] { Q_EMIT fixChosen(fix); });
}

void ProblemBar::fillList()
{
    QMenu *menu = m_count->menu();
    menu->clear();
    const qsizetype count = std::min(m_problems.size(), mostListed);
    for (qsizetype i = 0; i < count; ++i) {
        const schema::Problem &problem = m_problems[i];
        const int line = json::placeOf(m_text, std::clamp<qsizetype>(problem.begin, 0, m_text.size())).line;
        QString text = i == 0 && problem.rule == QLatin1String("syntax")
            ? problem.sentence // names its line itself
            : tr("Line %1: %2").arg(line).arg(problem.sentence);
        if (text.size() > longestListed)
            text = text.left(longestListed) + QChar(0x2026);
        const bool isBad = isError(problem);
        menu->addAction(themedIcon(m_theme, isBad ? QStringLiteral("x-circle") : QStringLiteral("alert-triangle"),
                            int(isBad ? ColorRole::Bad : ColorRole::Warn)),
            forMenu(text), this, [this, i] { Q_EMIT problemChosen(i); });
    }
    if (count < m_problems.size())
        menu->addAction(tr("And %n More", nullptr, int(m_problems.size() - count)))->setEnabled(false);
}

void ProblemBar::showKind()
{
    const bool isBad = std::any_of(m_problems.begin(), m_problems.end(), isError);
    setStyleFlag(m_first, "warning", !isBad);
    m_first->setIcon(themedIcon(m_theme, isBad ? QStringLiteral("x-circle") : QStringLiteral("alert-triangle"),
        int(isBad ? ColorRole::Bad : ColorRole::Warn)));
}

// A long sentence is cut at the edge, not the page widened; the tooltip has it whole.
void ProblemBar::fitSentence()
{
    int room = width() - m_first->iconSize().width() - 2 * spacing::wide;
    for (const QToolButton *button : {m_count, m_fix}) {
        if (!button->isHidden())
            room -= button->sizeHint().width() + spacing::hair;
    }
    m_first->setText(m_first->fontMetrics().elidedText(sentence(), Qt::ElideRight, room));
}

void ProblemBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitSentence();
}

} // namespace actionscope::ui
