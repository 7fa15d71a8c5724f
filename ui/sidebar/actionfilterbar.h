// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QWidget>

class QToolButton;

namespace actionscope::ui {

class FacetMenu;

// Which actions the panel looks at, as a row of chips. One that narrows the list says so by its text and ground.
class ActionFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionFilterBar(QWidget *parent = nullptr);

    // What there is to choose from. A choice that is not among it stays, so that a new catalogue changes nothing unasked.
    void setFacets(const QList<catalog::ActionFacet> &apps, const QList<catalog::ActionFacet> &tags);
    [[nodiscard]] const catalog::ActionFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isNarrowing() const { return m_filter != catalog::ActionFilter(); }
    void clear();

Q_SIGNALS:
    void filterChanged();

private:
    QToolButton *addChip(const QString &objectName, const QString &text, const QString &explanation);
    void buildFacets();
    void buildEffects();
    void buildSwitches();
    void show(QToolButton *chip, const QString &text, bool isOn);
    void tell();

    catalog::ActionFilter m_filter;
    QToolButton *m_app = nullptr;
    QToolButton *m_tag = nullptr;
    QToolButton *m_effect = nullptr;
    QToolButton *m_noAuth = nullptr;
    QToolButton *m_current = nullptr;
    FacetMenu *m_apps = nullptr;
    FacetMenu *m_tags = nullptr;
};

} // namespace actionscope::ui
