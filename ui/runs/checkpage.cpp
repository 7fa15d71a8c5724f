// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/checkpage.h"

#include "app/models/findinglistmodel.h"
#include "ui/delegates/findingdelegate.h"
#include "ui/runs/reportbutton.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

using models::FindingListModel;

CheckPage::CheckPage(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingListModel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_again(new QPushButton(tr("Check Again"), this))
    , m_report(new ReportButton(QStringLiteral("saveCheckReportButton"), this))
    , m_strip(new MessageStrip(theme, QStringLiteral("check"), this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeView)
    , m_empty(new QLabel)
    , m_detail(new QLabel(this))
    , m_migrate(new QPushButton(tr("Bring Up to Date"), this))
{
    setObjectName(QStringLiteral("checkPage"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    m_title->setObjectName(QStringLiteral("checkTitleLabel"));
    m_title->setFont(ThemeService::titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setObjectName(QStringLiteral("checkSentenceLabel"));
    m_again->setObjectName(QStringLiteral("checkAgainPushButton"));
    connect(m_again, &QPushButton::clicked, this, &CheckPage::checkRequested);
    connect(m_report, &ReportButton::reportRequested, this, &CheckPage::reportRequested);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeCheckToolButton"));
    close->setIcon(themedIcon(theme, QStringLiteral("close")));
    close->setIconSize({16, 16});
    close->setAccessibleName(tr("Back to the request"));
    close->setToolTip(tr("Back to the request (Escape)"));
    connect(close, &QToolButton::clicked, this, &CheckPage::closeRequested);
    m_list->setItemDelegate(new FindingDelegate(theme, m_list));
    buildList();

    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::small);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_report);
    line->addWidget(m_again);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    top->setSpacing(spacing::medium);
    top->addLayout(head);
    top->addLayout(line);
    top->addWidget(m_strip);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(spacing::large, spacing::small, spacing::large, spacing::medium);
    bottom->setSpacing(spacing::medium);
    bottom->addWidget(m_detail, 1);
    bottom->addWidget(m_migrate, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
}

void CheckPage::buildList()
{
    m_list->setObjectName(QStringLiteral("findingsTreeView"));
    m_list->setAccessibleName(tr("What is wrong"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(FindingListModel::PathColumn, 220);
    m_list->header()->resizeSection(FindingListModel::LineColumn, 56);
    connect(m_list, &QTreeView::activated, this, [this] { Q_EMIT findingActivated(current()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckPage::showDetail);
    m_empty->setObjectName(QStringLiteral("checkEmptyLabel"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(spacing::large, spacing::wide, spacing::large, spacing::large);
    setLook(m_empty, Look::Muted);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_detail->setObjectName(QStringLiteral("findingDetailLabel"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_migrate->setObjectName(QStringLiteral("migratePushButton"));
    m_migrate->setToolTip(tr("Opens the request with its input brought to the schema of today; nothing is saved yet"));
    connect(m_migrate, &QPushButton::clicked, this, [this] { Q_EMIT migrationRequested(current()); });
    showDetail();
}

void CheckPage::showChecking(const QString &title)
{
    m_title->setText(tr("Check of %1").arg(title));
    m_title->setToolTip(title);
    m_sentence->setText(tr("Reading requests and actions"));
    m_empty->setText({});
    m_again->setEnabled(false);
    m_report->setEnabled(false);
    m_strip->hide();
    m_model->setFindings({});
    m_pages->setCurrentWidget(m_empty);
    showDetail();
}

void CheckPage::showChecked(const workspace::CheckedCollection &checked)
{
    m_model->setFindings(checked.findings);
    const auto errors = std::count_if(checked.findings.cbegin(), checked.findings.cend(),
        [](const auto &one) { return one.finding.severity == runner::Finding::Severity::Error; });
    m_sentence->setText(tr("Requests: %1. Errors: %2. Warnings: %3.")
                            .arg(checked.requests)
                            .arg(errors)
                            .arg(checked.findings.size() - errors));
    m_empty->setText(tr("Nothing is wrong: every action is there, every input fits its schema, every variable is set."));
    m_again->setEnabled(true);
    m_report->setEnabled(true);
    if (!checked.note.isEmpty())
        m_strip->showMessage(MessageStrip::Kind::Warning, checked.note);
    if (checked.findings.isEmpty()) {
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    m_pages->setCurrentWidget(m_list);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void CheckPage::showTrouble(const Error &error)
{
    m_sentence->clear();
    m_again->setEnabled(true);
    m_strip->showMessage(MessageStrip::Kind::Error, error.sentence);
}

void CheckPage::showNote(const QString &sentence) { m_strip->showMessage(MessageStrip::Kind::Info, sentence); }

workspace::CheckedFinding CheckPage::current() const
{
    return m_model->findings().value(m_list->currentIndex().row());
}

void CheckPage::showDetail()
{
    const workspace::CheckedFinding finding = current();
    QStringList lines {withPlace(finding.finding)};
    for (const QString &step : finding.steps)
        lines.append(QStringLiteral("→ ") + step);
    m_detail->setText(lines.join(QLatin1Char('\n')));
    m_detail->setVisible(!finding.finding.sentence.isEmpty());
    m_migrate->setVisible(!finding.migrated.isEmpty());
}

void CheckPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace actionscope::ui
