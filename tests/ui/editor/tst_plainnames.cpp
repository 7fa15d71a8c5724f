// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/plainnames.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

using namespace actionscope;

namespace {

const QHash<QString, QString> names {{QStringLiteral("owner"), QStringLiteral("owner = octocat\nfrom collection.json")},
    {QStringLiteral("token"), QStringLiteral("token is a secret")},
    {QStringLiteral("größe"), QStringLiteral("größe = 4")}};

} // namespace

// Fields of plain text with {{names}} in them, as a person sees and types them.
class TestPlainNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void marksEveryNameOfAText();
    void marksTheNamesOfALine();
    void followsWhatIsKnown();
    void tellsUnderThePointer_data();
    void tellsUnderThePointer();
    void offersNamesBehindBraces();
    void bracesThatAreThereAreNotDoubled();
    void escapeClosesTheListOnly();
    void theTextOffersThemToo();

private:
    [[nodiscard]] QListWidget *list(QWidget *field) const
    {
        return field->findChild<QListWidget *>(field->objectName() + QStringLiteral("CompletionListWidget"));
    }
    static QString tipAt(QWidget *receiver, const QPoint &place)
    {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, place, receiver->mapToGlobal(place));
        QApplication::sendEvent(receiver, &event);
        return QToolTip::text();
    }

    ui::ThemeService m_theme;
    std::unique_ptr<QWidget> m_page;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

void TestPlainNames::init()
{
    m_page = std::make_unique<QWidget>();
    m_line = new QLineEdit;
    m_line->setObjectName(QStringLiteral("lineLineEdit"));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("textPlainTextEdit"));
    auto *column = new QVBoxLayout(m_page.get());
    column->addWidget(m_line);
    column->addWidget(m_text);
    new ui::PlainNames(m_theme, m_line);
    new ui::PlainNames(m_theme, m_text);
    m_page->resize(500, 300);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    ui::PlainNames::setNamesBelow(m_page.get(), names);
}

void TestPlainNames::marksEveryNameOfAText()
{
    m_text->setPlainText(QStringLiteral("ä {{owner}} and {{ größe }} and {{lost}} {{not a name}}"));
    const auto marks = m_text->extraSelections();
    QCOMPARE(marks.size(), 3);
    QCOMPARE(marks[0].cursor.selectedText(), QStringLiteral("{{owner}}"));
    QCOMPARE(marks[1].cursor.selectedText(), QStringLiteral("{{ größe }}"));
    QCOMPARE(marks[2].cursor.selectedText(), QStringLiteral("{{lost}}"));
    QCOMPARE(marks[1].format.underlineStyle(), marks[0].format.underlineStyle());
    QVERIFY(marks[2].format.underlineStyle() != marks[0].format.underlineStyle()); // by shape, not by colour alone
    QCOMPARE(marks[2].format.underlineColor(), m_theme.color(ui::ColorRole::Bad));
}

void TestPlainNames::marksTheNamesOfALine()
{
    const auto picture = [this](const QString &text) {
        m_line->setText(text);
        return m_line->grab().toImage();
    };
    m_text->setFocus();
    const QImage known = picture(QStringLiteral("{{owner}}"));
    ui::PlainNames::setNamesBelow(m_page.get(), {});
    const QImage unknown = picture(QStringLiteral("{{owner}}"));
    QVERIFY(known != unknown);
    QCOMPARE(picture(QStringLiteral("{{owner}} ")), unknown);
    QLineEdit bare(QStringLiteral("{{owner}}"));
    bare.resize(m_line->size());
    QVERIFY(bare.grab().toImage() != known);
    QCOMPARE(m_line->text(), QStringLiteral("{{owner}} ")); // marking types nothing
}

void TestPlainNames::followsWhatIsKnown()
{
    m_text->setPlainText(QStringLiteral("{{lost}}"));
    const auto before = m_text->extraSelections().first().format.underlineStyle();
    QSignalSpy changed(m_text, &QPlainTextEdit::textChanged);
    ui::PlainNames::setNamesBelow(m_page.get(), {{QStringLiteral("lost"), QStringLiteral("found")}});
    QVERIFY(m_text->extraSelections().first().format.underlineStyle() != before);
    QCOMPARE(changed.size(), 0);
}

void TestPlainNames::tellsUnderThePointer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tip");
    QTest::newRow("a value and its origin") << "{{owner}} 1" << "owner = octocat\nfrom collection.json";
    QTest::newRow("a secret") << "{{token}} 2" << "token is a secret";
    QTest::newRow("set nowhere") << "{{lost}} 3" << "lost is not set anywhere. An execution stops there.";
    QTest::newRow("no name") << "ordinary 4" << "";
}

void TestPlainNames::tellsUnderThePointer()
{
    QFETCH(QString, text);
    QFETCH(QString, tip);
    m_line->setText(text);
    m_text->setPlainText(text);
    QCOMPARE(tipAt(m_line, {24, m_line->height() / 2}), tip);
    QCOMPARE(tipAt(m_text->viewport(), {24, m_text->cursorRect().center().y()}), tip);
}

void TestPlainNames::offersNamesBehindBraces()
{
    m_line->setFocus();
    QSignalSpy edited(m_line, &QLineEdit::textEdited);
    QTest::keyClicks(m_line, QStringLiteral("v-{{"));
    QVERIFY(list(m_line) && list(m_line)->isVisible());
    QCOMPARE(list(m_line)->count(), int(names.size()));
    QTest::keyClicks(m_line, QStringLiteral("to"));
    QCOMPARE(list(m_line)->item(0)->text(), QStringLiteral("token"));
    const int typed = int(edited.size());
    QTest::keyClick(m_line, Qt::Key_Return);
    QCOMPARE(m_line->text(), QStringLiteral("v-{{token}}"));
    QVERIFY(edited.size() > typed); // as if the person had typed it
    QVERIFY(!list(m_line)->isVisible());
    QTest::keyClicks(m_line, QStringLiteral(" w"));
    QVERIFY(!list(m_line)->isVisible());
}

void TestPlainNames::bracesThatAreThereAreNotDoubled()
{
    m_line->setFocus();
    m_line->setText(QStringLiteral("{{}} end"));
    m_line->setCursorPosition(2);
    QTest::keyClicks(m_line, QStringLiteral("ow"));
    QTest::keyClick(m_line, Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("{{owner}} end"));
    QCOMPARE(m_line->cursorPosition(), 9);
}

void TestPlainNames::escapeClosesTheListOnly()
{
    m_line->setFocus();
    QTest::keyClicks(m_line, QStringLiteral("{{o"));
    QVERIFY(list(m_line)->isVisible());
    QTest::keyClick(m_line, Qt::Key_Escape);
    QVERIFY(!list(m_line)->isVisible());
    QCOMPARE(m_line->text(), QStringLiteral("{{o"));
    m_line->clearFocus();
}

void TestPlainNames::theTextOffersThemToo()
{
    m_text->setFocus();
    m_text->setPlainText(QStringLiteral("größer als "));
    m_text->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_text, QStringLiteral("{{gr"));
    QVERIFY(list(m_text) && list(m_text)->isVisible());
    QTest::keyClick(m_text, Qt::Key_Return);
    QCOMPARE(m_text->toPlainText(), QStringLiteral("größer als {{größe}}"));
    m_text->undo();
    QCOMPARE(m_text->toPlainText(), QStringLiteral("größer als {{gr"));
}

QTEST_MAIN(TestPlainNames)
#include "tst_plainnames.moc"
