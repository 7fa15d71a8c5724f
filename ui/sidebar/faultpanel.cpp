// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/faultpanel.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/copybutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostFaults = 8; // more at once is no failure that anybody could name

QLabel *mutedText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(ThemeService::smallFont());
    setLook(label, Look::Muted);
    return label;
}

} // namespace

FaultPanel::FaultPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
{
    setObjectName(QStringLiteral("faultScrollArea"));
    setAccessibleName(tr("Faults of the sandbox"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_page->setObjectName(QStringLiteral("faultPanel"));
    m_page->setAttribute(Qt::WA_StyledBackground);
    setLook(m_page, Look::Page);
    buildSwitch();
    buildList();
    buildFields();
    buildText(theme, clipboard);
    buildLayout();
    setWidget(m_page);
}

void FaultPanel::buildSwitch()
{
    m_switch = new QCheckBox(tr("&Fail on purpose"), m_page);
    m_switch->setObjectName(QStringLiteral("faultsCheckBox"));
    m_switch->setAccessibleDescription(tr("While this is on, the faults below strike what is asked of the sandbox"));
    connect(m_switch, &QCheckBox::toggled, this, &FaultPanel::edited);
}

void FaultPanel::buildList()
{
    m_rows = new QStringListModel(this);
    m_list = new QListView(m_page);
    m_list->setObjectName(QStringLiteral("faultsListView"));
    m_list->setAccessibleName(tr("Faults"));
    m_list->setModel(m_rows);
    m_list->setFont(ThemeService::monospaceFont());
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedHeight(84);
    setLook(m_list, Look::Field);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FaultPanel::showCurrent);
    m_add = new QPushButton(tr("Add Fault"), m_page);
    m_add->setObjectName(QStringLiteral("addFaultPushButton"));
    m_remove = new QPushButton(tr("Remove"), m_page);
    m_remove->setObjectName(QStringLiteral("removeFaultPushButton"));
    m_remove->setAccessibleDescription(tr("Remove the chosen fault"));
    connect(m_add, &QPushButton::clicked, this, &FaultPanel::add);
    connect(m_remove, &QPushButton::clicked, this, &FaultPanel::remove);
}

void FaultPanel::buildFields()
{
    m_fields = new QWidget(m_page);
    m_kind = new QComboBox(m_fields);
    m_kind->setObjectName(QStringLiteral("faultKindComboBox"));
    m_kind->setFont(ThemeService::monospaceFont());
    m_kind->setMaxVisibleItems(22);
    m_sentence = mutedText({}, m_fields);
    m_sentence->setObjectName(QStringLiteral("faultSentenceLabel"));
    m_number = new QSpinBox(m_fields);
    m_number->setObjectName(QStringLiteral("faultNumberSpinBox"));
    m_rate = new QSpinBox(m_fields);
    m_rate->setObjectName(QStringLiteral("faultRateSpinBox"));
    m_rate->setRange(0, 100);
    m_rate->setSuffix(tr(" % of them"));
    m_rate->setToolTip(tr("How many of the requests it strikes"));
    m_all = new QCheckBox(tr("Every &request, not executions only"), m_fields);
    m_all->setObjectName(QStringLiteral("faultStrikesAllCheckBox"));
    m_seed = new QSpinBox(m_fields);
    m_seed->setObjectName(QStringLiteral("faultSeedSpinBox"));
    m_seed->setRange(0, 999'999'999);
    m_seed->setValue(1);
    m_seed->setToolTip(tr("With the same seed a rate strikes the same requests again"));
    connect(m_kind, &QComboBox::activated, this, &FaultPanel::takeKind);
    connect(m_number, &QSpinBox::valueChanged, this, &FaultPanel::takeFields);
    connect(m_rate, &QSpinBox::valueChanged, this, &FaultPanel::takeFields);
    connect(m_all, &QCheckBox::toggled, this, &FaultPanel::takeFields);
    connect(m_seed, &QSpinBox::valueChanged, this, &FaultPanel::edited);
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(spacing::hair);
    grid->setColumnStretch(1, 1);
    m_numberLabel = addLabel({}, m_number);
    grid->addWidget(addLabel(tr("&Kind"), m_kind), 0, 0);
    grid->addWidget(m_kind, 0, 1);
    grid->addWidget(m_sentence, 1, 1);
    grid->addWidget(m_numberLabel, 2, 0);
    grid->addWidget(m_number, 2, 1);
    grid->addWidget(addLabel(tr("Ra&te"), m_rate), 3, 0);
    grid->addWidget(m_rate, 3, 1);
    grid->addWidget(m_all, 4, 0, 1, 2);
    grid->addWidget(addLabel(tr("&Seed"), m_seed), 5, 0);
    grid->addWidget(m_seed, 5, 1);
}

QLabel *FaultPanel::addLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    setLook(label, Look::Muted);
    return label;
}

void FaultPanel::buildText(const ThemeService &theme, Clipboard &clipboard)
{
    m_text = new QLabel(m_page);
    m_text->setObjectName(QStringLiteral("faultTextLabel"));
    m_text->setAccessibleName(tr("The same for the command line"));
    m_text->setFont(ThemeService::monospaceFont());
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_copy = new CopyButton(theme, clipboard, m_page);
    m_copy->setObjectName(QStringLiteral("copyFaultsCopyButton"));
}

void FaultPanel::buildLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(m_add, 1);
    buttons->addWidget(m_remove, 1);
    auto *text = new QHBoxLayout;
    text->setSpacing(spacing::small);
    text->addWidget(m_text, 1);
    text->addWidget(m_copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    column->setSpacing(spacing::small);
    column->addWidget(m_switch);
    column->addWidget(mutedText(tr("Strikes every client of this sandbox. Off again when the program starts next, so that "
                                   "no fault is a surprise."),
        m_page));
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addSpacing(spacing::hair);
    column->addWidget(m_fields);
    column->addSpacing(spacing::hair);
    column->addWidget(mutedText(tr("The same on the command line"), m_page));
    column->addLayout(text);
    column->addStretch(1);
}

void FaultPanel::setKinds(const QList<FaultKindRow> &kinds, const FaultChoice &first)
{
    m_kinds = kinds;
    m_kind->clear();
    for (const FaultKindRow &kind : kinds) {
        m_kind->addItem(kind.name);
        m_kind->setItemData(m_kind->count() - 1, kind.sentence, Qt::ToolTipRole);
    }
    m_faults = {first};
    Q_EMIT edited();
    choose(0);
}

int FaultPanel::seed() const { return m_seed->value(); }

bool FaultPanel::isOn() const { return m_switch->isChecked() && !m_faults.isEmpty(); }

void FaultPanel::setTexts(const QStringList &each, const QString &all)
{
    const int row = currentRow();
    if (m_rows->stringList() != each) {
        m_rows->setStringList(each);
        choose(std::min(row, int(each.size()) - 1));
    }
    m_text->setText(all.isEmpty() ? tr("No fault is chosen.") : QStringLiteral("--fault ") + all);
    m_copy->setCopied(QStringLiteral("--fault ") + all, tr("Copy this option"));
    m_copy->setEnabled(!all.isEmpty());
    m_switch->setEnabled(!each.isEmpty());
}

int FaultPanel::currentRow() const { return m_list->currentIndex().row(); }

void FaultPanel::choose(int row)
{
    m_list->setCurrentIndex(m_rows->index(row));
    showCurrent();
}

void FaultPanel::add()
{
    FaultChoice next = m_faults.isEmpty() ? FaultChoice {0, m_kinds.value(0).usual} : m_faults.last();
    if (!m_faults.isEmpty() && next.kind + 1 < int(m_kinds.size()))
        next = {next.kind + 1, m_kinds.value(next.kind + 1).usual};
    m_faults.append(next);
    Q_EMIT edited();
    choose(int(m_faults.size()) - 1);
}

void FaultPanel::remove()
{
    const int row = currentRow();
    if (row < 0 || row >= int(m_faults.size()))
        return;
    m_faults.removeAt(row);
    Q_EMIT edited();
    choose(std::min(row, int(m_faults.size()) - 1));
}

// The fields say what the chosen row is.
void FaultPanel::showCurrent()
{
    const int row = currentRow();
    const bool isThere = row >= 0 && row < int(m_faults.size());
    m_fields->setEnabled(isThere);
    m_remove->setEnabled(isThere);
    m_add->setEnabled(m_faults.size() < mostFaults);
    if (!isThere)
        return;
    const FaultChoice fault = m_faults[row];
    const FaultKindRow &kind = m_kinds[fault.kind];
    m_isShowing = true;
    m_kind->setCurrentIndex(fault.kind);
    m_kind->setAccessibleDescription(kind.sentence);
    m_sentence->setText(kind.sentence);
    m_number->setRange(kind.least, kind.most);
    m_number->setValue(fault.number);
    m_number->setSuffix(kind.unit.isEmpty() ? QString() : QLatin1Char(' ') + kind.unit);
    m_number->setVisible(!kind.label.isEmpty());
    m_numberLabel->setVisible(!kind.label.isEmpty());
    m_numberLabel->setText(kind.label);
    m_rate->setValue(fault.percent);
    m_all->setChecked(fault.strikesAll);
    m_isShowing = false;
}

void FaultPanel::takeKind(int kind)
{
    const int row = currentRow();
    if (row < 0 || m_faults[row].kind == kind)
        return;
    m_faults[row].kind = kind;
    m_faults[row].number = m_kinds[kind].usual;
    showCurrent();
    Q_EMIT edited();
}

void FaultPanel::takeFields()
{
    const int row = currentRow();
    if (m_isShowing || row < 0)
        return;
    FaultChoice &fault = m_faults[row];
    fault.number = m_number->value();
    fault.percent = m_rate->value();
    fault.strikesAll = m_all->isChecked();
    Q_EMIT edited();
}

} // namespace actionscope::ui
