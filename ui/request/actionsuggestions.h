// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QLineEdit;

namespace actionscope::ui {

class ActionPopup;
class ThemeService;

// Lets a person find an action from the field that takes its id: what is typed is looked for with every key, and Enter
// takes the row that is chosen. An id typed by hand stays as it is, whether the catalogue knows it or not.
class ActionSuggestions final : public QObject
{
    Q_OBJECT

public:
    // `field` is its parent.
    ActionSuggestions(const ThemeService &theme, QLineEdit *field);
    ~ActionSuggestions() override;

    void setIndex(const catalog::ActionIndex &index);
    // Ids, as ActionSearch takes them.
    void setUse(const QStringList &favourites, const QStringList &recents);
    // What to say as long as there is no catalogue.
    void setEmptyText(const QString &text);
    [[nodiscard]] const catalog::ActionIndex &index() const { return m_index; }

    void open();
    void close();

Q_SIGNALS:
    // The field is left to whoever fills it.
    void chosen(const actionscope::api::ActionInfo &action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isOpen() const;
    void lookFor(const QString &text);
    void followTyping(const QString &text);
    [[nodiscard]] bool takeKey(const QKeyEvent *event);
    [[nodiscard]] bool takeKeyOfList(int key);
    void choose(const QString &id);

    QLineEdit *m_field;
    QPointer<ActionPopup> m_popup;
    catalog::ActionIndex m_index;
    catalog::ActionSearch m_search;
    bool m_isMoved = false; // a row was chosen by hand
    bool m_isDismissed = false; // while there is no catalogue
};

} // namespace actionscope::ui
