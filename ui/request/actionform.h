// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/executerequest.h"
#include "app/catalog/actionindex.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace actionscope::ui {

// The four short fields that say which action runs for whom.
class ActionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionForm(QWidget *parent = nullptr);

    void readInto(api::ExecuteRequest &request) const;
    void setRequest(const api::ExecuteRequest &request);
    // Puts the action in and, where none is named or one of the catalogue's, its app.
    void fillAction(const api::ActionInfo &action, const QList<catalog::ActionFacet> &knownApps);
    // As if the person had typed both.
    void setConnection(const QString &entity, const QString &account);
    void setFieldVisible(const QString &apiName, bool isVisible); // with its label
    // The widget of a field under the API's name; null when it is not one of these.
    [[nodiscard]] QLineEdit *fieldNamed(const QString &apiName) const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addField(QGridLayout *grid, const QString &apiName, const QString &label,
        const QString &explanation, int row, int column);

    QLineEdit *m_action = nullptr;
    QLineEdit *m_app = nullptr;
    QLineEdit *m_entity = nullptr;
    QLineEdit *m_account = nullptr;
};

} // namespace actionscope::ui
