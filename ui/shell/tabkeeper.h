// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/storage/draft.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace actionscope::storage {
enum class Overwrite;
}

namespace actionscope::ui {

class ConflictStrip;
class RequestExtras;
class RequestPage;
class RequestTabs;

// Joins the requests that are open to their tabs, to the form and to their files: shows the one in front, saves it, and
// keeps all of them safe from a crash.
class TabKeeper final : public QObject
{
    Q_OBJECT

public:
    TabKeeper(const MainWindowParts &parts, RequestPage *page, RequestExtras *extras, RequestTabs *tabs,
        ConflictStrip *conflict, QObject *parent = nullptr);

    // Brings back what was open the last time, else the example.
    void restore();
    void openNew();
    void openFile(const QString &path);
    void save(int index);
    void saveAs(int index);
    void saveCurrent();
    void saveCurrentAs();
    void close(int index);
    void closeCurrent();
    // What stands in the form becomes what is open in front; the file follows on save.
    void takeForm();
    // For the end of the program: the store's end waits for it.
    void storeNow();

Q_SIGNALS:
    void restored();
    void currentShown(); // another request stands in the form
    void failed(const actionscope::Error &error);

private:
    void connectParts();
    void showCurrent();
    void catchUp();
    void showLabel(int index);
    void showConflict();
    void showDifference();
    void readFiles();
    void finishRestoring();
    void write(int index, const QString &path, storage::Overwrite overwrite);
    [[nodiscard]] int defaultTimeout() const;

    MainWindowParts m_parts;
    RequestPage *m_page;
    RequestExtras *m_extras;
    RequestTabs *m_tabs;
    QPointer<ConflictStrip> m_conflict;
    storage::Draft m_shown; // as the form had it when it was shown or taken last
    QTimer m_storing; // after a moment without a keystroke
    QStringList m_waiting; // files to open when what was open before is back
    bool m_isRestored = false;
    bool m_isTouched = false; // a person was quicker than the disk
};

} // namespace actionscope::ui
