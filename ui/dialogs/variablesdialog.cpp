// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/variablesdialog.h"

#include "app/json/document.h"
#include "app/json/writer.h"
#include "app/storage/collectionfiles.h"
#include "app/runner/collectionvariables.h"
#include "app/storage/collectionmerge.h"
#include "app/workspace/namemeaning.h"
#include "ui/editor/plainnames.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

enum Column { NameColumn, ValueColumn, ColumnCount };

QTableWidget *newTable(const QString &name, const QString &title, const QStringList &headers, QWidget *parent)
{
    auto *table = new QTableWidget(0, int(headers.size()), parent);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setHorizontalHeaderLabels(headers);
    table->setTabKeyNavigation(false);
    table->setFont(ThemeService::monospaceFont());
    table->verticalHeader()->hide();
    table->horizontalHeader()->setObjectName(name + QStringLiteral("HeaderView"));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, 200);
    return table;
}

} // namespace

QString typedValue(const QByteArray &json)
{
    if (!json.startsWith('"'))
        return QString::fromUtf8(json);
    const QString text = json::decodedString(json);
    return json::Document::parse(text.toUtf8()).isValid() || text.trimmed() != text || text.isEmpty()
        ? QString::fromUtf8(json)
        : text;
}

QByteArray valueTyped(const QString &text)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    return json::Document::parse(bytes).isValid() ? bytes : json::quoted(text.trimmed());
}

VariablesDialog::VariablesDialog(
    const ThemeService &theme, const storage::Collection &collection, QWidget *parent)
    : QDialog(parent)
    , m_onDisk(collection)
    , m_collection(collection)
{
    setObjectName(QStringLiteral("variablesDialog"));
    setWindowTitle(tr("Variables of %1").arg(collection.name));
    resize(720, 560);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("saveVariablesPushButton"));
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelVariablesPushButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &VariablesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("variablesHintLabel"));
    m_hint->setWordWrap(true);
    setLook(m_hint, Look::Bad);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(buildEditor(theme), 1);
    column->addWidget(m_hint);
    column->addWidget(buttons);
    m_hint->hide();
    listScopes();
}

QWidget *VariablesDialog::buildEditor(const ThemeService &theme)
{
    auto *page = new QWidget(this);
    m_scopes = new QComboBox(page);
    m_scopes->setObjectName(QStringLiteral("variableScopeComboBox"));
    m_scopes->setAccessibleName(tr("Where the variables hold"));
    m_newName = new QLineEdit(page);
    m_newName->setObjectName(QStringLiteral("newEnvironmentLineEdit"));
    m_newName->setAccessibleName(tr("Name of a new environment"));
    m_newName->setPlaceholderText(tr("New environment"));
    auto *add = new QPushButton(tr("Add"), page);
    add->setObjectName(QStringLiteral("addEnvironmentPushButton"));
    add->setAutoDefault(false);
    connect(m_scopes, &QComboBox::currentIndexChanged, this, &VariablesDialog::showScope);
    connect(add, &QPushButton::clicked, this, &VariablesDialog::addEnvironment);
    connect(m_newName, &QLineEdit::returnPressed, this, &VariablesDialog::addEnvironment);
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::small);
    top->addWidget(m_scopes, 1);
    top->addWidget(m_newName);
    top->addWidget(add);
    m_table = newTable(QStringLiteral("variablesTableWidget"), tr("Variables"), {tr("Name"), tr("Value")}, page);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        const QTableWidgetItem *last = m_table->item(m_table->rowCount() - 1, NameColumn);
        if (last && !last->text().isEmpty())
            addEmptyRow();
        tellNames();
    });
    auto *what = new QLabel(tr("A value that is JSON keeps its type; anything else is a text. {{names}} of other variables "
                               "may stand in it."),
        page);
    what->setWordWrap(true);
    what->setFont(ThemeService::smallFont());
    setLook(what, Look::Muted);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addLayout(top);
    column->addWidget(buildEnvironmentForm(theme));
    column->addWidget(m_table, 1);
    column->addWidget(what);
    return page;
}

QWidget *VariablesDialog::buildEnvironmentForm(const ThemeService &theme)
{
    m_form = new QWidget(this);
    m_baseUrl = new QLineEdit(m_form);
    m_baseUrl->setObjectName(QStringLiteral("collectionBaseUrlLineEdit"));
    new PlainNames(theme, m_baseUrl);
    m_version = new QComboBox(m_form);
    m_version->setObjectName(QStringLiteral("collectionVersionComboBox"));
    for (const auto version : {api::ApiVersion::V2, api::ApiVersion::V3, api::ApiVersion::V31})
        m_version->addItem(api::versionName(version), int(version));
    m_protected = new QCheckBox(tr("Ask before an action that changes something"), m_form);
    m_protected->setObjectName(QStringLiteral("collectionProtectedCheckBox"));
    m_secretNames = new QLineEdit(m_form);
    m_secretNames->setObjectName(QStringLiteral("secretNamesLineEdit"));
    m_secretNames->setPlaceholderText(QStringLiteral("apiKey, TOKEN"));
    m_secretNames->setFont(ThemeService::monospaceFont());
    m_secret = new QComboBox(m_form);
    m_secret->setObjectName(QStringLiteral("secretComboBox"));
    m_secret->setAccessibleName(tr("Secret to set"));
    m_secretValue = new QLineEdit(m_form);
    m_secretValue->setObjectName(QStringLiteral("secretValueLineEdit"));
    m_secretValue->setAccessibleName(tr("New value of the secret"));
    m_secretValue->setEchoMode(QLineEdit::Password);
    m_secretValue->setPlaceholderText(tr("New value, kept in the keychain"));
    connect(m_secretNames, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_secret->clear();
        for (const QString &name : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            m_secret->addItem(name.trimmed());
    });
    auto *value = new QHBoxLayout;
    value->setSpacing(spacing::small);
    value->addWidget(m_secret);
    value->addWidget(m_secretValue, 1);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(spacing::small);
    form->addRow(tr("Base &URL"), m_baseUrl);
    form->addRow(tr("A&PI"), m_version);
    form->addRow(QString(), m_protected);
    form->addRow(tr("Secret &names"), m_secretNames);
    form->addRow(tr("Secret &value"), value);
    return m_form;
}

void VariablesDialog::follow(const storage::Collection &now)
{
    takeScope();
    const QString scope = m_scope > 0 ? m_collection.environments[m_scope - 1].name : QString();
    m_collection = storage::merged(m_onDisk, m_collection, now);
    m_onDisk = now;
    const auto isMeant = [&](const storage::CollectionEnvironment &each) { return each.name == scope; };
    const auto at
        = std::find_if(m_collection.environments.cbegin(), m_collection.environments.cend(), isMeant);
    m_scope = at == m_collection.environments.cend() ? 0 : int(at - m_collection.environments.cbegin()) + 1;
    listScopes();
    setLook(m_hint, Look::Muted);
    m_hint->setText(tr("The files were changed meanwhile. What is shown is theirs with your changes."));
    m_hint->show();
}

void VariablesDialog::listScopes()
{
    const int scope = std::max(0, m_scope);
    m_scope = -1;
    const QSignalBlocker blocker(m_scopes);
    m_scopes->clear();
    m_scopes->addItem(tr("All of the collection"));
    for (const storage::CollectionEnvironment &environment : m_collection.environments)
        m_scopes->addItem(tr("Environment %1").arg(environment.name));
    m_scopes->setCurrentIndex(scope);
    showScope(scope);
}

void VariablesDialog::addEnvironment()
{
    const Result<QString> name = storage::usableName(m_newName->text());
    const auto sameName = [&](const storage::CollectionEnvironment &each) { return name && each.name == *name; };
    const bool isTaken
        = std::any_of(m_collection.environments.cbegin(), m_collection.environments.cend(), sameName);
    setLook(m_hint, Look::Bad);
    m_hint->setVisible(!name || isTaken);
    if (!name || isTaken) {
        m_hint->setText(isTaken ? tr("There is an environment “%1” already.").arg(*name) : name.error().sentence);
        return;
    }
    takeScope();
    storage::CollectionEnvironment environment;
    environment.name = *name;
    environment.secrets = {QString::fromUtf16(u"apiKey")};
    m_collection.environments.append(environment);
    m_newName->clear();
    m_scope = int(m_collection.environments.size());
    listScopes();
}

void VariablesDialog::showScope(int scope)
{
    takeScope();
    m_scope = scope;
    m_form->setVisible(scope > 0);
    const storage::VariableList &variables
        = scope > 0 ? m_collection.environments[scope - 1].variables : m_collection.variables;
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(0);
    for (const storage::Variable &variable : variables) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, NameColumn, new QTableWidgetItem(variable.name));
        m_table->setItem(row, ValueColumn, new QTableWidgetItem(typedValue(variable.json)));
    }
    addEmptyRow();
    if (scope == 0)
        return;
    const storage::CollectionEnvironment &environment = m_collection.environments[scope - 1];
    m_baseUrl->setText(environment.baseUrl);
    m_version->setCurrentIndex(m_version->findData(int(environment.apiVersion)));
    m_protected->setChecked(environment.isProtected);
    m_secretNames->setText(environment.secrets.join(QLatin1String(", ")));
    m_secretValue->clear();
    tellNames();
}

void VariablesDialog::addEmptyRow()
{
    const QSignalBlocker blocker(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, NameColumn, new QTableWidgetItem);
    m_table->setItem(row, ValueColumn, new QTableWidgetItem);
}

// What was not touched keeps its bytes.
storage::VariableList VariablesDialog::typedVariables() const
{
    const storage::VariableList &before
        = m_scope > 0 ? m_collection.environments[m_scope - 1].variables : m_collection.variables;
    storage::VariableList variables;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, NameColumn)->text().trimmed();
        const QString typed = m_table->item(row, ValueColumn)->text();
        if (name.isEmpty())
            continue;
        const auto old = std::find_if(before.cbegin(), before.cend(),
            [&](const storage::Variable &each) { return each.name == name && typedValue(each.json) == typed; });
        variables.removeIf([&](const storage::Variable &each) { return each.name == name; });
        variables.append({name, old == before.cend() ? valueTyped(typed) : old->json});
    }
    return variables;
}

// The address of an environment may hold names of what is set here.
void VariablesDialog::tellNames()
{
    if (m_scope <= 0)
        return;
    storage::CollectionEnvironment environment = m_collection.environments[m_scope - 1];
    environment.variables = typedVariables();
    const runner::Variables variables = runner::collectionVariables(m_collection, &environment, {});
    QHash<QString, QString> names;
    for (const QString &name : variables.names())
        names.insert(name, workspace::described(workspace::meaningOf(name, variables)));
    for (const QString &secret : environment.secrets)
        names.insert(secret, tr("%1 is a secret").arg(secret));
    PlainNames::setNamesBelow(m_form, names);
}

void VariablesDialog::takeScope()
{
    if (m_scope < 0)
        return;
    const storage::VariableList variables = typedVariables();
    if (m_scope == 0) {
        m_collection.variables = variables;
        return;
    }
    storage::CollectionEnvironment &environment = m_collection.environments[m_scope - 1];
    environment.variables = variables;
    environment.baseUrl = m_baseUrl->text().trimmed();
    environment.apiVersion = api::ApiVersion(m_version->currentData().toInt());
    environment.isProtected = m_protected->isChecked();
    environment.secrets.clear();
    for (const QString &name : m_secretNames->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        environment.secrets.append(name.trimmed());
    if (!m_secretValue->text().isEmpty() && !m_secret->currentText().isEmpty())
        m_secrets.append({environment.name, m_secret->currentText(), m_secretValue->text().toUtf8()});
    m_secretValue->clear();
}

void VariablesDialog::save()
{
    takeScope();
    accept();
}

} // namespace actionscope::ui
