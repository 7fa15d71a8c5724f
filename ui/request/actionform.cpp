// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/actionform.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace actionscope::ui {

ActionForm::ActionForm(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::small);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    m_action = addField(
        grid, QStringLiteral("actionId"), tr("&Action"), tr("The action's id, in capitals. Required."), 0, 0);
    m_action->setPlaceholderText(tr("such as %1").arg(QLatin1String("GITHUB_CREATE_AN_ISSUE")));
    m_action->setFont(ThemeService::monospaceFont());
    m_app = addField(grid, QStringLiteral("appName"), tr("A&pp"), tr("The app the action belongs to."), 1, 0);
    m_app->setPlaceholderText(tr("such as %1").arg(QLatin1String("github")));
    m_entity = addField(grid, QStringLiteral("entityId"), tr("&Entity"),
        tr("The person whose account is used, when no account is named."), 1, 2);
    m_entity->setPlaceholderText(QStringLiteral("default"));
    m_account = addField(grid, QStringLiteral("connectedAccountId"), tr("Acco&unt"),
        tr("The connected account to use. Empty: the entity's."), 2, 0);
    m_account->setPlaceholderText(tr("The entity’s account"));
    m_account->setFont(ThemeService::monospaceFont());
}

QLineEdit *ActionForm::addField(QGridLayout *grid, const QString &apiName, const QString &label,
    const QString &explanation, int row, int column)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(apiName + QStringLiteral("LineEdit"));
    field->setToolTip(tr("%1: %2").arg(apiName, explanation));
    field->setAccessibleDescription(explanation);
    field->setMinimumWidth(72);
    const bool isRequired = apiName == QLatin1String("actionId");
    auto *name = new QLabel(isRequired ? label + QStringLiteral(" *") : label, this);
    name->setBuddy(field);
    name->setToolTip(field->toolTip());
    setLook(name, Look::Muted);
    grid->addWidget(name, row, column);
    // The action and the account are long names, the app and the entity share a row.
    grid->addWidget(field, row, column + 1, 1, row == 1 ? 1 : 3);
    connect(field, &QLineEdit::textEdited, this, [this, field] {
        setStyleFlag(field, "problem", false);
        Q_EMIT edited();
    });
    return field;
}

void ActionForm::readInto(api::ExecuteRequest &request) const
{
    request.actionId = m_action->text();
    request.appName = m_app->text();
    request.entityId = m_entity->text();
    request.connectedAccountId = m_account->text();
}

void ActionForm::setRequest(const api::ExecuteRequest &request)
{
    m_action->setText(request.actionId);
    m_app->setText(request.appName);
    m_entity->setText(request.entityId);
    m_account->setText(request.connectedAccountId);
}

void ActionForm::fillAction(const api::ActionInfo &action, const QList<catalog::ActionFacet> &knownApps)
{
    m_action->setText(action.id);
    setStyleFlag(m_action, "problem", false);
    const QString app = m_app->text().trimmed();
    const bool isKnown = std::any_of(knownApps.cbegin(), knownApps.cend(),
        [&app](const catalog::ActionFacet &each) { return each.key.compare(app, Qt::CaseInsensitive) == 0; });
    if (!action.appKey.isEmpty() && (app.isEmpty() || isKnown)) {
        m_app->setText(action.appKey);
        setStyleFlag(m_app, "problem", false);
    }
    Q_EMIT edited();
}

void ActionForm::setConnection(const QString &entity, const QString &account)
{
    m_entity->setText(entity);
    m_account->setText(account);
    for (QLineEdit *field : {m_entity, m_account})
        setStyleFlag(field, "problem", false);
    Q_EMIT edited();
}

void ActionForm::setFieldVisible(const QString &apiName, bool isVisible)
{
    QLineEdit *field = fieldNamed(apiName);
    field->setVisible(isVisible);
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy() == field)
            label->setVisible(isVisible);
    }
}

QLineEdit *ActionForm::fieldNamed(const QString &apiName) const
{
    for (QLineEdit *field : {m_action, m_app, m_entity, m_account}) {
        if (field->objectName() == apiName + QLatin1String("LineEdit"))
            return field;
    }
    return nullptr;
}

} // namespace actionscope::ui
