// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/clipboard.h"
#include "ui/services/theme.h"
#include "ui/widgets/copybutton.h"

#include <QTest>

using namespace actionscope::ui;

namespace {

class RememberingClipboard final : public Clipboard
{
public:
    void setText(const QString &text) override { last = text; }
    QString last;
};

} // namespace

class tst_CopyButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAndConfirms();
};

void tst_CopyButton::copiesAndConfirms()
{
    const ThemeService theme;
    RememberingClipboard clipboard;
    CopyButton button(theme, clipboard);
    button.setCopied(QStringLiteral("5f0c"), QStringLiteral("Copy the request id"));
    QCOMPARE(button.toolTip(), QStringLiteral("Copy the request id"));
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(clipboard.last, QStringLiteral("5f0c"));
    QCOMPARE(button.toolTip(), QStringLiteral("Copied"));
    // The confirmation is short.
    QTRY_COMPARE(button.toolTip(), QStringLiteral("Copy the request id"));
    // A new text has nothing confirmed.
    QTest::mouseClick(&button, Qt::LeftButton);
    button.setCopied(QStringLiteral("77"), QStringLiteral("Copy the log id"));
    QCOMPARE(button.toolTip(), QStringLiteral("Copy the log id"));
}

QTEST_MAIN(tst_CopyButton)
#include "tst_copybutton.moc"
