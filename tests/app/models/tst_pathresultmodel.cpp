// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/pathresultmodel.h"

#include "app/json/jsonpath.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace actionscope;
using models::PathResultModel;

namespace {

std::shared_ptr<const PathResultModel::Nodes> nodesOf(const json::Document &document, QStringView path)
{
    const auto nodes = std::make_shared<PathResultModel::Nodes>();
    const QList<json::Value> values = json::JsonPath::parse(path)->evaluate(document.root());
    for (const json::Value &value : values)
        nodes->push_back(value.node());
    return nodes;
}

} // namespace

class TestPathResultModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhereAndWhat();
    void everyPathLeadsBack();
    void endsItsRowsBeforeTheViewMustWait();
    void stopsWhenItShall();
};

void TestPathResultModel::showsWhereAndWhat()
{
    PathResultModel model;
    const QAbstractItemModelTester tester(&model);
    const json::Document document = json::Document::parse("{\"data\":[{\"odd key\":1.10},{\"a\":[]}]}");
    model.setResults(document, nodesOf(document, u"$.data[*].*"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, PathResultModel::PathColumn).data().toString(),
        QStringLiteral("$.data[0]['odd key']"));
    QCOMPARE(model.index(0, PathResultModel::ValueColumn).data().toString(), QStringLiteral("1.10"));
    QCOMPARE(model.index(1, PathResultModel::PathColumn).data().toString(), QStringLiteral("$.data[1].a"));
    QCOMPARE(model.value(1).raw().toByteArray(), QByteArray("[]"));
    QVERIFY(!model.value(2).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestPathResultModel::everyPathLeadsBack()
{
    QByteArray body = "[";
    for (int i = 0; i < 3000; ++i)
        body += "{\"id\":[" + QByteArray::number(i) + ",{\"x\":null}]},";
    const json::Document document = json::Document::parse(body + "{}]");
    PathResultModel model;
    model.setResults(document, nodesOf(document, u"$..*"));
    for (int row = model.rowCount() - 1; row >= 0; row -= 17) {
        const QString path = model.index(row, PathResultModel::PathColumn).data().toString();
        const QList<json::Value> found = json::JsonPath::parse(path)->evaluate(document.root());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first(), model.value(row));
    }
}

void TestPathResultModel::endsItsRowsBeforeTheViewMustWait()
{
    QByteArray body = "[";
    for (int i = 0; i <= PathResultModel::mostRows; ++i)
        body += "0,";
    body.back() = ']';
    const json::Document document = json::Document::parse(body);
    PathResultModel model;
    model.setResults(document, nodesOf(document, u"$.*"));
    QCOMPARE(model.rowCount(), PathResultModel::mostRows);
    QCOMPARE(model.results().asJson().count('0'), PathResultModel::mostRows + 1);
}

void TestPathResultModel::stopsWhenItShall()
{
    const json::Document document = json::Document::parse('[' + QByteArray("[1],").repeated(10'000) + "1]");
    const std::atomic_bool isCancelled = true;
    QVERIFY(json::JsonPath::parse(u"$..*")->evaluate(document.root(), &isCancelled).size() < 100);
    QCOMPARE(json::JsonPath::parse(u"$..*")->evaluate(document.root()).size(), 20'001);
}

QTEST_GUILESS_MAIN(TestPathResultModel)
#include "tst_pathresultmodel.moc"
