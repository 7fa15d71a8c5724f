// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"
#include "app/storage/draft.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

namespace actionscope::ui {

class RequestPage;
class ResponsePage;

// Does what a diagnosis proposes: changes the request in the form, the environment, or asks the service anew. Also lets
// diagnoses lean on the catalogue. Nothing is sent but by Execute's own way.
class DiagnosisTries final : public QObject
{
    Q_OBJECT

public:
    DiagnosisTries(const MainWindowParts &parts, RequestPage *request, ResponsePage *response, QWidget *window);

private:
    void tellCatalog();
    void perform(const diagnosis::Try &wish, const storage::Draft &sent);
    void changeRequest(const diagnosis::Try &wish, const storage::Draft &sent);
    void switchApi(const QString &name);

    MainWindowParts m_parts;
    RequestPage *m_request;
    QWidget *m_window;
};

} // namespace actionscope::ui
