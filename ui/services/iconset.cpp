// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/iconset.h"

#include "ui/services/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

namespace actionscope::ui {

namespace {

Q_LOGGING_CATEGORY(log, "actionscope.ui.icons")

// Draws one SVG in the colour its role has at that moment, so an icon follows a change of theme by itself.
class TintedSvgEngine final : public QIconEngine
{
public:
    TintedSvgEngine(const ThemeService &theme, const QString &name, const QByteArray &svg, ColorRole role)
        : m_theme(&theme)
        , m_name(name)
        , m_svg(svg)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor color = colorFor(mode);
        const QString cached = QStringLiteral("actionscope/%1/%2/%3x%4")
                                   .arg(m_name, color.name(QColor::HexArgb))
                                   .arg(size.width())
                                   .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(cached, &pixmap))
            return pixmap;
        QByteArray tinted = m_svg;
        tinted.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(tinted);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const qreal side = qMin(size.width(), size.height());
        renderer.render(&painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
        painter.end();
        QPixmapCache::insert(cached, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedSvgEngine(*this); }
    QString key() const override { return QStringLiteral("actionscope"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        if (!m_theme)
            return Qt::gray;
        return m_theme->color(mode == QIcon::Disabled ? ColorRole::Muted : m_role);
    }

    QPointer<const ThemeService> m_theme;
    QString m_name;
    QByteArray m_svg;
    ColorRole m_role;
};

} // namespace

QIcon themedIcon(const ThemeService &theme, const QString &name)
{
    return themedIcon(theme, name, int(ColorRole::Text));
}

QIcon themedIcon(const ThemeService &theme, const QString &name, int colorRole)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(log) << "there is no icon named" << name;
        return {};
    }
    return QIcon(new TintedSvgEngine(theme, name, file.readAll(), ColorRole(colorRole)));
}

} // namespace actionscope::ui
