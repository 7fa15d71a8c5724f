// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/embeddedactions.h"

#include "app/base/atomicfile.h"
#include "tests/support/hostileserver.h"
#include "ui/response/answertabs.h"
#include "ui/response/subdocumentwindow.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace actionscope;
using namespace actionscope::ui;
using test::HostileServer;

namespace {

class AnsweringFileDialog final : public FileDialog
{
public:
    void ask(QWidget *, const FileQuestion &newQuestion, const std::function<void(const QString &)> &onChosen) override
    {
        question = newQuestion;
        onChosen(path);
    }
    QString path;
    FileQuestion question;
};

class AnsweringMessageBox final : public MessageBox
{
public:
    void ask(QWidget *, const Question &newQuestion, const std::function<void()> &onAccepted) override
    {
        question = newQuestion;
        if (agrees)
            onAccepted();
    }
    bool agrees = true;
    Question question;
};

} // namespace

class TestEmbeddedActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offersWhatFits_data();
    void offersWhatFits();
    void opensAsJson();
    void unwrapsResponseData();
    void savesADecodedFile();
    void saysWhatIsNoBase64();
    void savesALinkedFileWithoutTheKey();
    void asksBeforeFetching();
    void cancelsAFetch();
    void isInTheMenuOfTheTree();

private:
    void show(const QByteArray &json)
    {
        m_document = json::Document::parse(json);
        QVERIFY(m_document.isValid());
        m_actions->setDocument(m_document);
    }
    void choose(const char *name, const json::Value &value)
    {
        QMenu menu;
        m_actions->addTo(&menu, value);
        auto *action = menu.findChild<QAction *>(QLatin1String(name));
        // A menu's actions belong to the menu.
        for (QAction *each : menu.actions()) {
            if (each->objectName() == QLatin1String(name))
                action = each;
        }
        QVERIFY(action);
        action->trigger();
    }
    [[nodiscard]] MessageStrip *strip() const { return m_actions->findChild<MessageStrip *>(); }

    ThemeService m_theme;
    SystemClipboard m_clipboard;
    AnsweringFileDialog m_files;
    AnsweringMessageBox m_questions;
    json::Document m_document;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EmbeddedActions> m_actions;
};

void TestEmbeddedActions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files.path = m_folder->filePath(QStringLiteral("saved"));
    m_questions.agrees = true;
    m_actions = std::make_unique<EmbeddedActions>(EmbeddedActions::Services {m_theme, m_clipboard, m_files, m_questions});
    m_actions->show();
}

void TestEmbeddedActions::offersWhatFits_data()
{
    QTest::addColumn<QByteArray>("json"); // the first member is asked about
    QTest::addColumn<QString>("entries");
    QTest::newRow("nothing") << QByteArray("{\"a\":\"word\"}") << QString();
    QTest::newRow("JSON") << QByteArray("{\"a\":\"{}\"}") << "Open as JSON";
    QTest::newRow("base64") << "{\"a\":\"" + QByteArray(60, 'x').toBase64() + "\"}" << "Save Decoded File…";
    QTest::newRow("a link") << QByteArray("{\"s3url\":\"https://h.example/x\"}") << "Save Linked File…";
    QTest::newRow("the old nesting") << QByteArray("{\"data\":{\"response_data\":{\"a\":1}}}") << "Unwrap response_data";
}

void TestEmbeddedActions::offersWhatFits()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, entries);
    show(json);
    QMenu menu;
    m_actions->addTo(&menu, m_document.root().firstChild());
    QStringList found;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator())
            found.append(action->text());
    }
    QCOMPARE(found.join(QLatin1Char(',')), entries);
}

void TestEmbeddedActions::opensAsJson()
{
    show("{\"a\":\"{\\\"inner\\\":1.10}\"}");
    choose("openAsJsonAction", m_document.root().firstChild());
    auto *opened = m_actions->findChild<SubDocumentWindow *>();
    QVERIFY(opened);
    QVERIFY(!opened->isModal());
    auto *tree = opened->findChild<QTreeView *>();
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("inner"));
    QCOMPARE(tree->model()->index(0, 1).data().toString(), QStringLiteral("1.10"));
    QCOMPARE(opened->windowTitle(), QStringLiteral("$.a"));
    opened->close();
}

void TestEmbeddedActions::unwrapsResponseData()
{
    show("{\"data\":{\"response_data\":{\"login\":\"x\",\"id\":1}},\"successful\":true}");
    choose("unwrapAction", m_document.root().at(1));
    auto *tree = m_actions->findChild<SubDocumentWindow *>()->findChild<QTreeView *>();
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("login"));
}

void TestEmbeddedActions::savesADecodedFile()
{
    const QByteArray png = QByteArray("\x89PNG\r\n\x1A\n") + QByteArray(100, '\1');
    show("{\"icon\":\"" + png.toBase64() + "\"}");
    choose("saveDecodedAction", m_document.root().firstChild());
    QTRY_VERIFY(strip()->isVisible());
    QCOMPARE(m_files.question.suggestedName, QStringLiteral("icon.png"));
    QCOMPARE(strip()->text(), QStringLiteral("The file is saved as %1.").arg(m_files.path));
    QCOMPARE(readFile(m_files.path).value(), png);
}

void TestEmbeddedActions::saysWhatIsNoBase64()
{
    show("{\"icon\":\"" + QByteArray(6000, 'x') + "!\"}");
    choose("saveDecodedAction", m_document.root().firstChild());
    QTRY_VERIFY(strip()->isVisible());
    QCOMPARE(strip()->text(), QStringLiteral("The text is not valid base64."));
}

void TestEmbeddedActions::savesALinkedFileWithoutTheKey()
{
    HostileServer server([](const api::HttpRequest &, QTcpSocket *socket) { socket->write(HostileServer::answer("bytes")); });
    show("{\"file\":{\"name\":\"report.pdf\",\"mimetype\":\"application/pdf\",\"s3url\":\"" + server.url().toEncoded()
        + "/k?X-Amz-Signature=ab\"}}");
    choose("saveLinkedAction", m_document.root().firstChild());
    QTRY_COMPARE(strip()->text(), QStringLiteral("The file is saved as %1.").arg(m_files.path));
    QCOMPARE(m_files.question.suggestedName, QStringLiteral("report.pdf"));
    QCOMPARE(readFile(m_files.path).value(), QByteArray("bytes"));
    QCOMPARE(server.requests().size(), 1);
    for (const api::Header &header : server.requests().first().headers) {
        const QByteArray name = header.name.toLower();
        QVERIFY2(!name.contains("key") && !name.startsWith("x-") && name != "authorization" && name != "cookie", name.constData());
    }
}

void TestEmbeddedActions::asksBeforeFetching()
{
    HostileServer server([](const api::HttpRequest &, QTcpSocket *socket) { socket->write(HostileServer::answer("x")); });
    m_questions.agrees = false;
    m_files.question = {};
    show("{\"name\":\"a.txt\",\"s3url\":\"" + server.url().toEncoded() + "/k\"}");
    choose("saveLinkedAction", m_document.root().at(1));
    QCOMPARE(m_questions.question.text,
        QStringLiteral("Fetch “a.txt” from 127.0.0.1:%1?").arg(server.serverPort()));
    QCOMPARE(m_files.question.title, QString());
    QCOMPARE(server.connections(), 0);
}

void TestEmbeddedActions::cancelsAFetch()
{
    HostileServer server([](const api::HttpRequest &, QTcpSocket *) { });
    show("{\"s3url\":\"" + server.url().toEncoded() + "/k\"}");
    choose("saveLinkedAction", m_document.root().firstChild());
    QTRY_COMPARE(server.requests().size(), 1);
    QTest::mouseClick(strip()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(strip()->text(), QStringLiteral("Saving the linked file was cancelled."));
    QVERIFY(!QFile::exists(m_files.path));
}

void TestEmbeddedActions::isInTheMenuOfTheTree()
{
    AnswerTabs tabs(m_theme, m_clipboard, m_files, m_questions);
    workspace::RunRecord record;
    const QByteArray body = "{\"a\":\"{\\\"inner\\\":1}\"}";
    record.judgement.document = json::Document::parse(body);
    tabs.showRecord(record, body);
    tabs.show();
    auto *view = tabs.findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    view->setCurrentIndex(view->model()->index(0, 0));
    Q_EMIT view->customContextMenuRequested({5, 5});
    auto *menu = tabs.findChild<QMenu *>(QStringLiteral("treeMenu"));
    QVERIFY(menu);
    QStringList entries;
    for (const QAction *action : menu->actions())
        entries.append(action->text());
    QVERIFY(entries.contains(QStringLiteral("Copy Value")));
    QVERIFY(entries.contains(QStringLiteral("Open as JSON")));
    menu->close();
}

QTEST_MAIN(TestEmbeddedActions)
#include "tst_embeddedactions.moc"
