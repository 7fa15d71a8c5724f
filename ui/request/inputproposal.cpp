// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/inputproposal.h"

#include "app/base/whenready.h"
#include "app/json/format.h"
#include "app/models/changelistmodel.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace actionscope::ui {

using models::ChangeListModel;

namespace {

// Text that is no JSON is compared as if nothing were there.
json::Difference differenceOf(const QByteArray &present, const QByteArray &proposed)
{
    json::Document left = json::Document::parse(present);
    if (!left.isValid())
        left = json::Document::parse("{}");
    return json::difference(left, json::Document::parse(proposed));
}

} // namespace

InputProposal::InputProposal(QWidget *parent)
    : QFrame(parent)
    , m_changes(new ChangeListModel(this))
    , m_title(new QLabel(this))
    , m_list(new QTableView(this))
    , m_accept(new QPushButton(tr("Accept"), this))
    , m_discard(new QPushButton(tr("Discard"), this))
{
    setObjectName(QStringLiteral("inputProposalFrame"));
    setLook(this, Look::Card);
    m_title->setObjectName(QStringLiteral("proposalLabel"));
    m_title->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("proposalTableView"));
    m_list->setAccessibleName(tr("What would change in the input"));
    m_list->setModel(m_changes);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setFont(ThemeService::monospaceFont());
    m_list->setMinimumHeight(168); // five changes
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_list->font()).height() + spacing::small);
    m_list->horizontalHeader()->setObjectName(QStringLiteral("proposalHeaderView"));
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setColumnWidth(ChangeListModel::KindColumn, 76);
    m_list->setColumnWidth(ChangeListModel::PathColumn, 136);
    // What was there and what comes share the rest.
    m_list->horizontalHeader()->setSectionResizeMode(ChangeListModel::LeftColumn, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(ChangeListModel::RightColumn, QHeaderView::Stretch);
    m_accept->setObjectName(QStringLiteral("acceptProposalPushButton"));
    m_accept->setToolTip(tr("Put it in place of the input; undo brings the old one back"));
    m_discard->setObjectName(QStringLiteral("discardProposalPushButton"));
    m_discard->setToolTip(tr("Keep the input as it is"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addStretch(1);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    hide();

    connect(m_discard, &QPushButton::clicked, this, [this] {
        discard();
        Q_EMIT discarded();
    });
    connect(m_accept, &QPushButton::clicked, this, [this] {
        const QByteArray input = m_proposed;
        discard();
        Q_EMIT accepted(input);
    });
}

void InputProposal::propose(const QByteArray &present, const QByteArray &proposed, const QString &source)
{
    m_present = present;
    m_proposed = json::prettyPrinted(proposed);
    m_source = source;
    compare();
}

void InputProposal::setPresent(const QByteArray &present)
{
    if (m_proposed.isEmpty() || present == m_present)
        return;
    m_present = present;
    compare();
}

void InputProposal::discard()
{
    ++m_comparison;
    m_present.clear();
    m_proposed.clear();
    m_changes->setDifference({});
    hide();
}

void InputProposal::compare()
{
    const bool isPresentJson = m_present.trimmed().isEmpty() || json::Document::parse(m_present).isValid();
    const auto difference = QtConcurrent::run(
        [present = m_present, proposed = m_proposed] { return differenceOf(present, proposed); });
    whenReady(
        difference, this, [this, isPresentJson, comparison = ++m_comparison](const json::Difference &found) {
            if (comparison == m_comparison)
                show(found, isPresentJson);
        });
}

void InputProposal::show(const json::Difference &difference, bool isPresentJson)
{
    QString maker = tr("The service made this input.");
    if (m_source == QLatin1String("rules"))
        maker = tr("The sandbox’s rules made this input.");
    else if (m_source == QLatin1String("model"))
        maker = tr("A language model made this input.");
    QString change = json::summaryOf(difference);
    if (!isPresentJson)
        change = tr("What stands in the Input tab is not valid JSON and would be replaced.");
    else if (difference.changes.empty())
        change = tr("It says the same as what stands in the Input tab.");
    m_title->setText(maker + QLatin1Char(' ') + change);
    m_changes->setDifference(difference);
    m_list->setVisible(!difference.changes.empty());
    const bool isNew = isHidden();
    QWidget::show();
    if (isNew)
        m_accept->setFocus(); // while the person edits elsewhere, the focus stays there
    Q_EMIT proposed();
}

} // namespace actionscope::ui
