// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/faultpanel.h"

#include "ui/services/clipboard.h"
#include "ui/services/theme.h"
#include "ui/shell/faultswitch.h"
#include "ui/widgets/copybutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class PaperClipboard final : public Clipboard
{
public:
    void setText(const QString &text) override { m_text = text; }
    QString m_text;
};

} // namespace

// Faults made by controls.
class TestFaultPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<ThemeService>();
        m_panel = std::make_unique<FaultPanel>(*m_theme, m_clipboard);
        m_switch = new FaultSwitch(m_panel.get());
        m_panel->show();
    }

    void strikesOnlyWhileItIsOn();
    void saysTheSameForTheCommandLine_data();
    void saysTheSameForTheCommandLine();
    void explainsEveryKind();
    void takesSeveralFaults();
    void copiesTheOption();

private:
    template <typename T> [[nodiscard]] T *find(const char *name) { return m_panel->findChild<T *>(QLatin1String(name)); }
    void chooseKind(const QString &name)
    {
        auto *kinds = find<QComboBox>("faultKindComboBox");
        kinds->setCurrentIndex(kinds->findText(name));
        Q_EMIT kinds->activated(kinds->currentIndex());
    }
    [[nodiscard]] QString text() { return find<QLabel>("faultTextLabel")->text(); }

    PaperClipboard m_clipboard;
    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<FaultPanel> m_panel;
    FaultSwitch *m_switch = nullptr;
};

void TestFaultPanel::strikesOnlyWhileItIsOn()
{
    QSignalSpy changed(m_switch, &FaultSwitch::changed);
    QCOMPARE(text(), QStringLiteral("--fault status=503")); // ready to be switched on
    QCOMPARE(m_switch->spec(), sandbox::FaultSpec());
    find<QSpinBox>("faultNumberSpinBox")->setValue(429);
    QCOMPARE(changed.count(), 0);
    find<QCheckBox>("faultsCheckBox")->click();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_switch->spec(), *sandbox::readFaults("status=429"));
    find<QSpinBox>("faultRateSpinBox")->setValue(30);
    QCOMPARE(m_switch->spec(), *sandbox::readFaults("status=429@30%"));
    find<QCheckBox>("faultsCheckBox")->click();
    QCOMPARE(changed.last().first().value<sandbox::FaultSpec>(), sandbox::FaultSpec());
}

void TestFaultPanel::saysTheSameForTheCommandLine_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("number"); // -1: as it is
    QTest::addColumn<int>("rate");
    QTest::addColumn<bool>("strikesAll");
    QTest::addColumn<QString>("text");
    QTest::newRow("as usual") << "latency" << -1 << 100 << false << "--fault latency=1000";
    QTest::newRow("a number") << "status" << 418 << 100 << false << "--fault status=418";
    QTest::newRow("now and then") << "html" << -1 << 25 << false << "--fault html=502@25%,seed=7";
    QTest::newRow("every request, and no number") << "hang" << -1 << 100 << true << "--fault hang:all";
    QTest::newRow("drawn anew each time") << "jitter" << 50 << 100 << false << "--fault jitter=50,seed=7";
    QTest::newRow("below nothing") << "wrong-length" << -5 << 100 << false << "--fault wrong-length=-5";
}

void TestFaultPanel::saysTheSameForTheCommandLine()
{
    QFETCH(QString, kind);
    QFETCH(int, number);
    QFETCH(int, rate);
    QFETCH(bool, strikesAll);
    QFETCH(QString, text);
    chooseKind(kind);
    if (number != -1)
        find<QSpinBox>("faultNumberSpinBox")->setValue(number);
    find<QSpinBox>("faultRateSpinBox")->setValue(rate);
    find<QCheckBox>("faultStrikesAllCheckBox")->setChecked(strikesAll);
    if (text.contains(QLatin1String("seed")))
        find<QSpinBox>("faultSeedSpinBox")->setValue(7);
    QCOMPARE(this->text(), text);
    find<QCheckBox>("faultsCheckBox")->click();
    QCOMPARE(m_switch->spec(), *sandbox::readFaults(text.mid(8).toUtf8())); // what it says is what strikes
}

void TestFaultPanel::explainsEveryKind()
{
    auto *kinds = find<QComboBox>("faultKindComboBox");
    QCOMPARE(kinds->count(), int(sandbox::faultWords().size()));
    QSet<QString> sentences;
    for (const sandbox::FaultWord &word : sandbox::faultWords()) {
        chooseKind(QString::fromLatin1(word.name));
        sentences.insert(find<QLabel>("faultSentenceLabel")->text());
        auto *number = find<QSpinBox>("faultNumberSpinBox");
        QCOMPARE(number->isVisible(), word.most != 0);
        QCOMPARE(number->value(), int(word.usual));
    }
    QCOMPARE(sentences.size(), kinds->count());
}

void TestFaultPanel::takesSeveralFaults()
{
    auto *list = find<QListView>("faultsListView");
    find<QPushButton>("addFaultPushButton")->click();
    QCOMPARE(list->model()->rowCount(), 2);
    chooseKind(QStringLiteral("latency"));
    QCOMPARE(text(), QStringLiteral("--fault status=503,latency=1000"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(find<QComboBox>("faultKindComboBox")->currentText(), QStringLiteral("status"));
    find<QSpinBox>("faultRateSpinBox")->setValue(50);
    QCOMPARE(text(), QStringLiteral("--fault status=503@50%,latency=1000,seed=1"));
    QCOMPARE(list->currentIndex().row(), 0); // a change does not lead away
    find<QCheckBox>("faultsCheckBox")->click();
    find<QPushButton>("removeFaultPushButton")->click();
    QCOMPARE(m_switch->spec(), *sandbox::readFaults("latency=1000"));
    find<QPushButton>("removeFaultPushButton")->click();
    QCOMPARE(m_switch->spec(), sandbox::FaultSpec());
    QCOMPARE(text(), QStringLiteral("No fault is chosen."));
    QVERIFY(!find<QPushButton>("removeFaultPushButton")->isEnabled());
    for (int i = 0; i < 20; ++i)
        find<QPushButton>("addFaultPushButton")->click();
    QVERIFY(!find<QPushButton>("addFaultPushButton")->isEnabled()); // there is an end to it
    QCOMPARE(list->model()->rowCount(), 8);
}

void TestFaultPanel::copiesTheOption()
{
    find<CopyButton>("copyFaultsCopyButton")->click();
    QCOMPARE(m_clipboard.m_text, QStringLiteral("--fault status=503"));
}

QTEST_MAIN(TestFaultPanel)
#include "tst_faultpanel.moc"
