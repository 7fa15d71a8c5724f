// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/themefile.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace actionscope::ui {

namespace {

Q_LOGGING_CATEGORY(log, "actionscope.ui.theme")

constexpr std::array<const char *, std::size_t(ColorRole::Count)> roleNames {"surface", "raised", "sunken",
    "line", "text", "muted", "accent", "onAccent", "selection", "good", "goodGround", "bad", "badGround",
    "warn", "warnGround", "running", "runningGround", "jsonKey", "jsonString", "jsonNumber", "jsonWord"};

QByteArray resourceText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(log) << "cannot read" << path << file.errorString();
        return {};
    }
    return file.readAll();
}

QColor mixed(const QColor &from, const QColor &to, float share)
{
    const auto channel = [share](int a, int b) { return a + qRound(float(b - a) * share); };
    return {
        channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

QString cssColor(QColor color, qreal alpha = 1)
{
    if (alpha >= 1)
        return color.name();
    return QStringLiteral("rgba(%1, %2, %3, %4%)")
        .arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(qRound(alpha * 100));
}

QHash<QString, QString> placeholders(const Theme &theme)
{
    QHash<QString, QString> values;
    for (std::size_t i = 0; i < roleNames.size(); ++i)
        values.insert(roleName(ColorRole(i)), cssColor(theme.colors[i]));
    const QColor text = theme.color(ColorRole::Text);
    const QColor accent = theme.color(ColorRole::Accent);
    values.insert(QStringLiteral("id"), theme.id);
    values.insert(QStringLiteral("hover"), cssColor(text, 0.06));
    values.insert(QStringLiteral("pressed"), cssColor(text, 0.12));
    values.insert(QStringLiteral("accentSoft"), cssColor(accent, 0.16));
    values.insert(QStringLiteral("accentHover"), cssColor(mixed(accent, text, 0.15F)));
    values.insert(QStringLiteral("accentPressed"), cssColor(mixed(accent, text, 0.35F)));
    values.insert(QStringLiteral("lineStrong"),
        cssColor(mixed(theme.color(ColorRole::Line), theme.color(ColorRole::Muted), 0.4F)));
    return values;
}

} // namespace

QString roleName(ColorRole role) { return QLatin1String(roleNames[std::size_t(role)]); }

std::optional<Theme> readTheme(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject colors = object.value(u"colors").toObject();
    Theme theme;
    theme.id = object.value(u"id").toString();
    theme.isDark = object.value(u"dark").toBool();
    for (std::size_t i = 0; i < roleNames.size(); ++i) {
        const QColor color(colors.value(roleName(ColorRole(i))).toString());
        if (!color.isValid()) {
            qCCritical(log) << "theme" << theme.id << "has no colour for" << roleNames[i];
            return {};
        }
        theme.colors[i] = color;
    }
    return theme;
}

Theme builtInTheme(const QString &id)
{
    return readTheme(resourceText(QStringLiteral(":/themes/%1.json").arg(id))).value_or(Theme {});
}

QPalette paletteFor(const Theme &theme)
{
    const auto color = [&theme](ColorRole role) { return theme.color(role); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Surface));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Raised));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Surface));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Raised));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::Muted));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::Button, color(ColorRole::Raised));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::BrightText, color(ColorRole::Bad));
    palette.setColor(QPalette::Highlight, color(ColorRole::Accent));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::OnAccent));
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    palette.setColor(QPalette::Light, color(ColorRole::Raised));
    palette.setColor(QPalette::Midlight, color(ColorRole::Sunken));
    palette.setColor(QPalette::Mid, color(ColorRole::Line));
    palette.setColor(QPalette::Dark, color(ColorRole::Muted));
    palette.setColor(QPalette::Shadow, color(ColorRole::Line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Muted));
    return palette;
}

QString styleSheetFor(const Theme &theme)
{
    static const QRegularExpression placeholder(QStringLiteral("@([A-Za-z]+)"));
    QString sheet = QString::fromUtf8(resourceText(QStringLiteral(":/themes/style.qss")));
    // The comment at the head names placeholders too; it is of no use to Qt.
    sheet.remove(0, sheet.indexOf(QLatin1String("*/")) + 2);
    const QHash<QString, QString> values = placeholders(theme);
    QString filled;
    filled.reserve(sheet.size());
    qsizetype done = 0;
    for (auto hits = placeholder.globalMatch(sheet); hits.hasNext();) {
        const QRegularExpressionMatch hit = hits.next();
        const auto value = values.constFind(hit.captured(1));
        if (value == values.cend())
            qCCritical(log) << "the style sheet asks for unknown" << hit.captured();
        filled += QStringView(sheet).mid(done, hit.capturedStart() - done);
        filled += value == values.cend() ? QString() : *value;
        done = hit.capturedEnd();
    }
    filled += QStringView(sheet).mid(done);
    return filled;
}

} // namespace actionscope::ui
