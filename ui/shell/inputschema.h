// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QTimer>

namespace actionscope {
struct Error;
}

namespace actionscope::api {
struct ActionInfo;
}

namespace actionscope::ui {

class RequestPage;

// Brings the schema of the action that is typed to the input's form. The draft is never touched by it.
class InputSchema final : public QObject
{
    Q_OBJECT

public:
    InputSchema(const MainWindowParts &parts, RequestPage *page, QObject *parent = nullptr);

private:
    void follow();
    void ask();
    void takeAction(const api::ActionInfo &action);
    void takeTrouble(const QString &actionId, const Error &error);
    [[nodiscard]] bool isId(const QString &text) const;
    [[nodiscard]] bool isMeant(const QString &actionId) const;

    MainWindowParts m_parts;
    RequestPage *m_page;
    QTimer m_typing; // an id is asked for when it is typed, not while
    QString m_actionId;
    QByteArray m_shown; // the schema that the form is of
    bool m_isKnown = false;
};

} // namespace actionscope::ui
