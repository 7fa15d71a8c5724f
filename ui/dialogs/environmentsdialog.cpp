// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/environmentsdialog.h"

#include "app/api/apikey.h"
#include "app/api/baseurl.h"
#include "app/workspace/keytest.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

using storage::Environment;

namespace {

QString wordsOf(const Error &error)
{
    return error.hint.isEmpty() ? error.sentence : error.sentence + QLatin1Char(' ') + error.hint;
}

} // namespace

EnvironmentsDialog::EnvironmentsDialog(
    const QList<Environment> &environments, storage::SecretStore::Kind keysLieIn, QWidget *parent)
    : QDialog(parent)
    , m_keysLieIn(keysLieIn)
{
    setObjectName(QStringLiteral("environmentsDialog"));
    setWindowTitle(tr("Environments"));
    setModal(true);
    for (const Environment &each : environments) {
        if (!each.isSandbox)
            m_rows.append({each, each.name, {}});
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::wide);
    columns->addLayout(buildList());
    columns->addWidget(buildForm(), 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::large);
    page->setSpacing(spacing::large);
    page->addLayout(columns, 1);
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    page->addWidget(line);
    page->addWidget(buildModelKey());
    page->addLayout(buildButtons());
    for (const Row &row : std::as_const(m_rows))
        m_list->addItem(row.environment.name);
    showRow(m_rows.isEmpty() ? -1 : 0);
    resize(720, 448);
}

QList<Environment> EnvironmentsDialog::environments() const
{
    QList<Environment> result;
    for (const Row &row : m_rows)
        result.append(row.environment);
    return result;
}

QLayout *EnvironmentsDialog::buildList()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("environmentsListWidget"));
    m_list->setAccessibleName(tr("Environments"));
    m_list->setFixedWidth(200);
    setLook(m_list, Look::Field);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) {
        takeForm();
        showRow(index);
    });
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(QStringLiteral("addEnvironmentPushButton"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &EnvironmentsDialog::addRow);
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName(QStringLiteral("removeEnvironmentPushButton"));
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentsDialog::removeRow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::small);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    return column;
}

QWidget *EnvironmentsDialog::buildForm()
{
    m_form = new QWidget(this);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(spacing::medium);
    form->setHorizontalSpacing(spacing::large);
    m_name = new QLineEdit(m_form);
    m_name->setObjectName(QStringLiteral("environmentNameLineEdit"));
    m_baseUrl = new QLineEdit(m_form);
    m_baseUrl->setObjectName(QStringLiteral("baseUrlLineEdit"));
    m_baseUrl->setPlaceholderText(QStringLiteral("https://backend.composio.dev"));
    m_version = new QComboBox(m_form);
    m_version->setObjectName(QStringLiteral("apiVersionComboBox"));
    for (const api::ApiVersion version : {api::ApiVersion::V31, api::ApiVersion::V3, api::ApiVersion::V2})
        m_version->addItem(api::versionName(version), int(version));
    m_version->setToolTip(tr("The live service answers v3.1. Self-hosted servers may still speak v2 or v3."));
    m_key = new QLineEdit(m_form);
    m_key->setObjectName(QStringLiteral("apiKeyLineEdit"));
    m_key->setEchoMode(QLineEdit::Password);
    m_test = new QPushButton(tr("Test Key"), m_form);
    m_test->setObjectName(QStringLiteral("testKeyPushButton"));
    m_test->setToolTip(tr("Ask the service whose key this is; nothing is executed"));
    m_test->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, &EnvironmentsDialog::testKey);
    m_protected = new QCheckBox(tr("Protected"), m_form);
    m_protected->setObjectName(QStringLiteral("protectedCheckBox"));
    m_protected->setToolTip(tr("Ask before an action changes, sends or deletes something there."));
    m_protected->setAccessibleDescription(m_protected->toolTip());
    m_hint = new QLabel(m_form);
    m_hint->setObjectName(QStringLiteral("environmentHintLabel"));
    m_hint->setWordWrap(true);
    setLook(m_hint, Look::Muted);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Base URL"), m_baseUrl);
    form->addRow(tr("API version"), m_version);
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(spacing::small);
    keyRow->addWidget(m_key, 1);
    keyRow->addWidget(m_test);
    form->addRow(tr("API key"), keyRow);
    qobject_cast<QLabel *>(form->labelForField(keyRow))->setBuddy(m_key);
    form->addRow(QString(), m_protected);
    form->addRow(QString(), m_hint);
    return m_form;
}

// The sandbox's: no environment has one of its own.
QWidget *EnvironmentsDialog::buildModelKey()
{
    auto *page = new QWidget(this);
    auto *title = new QLabel(tr("Language &model key"), page);
    m_modelKey = new QLineEdit(page);
    m_modelKey->setObjectName(QStringLiteral("modelKeyLineEdit"));
    m_modelKey->setEchoMode(QLineEdit::Password);
    m_modelKey->setPlaceholderText(tr("Unchanged when left empty"));
    title->setBuddy(m_modelKey);
    m_forgetsModelKey = new QCheckBox(tr("Forget the Stored One"), page);
    m_forgetsModelKey->setObjectName(QStringLiteral("forgetModelKeyCheckBox"));
    m_forgetsModelKey->setAccessibleDescription(tr("Takes the language model's key out of the keychain"));
    connect(m_forgetsModelKey, &QCheckBox::toggled, m_modelKey, &QWidget::setDisabled);
    m_modelHint = new QLabel(tr("Generate in the sandbox asks the model that ACTIONSCOPE_LLM_URL and ACTIONSCOPE_LLM_MODEL "
                                "name. Its key is read when the program starts; a local one needs none."),
        page);
    m_modelHint->setObjectName(QStringLiteral("modelKeyHintLabel"));
    m_modelHint->setWordWrap(true);
    setLook(m_modelHint, Look::Muted);
    m_modelKey->setAccessibleDescription(m_modelHint->text());
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::wide); // in line with the form above
    grid->setVerticalSpacing(spacing::hair);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_modelKey, 0, 1);
    grid->addWidget(m_forgetsModelKey, 0, 2);
    grid->addWidget(m_modelHint, 1, 1, 1, 2);
    grid->setColumnMinimumWidth(0, 200);
    grid->setColumnStretch(1, 1);
    return page;
}

QLayout *EnvironmentsDialog::buildButtons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    box->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("saveEnvironmentsPushButton"));
    box->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelEnvironmentsPushButton"));
    connect(box, &QDialogButtonBox::accepted, this, &EnvironmentsDialog::save);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QVBoxLayout;
    row->addWidget(box);
    return row;
}

void EnvironmentsDialog::showRow(int index)
{
    m_current = index >= 0 && index < m_rows.size() ? index : -1;
    const Row row = m_current < 0 ? Row {} : m_rows.at(m_current);
    m_form->setEnabled(m_current >= 0);
    m_remove->setEnabled(m_current >= 0);
    m_name->setText(row.environment.name);
    m_baseUrl->setText(row.environment.baseUrl);
    m_version->setCurrentIndex(m_version->findData(int(row.environment.apiVersion)));
    m_protected->setChecked(row.environment.isProtected);
    m_key->setText(QString::fromUtf8(row.typedKey));
    m_key->setPlaceholderText(row.storedName.isEmpty() ? QString() : tr("Unchanged when left empty"));
    showHint();
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(m_current);
}

void EnvironmentsDialog::showHint()
{
    setLook(m_hint, Look::Muted);
    m_test->setEnabled(true);
    const bool inKeychain = m_keysLieIn == storage::SecretStore::Kind::Keychain;
    if (m_current < 0)
        m_hint->setText(tr("The sandbox is always there. Add an environment to reach a real service."));
    else if (inKeychain)
        m_hint->setText(tr("The key is stored in the system's keychain and nowhere else."));
    else
        m_hint->setText(tr("No keychain can be reached: the key is kept in memory until the program ends."));
}

void EnvironmentsDialog::takeForm()
{
    if (m_current < 0)
        return;
    Row &row = m_rows[m_current];
    row.environment.name = m_name->text().trimmed();
    row.environment.baseUrl = m_baseUrl->text().trimmed();
    row.environment.apiVersion = api::ApiVersion(m_version->currentData().toInt());
    row.environment.isProtected = m_protected->isChecked();
    row.typedKey = m_key->text().toUtf8();
    m_list->item(m_current)->setText(row.environment.name);
}

void EnvironmentsDialog::addRow()
{
    takeForm();
    Row row;
    row.environment.name = tr("New environment");
    m_rows.append(row);
    m_list->addItem(row.environment.name);
    showRow(int(m_rows.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void EnvironmentsDialog::removeRow()
{
    if (m_current < 0)
        return;
    const int index = m_current;
    const Row row = m_rows.takeAt(index);
    if (!row.storedName.isEmpty())
        m_removedNames.append(row.storedName);
    m_current = -1;
    {
        const QSignalBlocker blocker(m_list);
        // takeItem hands the item over; the pointer ends with this block.
        const std::unique_ptr<QListWidgetItem> item(m_list->takeItem(index));
    }
    showRow(std::min(index, int(m_rows.size()) - 1));
}

EnvironmentsDialog::Problem EnvironmentsDialog::problemOf(const Row &row) const
{
    const QString &name = row.environment.name;
    if (name.isEmpty())
        return {tr("The environment needs a name."), m_name};
    if (name == storage::sandboxEnvironment().name)
        return {tr("The name “%1” belongs to the built-in sandbox.").arg(name), m_name};
    const auto sameName = [&](const Row &other) { return other.environment.name == name; };
    if (std::count_if(m_rows.cbegin(), m_rows.cend(), sameName) > 1)
        return {tr("Two environments are named “%1”.").arg(name), m_name};
    if (const auto url = api::parseBaseUrl(row.environment.baseUrl); !url)
        return {wordsOf(url.error()), m_baseUrl};
    if (!row.typedKey.isEmpty()) {
        if (const auto key = api::cleanApiKey(row.typedKey); !key)
            return {wordsOf(key.error()), m_key};
    }
    return {};
}

void EnvironmentsDialog::save()
{
    takeForm();
    for (int i = 0; i < m_rows.size(); ++i) {
        const Problem problem = problemOf(m_rows.at(i));
        if (problem.sentence.isEmpty())
            continue;
        showRow(i);
        setLook(m_hint, Look::Bad);
        m_hint->setText(problem.sentence);
        problem.field->setFocus();
        return;
    }
    if (const QByteArray typed = m_modelKey->text().toUtf8(); !typed.isEmpty()) {
        if (const auto key = api::cleanApiKey(typed); !key) {
            setLook(m_modelHint, Look::Bad);
            m_modelHint->setText(wordsOf(key.error()));
            m_modelKey->setFocus();
            return;
        }
    }
    accept();
}

void EnvironmentsDialog::testKey()
{
    takeForm();
    if (m_current < 0)
        return;
    const Row &row = m_rows.at(m_current);
    setLook(m_hint, Look::Muted);
    m_hint->setText(tr("Asking the service whose key this is…"));
    m_test->setEnabled(false);
    Q_EMIT keyTestRequested(row.environment,
        row.storedName.isEmpty() ? QString() : Environment {row.storedName, {}}.secretName(), row.typedKey);
}

void EnvironmentsDialog::showKeyTest(const Result<api::Identity> &identity)
{
    if (m_test->isEnabled())
        return; // another environment is shown by now
    m_test->setEnabled(true);
    if (!identity) {
        setLook(m_hint, Look::Bad);
        m_hint->setText(wordsOf(identity.error()));
        return;
    }
    setLook(m_hint, Look::Good);
    m_hint->setText(workspace::sentenceOf(*identity));
}

QList<storage::EnvironmentRename> EnvironmentsDialog::renames() const
{
    QList<storage::EnvironmentRename> result;
    for (const QString &name : m_removedNames)
        result.append({name, {}});
    for (const Row &row : m_rows) {
        if (!row.storedName.isEmpty() && row.storedName != row.environment.name)
            result.append({row.storedName, row.environment.name});
    }
    return result;
}

QList<workspace::KeyChange> EnvironmentsDialog::modelKeyChanges(const QString &name) const
{
    if (m_forgetsModelKey->isChecked())
        return {{{}, name, {}}};
    const auto key = api::cleanApiKey(m_modelKey->text().toUtf8());
    return m_modelKey->text().isEmpty() || !key ? QList<workspace::KeyChange>() : QList<workspace::KeyChange> {{name, name, *key}};
}

QList<workspace::KeyChange> EnvironmentsDialog::keyChanges() const
{
    const auto secretName = [](const QString &name) {
        return name.isEmpty() ? name : Environment {name, {}}.secretName();
    };
    QList<workspace::KeyChange> changes;
    for (const QString &name : m_removedNames)
        changes.append({{}, secretName(name), {}});
    for (const Row &row : m_rows) {
        const QByteArray key
            = row.typedKey.isEmpty() ? QByteArray() : api::cleanApiKey(row.typedKey).value_or(QByteArray());
        changes.append({row.environment.secretName(), secretName(row.storedName), key});
    }
    return changes;
}

} // namespace actionscope::ui
