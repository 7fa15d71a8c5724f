// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runoptionsbar.h"

#include "app/models/connectionlistmodel.h"
#include "ui/delegates/connectionpicker.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

namespace actionscope::ui {

namespace {

constexpr int mostJobs = 96;
constexpr int mostRepeats = 1'000'000;
constexpr int fieldWidth = 136; // pixels
constexpr int idsWidth = 200;

} // namespace

RunOptionsBar::RunOptionsBar(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_environment(new QComboBox)
    , m_tags(new QLineEdit)
    , m_data(new QLineEdit)
    , m_stops(new QCheckBox(tr("Stop at the first failure"), this))
    , m_matrix(new QCheckBox(tr("As a matrix"), this))
    , m_entities(new QLineEdit)
    , m_accounts(new QLineEdit)
    , m_places(new QToolButton)
    , m_placeMenu(new QMenu(this))
    , m_columns(new QLabel(this))
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
    buildMatrix(theme);
    connect(m_environment, &QComboBox::textActivated, this, &RunOptionsBar::environmentPicked);
}

void RunOptionsBar::buildMatrix(const ThemeService &theme)
{
    m_matrix->setObjectName(QStringLiteral("runMatrixCheckBox"));
    m_matrix->setToolTip(tr("Executes each request once for every entity, account and environment, and shows which one differs"));
    m_matrix->setMinimumSize(m_matrix->sizeHint().width() + spacing::small, m_data->sizeHint().height());
    layout()->addWidget(m_matrix);
    connect(m_matrix, &QCheckBox::toggled, this, &RunOptionsBar::showColumns);
    for (const auto &[field, name, title] : {std::tuple(m_entities, "runEntitiesLineEdit", tr("Entities")),
             std::tuple(m_accounts, "runAccountsLineEdit", tr("Accounts"))}) {
        field->setObjectName(QLatin1String(name));
        field->setPlaceholderText(tr("as saved"));
        field->setToolTip(tr("Several ids, with commas between them"));
        field->setFixedWidth(idsWidth);
        connect(field, &QLineEdit::textChanged, this, &RunOptionsBar::showColumns);
        m_matrixFields.append(add(title, field));
    }
    m_entityPicker = new ConnectionPicker(theme, m_entities, QStringLiteral("runEntities"),
        tr("Choose among the entities that have accounts"), ConnectionPicker::Takes::Several);
    m_accountPicker = new ConnectionPicker(theme, m_accounts, QStringLiteral("runAccounts"),
        tr("Choose among the connected accounts"), ConnectionPicker::Takes::Several);
    m_places->setObjectName(QStringLiteral("runPlacesToolButton"));
    m_places->setPopupMode(QToolButton::InstantPopup);
    m_places->setMenu(m_placeMenu);
    setLook(m_places, Look::Chip);
    m_matrixFields.append(add(tr("Environments"), m_places));
    m_matrixFields.last()->setMinimumHeight(m_data->sizeHint().height()); // on one line with its neighbours
    m_columns->setObjectName(QStringLiteral("runColumnsLabel"));
    m_columns->setMinimumHeight(m_data->sizeHint().height());
    layout()->addWidget(m_columns);
    m_matrixFields.append(m_columns);
    showColumns();
}

void RunOptionsBar::setMatrix(bool on) { m_matrix->setChecked(on); }

// How often that comes to.
void RunOptionsBar::showColumns()
{
    for (QWidget *field : std::as_const(m_matrixFields))
        field->setVisible(m_matrix->isChecked());
    workspace::RunWish wish;
    fill(&wish);
    m_places->setText(wish.environments.isEmpty() ? tr("the one chosen") : wish.environments.join(QStringLiteral(", ")));
    m_places->setAccessibleName(tr("Environments: %1").arg(m_places->text()));
    m_columns->setText(wish.isMatrix() ? tr("Executions of each request: %1").arg(wish.rounds())
                                       : tr("Name at least two entities, accounts or environments"));
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

QWidget *RunOptionsBar::add(const QString &title, QWidget *field)
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
    return pair;
}

void RunOptionsBar::setEnvironments(const QStringList &names, const QString &current)
{
    m_environment->clear();
    m_environment->addItems(names);
    m_environment->setCurrentText(current);
    m_placeMenu->clear();
    for (const QString &name : names) {
        QAction *action = m_placeMenu->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setData(name);
        connect(action, &QAction::toggled, this, &RunOptionsBar::showColumns);
    }
    showColumns();
}

void RunOptionsBar::setConnections(const catalog::Catalog &catalog)
{
    m_entityPicker->connections()->setEntities(catalog, {});
    m_accountPicker->connections()->setAccounts(catalog, {}, {}, QDateTime::currentDateTimeUtc());
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
    if (!m_matrix->isChecked())
        return;
    wish->entities = m_entities->text().split(between, Qt::SkipEmptyParts);
    wish->entities.removeDuplicates();
    wish->accounts = m_accounts->text().split(between, Qt::SkipEmptyParts);
    wish->accounts.removeDuplicates();
    for (const QAction *action : m_placeMenu->actions()) {
        if (action->isChecked())
            wish->environments.append(action->data().toString());
    }
}

} // namespace actionscope::ui
