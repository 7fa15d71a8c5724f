// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/iconset.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace actionscope::ui;

namespace {

// The colour of the most opaque pixel, and nothing when all is clear.
QColor ink(const QImage &image)
{
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

class tst_IconSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsDrawnInItsGrid_data();
    void everyIconIsDrawnInItsGrid();
    void followsTheTheme();
    void takesTheColourOfARole();
    void isSharpOnADenseScreen();
    void unknownNameIsNullAndLogged();
};

void tst_IconSet::everyIconIsDrawnInItsGrid_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files
        = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    QVERIFY(files.size() >= 36);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void tst_IconSet::everyIconIsDrawnInItsGrid()
{
    QFETCH(QString, name);
    ThemeService theme;
    const QImage image = themedIcon(theme, name).pixmap(40, 40).toImage();
    QCOMPARE(image.size(), QSize(40, 40));
    QVERIFY(ink(image).alpha() > 200);
    // Nothing is cut off: the outermost line stays clear.
    for (int i = 0; i < 40; ++i) {
        for (const QPoint at : {QPoint(i, 0), QPoint(i, 39), QPoint(0, i), QPoint(39, i)})
            QVERIFY2(image.pixelColor(at).alpha() < 40,
                qPrintable(QStringLiteral("%1, %2").arg(at.x()).arg(at.y())));
    }
}

void tst_IconSet::followsTheTheme()
{
    ThemeService theme;
    theme.setChoice(ThemeChoice::Light);
    const QIcon icon = themedIcon(theme, QStringLiteral("stop"));
    QCOMPARE(ink(icon.pixmap(20, 20).toImage()).rgb(), theme.color(ColorRole::Text).rgb());
    theme.setChoice(ThemeChoice::Dark);
    // The same icon, not a new one.
    QCOMPARE(ink(icon.pixmap(20, 20).toImage()).rgb(), theme.color(ColorRole::Text).rgb());
}

void tst_IconSet::takesTheColourOfARole()
{
    ThemeService theme;
    const QIcon icon = themedIcon(theme, QStringLiteral("stop"), int(ColorRole::Bad));
    QCOMPARE(ink(icon.pixmap(20, 20).toImage()).rgb(), theme.color(ColorRole::Bad).rgb());
    const QImage disabled = icon.pixmap(20, 20, QIcon::Disabled).toImage();
    QCOMPARE(ink(disabled).rgb(), theme.color(ColorRole::Muted).rgb());
}

// Drawn at twice the pixels, not a small one blown up: a blown-up edge has steps of two equal pixels.
void tst_IconSet::isSharpOnADenseScreen()
{
    ThemeService theme;
    const QIcon icon = themedIcon(theme, QStringLiteral("slash-circle"));
    const QPixmap pixmap = icon.pixmap(QSize(20, 20), 2);
    QCOMPARE(pixmap.size(), QSize(40, 40));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QImage canvas(40, 40, QImage::Format_ARGB32_Premultiplied);
    canvas.setDevicePixelRatio(2);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    icon.paint(&painter, QRect(0, 0, 20, 20));
    painter.end();
    int differing = 0;
    for (int y = 0; y < 40; y += 2) {
        for (int x = 0; x < 40; x += 2)
            differing += canvas.pixel(x, y) != canvas.pixel(x + 1, y + 1) ? 1 : 0;
    }
    QVERIFY(differing > 40);
}

void tst_IconSet::unknownNameIsNullAndLogged()
{
    ThemeService theme;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no icon named")));
    QVERIFY(themedIcon(theme, QStringLiteral("no-such-icon")).isNull());
}

QTEST_MAIN(tst_IconSet)
#include "tst_iconset.moc"
