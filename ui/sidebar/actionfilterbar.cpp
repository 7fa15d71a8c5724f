// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/actionfilterbar.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/sidebar/facetmenu.h"
#include "ui/widgets/flowlayout.h"

#include <QMenu>
#include <QToolButton>

namespace actionscope::ui {

namespace {

constexpr int longestChip = 22; // letters

QString shortened(const QString &text)
{
    return text.size() <= longestChip ? text : text.first(longestChip - 1) + u'…';
}

} // namespace

ActionFilterBar::ActionFilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("actionFilterBar"));
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::hair);
    buildFacets();
    buildEffects();
    buildSwitches();
    tell();
}

QToolButton *ActionFilterBar::addChip(const QString &objectName, const QString &text, const QString &explanation)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(objectName);
    chip->setText(text);
    chip->setToolTip(explanation);
    chip->setAccessibleName(explanation);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setFont(ThemeService::smallFont());
    setLook(chip, Look::Chip);
    layout()->addWidget(chip);
    return chip;
}

void ActionFilterBar::buildFacets()
{
    m_app = addChip(QStringLiteral("appFilterToolButton"), tr("App"), tr("Only the actions of one app"));
    m_tag = addChip(QStringLiteral("tagFilterToolButton"), tr("Tag"), tr("Only actions with a tag"));
    m_apps = new FacetMenu(QStringLiteral("appFacet"), tr("All apps"), this);
    m_tags = new FacetMenu(QStringLiteral("tagFacet"), tr("Any tag"), this);
    m_app->setMenu(m_apps);
    m_tag->setMenu(m_tags);
    for (QToolButton *chip : {m_app, m_tag})
        chip->setPopupMode(QToolButton::InstantPopup);
    connect(m_apps, &FacetMenu::picked, this, [this](const QString &key, const QString &name) {
        m_filter.appKey = key;
        show(m_app, key.isEmpty() ? tr("App") : name, !key.isEmpty());
        Q_EMIT filterChanged();
    });
    connect(m_tags, &FacetMenu::picked, this, [this](const QString &key, const QString &name) {
        m_filter.tag = key;
        show(m_tag, key.isEmpty() ? tr("Tag") : name, !key.isEmpty());
        Q_EMIT filterChanged();
    });
}

void ActionFilterBar::buildEffects()
{
    using api::ActionEffect;
    m_effect = addChip(
        QStringLiteral("effectFilterToolButton"), tr("Effect"), tr("Only actions that do this to the world"));
    m_effect->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_effect);
    const auto add = [this, menu](const char *name, const QString &text, std::optional<ActionEffect> effect) {
        QAction *action = menu->addAction(text, this, [this, text, effect] {
            m_filter.effect = effect;
            show(m_effect, effect ? text : tr("Effect"), effect.has_value());
            Q_EMIT filterChanged();
        });
        action->setObjectName(QLatin1String(name));
    };
    add("anyEffectAction", tr("Any Effect"), {});
    menu->addSeparator();
    add("readsEffectAction", tr("Reads"), ActionEffect::Reads);
    add("changesEffectAction", tr("Changes"), ActionEffect::Changes);
    add("sendsEffectAction", tr("Sends"), ActionEffect::Sends);
    add("deletesEffectAction", tr("Deletes"), ActionEffect::Deletes);
    add("unknownEffectAction", tr("Not Known"), ActionEffect::Unknown);
    m_effect->setMenu(menu);
}

void ActionFilterBar::buildSwitches()
{
    m_noAuth = addChip(QStringLiteral("noAuthFilterToolButton"), tr("No Auth"),
        tr("Only actions that need no connected account"));
    m_current = addChip(QStringLiteral("currentFilterToolButton"), tr("Hide Deprecated"),
        tr("Leave out actions that have a successor"));
    for (QToolButton *chip : {m_noAuth, m_current})
        chip->setCheckable(true);
    connect(m_noAuth, &QToolButton::toggled, this, [this](bool isOn) {
        m_filter.noAuthOnly = isOn;
        tell();
        Q_EMIT filterChanged();
    });
    connect(m_current, &QToolButton::toggled, this, [this](bool isOn) {
        m_filter.withDeprecated = !isOn;
        tell();
        Q_EMIT filterChanged();
    });
}

void ActionFilterBar::setFacets(const QList<catalog::ActionFacet> &apps, const QList<catalog::ActionFacet> &tags)
{
    m_apps->setFacets(apps);
    m_tags->setFacets(tags);
    m_tag->setVisible(!tags.isEmpty() || !m_filter.tag.isEmpty());
}

void ActionFilterBar::clear()
{
    if (!isNarrowing())
        return;
    for (QToolButton *chip : {m_noAuth, m_current}) {
        const QSignalBlocker quiet(chip); // told once for all of them
        chip->setChecked(false);
    }
    m_filter = {};
    show(m_app, tr("App"), false);
    show(m_tag, tr("Tag"), false);
    show(m_effect, tr("Effect"), false);
    tell();
    Q_EMIT filterChanged();
}

void ActionFilterBar::show(QToolButton *chip, const QString &text, bool isOn)
{
    chip->setText(shortened(text));
    setStyleFlag(chip, "on", isOn);
    updateGeometry();
}

void ActionFilterBar::tell()
{
    setStyleFlag(m_noAuth, "on", m_filter.noAuthOnly);
    setStyleFlag(m_current, "on", !m_filter.withDeprecated);
}

} // namespace actionscope::ui
