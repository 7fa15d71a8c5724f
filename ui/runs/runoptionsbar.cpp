// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runoptionsbar.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

namespace actionscope::ui {

namespace {

constexpr int mostJobs = 96;
constexpr int mostRepeats = 1'000'000;
constexpr int fieldWidth = 136; // pixels

} // namespace

RunOptionsBar::RunOptionsBar(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_environment(new QComboBox)
    , m_tags(new QLineEdit)
    , m_data(new QLineEdit)
    , m_stops(new QCheckBox(tr("Stop at the first failure"), this))
{
    setObjectName(QStringLiteral("runOptionsBar"));
    auto *flow = new FlowLayout(this);
    flow->setSpacing(spacing::small);
    flow->setContentsMargins(0, 0, 0, 0);
    m_environment->setObjectName(QStringLiteral("runEnvironmentComboBox"));
    m_environment->setMinimumWidth(fieldWidth);
    add(tr("Environment"), m_environment);
    m_jobs = addNumber("runJobsSpinBox", tr("At once"), mostJobs);
    m_repeat = addNumber("runRepeatSpinBox", tr("Times"), mostRepeats);
    m_tags->setObjectName(QStringLiteral("runTagsLineEdit"));
    m_tags->setPlaceholderText(tr("all"));
    m_tags->setToolTip(tr("Only requests with one of these tags, and what they need"));
    m_tags->setFixedWidth(fieldWidth);
    add(tr("Tags"), m_tags);
    m_data->setObjectName(QStringLiteral("runDataLineEdit"));
    m_data->setPlaceholderText(tr("none"));
    m_data->setToolTip(tr("A CSV file, or JSON with an array of objects: the run happens once for each row"));
    m_data->setClearButtonEnabled(true);
    m_data->setFixedWidth(fieldWidth);
    QAction *browse = m_data->addAction(themedIcon(theme, QStringLiteral("folder"), int(ColorRole::Muted)), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a data file"));
    browse->setToolTip(browse->text());
    connect(browse, &QAction::triggered, this, &RunOptionsBar::dataFileRequested);
    add(tr("Data"), m_data);
    m_stops->setObjectName(QStringLiteral("runStopsCheckBox"));
    m_stops->setMinimumHeight(m_data->sizeHint().height());
    flow->addWidget(m_stops);
    connect(m_environment, &QComboBox::textActivated, this, &RunOptionsBar::environmentPicked);
}

QSpinBox *RunOptionsBar::addNumber(const char *name, const QString &title, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(1, most);
    box->setGroupSeparatorShown(true);
    box->setFixedWidth(most > mostJobs ? 96 : 64);
    add(title, box);
    return box;
}

void RunOptionsBar::add(const QString &title, QWidget *field)
{
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, spacing::small, 0);
    row->setSpacing(spacing::small);
    auto *label = new QLabel(title, pair);
    setLook(label, Look::Muted);
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    layout()->addWidget(pair);
}

void RunOptionsBar::setEnvironments(const QStringList &names, const QString &current)
{
    m_environment->clear();
    m_environment->addItems(names);
    m_environment->setCurrentText(current);
}

void RunOptionsBar::setDataFile(const QString &path) { m_data->setText(path); }

void RunOptionsBar::fill(workspace::RunWish *wish) const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    wish->jobs = m_jobs->value();
    wish->repeat = m_repeat->value();
    wish->tags = m_tags->text().split(between, Qt::SkipEmptyParts);
    wish->dataFile = m_data->text().trimmed();
    wish->stopsAtFailure = m_stops->isChecked();
}

} // namespace actionscope::ui
