// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/connectionpane.h"

#include "app/base/clock.h"
#include "app/models/connectionlistmodel.h"
#include "app/runner/substitution.h"
#include "ui/delegates/connectionpicker.h"
#include "ui/editor/jsoneditor.h"
#include "ui/request/actionform.h"
#include "ui/request/connectionadviceview.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

const QString entityField = QStringLiteral("entityId");
const QString accountField = QStringLiteral("connectedAccountId");

} // namespace

ConnectionPane::ConnectionPane(
    const ThemeService &theme, ActionForm *form, JsonEditor *authConfig, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_authConfig(authConfig)
    , m_entities(new ConnectionPicker(
          theme, form->fieldNamed(entityField), QStringLiteral("entities"), tr("Entities with an account")))
    , m_accounts(new ConnectionPicker(
          theme, form->fieldNamed(accountField), QStringLiteral("accounts"), tr("Connected accounts")))
    , m_advice(new ConnectionAdviceView(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::hair);
    buildModes();
    column->addWidget(m_advice);
    connect(m_entities, &ConnectionPicker::picked, this,
        [this](const QString &entity) { setConnection(entity, request().connectedAccountId); });
    connect(m_accounts, &ConnectionPicker::picked, this, &ConnectionPane::pickAccount);
    connect(m_advice, &ConnectionAdviceView::fixRequested, this,
        [this](const workspace::ConnectionFix &fix) { setConnection(fix.entityId, fix.connectedAccountId); });
    takeDraft();
}

void ConnectionPane::buildModes()
{
    struct Way
    {
        Mode mode;
        const char *name;
        QString text;
        QString explanation;
    };
    const Way ways[] = {
        {Mode::ByEntity, "byEntity", tr("By Entity"), tr("The service picks an account of the entity")},
        {Mode::ByAccount, "byAccount", tr("By Account"), tr("One connected account, named by its id")},
        {Mode::OwnCredentials, "ownCredentials", tr("Own Credentials"),
            tr("Credentials of your own in authConfig, and no connected account")},
        {Mode::None, "noConnection", tr("None"), tr("Name nobody, for apps that need no account")},
    };
    m_modes = new QButtonGroup(this);
    auto *row = new FlowLayout;
    row->setSpacing(spacing::hair);
    auto *label = new QLabel(tr("Connection"), this);
    label->setMinimumHeight(24); // in the middle beside the choices
    setLook(label, Look::Muted);
    row->addWidget(label);
    QWidget *before = m_form->fieldNamed(accountField);
    for (const Way &way : ways) {
        auto *button = new QToolButton(this);
        button->setObjectName(QLatin1String(way.name) + QStringLiteral("ToolButton"));
        button->setText(way.text);
        button->setToolTip(way.explanation);
        button->setAccessibleName(way.text);
        button->setAccessibleDescription(way.explanation);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFont(ThemeService::smallFont());
        setLook(button, Look::Chip);
        m_modes->addButton(button, int(way.mode));
        row->addWidget(button);
        setTabOrder(before, button);
        before = button;
    }
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int mode) { chooseMode(Mode(mode)); });
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ConnectionPane::setCatalog(const catalog::Catalog &catalog, api::ApiVersion version)
{
    m_catalog = catalog;
    m_version = version;
    takeEdit();
}

api::ExecuteRequest ConnectionPane::request() const
{
    api::ExecuteRequest request;
    m_form->readInto(request);
    request.authConfig = m_authConfig->bytes();
    return request;
}

void ConnectionPane::setConnection(const QString &entity, const QString &account)
{
    m_form->setConnection(entity, account);
}

void ConnectionPane::setAuthConfig(const QByteArray &authConfig)
{
    const QByteArray present = m_authConfig->bytes();
    if (present != authConfig)
        m_authConfig->applyEdit({0, present.size(), authConfig});
}

void ConnectionPane::takeDraft()
{
    m_keptEntity.clear();
    m_keptAccount.clear();
    m_keptAuthConfig.clear();
    m_mode = workspace::connectionModeOf(request());
    const api::AppInfo *app = m_catalog.app(workspace::appOf(m_catalog, request()));
    if (m_mode == Mode::None && !(app && app->isNoAuth))
        m_mode = Mode::ByEntity;
    takeEdit();
}

// A field that is filled in, wherever that was done, is one that matters.
void ConnectionPane::takeEdit()
{
    const api::ExecuteRequest now = request();
    const Mode said = workspace::connectionModeOf(now);
    if (said == Mode::OwnCredentials || (said == Mode::ByAccount && m_mode != Mode::OwnCredentials))
        m_mode = said;
    else if (said == Mode::ByEntity && m_mode == Mode::None)
        m_mode = said;
    showMode();
    fillPickers();
    showAdvice();
}

void ConnectionPane::chooseMode(Mode mode)
{
    const api::ExecuteRequest now = request();
    if (!now.entityId.isEmpty())
        m_keptEntity = now.entityId;
    if (!now.connectedAccountId.isEmpty())
        m_keptAccount = now.connectedAccountId;
    if (!now.authConfig.trimmed().isEmpty())
        m_keptAuthConfig = now.authConfig;
    m_mode = mode;
    setAuthConfig(mode == Mode::OwnCredentials ? m_keptAuthConfig : QByteArray());
    switch (mode) {
    case Mode::ByEntity:
        setConnection(m_keptEntity, {});
        break;
    case Mode::ByAccount:
        setConnection(m_keptEntity, m_keptAccount);
        m_form->fieldNamed(accountField)->setFocus();
        break;
    case Mode::OwnCredentials:
        setConnection({}, {});
        Q_EMIT credentialsWanted();
        break;
    case Mode::None:
        setConnection({}, {});
        break;
    }
    takeEdit();
}

// An account brings its owner along: the two always belong together.
void ConnectionPane::pickAccount(const QString &id)
{
    const api::ConnectedAccount *account = m_catalog.account(id);
    setConnection(account && !account->userId.isEmpty() ? account->userId : request().entityId, id);
}

void ConnectionPane::showMode()
{
    m_modes->button(int(m_mode))->setChecked(true);
    const api::ExecuteRequest now = request();
    m_form->setFieldVisible(
        entityField, m_mode == Mode::ByEntity || m_mode == Mode::ByAccount || !now.entityId.isEmpty());
    m_form->setFieldVisible(accountField, m_mode == Mode::ByAccount || !now.connectedAccountId.isEmpty());
}

void ConnectionPane::fillPickers()
{
    const api::ExecuteRequest now = resolved();
    const QString app = workspace::appOf(m_catalog, now);
    m_entities->connections()->setEntities(m_catalog, app);
    m_accounts->connections()->setAccounts(m_catalog, app, now.entityId, systemClock()());
}

void ConnectionPane::setVariables(const runner::Variables &variables)
{
    m_variables = variables;
    fillPickers();
    showAdvice();
}

api::ExecuteRequest ConnectionPane::resolved(QString *missing) const
{
    api::ExecuteRequest now = request();
    for (QString *text : {&now.actionId, &now.appName, &now.entityId, &now.connectedAccountId}) {
        const auto names = runner::substitutedText(*text, m_variables, {});
        *text = names.result;
        if (missing && missing->isEmpty() && !names.isComplete())
            *missing = names.troubles.first().name;
    }
    return now;
}

void ConnectionPane::showAdvice()
{
    QString missing;
    const api::ExecuteRequest now = resolved(&missing);
    if (!missing.isEmpty()) {
        workspace::ConnectionAdvice advice;
        advice.pick = tr("{{%1}} is set nowhere, so nobody can tell whose account this is.").arg(missing);
        m_advice->setAdvice(advice);
        return;
    }
    workspace::ConnectionAdvice advice
        = workspace::connectionAdvice(m_catalog, now, m_version, systemClock()());
    if (m_mode == Mode::ByAccount && request().connectedAccountId.isEmpty())
        advice.pick = tr("No account is named yet.") + QLatin1Char(' ') + advice.pick;
    else if (m_mode == Mode::OwnCredentials && request().authConfig.trimmed().isEmpty())
        advice.pick = tr("authConfig is empty yet.") + QLatin1Char(' ') + advice.pick;
    m_advice->setAdvice(advice);
}

} // namespace actionscope::ui
