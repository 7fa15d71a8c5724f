// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elidinglabel.h"

#include <QTest>

using namespace actionscope::ui;

class TestElidingLabel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAsMuchAsThereIsRoomFor()
    {
        ElidingLabel label;
        const QString text = QStringLiteral("Fits the parameters");
        label.setText(text);
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), text);
        label.resize(label.sizeHint().width() / 2, label.height());
        QVERIFY(label.shownText().endsWith(u'…'));
        QVERIFY(text.startsWith(label.shownText().chopped(1)));
        QCOMPARE(label.text(), text); // what a screen reader says is whole
        QVERIFY(label.minimumSizeHint().width() < label.width());
    }
};

QTEST_MAIN(TestElidingLabel)
#include "tst_elidinglabel.moc"
