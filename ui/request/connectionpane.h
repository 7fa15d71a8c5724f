// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/runner/variables.h"
#include "app/workspace/connectionadvice.h"

#include <QWidget>

class QButtonGroup;

namespace actionscope::ui {

class ActionForm;
class ConnectionAdviceView;
class ConnectionPicker;
class JsonEditor;
class ThemeService;

// By what an execution is let in: the choice among the four ways, the fields that matter for it, and what the
// service will make of them. What a way leaves out is cleared, and is there again when it is chosen anew.
class ConnectionPane final : public QWidget
{
    Q_OBJECT

public:
    ConnectionPane(
        const ThemeService &theme, ActionForm *form, JsonEditor *authConfig, QWidget *parent = nullptr);

    void setCatalog(const catalog::Catalog &catalog, api::ApiVersion version);
    // What {{names}} in the fields stand for.
    void setVariables(const runner::Variables &variables);
    // After an edit, and after another draft was set.
    void takeEdit();
    void takeDraft();

Q_SIGNALS:
    // The way of one's own credentials was chosen; they are typed elsewhere.
    void credentialsWanted();

private:
    using Mode = workspace::ConnectionMode;

    void buildModes();
    void chooseMode(Mode mode);
    void pickAccount(const QString &id);
    void showMode();
    void showAdvice();
    void fillPickers();
    [[nodiscard]] api::ExecuteRequest request() const;
    // With its names replaced; `missing` is the first that stands for nothing.
    [[nodiscard]] api::ExecuteRequest resolved(QString *missing = nullptr) const;
    void setConnection(const QString &entity, const QString &account);
    void setAuthConfig(const QByteArray &authConfig);

    ActionForm *m_form;
    JsonEditor *m_authConfig;
    QButtonGroup *m_modes = nullptr;
    ConnectionPicker *m_entities = nullptr;
    ConnectionPicker *m_accounts = nullptr;
    ConnectionAdviceView *m_advice = nullptr;
    catalog::Catalog m_catalog;
    runner::Variables m_variables;
    api::ApiVersion m_version = api::ApiVersion::V2;
    Mode m_mode = Mode::ByEntity;
    QString m_keptEntity; // of the ways that were left
    QString m_keptAccount;
    QByteArray m_keptAuthConfig;
};

} // namespace actionscope::ui
