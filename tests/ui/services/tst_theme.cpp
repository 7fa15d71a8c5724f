// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/services/themefile.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace actionscope::ui;

namespace {

QList<Theme> shippedThemes()
{
    QList<Theme> themes;
    const QDir folder(QStringLiteral(":/themes"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}))
        themes.append(builtInTheme(name.chopped(5)));
    return themes;
}

double luminance(const QColor &color)
{
    const auto linear = [](float channel) {
        return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastMeasureIsRight();
    void textIsReadable_data();
    void textIsReadable();
    void fileMustNameEveryRole();
    void styleSheetIsFilled_data();
    void styleSheetIsFilled();
    void switchingChangesWidgets();
    void choosingTheSameIsSilent();
    void systemFollowsTheStartPalette();
    void fontsAreThreeSizes();
    void lookCanChangeWhileShown();
    void placeholderIsReadable();
};

void tst_Theme::contrastMeasureIsRight()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(qRound(contrast(Qt::white, Qt::white)), 1);
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("ground");
    using R = ColorRole;
    QList<std::pair<R, R>> pairs {{R::OnAccent, R::Accent}, {R::Accent, R::Selection},
        {R::Good, R::GoodGround}, {R::Bad, R::BadGround}, {R::Warn, R::WarnGround},
        {R::Running, R::RunningGround}, {R::Raised, R::Warn}};
    for (const R ground : {R::Surface, R::Raised, R::Sunken, R::Selection, R::GoodGround, R::BadGround,
             R::WarnGround, R::RunningGround}) {
        pairs.append({R::Text, ground});
        pairs.append({R::Muted, ground});
    }
    for (const R ground : {R::Surface, R::Raised, R::Selection}) {
        for (const R text : {R::Accent, R::Good, R::Bad, R::Warn, R::Running, R::JsonKey, R::JsonString,
                 R::JsonNumber, R::JsonWord})
            pairs.append({text, ground});
    }
    const QList<Theme> themes = shippedThemes();
    QVERIFY(themes.size() >= 2);
    for (const Theme &theme : themes) {
        for (const auto &[text, ground] : pairs) {
            QTest::newRow(
                qPrintable(QStringLiteral("%1: %2 on %3").arg(theme.id, roleName(text), roleName(ground))))
                << theme << text << ground;
        }
    }
}

void tst_Theme::textIsReadable()
{
    QFETCH(Theme, theme);
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, ground);
    const double measured = contrast(theme.color(text), theme.color(ground));
    QVERIFY2(measured >= 4.5, qPrintable(QStringLiteral("only %1:1").arg(measured, 0, 'f', 2)));
}

void tst_Theme::fileMustNameEveryRole()
{
    QVERIFY(!readTheme("{}"));
    QFile file(QStringLiteral(":/themes/dark.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QVERIFY(readTheme(whole));
    QVERIFY(readTheme(whole)->isDark);
    QByteArray torn = whole;
    torn.replace("\"muted\"", "\"mute\"");
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("no colour for muted")));
    QVERIFY(!readTheme(torn));
}

void tst_Theme::styleSheetIsFilled_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void tst_Theme::styleSheetIsFilled()
{
    QFETCH(QString, id);
    const QString sheet = styleSheetFor(builtInTheme(id));
    QVERIFY(sheet.contains(builtInTheme(id).color(ColorRole::Accent).name()));
    QVERIFY(!sheet.contains(u'@'));
    // What it draws with is there.
    static const QRegularExpression image(QStringLiteral("url\\(([^)]+)\\)"));
    for (auto hits = image.globalMatch(sheet); hits.hasNext();) {
        const QString path = hits.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
}

void tst_Theme::switchingChangesWidgets()
{
    ThemeService service;
    service.setChoice(ThemeChoice::Light);
    QWidget window;
    QLineEdit field(&window);
    window.show();
    const QColor light = window.palette().color(QPalette::Window);
    QCOMPARE(light, service.color(ColorRole::Surface));
    QSignalSpy changed(&service, &ThemeService::themeChanged);
    service.setChoice(ThemeChoice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(service.theme().isDark);
    QCOMPARE(window.palette().color(QPalette::Window), service.color(ColorRole::Surface));
    QVERIFY(window.palette().color(QPalette::Window).lightness() < light.lightness());
    // What is really painted, in the middle of a field.
    QCOMPARE(field.grab().toImage().pixelColor(field.rect().center()), service.color(ColorRole::Raised));
}

void tst_Theme::choosingTheSameIsSilent()
{
    ThemeService service;
    service.setChoice(ThemeChoice::Light);
    QSignalSpy changed(&service, &ThemeService::themeChanged);
    service.setChoice(ThemeChoice::Light);
    QCOMPARE(changed.count(), 0);
}

// Without a desktop to ask, the palette at the start decides.
void tst_Theme::systemFollowsTheStartPalette()
{
    for (const bool dark : {true, false}) {
        QPalette palette;
        palette.setColor(QPalette::Window, dark ? Qt::black : Qt::white);
        QApplication::setPalette(palette);
        ThemeService service;
        QCOMPARE(service.choice(), ThemeChoice::System);
        QCOMPARE(service.theme().isDark, dark);
    }
}

void tst_Theme::fontsAreThreeSizes()
{
    QVERIFY(ThemeService::smallFont().pointSizeF() < QApplication::font().pointSizeF());
    QVERIFY(ThemeService::titleFont().pointSizeF() > QApplication::font().pointSizeF());
    QCOMPARE(ThemeService::monospaceFont().pointSizeF(), QApplication::font().pointSizeF());
}

void tst_Theme::lookCanChangeWhileShown()
{
    ThemeService service;
    service.setChoice(ThemeChoice::Light);
    QWidget window;
    window.resize(200, 80);
    QPushButton button(&window);
    button.resize(120, 40);
    window.show();
    const auto ground = [&] { return button.grab().toImage().pixelColor(60, 20); };
    setLook(&button, Look::Primary);
    QCOMPARE(ground(), service.color(ColorRole::Accent));
    setLook(&button, Look::Plain);
    QCOMPARE(ground(), service.color(ColorRole::Raised));
}

void tst_Theme::placeholderIsReadable()
{
    ThemeService service;
    service.setChoice(ThemeChoice::Dark);
    QLineEdit field;
    field.show();
    QCOMPARE(field.palette().color(QPalette::PlaceholderText), service.color(ColorRole::Muted));
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
