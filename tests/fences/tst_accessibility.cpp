// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/environmentsdialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/composition.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;

namespace {

bool isInteractive(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus
        && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QAbstractScrollArea *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTabWidget *>(widget));
}

// Parts that Qt builds into a widget of ours: the line edit of a spin box, the view of a combo box, a header.
bool isQtsOwn(const QWidget *widget)
{
    const QString name = widget->objectName();
    if (name.startsWith(QLatin1String("qt_")))
        return true;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractItemView *>(parent) || qobject_cast<const QLineEdit *>(parent)
            || qobject_cast<const QTabBar *>(parent))
            return true;
    }
    return false;
}

QString lastWordOfClass(const QWidget *widget)
{
    QString name = QLatin1String(widget->metaObject()->className());
    name = name.section(QStringLiteral("::"), -1);
    return name.startsWith(QLatin1Char('Q')) && name.size() > 1 && name.at(1).isUpper() ? name.mid(1) : name;
}

// A worded button of a strip that waits hidden gets its words when it is shown.
bool waitsForItsWords(const QWidget *widget)
{
    if (!qobject_cast<const QPushButton *>(widget))
        return false;
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (widget->isHidden())
            return true;
    }
    return false;
}

bool hasSpokenName(const QWidget *root, const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return true;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
        button && !button->text().isEmpty())
        return true;
    const auto labels = root->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [widget](const QLabel *label) { return label->buddy() == widget && !label->text().isEmpty(); });
}

QStringList troublesIn(const QWidget *root)
{
    QStringList troubles;
    QStringList seen;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!isInteractive(widget) || isQtsOwn(widget))
            continue;
        const QString name = widget->objectName();
        const QString described = QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + name;
        if (!name.endsWith(lastWordOfClass(widget)))
            troubles.append(described + QStringLiteral(": the objectName does not end in its class"));
        else if (seen.contains(name))
            troubles.append(described + QStringLiteral(": two widgets have this objectName"));
        if (!waitsForItsWords(widget) && !hasSpokenName(root, widget))
            troubles.append(described + QStringLiteral(": neither an accessible name nor a label"));
        seen.append(name);
    }
    return troubles;
}

} // namespace

class TestAccessibility final : public QObject
{
    Q_OBJECT

    // Some pages are made when the window has been painted, or when they are asked for.
    static void openEveryPage(ui::Composition &composition, const QString &folder)
    {
        QFile file(folder + QStringLiteral("/collection.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(R"({"actionscope":1,"name":"One"})") > 0);
        file.close();
        composition.open({folder});
        const ui::MainWindow &window = composition.window();
        const auto isThere = [&window](const char *page) { return window.findChild<QWidget *>(QLatin1String(page)) != nullptr; };
        QTRY_VERIFY(isThere("sandboxPanel"));
        window.actions().action(QStringLiteral("request.matrix"))->trigger();
        QVERIFY(isThere("runPage"));
        QAction *check = window.actions().action(QStringLiteral("collection.check"));
        QTRY_VERIFY((check->trigger(), isThere("checkPage")));
    }

private Q_SLOTS:
    void everyWidgetOfTheWindowHasANameAndIsSpoken()
    {
        QTemporaryDir folder;
        ui::CompositionOptions options;
        options.configFolder = folder.path();
        ui::Composition composition(options);
        composition.show();
        openEveryPage(composition, folder.path());
        const QStringList troubles = troublesIn(&composition.window());
        QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(QLatin1Char('\n'))));
        QVERIFY(composition.window().findChildren<QLineEdit *>().size() > 3);
    }

    void everyWidgetOfTheEnvironmentsDialogHasANameAndIsSpoken()
    {
        ui::EnvironmentsDialog dialog({}, storage::SecretStore::Kind::Memory);
        dialog.show();
        const QStringList troubles = troublesIn(&dialog);
        QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(QLatin1Char('\n'))));
    }

    void noTwoCommandsShareTheirKeys()
    {
        QTemporaryDir folder;
        ui::CompositionOptions options;
        options.configFolder = folder.path();
        ui::Composition composition(options);
        const ui::ActionRegistry &actions = composition.window().actions();
        QVERIFY(actions.actions().size() > 5);
        QCOMPARE(actions.conflicts(), QStringList());
    }

    void theWalkFindsANamelessField()
    {
        QWidget page;
        new QLineEdit(&page);
        QCOMPARE(troublesIn(&page).size(), 2);
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
