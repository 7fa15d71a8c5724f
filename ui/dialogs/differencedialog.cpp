// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/differencedialog.h"

#include "app/models/changelistmodel.h"
#include "ui/services/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::ChangeListModel;

DifferenceDialog::DifferenceDialog(QWidget *parent)
    : QDialog(parent)
    , m_changes(new ChangeListModel(this))
    , m_sentence(new QLabel(this))
    , m_list(new QTableView(this))
{
    setObjectName(QStringLiteral("differenceDialog"));
    resize(760, 520);
    m_sentence->setObjectName(QStringLiteral("differenceLabel"));
    m_sentence->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("differenceTableView"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setModel(m_changes);
    m_list->setShowGrid(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setFont(ThemeService::monospaceFont());
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setObjectName(QStringLiteral("differenceHeaderView"));
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setSectionResizeMode(ChangeListModel::PathColumn, QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(ChangeListModel::LeftColumn, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(ChangeListModel::RightColumn, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_left = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_right = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_left->setObjectName(QStringLiteral("chooseLeftPushButton"));
    m_right->setObjectName(QStringLiteral("chooseRightPushButton"));
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeDifferencePushButton"));
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_left, &QPushButton::clicked, this, [this] {
        Q_EMIT leftChosen();
        accept();
    });
    connect(m_right, &QPushButton::clicked, this, [this] {
        Q_EMIT rightChosen();
        accept();
    });
    buildTexts();
    auto *texts = new QHBoxLayout;
    texts->setSpacing(spacing::medium);
    texts->addWidget(m_leftText);
    texts->addWidget(m_rightText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 2);
    column->addLayout(texts, 3);
    column->addWidget(buttons);
}

void DifferenceDialog::buildTexts()
{
    const auto make = [this](const char *name) {
        auto *text = new QPlainTextEdit(this);
        text->setObjectName(QLatin1String(name));
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setFont(ThemeService::monospaceFont());
        return text;
    };
    m_leftText = make("leftPlainTextEdit");
    m_rightText = make("rightPlainTextEdit");
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DifferenceDialog::showTexts);
}

void DifferenceDialog::showTexts()
{
    const auto textOf = [](const json::Value &value) {
        return value.isString() ? value.toString() : QString::fromUtf8(value.isValid() ? value.raw() : QByteArrayView());
    };
    const auto &changes = m_changes->difference().changes;
    const int row = m_list->currentIndex().row();
    const bool isRow = row >= 0 && row < int(changes.size());
    m_leftText->setPlainText(isRow ? textOf(changes[std::size_t(row)].left) : QString());
    m_rightText->setPlainText(isRow ? textOf(changes[std::size_t(row)].right) : QString());
}

void DifferenceDialog::showDifference(const Side &left, const Side &right)
{
    const json::Difference difference
        = json::difference(json::Document::parse(left.json), json::Document::parse(right.json));
    m_sentence->setText(tr("%1 to %2: %3").arg(left.title, right.title, json::summaryOf(difference)));
    m_changes->setTitles(left.title, right.title);
    m_changes->setDifference(difference);
    m_leftText->setAccessibleName(tr("%1: the whole value").arg(left.title));
    m_rightText->setAccessibleName(tr("%1: the whole value").arg(right.title));
    if (m_changes->rowCount() > 0)
        m_list->selectRow(0);
    showTexts();
    m_left->setText(tr("Keep Mine"));
    m_right->setText(tr("Take Theirs"));
}

} // namespace actionscope::ui
