// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elidedlabel.h"

#include <QTest>

using namespace actionscope::ui;

class TestElidedLabel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAsMuchAsThereIsRoomFor()
    {
        ElidedLabel label(Qt::ElideRight);
        const QString text = QStringLiteral("Fits the parameters of the action, every one of them");
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

QTEST_MAIN(TestElidedLabel)
#include "tst_elidedlabel.moc"
