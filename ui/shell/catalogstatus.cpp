// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/catalogstatus.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLocale>

#include <algorithm>

namespace actionscope::ui {

using workspace::CatalogKeeper;

namespace {

constexpr int ageShownAnew = 20'000; // milliseconds
constexpr qsizetype troublesShown = 8;

QString numberText(qsizetype number) { return QLocale().toString(number); }

} // namespace

CatalogStatus::CatalogStatus(QWidget *parent, const Clock &clock)
    : QPushButton(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("windowCatalogStatus"));
    setLook(this, Look::QuietLink);
    setFont(ThemeService::smallFont());
    setCursor(Qt::PointingHandCursor);
    hide();
    m_ageTimer.setInterval(ageShownAnew);
    connect(&m_ageTimer, &QTimer::timeout, this, &CatalogStatus::showRest);
    connect(this, &QPushButton::clicked, this, &CatalogStatus::press);
}

void CatalogStatus::follow(CatalogKeeper *catalog)
{
    m_catalog = catalog;
    connect(catalog, &CatalogKeeper::catalogChanged, this, &CatalogStatus::showRest);
    connect(catalog, &CatalogKeeper::refreshStarted, this, [this] { say(tr("Reading the catalogue…"), {}); });
    connect(catalog, &CatalogKeeper::refreshProgress, this, &CatalogStatus::showProgress);
    connect(catalog, &CatalogKeeper::refreshFinished, this, &CatalogStatus::showRest);
    m_ageTimer.start();
}

void CatalogStatus::press()
{
    if (m_catalog->isRefreshing())
        m_catalog->cancel();
    else
        m_catalog->refresh();
}

void CatalogStatus::showProgress(const CatalogKeeper::Progress &progress)
{
    QString text = tr("Reading %1: %2").arg(progress.what, numberText(progress.done));
    if (progress.total > 0)
        text = tr("Reading %1: %2 of %3").arg(progress.what, numberText(progress.done), numberText(progress.total));
    if (progress.pause.count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(progress.pause).count();
        text = tr("The service is busy; reading %1 goes on in %2 s").arg(progress.what).arg(seconds);
    }
    say(text, {});
}

void CatalogStatus::showRest()
{
    if (m_catalog->isRefreshing())
        return;
    const catalog::Catalog &catalog = m_catalog->catalog();
    const QStringList troubles = m_catalog->troubles();
    setStyleFlag(this, "incomplete", !troubles.isEmpty());
    QStringList shown = troubles.mid(0, troublesShown);
    if (troubles.size() > troublesShown)
        shown.append(tr("And more: %1.").arg(troubles.size() - troublesShown));
    shown.append(tr("Press to read the catalogue anew."));
    const QString more = shown.join(QLatin1Char('\n'));
    if (catalog.isEmpty()) {
        say(tr("No actions known"), more);
        return;
    }
    const QString count = tr("%1 actions").arg(numberText(catalog.actions().size()));
    const QString age = catalog.syncedAt().isValid() ? ageText(catalog.syncedAt(), m_clock()) : tr("incomplete");
    say(count + QStringLiteral(", ") + age, more);
}

void CatalogStatus::say(const QString &text, const QString &more)
{
    setText(text);
    setToolTip(more.isEmpty() ? tr("Press to stop; what is known stays.") : more);
    setAccessibleName(tr("Catalogue: %1").arg(text));
    setAccessibleDescription(toolTip());
    show();
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = std::max<qint64>(0, then.secsTo(now)) / 60;
    if (minutes < 1)
        return CatalogStatus::tr("just now");
    if (minutes < 60)
        return CatalogStatus::tr("%1 min ago").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 48)
        return CatalogStatus::tr("%1 h ago").arg(hours);
    return CatalogStatus::tr("%1 days ago").arg(hours / 24);
}

} // namespace actionscope::ui
