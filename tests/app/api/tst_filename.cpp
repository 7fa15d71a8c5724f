// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/filename.h"

#include <QTest>

using namespace actionscope::api;

// What a body is saved as when the person does not say: the sender's name without its dangers, or one of our own.
class TestFileName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheSendersName_data();
    void takesTheSendersName();
    void makesANameOfItsOwn_data();
    void makesANameOfItsOwn();
    void keepsNamesShort();
};

namespace {

const QDateTime moment(QDate(2026, 5, 20), QTime(12, 0, 7));

} // namespace

void TestFileName::takesTheSendersName_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *disposition, const QString &expected) {
        QTest::newRow(name) << QByteArray(disposition) << expected;
    };
    const QString own = QStringLiteral("A_B-2026-05-20-120007.json");
    row("quoted", "attachment; filename=\"report 1.csv\"", QStringLiteral("report 1.csv"));
    row("bare", "inline; filename=report.csv", QStringLiteral("report.csv"));
    row("extended", "attachment; filename=\"x\"; filename*=UTF-8''na%C3%AFve.txt", QStringLiteral("naïve.txt"));
    row("extended in latin-1", "attachment; filename*=iso-8859-1''%e9.txt", QStringLiteral("é.txt"));
    row("extended and broken", "attachment; filename*=x; filename=b.txt", QStringLiteral("b.txt"));
    row("extended in no charset", "attachment; filename*=none''a; filename=b.txt", QStringLiteral("b.txt"));
    row("folders", "attachment; filename=\"../../etc/passwd\"", QStringLiteral("passwd"));
    row("encoded folders", "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", QStringLiteral("passwd"));
    row("other folders", "attachment; filename=\"C:\\\\temp\\\\a.txt\"", QStringLiteral("a.txt"));
    row("hidden", "attachment; filename=\".bashrc\"", QStringLiteral("bashrc"));
    row("an option", "attachment; filename=\"-rf\"", QStringLiteral("rf"));
    row("line break", "attachment; filename*=UTF-8''a%0d%0ab%00.txt", QStringLiteral("ab.txt"));
    row("turned around", "attachment; filename*=UTF-8''a%E2%80%AEgpj.exe", QStringLiteral("agpj.exe"));
    row("reserved signs", "attachment; filename=\"a:b*c?.txt\"", QStringLiteral("abc.txt"));
    row("dots only", "attachment; filename=\"..\"", own);
    row("a folder only", "attachment; filename=\"a/\"", own);
    row("no name", "attachment", own);
}

void TestFileName::takesTheSendersName()
{
    QFETCH(const QByteArray, disposition);
    const HeaderList headers {{"Content-Disposition", disposition}};
    QTEST(suggestedFileName(headers, BodyForm::Json, QStringLiteral("A_B"), moment), "name");
}

void TestFileName::makesANameOfItsOwn_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<BodyForm>("form");
    QTest::addColumn<QString>("name");
    QTest::newRow("json") << QStringLiteral("GITHUB_STAR") << moment << BodyForm::Json
                          << QStringLiteral("GITHUB_STAR-2026-05-20-120007.json");
    QTest::newRow("png") << QStringLiteral("A") << moment << BodyForm::Png
                         << QStringLiteral("A-2026-05-20-120007.png");
    QTest::newRow("odd action") << QStringLiteral("../x") << moment << BodyForm::Binary
                                << QStringLiteral("x-2026-05-20-120007.bin");
    QTest::newRow("no action") << QString() << moment << BodyForm::Text
                               << QStringLiteral("answer-2026-05-20-120007.txt");
    QTest::newRow("no time") << QStringLiteral("A") << QDateTime() << BodyForm::Gzip << QStringLiteral("A.gz");
}

void TestFileName::makesANameOfItsOwn()
{
    QFETCH(const QString, action);
    QFETCH(const QDateTime, time);
    QFETCH(const BodyForm, form);
    QTEST(suggestedFileName({}, form, action, time), "name");
}

void TestFileName::keepsNamesShort()
{
    const QString kept = harmlessFileName(QString(400, u'a') + QStringLiteral(".json"));
    QCOMPARE(kept, QString(115, u'a') + QStringLiteral(".json"));
    QCOMPARE(harmlessFileName(QString(400, u'a')), QString(120, u'a'));
    const QString pairs = QString::fromUtf8(QByteArray("\xf0\x9f\x98\x80").repeated(100));
    QCOMPARE(harmlessFileName(u'a' + pairs), u'a' + pairs.first(118));
}

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_filename.moc"
