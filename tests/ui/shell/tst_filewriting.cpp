// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/filewriting.h"

#include <QApplication>
#include <QProgressDialog>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace actionscope;
using namespace actionscope::ui;

// A file is written beside the window's work, can be stopped, and is whole or not there.
class TestFileWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheExactBytes();
    void saysWhyItCannot();
    void showsProgressAndCanBeStopped();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("answer.json")); }

    QTemporaryDir m_folder;
};

void TestFileWriting::writesTheExactBytes()
{
    QWidget window;
    const QByteArray bytes("{\"n\":1.10,\0\xff\r\n", 15);
    QSignalSpy finished(new FileWriting(path(), bytes, &window), &FileWriting::finished);
    QVERIFY(finished.wait());
    QCOMPARE(*readFile(path()), bytes);
    QVERIFY(!window.findChild<QProgressDialog *>());
    QVERIFY(QFile::remove(path()));
}

void TestFileWriting::saysWhyItCannot()
{
    QWidget window;
    auto *writing = new FileWriting(m_folder.path(), "a", &window); // a folder
    QSignalSpy failed(writing, &FileWriting::failed);
    QSignalSpy finished(writing, &FileWriting::finished);
    QVERIFY(finished.wait());
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().value<Error>().sentence.contains(m_folder.path()));
}

void TestFileWriting::showsProgressAndCanBeStopped()
{
    QSemaphore disk; // a slow one: nothing is written before it is released
    QWidget window;
    window.show();
    const auto released = qScopeGuard([&] { disk.release(); });
    const auto write = [&disk](const QString &path, const QByteArray &bytes, WriteWatch *watch) {
        disk.acquire();
        return writeFileAtomically(path, bytes, watch);
    };
    auto *writing = new FileWriting(path(), "a", &window, write);
    QSignalSpy failed(writing, &FileWriting::failed);
    QSignalSpy finished(writing, &FileWriting::finished);
    QTRY_VERIFY(window.findChild<QProgressDialog *>());
    auto *stop = window.findChild<QPushButton *>(QStringLiteral("cancelSavingPushButton"));
    QTRY_VERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    disk.release();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(failed.count(), 0);
    QVERIFY(!QFile::exists(path()));
    QTRY_VERIFY(!window.findChild<QProgressDialog *>());
}

QTEST_MAIN(TestFileWriting)
#include "tst_filewriting.moc"
