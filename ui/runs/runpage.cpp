// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runpage.h"

#include "app/models/matrixmodel.h"
#include "app/models/runresultmodel.h"
#include "ui/delegates/matrixdelegate.h"
#include "ui/delegates/runresultdelegate.h"
#include "ui/runs/reportbutton.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runchart.h"
#include "ui/runs/runoptionsbar.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace actionscope::ui {

using models::RunResultModel;

namespace {

constexpr int leastHeight = 240; // pixels
constexpr int optionsFrom = 360; // pixels of height, as it is beside an answer in a low window
constexpr int chartFrom = 400; // pixels of height; a lower page has the room for its rows
constexpr qsizetype mostChanges = 2000; // of a comparison; the worst are first

QPushButton *button(const char *name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    return made;
}

QString iconOf(runner::ComparedRequest::Change change)
{
    using Change = runner::ComparedRequest::Change;
    switch (change) {
    case Change::NewlyFailing:
    case Change::OtherFailure:
        return QStringLiteral("x-circle");
    case Change::Fixed:
        return QStringLiteral("check-circle");
    case Change::Added:
        return QStringLiteral("plus");
    case Change::Gone:
        return QStringLiteral("slash-circle");
    case Change::Slower:
    case Change::Faster:
        break;
    }
    return QStringLiteral("clock");
}

ColorRole colorOf(runner::ComparedRequest::Change change)
{
    using Change = runner::ComparedRequest::Change;
    switch (change) {
    case Change::NewlyFailing:
    case Change::OtherFailure:
        return ColorRole::Bad;
    case Change::Fixed:
    case Change::Faster:
        return ColorRole::Good;
    case Change::Slower:
        return ColorRole::Warn;
    case Change::Added:
    case Change::Gone:
        break;
    }
    return ColorRole::Muted;
}

} // namespace

RunPage::RunPage(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_results(new RunResultModel(this))
    , m_matrix(new models::MatrixModel(this))
    , m_title(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_options(new RunOptionsBar(theme, this))
    , m_run(button("runPushButton", tr("Run"), this))
    , m_rerun(button("rerunFailedPushButton", tr("Rerun Failed Only"), this))
    , m_compare(button("compareRunPushButton", tr("Compare"), this))
    , m_report(new ReportButton(QStringLiteral("saveReportButton"), this))
    , m_failuresFirst(new QCheckBox(tr("Failures first"), this))
    , m_earlier(new QMenu(this))
    , m_strip(new MessageStrip(theme, QStringLiteral("runTrouble"), this))
    , m_bar(new RunBar(theme, this))
    , m_progress(new QLabel(this))
    , m_chart(new RunChart(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeView)
    , m_grid(new QTableView)
    , m_asGrid(new QCheckBox(tr("As a grid"), this))
    , m_empty(new QLabel)
    , m_compared(new QLabel)
    , m_changes(new QListWidget)
    , m_comparison(new QWidget)
{
    setObjectName(QStringLiteral("runPage"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    setMinimumHeight(leastHeight);
    buildMenus();
    buildResults();
    buildComparison();
    buildGrid();
    m_progress->setObjectName(QStringLiteral("runProgressLabel"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    top->setSpacing(spacing::medium);
    top->addWidget(buildHead());
    top->addWidget(m_options);
    top->addWidget(buildTools());
    top->addWidget(m_strip);
    top->addWidget(m_bar);
    top->addWidget(m_progress);
    top->addWidget(m_chart);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    setState(State::Ready);
}

QWidget *RunPage::buildHead()
{
    auto *head = new QWidget(this);
    m_title->setObjectName(QStringLiteral("runTitleLabel"));
    m_title->setFont(ThemeService::titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setObjectName(QStringLiteral("closeRunToolButton"));
    m_close->setIcon(themedIcon(m_theme, QStringLiteral("close")));
    m_close->setIconSize({16, 16});
    m_close->setAccessibleName(tr("Back to the request"));
    m_close->setToolTip(tr("Back to the request (Escape)"));
    connect(m_close, &QToolButton::clicked, this, &RunPage::closeRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    return head;
}

QWidget *RunPage::buildTools()
{
    auto *tools = new QWidget(this);
    m_run->setIconSize({16, 16});
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_state == State::Running || m_state == State::Preparing)
            Q_EMIT stopRequested();
        else
            Q_EMIT runRequested();
    });
    connect(m_rerun, &QPushButton::clicked, this, &RunPage::rerunRequested);
    m_failuresFirst->setObjectName(QStringLiteral("failuresFirstCheckBox"));
    m_failuresFirst->setChecked(true);
    m_results->setOrder(RunResultModel::Order::FailuresFirst);
    connect(m_failuresFirst, &QCheckBox::toggled, this, [this](bool on) {
        m_results->setOrder(on ? RunResultModel::Order::FailuresFirst : RunResultModel::Order::AsTheyCame);
    });
    m_failuresFirst->setMinimumHeight(m_rerun->sizeHint().height());
    auto *row = new FlowLayout(tools); // a narrow window has two lines
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_run);
    row->addWidget(m_rerun);
    row->addWidget(m_compare);
    row->addWidget(m_report);
    row->addWidget(m_failuresFirst);
    m_asGrid->setMinimumHeight(m_rerun->sizeHint().height());
    row->addWidget(m_asGrid);
    return tools;
}

void RunPage::buildMenus()
{
    connect(m_report, &ReportButton::reportRequested, this, &RunPage::reportRequested);
    setStyleFlag(m_compare, "opensMenu", true);
    m_compare->setMenu(m_earlier);
    setEarlierRuns({});
}

void RunPage::setEarlierRuns(const QStringList &titles)
{
    m_earlier->clear();
    for (int i = 0; i < titles.size(); ++i) {
        m_earlier->addAction(QString(titles[i]).replace(QLatin1Char('&'), QLatin1String("&&")), this,
            [this, i] { Q_EMIT earlierRunChosen(i); });
    }
    if (!titles.isEmpty())
        m_earlier->addSeparator();
    m_earlier->addAction(tr("With a JSON Report…"), this, &RunPage::earlierReportRequested);
}

void RunPage::buildResults()
{
    m_list->setObjectName(QStringLiteral("runResultsTreeView"));
    m_list->setAccessibleName(tr("Results of the run"));
    m_list->setModel(m_results);
    m_list->setItemDelegate(new RunResultDelegate(m_theme, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_list->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(true);
    header->resizeSection(RunResultModel::TitleColumn, 240);
    header->resizeSection(RunResultModel::StatusColumn, 72);
    header->resizeSection(RunResultModel::DurationColumn, 80);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT resultActivated(index.data(RunResultModel::NumberRole).toLongLong());
    });
    m_empty->setObjectName(QStringLiteral("runEmptyLabel"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_empty, Look::Muted);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    connect(m_results, &QAbstractItemModel::rowsInserted, this, &RunPage::showPage);
    connect(m_results, &QAbstractItemModel::modelReset, this, &RunPage::showPage);
}

void RunPage::buildComparison()
{
    m_compared->setObjectName(QStringLiteral("comparedRunLabel"));
    m_compared->setWordWrap(true);
    m_changes->setObjectName(QStringLiteral("runChangesListWidget"));
    m_changes->setAccessibleName(tr("What is different"));
    m_changes->setWordWrap(true);
    m_changes->setFrameShape(QFrame::NoFrame);
    auto *back = button("backToResultsPushButton", tr("Back to the Results"), m_comparison);
    connect(back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentWidget(m_list);
        showPage();
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::large, 0, spacing::large, spacing::small);
    row->addWidget(m_compared, 1);
    row->addWidget(back);
    auto *column = new QVBoxLayout(m_comparison);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_changes, 1);
    m_pages->addWidget(m_comparison);
}

void RunPage::buildGrid()
{
    m_asGrid->setObjectName(QStringLiteral("runAsGridCheckBox"));
    m_asGrid->setChecked(true);
    m_asGrid->hide();
    connect(m_asGrid, &QCheckBox::toggled, this, &RunPage::showPage);
    m_grid->setObjectName(QStringLiteral("runMatrixTableView"));
    m_grid->setAccessibleName(tr("Results by entity, account and environment"));
    m_grid->setModel(m_matrix);
    m_grid->setItemDelegate(new MatrixDelegate(m_theme, m_grid));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_grid->horizontalHeader()->setDefaultSectionSize(220);
    m_pages->addWidget(m_grid);
    connect(m_matrix, &QAbstractItemModel::modelReset, this, [this] {
        m_asGrid->setVisible(m_matrix->rowCount() > 0);
        showPage();
    });
}

void RunPage::setTarget(const QString &title)
{
    m_title->setText(tr("Run of %1").arg(title));
    m_title->setToolTip(title);
    m_matrix->reset({});
    m_results->clear();
    m_bad = 0;
    m_chart->setLatencies({});
    m_bar->setSummary({});
    m_strip->hide();
    setState(State::Ready);
}

void RunPage::setState(State state)
{
    const State before = std::exchange(m_state, state);
    const bool isBusy = state == State::Running || state == State::Preparing;
    m_run->setText(isBusy ? tr("Stop") : state == State::Over ? tr("Run Again") : tr("Run"));
    setLook(m_run, isBusy ? Look::Cancel : Look::Primary);
    m_options->setEnabled(!isBusy);
    const bool hasResults = state == State::Over && m_results->rowCount() > 0;
    m_rerun->setEnabled(hasResults && m_bad > 0);
    m_compare->setEnabled(hasResults);
    m_report->setEnabled(hasResults);
    m_failuresFirst->setVisible(state != State::Ready);
    m_bar->setVisible(state != State::Ready);
    m_progress->setVisible(state != State::Ready);
    m_chart->setVisible(state != State::Ready && height() >= chartFrom);
    if (state == State::Preparing) {
        m_before = m_progress->text();
        m_progress->setText(tr("Reading the requests"));
    } else if (state == State::Over && before == State::Preparing) { // refused: what is listed is of the run before
        m_progress->setText(m_before);
    }
    m_empty->setText(state == State::Ready
            ? tr("Nothing has been sent yet. Run sends every saved request once, in its order, and holds each answer "
                 "against what the request expects.")
            : isBusy ? tr("No answer yet.") : tr("Nothing was sent."));
    showPage();
}

void RunPage::showPage()
{
    if (m_results->rowCount() == 0)
        m_pages->setCurrentWidget(m_empty);
    else if (m_pages->currentWidget() != m_comparison)
        m_pages->setCurrentWidget(m_matrix->rowCount() > 0 && m_asGrid->isChecked() ? static_cast<QWidget *>(m_grid) : m_list);
}

void RunPage::showSummary(const runner::RunSummary &summary, qint64 elapsedMs)
{
    m_bad = summary.failed + summary.notSent + summary.skipped + summary.cancelled;
    m_bar->setSummary(summary);
    m_chart->setLatencies(summary.latencies);
    m_progress->setText(m_state == State::Running ? progressText(summary, elapsedMs) : sentenceOf(summary));
}

void RunPage::showComparison(const QString &with, const runner::RunComparison &comparison)
{
    m_changes->clear();
    for (const runner::ComparedRequest &each : comparison.changes.first(std::min(mostChanges, comparison.changes.size()))) {
        m_changes->addItem(new QListWidgetItem(
            themedIcon(m_theme, iconOf(each.change), int(colorOf(each.change))), sentenceOf(each)));
    }
    QString text = tr("Compared with %1: different %2, the same %3, newly failing %4.")
                       .arg(with)
                       .arg(comparison.changes.size())
                       .arg(comparison.same)
                       .arg(comparison.newlyFailing);
    if (comparison.changes.size() > mostChanges)
        text += QLatin1Char(' ') + tr("The first %1 are shown.").arg(mostChanges);
    m_compared->setText(text);
    m_pages->setCurrentWidget(m_comparison);
}

void RunPage::focusRun() { m_run->setFocus(Qt::OtherFocusReason); }

void RunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_options->setVisible(height() >= optionsFrom || m_state == State::Ready);
    m_chart->setVisible(m_state != State::Ready && height() >= chartFrom);
}

void RunPage::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (isReturn && m_run->hasFocus()) // outside of dialogs not every desktop lets Return press a button
        m_run->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace actionscope::ui
