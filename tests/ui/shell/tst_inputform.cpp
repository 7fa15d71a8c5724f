// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/request/inputpane.h"
#include "ui/services/filedialog.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace actionscope;
using test::WindowDriver;

namespace {

// Answers at once with the file it is given.
class PaperFileDialog final : public ui::FileDialog
{
public:
    void ask(QWidget *, const ui::FileQuestion &, const std::function<void(const QString &)> &onChosen) override
    {
        onChosen(m_path);
    }
    QString m_path;
};

} // namespace

// From the action's id to its form to an execution on the real sandbox.
class TestInputForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void typeFillInExecute();
    void fromWordsToTheVerdictByKeysAlone();
    void wordsAreNoIdToAskFor();
    void theDraftIsKeptWhenTheFormComes();
    void anUnknownActionKeepsTheJson();
    void aFileIsUploadedAndSent();
    void aFileThatCannotBeReadIsSaid_data();
    void aFileThatCannotBeReadIsSaid();
    void undoTakesBackAFileAsWell();
    void anUploadIsCancelledHalfWay();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.fileDialog = &m_fileDialog;
        return result;
    }
    void type(WindowDriver &driver, const QString &actionId, const QByteArray &input)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty());
        driver.find<ui::InputPane>("inputPane")->setBytes(input);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        driver.find<QLineEdit>("entityIdLineEdit")->clear();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        QTest::keyClick(field, Qt::Key_Escape); // the suggestions below it
    }
    static QWidget *fieldOf(WindowDriver &driver, const QString &name)
    {
        return driver.window().findChild<QWidget *>(name);
    }
    // What a file field says beside its button.
    static QString sentenceOf(const QWidget *field)
    {
        const auto *label = field->findChild<QLabel *>();
        return label ? label->text() : QString();
    }
    static void drop(QWidget *field, const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &event);
        QVERIFY(event.isAccepted());
    }
    static QByteArray input(WindowDriver &driver) { return driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(); }
    void execute(WindowDriver &driver)
    {
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperFileDialog m_fileDialog;
};

void TestInputForm::typeFillInExecute()
{
    WindowDriver driver(options());
    driver.window().resize(1360, 1000);
    type(driver, QStringLiteral("GITHUB_CREATE_AN_ISSUE"), {});
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.owner.LineEdit")));
    QTest::keyClicks(fieldOf(driver, QStringLiteral("input.owner.LineEdit")), QStringLiteral("octocat"));
    QTest::keyClicks(fieldOf(driver, QStringLiteral("input.repo.LineEdit")), QStringLiteral("Hello-World"));
    QTest::keyClicks(fieldOf(driver, QStringLiteral("input.title.LineEdit")), QStringLiteral("From the form"));
    QCOMPARE(input(driver),
        QByteArray("{\n  \"owner\": \"octocat\",\n  \"repo\": \"Hello-World\",\n  \"title\": \"From the form\"\n}"));
    execute(driver);
}

// No mouse, and no field that is given the focus: only what keys lead to.
void TestInputForm::fromWordsToTheVerdictByKeysAlone()
{
    WindowDriver driver(options());
    driver.window().resize(1360, 1000);
    QVERIFY(QTest::qWaitForWindowActive(&driver.window()));
    QTRY_VERIFY(driver.sandboxIsThere());
    QTRY_VERIFY_WITH_TIMEOUT(driver.find<QListView>("actionsListView")->model()->rowCount() > 10, 30000);
    auto *field = driver.find<QLineEdit>("actionIdLineEdit");
    QTRY_VERIFY(!field->text().isEmpty());
    driver.find<ui::InputPane>("inputPane")->setBytes({});
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    const auto type = [](const char *text) { QTest::keyClicks(QApplication::focusWidget(), QLatin1String(text)); };
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    type("gh iss cr");
    press(Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.owner.LineEdit")));
    QStringList way;
    for (int i = 0; i < 30 && QApplication::focusWidget()->objectName() != QLatin1String("input.owner.LineEdit"); ++i) {
        press(Qt::Key_Tab);
        way.append(QApplication::focusWidget()->objectName());
    }
    QVERIFY2(way.value(way.size() - 1) == QLatin1String("input.owner.LineEdit"), qPrintable(way.join(QLatin1Char(' '))));
    type("octocat");
    press(Qt::Key_Tab);
    type("Hello-World");
    press(Qt::Key_Tab);
    type("By keys alone");
    QCOMPARE(input(driver),
        QByteArray("{\n  \"owner\": \"octocat\",\n  \"repo\": \"Hello-World\",\n  \"title\": \"By keys alone\"\n}"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
}

void TestInputForm::wordsAreNoIdToAskFor()
{
    WindowDriver driver(options());
    type(driver, QStringLiteral("NOBODY_KNOWS_THIS"), {});
    auto *offer = driver.find<QPushButton>("loadSchemaPushButton");
    QTRY_VERIFY(offer->isVisible());
    const auto why = [&] {
        QStringList said;
        for (const QLabel *label : offer->parentWidget()->findChildren<QLabel *>())
            said.append(label->isVisible() ? label->text() : QString());
        return said.join(QString());
    };
    QTRY_VERIFY2(why().contains(QStringLiteral("Without the schema of NOBODY_KNOWS_THIS")), qPrintable(why()));
    for (const char *words : {"gh iss cr", "github"}) {
        type(driver, QLatin1String(words), {});
        QTRY_VERIFY2(!offer->isVisible() && why().isEmpty(), qPrintable(why()));
    }
    type(driver, QStringLiteral("NOBODY_KNOWS_THAT"), {});
    QTRY_VERIFY(offer->isVisible());
}

void TestInputForm::theDraftIsKeptWhenTheFormComes()
{
    const QByteArray odd = "{ \"owner\":\"o\" , \"zebra\" : 1.10 }";
    WindowDriver driver(options());
    type(driver, QStringLiteral("github_create_an_issue"), odd); // ids are found in any case
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.owner.LineEdit")));
    QCOMPARE(input(driver), odd);
    QCOMPARE(static_cast<QLineEdit *>(fieldOf(driver, QStringLiteral("input.owner.LineEdit")))->text(), QStringLiteral("o"));
}

void TestInputForm::anUnknownActionKeepsTheJson()
{
    WindowDriver driver(options());
    type(driver, QStringLiteral("NOBODY_KNOWS_THIS"), "{\"a\":1}");
    auto *offer = driver.find<QPushButton>("loadSchemaPushButton");
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(driver.find<ui::JsonEditor>("inputJsonEditor")->isVisible());
    QCOMPARE(input(driver), QByteArray("{\"a\":1}"));
}

void TestInputForm::aFileIsUploadedAndSent()
{
    m_fileDialog.m_path = m_folder->filePath(QStringLiteral("note.txt"));
    QFile file(m_fileDialog.m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a note") == 6);
    file.close();
    WindowDriver driver(options());
    driver.window().resize(1360, 2000);
    type(driver, QStringLiteral("GMAIL_SEND_EMAIL"), R"({"recipient_email":"ann@example.org","body":"see the note"})");
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton")));
    QTest::mouseClick(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton")), Qt::LeftButton);
    QTRY_VERIFY(input(driver).contains("s3key"));
    const json::Document document = json::Document::parse(input(driver));
    const json::Value attachment = document.root().member(u"attachment");
    QCOMPARE(attachment.member(u"name").toString(), QStringLiteral("note.txt"));
    QCOMPARE(attachment.member(u"mimetype").toString(), QStringLiteral("text/plain"));
    QVERIFY(!attachment.member(u"s3key").toString().isEmpty());
    execute(driver);
}

void TestInputForm::aFileThatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("a folder") << QString() << QStringLiteral("is not a file");
    QTest::newRow("missing") << QStringLiteral("gone.txt") << QStringLiteral("There is no file");
    QTest::newRow("empty") << QStringLiteral("empty.txt") << QStringLiteral("is empty");
    QTest::newRow("unreadable") << QStringLiteral("loop.txt") << QStringLiteral("There is no file");
}

// Dropped onto the field: a sentence, and the input stays as it is.
void TestInputForm::aFileThatCannotBeReadIsSaid()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    QFile empty(m_folder->filePath(QStringLiteral("empty.txt")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY(QFile::link(QStringLiteral("loop.txt"), m_folder->filePath(QStringLiteral("loop.txt")))); // leads to itself
    const QByteArray before = R"({"recipient_email":"ann@example.org", "attachment":{"name":"old.txt","mimetype":"text/plain","s3key":"k"}})";
    WindowDriver driver(options());
    driver.window().resize(1360, 2000);
    type(driver, QStringLiteral("GMAIL_SEND_EMAIL"), before);
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton")));
    QWidget *field = fieldOf(driver, QStringLiteral("input.attachment.file.PushButton"))->parentWidget();
    drop(field, name.isEmpty() ? m_folder->path() : m_folder->filePath(name));
    QTRY_VERIFY2(sentenceOf(field).contains(words), qPrintable(sentenceOf(field)));
    QCOMPARE(input(driver), before);
    QVERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton"))->isVisible()); // another can be chosen
}

void TestInputForm::undoTakesBackAFileAsWell()
{
    const QString path = m_folder->filePath(QStringLiteral("note.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("another note") == 12);
    file.close();
    const QByteArray before = R"({"recipient_email":"ann@example.org","body":"x"})";
    WindowDriver driver(options());
    driver.window().resize(1360, 2000);
    type(driver, QStringLiteral("GMAIL_SEND_EMAIL"), before);
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton")));
    auto *body = fieldOf(driver, QStringLiteral("input.recipient_email.LineEdit"));
    body->setFocus();
    QTest::keyClick(body, Qt::Key_End);
    QTest::keyClick(body, Qt::Key_A); // in the form
    const QByteArray typed = QByteArray(before).replace("example.org", "example.orga");
    QCOMPARE(input(driver), typed);
    drop(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton"))->parentWidget(), path);
    QTRY_VERIFY(input(driver).contains("s3key"));
    const QByteArray withFile = input(driver);
    auto *editor = driver.find<ui::JsonEditor>("inputJsonEditor");
    editor->applyEdit({withFile.indexOf("ann"), 3, "bob"}); // in the text
    QTest::keyClick(body, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(input(driver), withFile);
    QTest::keyClick(body, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(input(driver), typed);
    QTest::keyClick(body, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(input(driver), before);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(body, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(input(driver), QByteArray(withFile).replace("ann", "bob"));
}

void TestInputForm::anUploadIsCancelledHalfWay()
{
    QFile file(m_folder->filePath(QStringLiteral("large.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(200'000'000)); // takes longer than the press of a button
    file.close();
    const QByteArray before = R"({"recipient_email":"ann@example.org"})";
    WindowDriver driver(options());
    driver.window().resize(1360, 2000);
    type(driver, QStringLiteral("GMAIL_SEND_EMAIL"), before);
    QTRY_VERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton")));
    QWidget *field = fieldOf(driver, QStringLiteral("input.attachment.file.PushButton"))->parentWidget();
    drop(field, file.fileName());
    auto *cancel = driver.find<QPushButton>("input.attachment.cancelUpload.PushButton");
    QTRY_VERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY2(!cancel->isVisible(), qPrintable(sentenceOf(field)));
    QVERIFY2(!sentenceOf(field).contains(QLatin1Char('%')), qPrintable(sentenceOf(field)));
    QCOMPARE(input(driver), before);
    QVERIFY(fieldOf(driver, QStringLiteral("input.attachment.file.PushButton"))->isVisible());
}

QTEST_MAIN(TestInputForm)
#include "tst_inputform.moc"
