// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/opendrafts.h"

#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace actionscope::workspace;
using Outside = OpenDraft::Outside;

namespace {

const QString path = QStringLiteral("/c/one.action.json");

storage::SavedRequest file(const QByteArray &input, const QByteArray &rest = {})
{
    return *storage::readSavedRequest(
        "{\"actionId\": \"A\", \"input\": " + input + rest + "}", QStringLiteral("one"));
}

storage::SavedRequest edited(const OpenDrafts &drafts, const QByteArray &input)
{
    storage::SavedRequest request = drafts.current().request;
    request.request.input = input;
    return request;
}

} // namespace

// What is open, what of it is unsaved, and what happens when the file changes underneath: nobody's work is lost.
class TestOpenDrafts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensEachFileOnce();
    void knowsWhatIsUnsaved();
    void followsTheFileWhileNobodyEdits();
    void keepsBothSidesOfAConflict();
    void keepingMineKeepsWhatOthersAdded();
    void aFileThatGoesIsKeptInTheTab();
    void followsARename();
    void closesAndMoves();
    void comesBackAfterACrash();
    void findsAConflictAfterAStart();
    void anOfferIsUnsavedAndComesBackAfterACrash();
    void keepsSecretsOutOfTheStore();
    void storedTabsKeepEveryByte();
};

void TestOpenDrafts::opensEachFileOnce()
{
    OpenDrafts drafts;
    QCOMPARE(drafts.count(), 1);
    drafts.openFile(path, file("{}")); // takes the place of the empty one
    QCOMPARE(drafts.count(), 1);
    drafts.openFile(QStringLiteral("/c/two.action.json"), file("{}"));
    drafts.openFile(path, file("{\"other\":1}"));
    QCOMPARE(drafts.count(), 2);
    QCOMPARE(drafts.currentIndex(), 0);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{}"));
    QCOMPARE(drafts.current().title(), QStringLiteral("one"));
}

void TestOpenDrafts::knowsWhatIsUnsaved()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    QVERIFY(!drafts.current().isDirty());
    QSignalSpy changed(&drafts, &OpenDrafts::changed);
    drafts.edit(edited(drafts, "{\"a\":1}"));
    QVERIFY(drafts.current().isDirty());
    QCOMPARE(changed.size(), 1);
    drafts.edit(edited(drafts, "{}")); // typed back
    QVERIFY(!drafts.current().isDirty());
    drafts.edit(edited(drafts, "{\"a\":2}"));
    drafts.markSaved(0, path, storage::writeSavedRequest(drafts.current().request));
    QVERIFY(!drafts.current().isDirty());
}

void TestOpenDrafts::followsTheFileWhileNobodyEdits()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    QSignalSpy replaced(&drafts, &OpenDrafts::replaced);
    drafts.noticeFile(path, file("{}"));
    QCOMPARE(replaced.size(), 0);
    drafts.noticeFile(path, file("{\"pulled\":1}"));
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"pulled\":1}"));
    QVERIFY(!drafts.current().isDirty());
    drafts.noticeFile(path, failure(ErrorCode::InvalidInput, QStringLiteral("half written")));
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"pulled\":1}"));
}

void TestOpenDrafts::keepsBothSidesOfAConflict()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    drafts.edit(edited(drafts, "{\"mine\":1}"));
    drafts.noticeFile(path, file("{\"theirs\":1}"));
    QCOMPARE(drafts.current().outside, Outside::Changed);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"mine\":1}"));
    QCOMPARE(drafts.current().theirs->request.input, QByteArray("{\"theirs\":1}"));
    drafts.takeTheirs(0);
    QCOMPARE(drafts.current().outside, Outside::Nothing);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"theirs\":1}"));
    QVERIFY(!drafts.current().isDirty());

    drafts.edit(edited(drafts, "{\"mine\":2}"));
    drafts.noticeFile(path, file("{\"mine\":2}")); // the same was done elsewhere
    QCOMPARE(drafts.current().outside, Outside::Nothing);
    QVERIFY(!drafts.current().isDirty());
}

void TestOpenDrafts::keepingMineKeepsWhatOthersAdded()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    drafts.edit(edited(drafts, "{\"mine\":1}"));
    drafts.noticeFile(path, file("{\"theirs\":1}", ", \"x-new\": 5"));
    drafts.keepMine(0);
    QCOMPARE(drafts.current().outside, Outside::Nothing);
    QVERIFY(drafts.current().isDirty());
    QCOMPARE(storage::writeSavedRequest(drafts.current().request),
        QByteArray("{\"actionId\": \"A\", \"input\": {\"mine\":1}, \"x-new\": 5}"));
}

void TestOpenDrafts::aFileThatGoesIsKeptInTheTab()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    drafts.noticeFile(path, failure(ErrorCode::NotFound, QStringLiteral("gone")));
    QCOMPARE(drafts.current().outside, Outside::Removed);
    QVERIFY(drafts.current().isDirty());
    drafts.noticeFile(path, file("{\"back\":1}")); // as git does it when branches change
    QCOMPARE(drafts.current().outside, Outside::Nothing);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"back\":1}"));
}

void TestOpenDrafts::followsARename()
{
    OpenDrafts drafts;
    drafts.openFile(path, file("{}"));
    drafts.noticeRename(path, QStringLiteral("/c/zwei.action.json"));
    QCOMPARE(drafts.current().title(), QStringLiteral("zwei"));
    drafts.noticeRename(QStringLiteral("/c"), QStringLiteral("/d"));
    QCOMPARE(drafts.current().path, QStringLiteral("/d/zwei.action.json"));
    QVERIFY(!drafts.current().isDirty());
}

void TestOpenDrafts::closesAndMoves()
{
    OpenDrafts drafts;
    for (const char *name : {"/c/a.action.json", "/c/b.action.json", "/c/c.action.json"})
        drafts.openFile(QString::fromUtf8(name), file("{}"));
    drafts.move(2, 0);
    QCOMPARE(drafts.currentIndex(), 0);
    QCOMPARE(drafts.paths().first(), QStringLiteral("/c/c.action.json"));
    QSignalSpy activated(&drafts, &OpenDrafts::activated);
    drafts.close(1);
    QCOMPARE(activated.size(), 0);
    drafts.close(0);
    QCOMPARE(drafts.current().path, QStringLiteral("/c/b.action.json"));
    drafts.close(0);
    QCOMPARE(drafts.count(), 1);
    QVERIFY(drafts.current().path.isEmpty());
}

void TestOpenDrafts::comesBackAfterACrash()
{
    storage::StoredTabs stored;
    {
        OpenDrafts drafts;
        drafts.openFile(path, file("{}"));
        drafts.edit(edited(drafts, "{\"half\": ["));
        drafts.openNew({});
        drafts.edit(edited(drafts, "{ scratch"));
        stored = drafts.stored();
    }
    OpenDrafts drafts;
    drafts.restore(*storage::tabsFromJson(storage::tabsToJson(stored)));
    QCOMPARE(drafts.count(), 2);
    QCOMPARE(drafts.currentIndex(), 1);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{ scratch"));
    QVERIFY(drafts.at(0).isDirty());
    drafts.noticeFile(path, file("{}"));
    QVERIFY(drafts.at(0).isDirty());
    QCOMPARE(drafts.at(0).outside, Outside::Nothing);
    QCOMPARE(drafts.at(0).request.request.input, QByteArray("{\"half\": ["));
    QVERIFY(!drafts.at(0).request.text.isEmpty());
}

void TestOpenDrafts::findsAConflictAfterAStart()
{
    OpenDrafts before;
    before.openFile(path, file("{}"));
    const storage::StoredTabs unedited = before.stored();
    before.edit(edited(before, "{\"mine\":1}"));
    OpenDrafts drafts;
    drafts.restore(before.stored());
    drafts.noticeFile(path, file("{\"theirs\":1}"));
    QCOMPARE(drafts.current().outside, Outside::Changed);
    QCOMPARE(drafts.current().request.request.input, QByteArray("{\"mine\":1}"));

    OpenDrafts calm;
    calm.restore(unedited);
    calm.noticeFile(path, file("{\"theirs\":1}"));
    QCOMPARE(calm.current().outside, Outside::Nothing);
    QCOMPARE(calm.current().request.request.input, QByteArray("{\"theirs\":1}"));
}

// What an offer changes may be in what the file remembers alone.
void TestOpenDrafts::anOfferIsUnsavedAndComesBackAfterACrash()
{
    const QByteArray auth = ", \"authConfig\": {\"parameters\":[{\"name\":\"k\",\"in\":\"header\",\"value\":\"s3cret\"}]}";
    const storage::SavedRequest old = file("{}", auth);
    const storage::SavedRequest offer = file("{}", auth + ", \"x-remembered\": 2");
    QByteArray bytes;
    {
        OpenDrafts drafts;
        drafts.openFile(path, old);
        drafts.offer(offer);
        QVERIFY(drafts.current().isDirty());
        drafts.noticeFile(path, old); // is read for any change in its folder
        QCOMPARE(storage::writeSavedRequest(drafts.current().request), offer.text);
        bytes = storage::tabsToJson(drafts.stored());
    }
    QVERIFY(!bytes.contains("s3cret"));
    OpenDrafts drafts;
    drafts.restore(*storage::tabsFromJson(bytes));
    drafts.noticeFile(path, old);
    QVERIFY(drafts.current().isDirty());
    QCOMPARE(drafts.current().outside, Outside::Nothing);
    QCOMPARE(drafts.current().request.replaces, old.text); // so that a save may write over it
    QCOMPARE(storage::writeSavedRequest(drafts.current().request), offer.text);

    OpenDrafts late;
    late.restore(*storage::tabsFromJson(bytes));
    const storage::SavedRequest theirs = file("{\"theirs\":1}", auth);
    late.noticeFile(path, theirs);
    QCOMPARE(late.current().outside, Outside::Changed);
    late.keepMine(0);
    QVERIFY(late.current().request.replaces.isEmpty());
    QCOMPARE(late.current().request.text, theirs.text);
}

void TestOpenDrafts::keepsSecretsOutOfTheStore()
{
    const QByteArray auth = ", \"authConfig\": {\"parameters\":[{\"name\":\"k\",\"in\":\"header\",\"value\":\"s3cret\"}]}";
    OpenDrafts before;
    before.openFile(path, file("{}", auth));
    const QByteArray bytes = storage::tabsToJson(before.stored());
    QVERIFY(!bytes.contains("s3cret"));
    OpenDrafts drafts;
    drafts.restore(*storage::tabsFromJson(bytes));
    drafts.noticeFile(path, file("{}", auth));
    QVERIFY(drafts.current().request.request.authConfig.contains("s3cret"));
    QVERIFY(!drafts.current().isDirty());
}

void TestOpenDrafts::storedTabsKeepEveryByte()
{
    storage::StoredTab tab;
    tab.path = QStringLiteral("/ö/x.action.json");
    tab.isEdited = true;
    tab.fileHash = "abc";
    tab.request.name = QStringLiteral("x");
    tab.request.request.input = "{\"a\": 1.10, \"a\": [1,\n\t";
    tab.request.expect = "[ {\"is\" ";
    tab.request.capture = "{\"a\":\"$\"}";
    tab.request.tags = {QStringLiteral("a b"), QStringLiteral("ü")};
    tab.request.notes = QStringLiteral("# N\n\"x\"");
    tab.request.timeoutSeconds = 30;
    tab.request.retries = 0;
    const storage::StoredTabs tabs {{tab, {}}, 1};
    QCOMPARE(storage::tabsFromJson(storage::tabsToJson(tabs)), std::optional(tabs));
    QVERIFY(!storage::tabsFromJson("{\"actionscope\": 1, \"tabs\": [{}]}"));
}

QTEST_GUILESS_MAIN(TestOpenDrafts)
#include "tst_opendrafts.moc"
