// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/validator.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace actionscope;

namespace {

// What the schemas of actions do not use, and what is a hint there, not a rule.
struct LeftOut
{
    const char *file; // or a folder, ending in a slash
    const char *group; // empty: all of them
    const char *reason;
    bool isTold = true; // by Validator::troubles()
};
constexpr LeftOut leftOut[] = {
    {"patternProperties.json", "", "outside the profile; troubles() says that it is not checked"},
    {"propertyNames.json", "", "outside the profile; troubles() says that it is not checked"},
    {"refRemote.json", "", "nothing is fetched from elsewhere"},
    {"definitions.json", "", "refers to the meta-schema, which is elsewhere"},
    {"additionalProperties.json", "additionalProperties being false does not allow other properties", "patternProperties"},
    {"additionalProperties.json", "non-ASCII pattern with additionalProperties", "patternProperties"},
    {"properties.json", "properties, patternProperties, additionalProperties interaction", "patternProperties"},
    {"ref.json", "remote ref, containing refs itself", "refers to the meta-schema, which is elsewhere"},
    {"ref.json", "Recursive references between schemas", "references by $id are outside the profile"},
    {"optional/ecmascript-regex.json", "", "asks for the format regex, a hint", false},
    {"optional/format/", "", "format is a hint for the form, no rule", false},
    {"optional/content.json", "", "contentMediaType and contentEncoding are hints, no rules", false},
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const LeftOut *reasonToLeaveOut(const QString &file, const QString &group)
{
    const auto found = std::find_if(std::begin(leftOut), std::end(leftOut), [&](const LeftOut &one) {
        const QString name = QString::fromLatin1(one.file);
        const bool isFile = name.endsWith(QLatin1Char('/')) ? file.startsWith(name) : file == name;
        return isFile && (!*one.group || group == QLatin1String(one.group));
    });
    return found == std::end(leftOut) ? nullptr : found;
}

// Calls back with file, group (description and schema).
template <typename F> void forEachGroup(const F &visit)
{
    const QDir folder(QStringLiteral(ACTIONSCOPE_SCHEMA_SUITE));
    QStringList files;
    QDirIterator iterator(folder.path(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(folder.relativeFilePath(iterator.next()));
    files.sort();
    for (const QString &file : std::as_const(files)) {
        const json::Document groups = json::Document::parse(bytesOf(folder.filePath(file)));
        for (json::Value group = groups.root().firstChild(); group.isValid(); group = group.nextSibling())
            visit(file, group);
    }
}

QString nameOf(const json::Value &value) { return value.member(u"description").toString(); }

} // namespace

// The published JSON Schema test suite for draft 7, as far as the schemas of actions go.
class TestSchemaSuite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsThePublishedRules_data();
    void holdsThePublishedRules();
    void saysWhatIsLeftOut();
};

void TestSchemaSuite::holdsThePublishedRules_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("isFine");
    forEachGroup([](const QString &file, const json::Value &group) {
        if (reasonToLeaveOut(file, nameOf(group)))
            return;
        int number = 0;
        for (json::Value one = group.member(u"tests").firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString name
                = QStringLiteral("%1: %2, %3: %4").arg(file, nameOf(group)).arg(++number).arg(nameOf(one));
            QTest::newRow(qPrintable(name)) << group.member(u"schema").raw().toByteArray()
                                            << one.member(u"data").raw().toByteArray() << *one.member(u"valid").toBool();
        }
    });
}

void TestSchemaSuite::holdsThePublishedRules()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, input);
    QFETCH(const bool, isFine);
    const schema::Validator validator(schema);
    const json::Document typed = json::Document::parse(input);
    QVERIFY(typed.isValid());
    QVERIFY2(validator.troubles().isEmpty(), qPrintable(validator.troubles().join(QLatin1Char('\n'))));
    QVERIFY2(validator.accepts(typed.root()) == isFine, (schema + "\n" + input).constData());
}

// Nothing is left out for another reason than the one that is named, a person is told of each, and what fits is never
// taken for a fault because of it.
void TestSchemaSuite::saysWhatIsLeftOut()
{
    QList<const LeftOut *> met;
    forEachGroup([&](const QString &file, const json::Value &group) {
        const LeftOut *reason = reasonToLeaveOut(file, nameOf(group));
        if (!reason)
            return;
        met.append(reason);
        const schema::Validator validator(group.member(u"schema").raw().toByteArray());
        QVERIFY2(validator.troubles().isEmpty() != reason->isTold, qPrintable(file + QLatin1String(": ") + nameOf(group)));
        for (json::Value one = group.member(u"tests").firstChild(); one.isValid(); one = one.nextSibling()) {
            if (*one.member(u"valid").toBool())
                QVERIFY2(validator.accepts(one.member(u"data")), qPrintable(file + QLatin1String(": ") + nameOf(one)));
        }
    });
    for (const LeftOut &one : leftOut)
        QVERIFY2(met.contains(&one), one.file);
}

int main(int argc, char **argv)
{
    if (!QDir(QStringLiteral(ACTIONSCOPE_SCHEMA_SUITE)).exists()) {
        std::puts("Skipped: json-schema-test-suite is not installed.");
        return 77;
    }
    QCoreApplication application(argc, argv);
    TestSchemaSuite test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_schemasuite.moc"
