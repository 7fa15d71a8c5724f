// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/request/inputpane.h"
#include "ui/services/filedialog.h"

#include <QFile>
#include <QLineEdit>
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
    void theDraftIsKeptWhenTheFormComes();
    void anUnknownActionKeepsTheJson();
    void aFileIsUploadedAndSent();

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

QTEST_MAIN(TestInputForm)
#include "tst_inputform.moc"
