// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/variablelistdialog.h"

#include "app/models/variablelistmodel.h"
#include "ui/delegates/variabledelegate.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::VariableListModel;
using workspace::NameMeaning;

VariableListDialog::VariableListDialog(const ThemeService &theme, QWidget *parent)
    : QDialog(parent)
    , m_names(new VariableListModel(this))
    , m_matches(new QSortFilterProxyModel(this))
    , m_sentence(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("variableListDialog"));
    setWindowTitle(tr("Variables"));
    resize(680, 420);
    m_sentence->setObjectName(QStringLiteral("variableListLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_filter->setObjectName(QStringLiteral("variableFilterLineEdit"));
    m_filter->setAccessibleName(tr("Find a variable"));
    m_filter->setPlaceholderText(tr("Find by name, value or place"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(
        themedIcon(theme, QStringLiteral("search"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, m_matches, &QSortFilterProxyModel::setFilterFixedString);
    buildTable(theme);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addWidget(buildButtons());
}

void VariableListDialog::buildTable(const ThemeService &theme)
{
    m_matches->setSourceModel(m_names);
    m_matches->setFilterRole(VariableListModel::SearchRole);
    m_matches->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("variableListTableView"));
    m_table->setAccessibleName(tr("What names stand for in the request in front"));
    m_table->setModel(m_matches);
    m_table->setItemDelegate(new VariableDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::medium);
    QHeaderView *header = m_table->horizontalHeader();
    header->setObjectName(QStringLiteral("variableListHeaderView"));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    m_table->setColumnWidth(VariableListModel::NameColumn, 160);
    m_table->setColumnWidth(VariableListModel::ValueColumn, 260);
}

QWidget *VariableListDialog::buildButtons()
{
    auto *row = new QWidget(this);
    m_edit = new QPushButton(tr("Edit…"), row);
    m_edit->setObjectName(QStringLiteral("editVariablesPushButton"));
    m_edit->setToolTip(tr("Edit the variables and environments of the collection"));
    m_edit->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), row);
    close->setObjectName(QStringLiteral("closeVariableListPushButton"));
    close->setAutoDefault(false);
    connect(m_edit, &QPushButton::clicked, this, &VariableListDialog::editRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(spacing::small);
    buttons->addWidget(m_edit);
    buttons->addStretch(1);
    buttons->addWidget(close);
    return row;
}

void VariableListDialog::showNames(const QString &request, const QString &collection, const QString &environment,
    const QList<NameMeaning> &meanings)
{
    QStringList missing;
    for (const NameMeaning &each : meanings) {
        if (each.kind == NameMeaning::Kind::Unset)
            missing.append(each.name);
    }
    QString sentence = collection.isEmpty()
        ? tr("“%1” belongs to no collection, so only the built-in names stand for something.").arg(request)
        : tr("For “%1” of %2, on %3.").arg(request, collection, environment);
    if (!missing.isEmpty())
        sentence += QLatin1Char(' ') + tr("Used, but set nowhere: %1.").arg(missing.join(QStringLiteral(", ")));
    m_sentence->setText(sentence);
    setLook(m_sentence, missing.isEmpty() ? Look::Plain : Look::Bad);
    m_edit->setEnabled(!collection.isEmpty());
    m_names->setMeanings(meanings);
}

} // namespace actionscope::ui
