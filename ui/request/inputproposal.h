// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/structuraldiff.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;

namespace actionscope::models {
class ChangeListModel;
}

namespace actionscope::ui {

// An input that somebody made, held against the one that is there: what would change, and the two ways to go
// on. Hidden until there is one.
class InputProposal final : public QFrame
{
    Q_OBJECT

public:
    explicit InputProposal(QWidget *parent = nullptr);

    // `proposed` is a JSON object; `source` who made it, as the service says: "model", "rules" or nothing.
    void propose(const QByteArray &present, const QByteArray &proposed, const QString &source);
    // The input was edited meanwhile.
    void setPresent(const QByteArray &present);
    void discard();

Q_SIGNALS:
    void accepted(const QByteArray &input);
    void discarded();
    void proposed(); // it can be seen

private:
    void compare();
    void show(const json::Difference &difference, bool isPresentJson);

    models::ChangeListModel *m_changes = nullptr;
    QLabel *m_title = nullptr;
    QTableView *m_list = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_discard = nullptr;
    QByteArray m_present;
    QByteArray m_proposed;
    QString m_source;
    int m_comparison = 0; // the newest wins
};

} // namespace actionscope::ui
