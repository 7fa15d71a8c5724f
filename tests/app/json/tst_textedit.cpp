// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/textedit.h"
#include "app/json/writer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace actionscope::json;

// An edit changes the bytes it must, and every other byte stays as the person wrote it.
class TestTextEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsAValue_data();
    void setsAValue();
    void refusesWhereTheWayIsBlocked_data();
    void refusesWhereTheWayIsBlocked();
    void takesAValueOut_data();
    void takesAValueOut();
    void movesAnItem_data();
    void movesAnItem();
    void renamesAMember_data();
    void renamesAMember();
    void findsTheLastOfDuplicates();
    void leavesEveryOtherByteAlone();
};

namespace {

// "a.b[2].c" as a path; names here hold no dots or brackets.
Path pathOf(const QByteArray &text)
{
    Path path;
    QString name;
    const auto flush = [&] {
        if (!name.isEmpty())
            path.append({name});
        name.clear();
    };
    const QString all = QString::fromUtf8(text);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == u'.') {
            flush();
        } else if (all[i] == u'[') {
            flush();
            const qsizetype end = all.indexOf(u']', i);
            path.append({{}, all.sliced(i + 1, end - i - 1).toLongLong()});
            i = end;
        } else {
            name += all[i];
        }
    }
    flush();
    return path;
}

} // namespace

void TestTextEdit::setsAValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *json, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(json) << QByteArray(result);
    };

    row("blank", "", "a", "1", "{\n  \"a\": 1\n}");
    row("blank, whole value", "", "", "[1]", "[1]");
    row("only white space stays behind", " \n", "a", "1", "{\n  \"a\": 1\n} \n");
    row("a byte order mark stays in front", "\xEF\xBB\xBF", "a", "1", "\xEF\xBB\xBF{\n  \"a\": 1\n}");
    row("blank, nested", "", "a.b[0]", "1", "{\n  \"a\": {\n    \"b\": [\n      1\n    ]\n  }\n}");
    row("empty object", "{}", "a", "1", "{\n  \"a\": 1\n}");
    row("empty object with a space", "{ }", "a", "1", "{ \"a\": 1 }");
    row("empty object with a line", "{\n}\n", "a", "1", "{\n  \"a\": 1\n}\n");
    row("empty array", R"({"a":[]})", "a[0]", "1", R"({"a":[1]})");
    row("replaces a value", R"({ "a" : 1.10 , "b":2})", "a", "1.100", R"({ "a" : 1.100 , "b":2})");
    row("replaces the whole", " [1] \n", "", "{}", " {} \n");
    row("replaces the last of duplicates", R"({"a":1,"b":2,"a":3})", "a", "4", R"({"a":1,"b":2,"a":4})");
    row("an escaped name is the same name", R"({"\u0061":1})", "a", "2", R"({"\u0061":2})");
    row("compact", R"({"a":1})", "b", "2", R"({"a":1,"b":2})");
    row("compact, two", R"({"a":1,"b":2})", "c", "3", R"({"a":1,"b":2,"c":3})");
    row("one line with spaces", R"({"a": 1})", "b", "2", R"({"a": 1, "b": 2})");
    row("one line inside spaces", R"({ "a": 1 })", "b", "2", R"({ "a": 1, "b": 2 })");
    row("odd spacing is taken over", R"({"a" :1 ,"b" :2})", "c", "3", R"({"a" :1 ,"b" :2 ,"c" :3})");
    row("own line", "{\n  \"a\": 1\n}", "b", "2", "{\n  \"a\": 1,\n  \"b\": 2\n}");
    row("tabs", "{\n\t\"a\": 1\n}\n", "b", "2", "{\n\t\"a\": 1,\n\t\"b\": 2\n}\n");
    row("four spaces, nested", "{\n    \"a\": 1\n}", "b.c", "2",
        "{\n    \"a\": 1,\n    \"b\": {\n        \"c\": 2\n    }\n}");
    row("line ends of Windows", "{\r\n  \"a\": 1\r\n}\r\n", "b", "2", "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
    row("line ends of Windows, nested", "{\r\n  \"a\": {}\r\n}", "a.b", "2",
        "{\r\n  \"a\": {\r\n    \"b\": 2\r\n  }\r\n}");
    row("trailing spaces stay", "{  \n  \"a\": 1  \n}  ", "b", "2", "{  \n  \"a\": 1,  \n  \"b\": 2  \n}  ");
    row("nested object in its own spacing", "{\n  \"a\": {\"x\":1},\n  \"z\": 0\n}", "a.y", "2",
        "{\n  \"a\": {\"x\":1,\"y\":2},\n  \"z\": 0\n}");
    row("empty object on a line of its own", "{\n  \"a\": {},\n  \"z\": 0\n}", "a.b", "1",
        "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"z\": 0\n}");
    row("empty object among items of one line", "{\n  \"a\": [{}, {}]\n}", "a[1].b", "1",
        "{\n  \"a\": [{}, {\"b\": 1}]\n}");
    row("appends an item", R"({"a":[1,2]})", "a[2]", "3", R"({"a":[1,2,3]})");
    row("appends behind one item", R"({"a": [1]})", "a[1]", "2", R"({"a": [1, 2]})");
    row("appends an item on its line", "[\n  1,\n  2\n]", "[2]", "3", "[\n  1,\n  2,\n  3\n]");
    row("replaces an item", R"([1, 2 ,3])", "[1]", "\"x\"", R"([1, "x" ,3])");
    row("a member of an item", R"([{"a":1},{"a":2}])", "[1].b", "3", R"([{"a":1},{"a":2,"b":3}])");
    row("a name that must be escaped", R"({"a":1})", "q\"\\", "2", R"({"a":1,"q\"\\":2})");
    row("a name beyond ASCII", R"({"a":1})", "\u00e9", "2", "{\"a\":1,\"\u00e9\":2}");
    row("numbers keep their spelling", R"({"n":12345678901234567890,"m":1.10})", "k", "1E+2",
        R"({"n":12345678901234567890,"m":1.10,"k":1E+2})");
    row("flattened names are names", R"({"fields__summary":"x"})", "fields__project__id", "\"1\"",
        R"({"fields__summary":"x","fields__project__id":"1"})");
    row("makes a missing way", R"({"a":1})", "b.c.d", "2", R"({"a":1,"b":{"c":{"d":2}}})");
    row("makes a missing array", R"({"a":1})", "b[0].c", "2", R"({"a":1,"b":[{"c":2}]})");
    row("value of many lines as it is", "{\n  \"a\": 1\n}", "b", "{\"x\":\n1}",
        "{\n  \"a\": 1,\n  \"b\": {\"x\":\n1}\n}");
}

void TestTextEdit::setsAValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, result);
    const auto edit = settingValue(Document::parse(text), pathOf(path), json);
    QVERIFY(edit.has_value());
    QCOMPARE(applied(text, *edit), result);
    const Document after = Document::parse(result);
    QCOMPARE(valueAtPath(after, pathOf(path)).raw().toByteArray(), json);
}

void TestTextEdit::refusesWhereTheWayIsBlocked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("a number on the way") << QByteArray(R"({"a":1})") << QByteArray("a.b");
    QTest::newRow("null on the way") << QByteArray(R"({"a":null})") << QByteArray("a.b");
    QTest::newRow("a member of an array") << QByteArray("[1]") << QByteArray("a");
    QTest::newRow("an item of an object") << QByteArray("{}") << QByteArray("[0]");
    QTest::newRow("an item far behind the end") << QByteArray("[1]") << QByteArray("[2]");
    QTest::newRow("a second item of what is missing") << QByteArray("{}") << QByteArray("a[1]");
    QTest::newRow("not JSON") << QByteArray(R"({"a":1)") << QByteArray("b");
    QTest::newRow("something behind the end") << QByteArray(R"({"a":1}})") << QByteArray("b");
}

void TestTextEdit::refusesWhereTheWayIsBlocked()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QVERIFY(!settingValue(Document::parse(text), pathOf(path), "1").has_value());
}

void TestTextEdit::takesAValueOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(result);
    };

    row("first", R"({"a": 1, "b": 2})", "a", R"({"b": 2})");
    row("last", R"({"a": 1, "b": 2})", "b", R"({"a": 1})");
    row("middle", R"({"a":1 , "b":2 , "c":3})", "b", R"({"a":1 , "c":3})");
    row("only one", R"({ "a": 1 })", "a", "{ }");
    row("only one on its line", "{\n  \"a\": 1\n}", "a", "{\n}");
    row("takes its line along", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", "b", "{\n  \"a\": 1,\n  \"c\": 3\n}");
    row("last line", "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n", "b", "{\r\n  \"a\": 1\r\n}\r\n");
    row("all of that name", R"({"a":1,"b":2,"a":3,"a":4})", "a", R"({"b":2})");
    row("nothing but that name", R"({"a":1,"\u0061":2})", "a", "{}");
    row("first item", "[1, 2, 3]", "[0]", "[2, 3]");
    row("last item", "[1, 2, 3]", "[2]", "[1, 2]");
    row("inner member", R"({"x":[{"a":1,"b":2}]})", "x[0].b", R"({"x":[{"a":1}]})");
    row("not there", R"({"a":1})", "b", R"({"a":1})");
    row("no such item", "[1]", "[1]", "[1]");
    row("blocked", R"({"a":1})", "a.b", R"({"a":1})");
    row("the whole cannot go", "1", "", "1");
    row("not JSON", R"({"a":1)", "a", R"({"a":1)");
}

void TestTextEdit::takesAValueOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, result);
    QCOMPARE(applied(text, removingValue(Document::parse(text), pathOf(path))), result);
}

void TestTextEdit::movesAnItem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("by");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("down") << QByteArray("[1 ,  [2], 3]") << QByteArray("[0]") << 1 << QByteArray("[[2] ,  1, 3]");
    QTest::newRow("up") << QByteArray("[1 ,  [2], 3]") << QByteArray("[1]") << -1 << QByteArray("[[2] ,  1, 3]");
    QTest::newRow("not above the first") << QByteArray("[1,2]") << QByteArray("[0]") << -1 << QByteArray("[1,2]");
    QTest::newRow("not below the last") << QByteArray("[1,2]") << QByteArray("[1]") << 1 << QByteArray("[1,2]");
}

void TestTextEdit::movesAnItem()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(int, by);
    QFETCH(QByteArray, result);
    const auto edit = movingItem(Document::parse(text), pathOf(path), by);
    QCOMPARE(edit.has_value(), text != result);
    QCOMPARE(applied(text, edit.value_or(TextEdit())), result);
}

void TestTextEdit::renamesAMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("name only") << QByteArray(R"({ "a" : 1.0 })") << QByteArray("a") << QByteArray(R"({ "n\"" : 1.0 })");
    QTest::newRow("the one that counts") << QByteArray(R"({"a":1,"a":2})") << QByteArray("a")
                                         << QByteArray(R"({"a":1,"n\"":2})");
    QTest::newRow("not there") << QByteArray(R"({"a":1})") << QByteArray("b") << QByteArray(R"({"a":1})");
    QTest::newRow("items have no name") << QByteArray("[1]") << QByteArray("[0]") << QByteArray("[1]");
}

void TestTextEdit::renamesAMember()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, result);
    const auto edit = renamingMember(Document::parse(text), pathOf(path), QStringLiteral("n\""));
    QCOMPARE(applied(text, edit.value_or(TextEdit())), result);
}

void TestTextEdit::findsTheLastOfDuplicates()
{
    const Document document = Document::parse(R"({"a":[1,{"b":2,"b":3}]})");
    QCOMPARE(valueAtPath(document, pathOf("a[1].b")).raw().toByteArray(), QByteArray("3"));
    QVERIFY(!valueAtPath(document, pathOf("a[2]")).isValid());
    QVERIFY(!valueAtPath(document, pathOf("a.b")).isValid());
}

namespace {

// Writes random documents in random spacing.
class RandomText final
{
public:
    explicit RandomText(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return int(m_random.bounded(limit)); }

    QByteArray value(int depth)
    {
        static const QByteArray scalars[] = {"null", "true", "0", "-1.10", "12345678901234567890", "1E+2", "\"\"",
            "\"a\\u00e9\\\"\"", "\"{[,:]}\"", "\"\u00e9\""};
        const int kind = depth > 3 ? 9 : below(10);
        if (kind > 5)
            return scalars[below(10)];
        const bool isObject = kind > 2;
        QByteArray text(1, isObject ? '{' : '[');
        const int count = below(4);
        text += space();
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                text += ',' + space();
            if (isObject)
                text += name() + space() + ':' + space();
            text += value(depth + 1) + space();
        }
        return text + (isObject ? '}' : ']');
    }

    QByteArray space()
    {
        static const QByteArray spaces[] = {"", "", " ", "\n  ", "\r\n\t", "  \n"};
        return spaces[below(6)];
    }

private:
    QByteArray name()
    {
        static const QByteArray names[] = {"\"a\"", "\"\\u0061\"", "\"b\"", "\"c__d\"", "\"\u00e9\""};
        return names[below(5)];
    }

    QRandomGenerator m_random;
};

Path randomPath(RandomText &random, const Value &root)
{
    static const QString names[] = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("new"), QStringLiteral("\u00e9")};
    Path path;
    Value value = root;
    for (int depth = random.below(4); depth >= 0; --depth) {
        if (value.isArray()) {
            path.append({{}, random.below(int(value.count()) + 1)});
            value = value.at(path.last().position);
        } else if (value.isObject() || !value.isValid()) {
            path.append({names[random.below(4)]});
            value = value.member(path.last().name);
        } else {
            break;
        }
    }
    return path;
}

} // namespace

void TestTextEdit::leavesEveryOtherByteAlone()
{
    for (quint32 seed = 0; seed < 3000; ++seed) {
        RandomText random(seed);
        const QByteArray text = (seed % 7 ? QByteArray() : QByteArray("\xEF\xBB\xBF")) + random.space()
            + random.value(0) + random.space();
        const Document before = Document::parse(text);
        QVERIFY(before.isValid());
        const Path path = randomPath(random, before.root());
        const QByteArray json = random.value(2);
        const auto edit = settingValue(before, path, json);
        QVERIFY2(edit.has_value(), text.constData());
        const QByteArray after = applied(text, *edit);
        QCOMPARE(after.first(edit->begin), text.first(edit->begin));
        QCOMPARE(after.sliced(edit->begin + edit->text.size()), text.sliced(edit->begin + edit->length));
        const Document set = Document::parse(after);
        QVERIFY2(set.isValid(), after.constData());
        const Value value = valueAtPath(set, path);
        QCOMPARE(value.raw().toByteArray(), json);
        // What is replaced is a value and not a byte more; what is added replaces nothing.
        const Value old = valueAtPath(before, path);
        QCOMPARE(edit->length, old.isValid() ? old.raw().size() : 0);

        if (path.isEmpty())
            continue;
        const QList<TextEdit> removal = removingValue(set, path);
        const QByteArray removed = applied(after, removal);
        const Document gone = Document::parse(removed);
        QVERIFY2(gone.isValid(), removed.constData());
        QVERIFY(path.last().position >= 0 || !valueAtPath(gone, path).isValid());
        const Path around = path.first(path.size() - 1);
        QCOMPARE(valueAtPath(gone, around).count(), valueAtPath(set, around).count() - [&] {
            qsizetype count = 0;
            for (Value child = valueAtPath(set, around).firstChild(); child.isValid(); child = child.nextSibling())
                count += path.last().position >= 0 ? child == value : child.key() == path.last().name;
            return count;
        }());
    }
}

QTEST_APPLESS_MAIN(TestTextEdit)
#include "tst_textedit.moc"
