// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/bundle.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/desktop.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/dialogs/bundledialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/redactiondialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/shell/actionregistry.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace actionscope;
using test::AnsweringFileDialog;
using test::PaperClipboard;
using test::WindowDriver;

namespace {

QStringList textsOf(const QListWidget *list)
{
    QStringList texts;
    for (int row = 0; row < list->count(); ++row)
        texts.append(list->item(row)->text());
    return texts;
}

constexpr char curl[] = "curl https://backend.composio.dev/api/v3.1/tools/execute/GITHUB_X -H 'x-api-key: ak_planted_0001' "
                        "-d '{\"arguments\":{\"n\":1.10},\"user_id\":\"u\"}'";

} // namespace

// In by paste or drop, out as a bundle; the real window on its sandbox.
class TestRequestPaste final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void opensWhatIsPasted();
    void saysWhatItDoesNotKnow();
    void showsTheNewestPasteOnly();
    void showsTheAnswerThatCameAlong();
    void opensWhatIsDropped();
    void aFileOverAFieldIsOpened_data();
    void aFileOverAFieldIsOpened();
    void textOverAnEditorGoesIn();
    void handsARunToSomebodyElse();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        result.fileDialog = &m_files;
        return result;
    }
    static void trigger(WindowDriver &driver, const char *id) { driver.window().actions().action(QLatin1String(id))->trigger(); }
    // What a drop on the editor's text reaches.
    static QWidget *viewportOf(const ui::JsonEditor *editor) { return editor->findChild<QAbstractScrollArea *>()->viewport(); }
    template <typename T> static T *dialogOf(WindowDriver &driver)
    {
        T *dialog = nullptr;
        (void)QTest::qWaitFor([&] { return (dialog = driver.window().findChild<T *>()) && dialog->isVisible(); });
        return dialog;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
    AnsweringFileDialog m_files;
};

void TestRequestPaste::opensWhatIsPasted()
{
    WindowDriver driver(options());
    auto *field = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_VERIFY(!field->text().isEmpty());
    m_clipboard.setText(QString::fromLatin1(curl));
    trigger(driver, "request.paste");
    auto *dialog = dialogOf<ui::ImportDialog>(driver);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("importLabel"))->text().startsWith(QStringLiteral("This is a cURL command.")));
    QCOMPARE(textsOf(dialog->findChild<QListWidget *>(QStringLiteral("importedListWidget"))), QStringList {QStringLiteral("GITHUB_X · https://backend.composio.dev v3.1")});
    QCOMPARE(textsOf(dialog->findChild<QListWidget *>(QStringLiteral("importRemarksListWidget"))),
        QStringList {QStringLiteral("An API key was found (header x-api-key). It was not taken over.")});
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("openImportedPushButton")), Qt::LeftButton);
    QTRY_COMPARE(field->text(), QStringLiteral("GITHUB_X"));
    QTRY_COMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray("{\"n\":1.10}"));
    QCOMPARE(driver.find<QLineEdit>("entityIdLineEdit")->text(), QStringLiteral("u"));
}

// A large text may still be read when the next one is pasted.
void TestRequestPaste::showsTheNewestPasteOnly()
{
    WindowDriver driver(options());
    m_clipboard.setText(QStringLiteral("execute(composio ") + QStringLiteral("{'a':{").repeated(50'000));
    trigger(driver, "request.paste");
    m_clipboard.setText(QString::fromLatin1(curl));
    trigger(driver, "request.paste");
    auto *dialog = dialogOf<ui::ImportDialog>(driver);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("importLabel"))->text().startsWith(QStringLiteral("This is a cURL command.")));
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QCoreApplication::processEvents();
    QCOMPARE(driver.window().findChildren<ui::ImportDialog *>().size(), 1);
}

void TestRequestPaste::showsTheAnswerThatCameAlong()
{
    WindowDriver driver(options());
    QTRY_VERIFY(driver.sandboxIsThere());
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 20'000);
    m_clipboard.setText(QStringLiteral("POST /api/v3.1/tools/execute/GITHUB_X HTTP/1.1\r\nHost: backend.composio.dev\r\nContent-Type: application/json\r\n\r\n"
                                       "{\"user_id\":\"u\",\"arguments\":{}}\r\n\r\n"
                                       "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                                       "{\"data\":{},\"successful\":false,\"error\":\"Token expired\"}"));
    trigger(driver, "request.paste");
    auto *dialog = dialogOf<ui::ImportDialog>(driver);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("openImportedPushButton")), Qt::LeftButton);
    QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("GITHUB_X"));
    QTRY_VERIFY(driver.textOf("verdictLabel") != QStringLiteral("Successful"));
    QVERIFY2(driver.textOf("diagnosisLabel").contains(QStringLiteral("expired")), qPrintable(driver.textOf("diagnosisLabel")));
    QVERIFY(driver.textOf("originLabel").startsWith(QStringLiteral("Brought in")));
}

void TestRequestPaste::saysWhatItDoesNotKnow()
{
    WindowDriver driver(options());
    m_clipboard.setText(QStringLiteral("Can you have a look?"));
    trigger(driver, "request.paste");
    auto *dialog = dialogOf<ui::ImportDialog>(driver);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("importLabel"))->text(), QStringLiteral("There is no request in it."));
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("openImportedPushButton"))->isEnabled());
    QVERIFY(textsOf(dialog->findChild<QListWidget *>(QStringLiteral("importRemarksListWidget"))).value(0).startsWith(QStringLiteral("The text was not recognised")));
}

void TestRequestPaste::opensWhatIsDropped()
{
    WindowDriver driver(options());
    QFile file(m_folder->filePath(QStringLiteral("t.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(curl) > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&driver.window(), &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&driver.window(), &drop));
    auto *dialog = dialogOf<ui::ImportDialog>(driver);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("importedListWidget"))->count(), 1);
}

void TestRequestPaste::aFileOverAFieldIsOpened_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("isEditor");
    QTest::newRow("the JSON editor") << QByteArray("inputJsonEditor") << true;
    QTest::newRow("the action's field") << QByteArray("actionIdLineEdit") << false;
    QTest::newRow("the entity's field") << QByteArray("entityIdLineEdit") << false;
}

void TestRequestPaste::aFileOverAFieldIsOpened()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, isEditor);
    WindowDriver driver(options());
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    auto *line = driver.find<QLineEdit>(isEditor ? "entityIdLineEdit" : field.constData());
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    const QByteArray before = editor->bytes();
    const QString typed = line->text();
    QFile file(m_folder->filePath(QStringLiteral("t.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(curl) > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    data.setText(file.fileName()); // as file managers add it
    QWidget *target = isEditor ? viewportOf(editor) : line;
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
    QVERIFY(dialogOf<ui::ImportDialog>(driver));
    QCOMPARE(editor->bytes(), before);
    QCOMPARE(line->text(), typed);
}

void TestRequestPaste::textOverAnEditorGoesIn()
{
    WindowDriver driver(options());
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    QTRY_VERIFY(!driver.find<QLineEdit>("actionIdLineEdit")->text().isEmpty());
    QMimeData data;
    data.setText(QStringLiteral("dropped words"));
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewportOf(editor), &enter);
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewportOf(editor), &drop);
    QVERIFY2(editor->bytes().contains("dropped words"), editor->bytes().constData());
    QVERIFY(!driver.window().findChild<ui::ImportDialog *>());
}

void TestRequestPaste::handsARunToSomebodyElse()
{
    WindowDriver driver(options());
    auto *field = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_VERIFY(!field->text().isEmpty());
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("SANDBOX_ECHO"));
    driver.find<QLineEdit>("appNameLineEdit")->clear();
    driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(R"({"token":"planted-0001","mail":"me@example.com","ticket":"ACME-4711"})");
    QTRY_VERIFY(driver.sandboxIsThere());
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 20'000);

    trigger(driver, "result.copySupport");
    QTRY_VERIFY(m_clipboard.text().contains(QStringLiteral("Action: SANDBOX_ECHO\n")));
    QVERIFY(m_clipboard.text().contains(QStringLiteral("$COMPOSIO_API_KEY")) && !m_clipboard.text().contains(QStringLiteral("planted")));

    trigger(driver, "result.saveBundle");
    auto *dialog = dialogOf<ui::BundleDialog>(driver);
    QVERIFY(dialog);
    auto *hidden = dialog->findChild<QListWidget *>(QStringLiteral("hiddenListWidget"));
    QTRY_VERIFY(textsOf(hidden).join(QLatin1Char('\n')).contains(QStringLiteral("password: input, ")));
    QVERIFY(!textsOf(hidden).join(QLatin1Char('\n')).contains(QStringLiteral("email")));
    dialog->findChild<QCheckBox *>(QStringLiteral("hideEmailsCheckBox"))->click();
    QTRY_VERIFY(textsOf(hidden).join(QLatin1Char('\n')).contains(QStringLiteral("email: input, ")));
    auto *save = dialog->findChild<QPushButton *>(QStringLiteral("saveBundlePushButton"));
    auto *patterns = dialog->findChild<QPlainTextEdit *>(QStringLiteral("hidePatternsPlainTextEdit"));
    auto *trouble = dialog->findChild<QLabel *>(QStringLiteral("hidePatternsLabel"));
    QTest::keyClicks(patterns, QStringLiteral("ACME-[0-9]+"));
    QTest::keyClick(patterns, Qt::Key_Return);
    QTest::keyClicks(patterns, QStringLiteral("ab(c"));
    QVERIFY(!save->isEnabled());
    QTRY_VERIFY2(trouble->isVisible() && trouble->text().startsWith(QStringLiteral("Line 2: The pattern “ab(c” is no regular expression: character 5: ")), qPrintable(trouble->text()));
    QVERIFY(!save->isEnabled());
    QTest::keyClick(patterns, Qt::Key_Home);
    QTest::keyClick(patterns, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(patterns, Qt::Key_Delete);
    QTRY_VERIFY(save->isEnabled());
    const QString kept = textsOf(dialog->findChild<QListWidget *>(QStringLiteral("keptListWidget"))).join(QLatin1Char('\n'));
    QVERIFY2(kept.contains(QStringLiteral("input, ")) && kept.contains(QStringLiteral("ticket")) && !kept.contains(QStringLiteral("planted")), qPrintable(kept));
    m_files.path = m_folder->filePath(QStringLiteral("run.actionbundle"));
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(m_files.asked.suggestedName, QStringLiteral("SANDBOX_ECHO.actionbundle"));
    QTRY_VERIFY(QFile::exists(m_files.path));
    QFile file(m_files.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(!bytes.contains("planted") && !bytes.contains("me@example.com") && !bytes.contains("ACME-4711"), bytes.constData());
    const exchange::ReadBundle read = exchange::readBundle(bytes);
    QVERIFY(read.troubles.isEmpty());
    QCOMPARE(read.bundle.exchange.answer.status, 200);
    // The same as HAR.
    trigger(driver, "result.saveBundle");
    QPushButton *saveHar = nullptr;
    QTRY_VERIFY((saveHar = driver.window().findChild<QPushButton *>(QStringLiteral("saveHarPushButton"))) && saveHar->isEnabled());
    m_files.path = m_folder->filePath(QStringLiteral("run.har"));
    QTest::mouseClick(saveHar, Qt::LeftButton);
    QCOMPARE(m_files.asked.suggestedName, QStringLiteral("SANDBOX_ECHO.har"));
    QTRY_VERIFY(QFile::exists(m_files.path));
    QFile har(m_files.path);
    QVERIFY(har.open(QIODevice::ReadOnly));
    const QByteArray entries = har.readAll();
    QVERIFY2(entries.contains("\"entries\"") && !entries.contains("planted"), entries.constData());
    // It is remembered, for whatever is handed on next.
    trigger(driver, "result.copyTicket");
    QTRY_VERIFY(m_clipboard.text().startsWith(QStringLiteral("# ")) || m_clipboard.text().contains(QStringLiteral("## ")));
    QVERIFY2(!m_clipboard.text().contains(QStringLiteral("ACME-4711")) && !m_clipboard.text().contains(QStringLiteral("me@example.com")), qPrintable(m_clipboard.text()));
    trigger(driver, "result.hide");
    auto *settings = dialogOf<ui::RedactionDialog>(driver);
    QVERIFY(settings);
    QVERIFY(settings->findChild<QCheckBox *>(QStringLiteral("hideEmailsCheckBox"))->isChecked());
    auto *remembered = settings->findChild<QPlainTextEdit *>(QStringLiteral("hidePatternsPlainTextEdit"));
    QCOMPARE(remembered->toPlainText(), QStringLiteral("ACME-[0-9]+"));
    remembered->clear();
    QTest::mouseClick(settings->findChild<QPushButton *>(QStringLiteral("keepRedactionPushButton")), Qt::LeftButton);
    trigger(driver, "result.copySupport");
    trigger(driver, "result.copyTicket");
    QTRY_VERIFY(m_clipboard.text().contains(QStringLiteral("ACME-4711")));
}

QTEST_MAIN(TestRequestPaste)
#include "tst_requestpaste.moc"
