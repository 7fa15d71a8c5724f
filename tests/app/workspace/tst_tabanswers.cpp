// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/tabanswers.h"

#include <QTest>

using namespace actionscope;
using workspace::TabAnswer;
using workspace::TabAnswers;

namespace {

constexpr qsizetype kilobyte = 1000;

void answer(TabAnswers &answers, quint64 tab, const char *historyId)
{
    TabAnswer &kept = answers.of(tab);
    kept.kind = TabAnswer::Kind::Fresh;
    kept.body = QByteArray(kilobyte, 'x');
    kept.record.entry.exchange.answer.body = kept.body;
    kept.record.entry.id = QString::fromLatin1(historyId);
    answers.bringToFront(tab);
    answers.makeRoom();
}

} // namespace

class TestTabAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRequestKeepsItsOwn();
    void theOneInFrontLongestAgoGoesFirst();
    void theOneInFrontStaysWhateverItsSize();
    void whatIsClosedIsNotHeld();
};

void TestTabAnswers::eachRequestKeepsItsOwn()
{
    TabAnswers answers(10 * kilobyte);
    answer(answers, 1, "a");
    QCOMPARE(answers.of(1).record.entry.id, QStringLiteral("a"));
    QVERIFY(answers.of(2).kind == TabAnswer::Kind::Nothing);
    QCOMPARE(answers.held(), kilobyte); // the body of the record is the same bytes
}

void TestTabAnswers::theOneInFrontLongestAgoGoesFirst()
{
    TabAnswers answers(2 * kilobyte);
    answer(answers, 1, "a");
    answer(answers, 2, "b");
    answers.bringToFront(1);
    answer(answers, 3, "c");
    QVERIFY(answers.of(1).kind == TabAnswer::Kind::Fresh);
    QVERIFY(answers.of(2).kind == TabAnswer::Kind::LetGo);
    QVERIFY(answers.of(2).body.isEmpty());
    QCOMPARE(answers.of(2).record.entry.id, QStringLiteral("b")); // to bring it back with
    QVERIFY(answers.of(3).kind == TabAnswer::Kind::Fresh);
    QVERIFY(answers.held() <= 2 * kilobyte);
}

void TestTabAnswers::theOneInFrontStaysWhateverItsSize()
{
    TabAnswers answers(kilobyte / 2);
    answer(answers, 1, "a");
    QVERIFY(answers.of(1).kind == TabAnswer::Kind::Fresh);
    answer(answers, 2, "b");
    QVERIFY(answers.of(1).kind == TabAnswer::Kind::LetGo);
    QVERIFY(answers.of(2).kind == TabAnswer::Kind::Fresh);
}

void TestTabAnswers::whatIsClosedIsNotHeld()
{
    TabAnswers answers(10 * kilobyte);
    answer(answers, 1, "a");
    answer(answers, 2, "b");
    answers.keepOnly({2});
    QCOMPARE(answers.held(), kilobyte);
    QVERIFY(answers.of(1).kind == TabAnswer::Kind::Nothing);
}

QTEST_GUILESS_MAIN(TestTabAnswers)
#include "tst_tabanswers.moc"
