// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/expectationcheck.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/json/decimal.h"
#include "app/json/format.h"
#include "app/json/structuraldiff.h"
#include "app/json/valuepaths.h"
#include "app/json/writer.h"
#include "app/runner/doctor/plainsecrets.h"
#include "app/schema/equality.h"
#include "app/schema/finding.h"
#include "app/storage/collection.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace actionscope::runner {

namespace {

ExpectationOutcome outcomeOf(const Expectation &expectation, const Evidence &evidence, bool passed, const QString &found)
{
    const QString words = expectation.words(evidence.redactor);
    const QString sentence
        = passed ? Tr::tr("As expected, %1.").arg(words) : Tr::tr("Expected: %1. Found: %2.").arg(words, found);
    return {passed, sentence, expectation.path};
}

QString verdictWords(const diagnosis::Judgement &judgement)
{
    const QString title = api::verdictTitle(judgement.verdict);
    return judgement.sentence.isEmpty() ? title : title + QStringLiteral(": ") + judgement.sentence;
}

ExpectationOutcome checkSuccess(const Expectation &expectation, const Evidence &evidence)
{
    const bool wanted = expectation.wanted.toBool().value_or(true);
    const api::Verdict verdict = evidence.judgement.verdict;
    const bool passed = verdict == (wanted ? api::Verdict::Successful : api::Verdict::ActionRefused);
    return outcomeOf(expectation, evidence, passed, verdictWords(evidence.judgement));
}

ExpectationOutcome checkStatus(const Expectation &expectation, const Evidence &evidence)
{
    const int status = evidence.exchange.answer.status;
    bool passed = expectation.wanted.toInteger() == status;
    for (json::Value one = expectation.wanted.firstChild(); one.isValid(); one = one.nextSibling())
        passed = passed || one.toInteger() == status;
    const QString found = status ? QString::number(status) : verdictWords(evidence.judgement);
    return outcomeOf(expectation, evidence, passed && !evidence.exchange.fault, found);
}

ExpectationOutcome checkTime(const Expectation &expectation, const Evidence &evidence)
{
    const qint64 spent = microsecondsOf(evidence.exchange.timings);
    const qint64 most = expectation.wanted.toInteger().value_or(0);
    const bool passed = !evidence.exchange.fault && spent <= most * 1000;
    return outcomeOf(expectation, evidence, passed,
        evidence.exchange.fault ? verdictWords(evidence.judgement) : Tr::tr("%1 ms").arg(double(spent) / 1000, 0, 'f', 1));
}

bool isOfType(const json::Value &value, const QString &type)
{
    if (type == QLatin1String("null"))
        return value.isNull();
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("integer"))
        return value.isNumber() && json::Decimal(value.raw()).isInteger();
    if (type == QLatin1String("number"))
        return value.isNumber();
    if (type == QLatin1String("string"))
        return value.isString();
    return type == QLatin1String("array") ? value.isArray() : value.isObject();
}

bool holdsItem(const json::Value &array, const json::Value &wanted)
{
    for (json::Value item = array.firstChild(); item.isValid(); item = item.nextSibling()) {
        if (schema::isEqual(item, wanted))
            return true;
    }
    return false;
}

// A text holds another, an array an item, an object a name or the members of another object.
bool contains(const json::Value &value, const json::Value &wanted)
{
    if (value.isString())
        return wanted.isString() && value.toString().contains(wanted.toString());
    if (value.isArray())
        return holdsItem(value, wanted);
    if (!value.isObject())
        return false;
    if (wanted.isString())
        return value.member(wanted.toString()).isValid();
    bool isHeld = wanted.isObject();
    for (json::Value member = wanted.firstChild(); isHeld && member.isValid(); member = member.nextSibling())
        isHeld = schema::isEqual(value.member(member.key()), member);
    return isHeld;
}

// Characters of a text, items of an array, members of an object; -1 for what has no length.
qint64 lengthOf(const json::Value &value)
{
    if (value.isContainer())
        return value.count();
    if (!value.isString())
        return -1;
    const QString text = value.toString();
    return text.size() - std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLowSurrogate(); });
}

bool isLengthAsWanted(qint64 length, const json::Value &wanted)
{
    if (const auto exact = wanted.toInteger())
        return length == *exact;
    const auto least = wanted.member(u"min").toInteger();
    const auto most = wanted.member(u"max").toInteger();
    return length >= least.value_or(0) && (!most || length <= *most);
}

// The first fault of the value at `path`, without a full stop.
QString schemaTrouble(const schema::Validator &validator, const json::Value &value, const QString &path)
{
    QList<schema::Finding> faults = validator.findings(value);
    faults.removeIf([](const schema::Finding &one) { return !one.rules.isValid(); }); // a limit of ours
    const auto first = std::min_element(faults.cbegin(), faults.cend(),
        [](const schema::Finding &left, const schema::Finding &right) { return left.input.begin() < right.input.begin(); });
    if (first == faults.cend())
        return {};
    QString pointer = schema::pointerTo(first->input, value);
    if (first->rule == "required")
        pointer = schema::childPointer(pointer, schema::missingName(*first));
    const QString sentence = schema::sentenceFor(*first, QLatin1Char('/') + (path.isEmpty() ? QStringLiteral("$") : path) + pointer);
    return sentence.chopped(sentence.endsWith(QLatin1Char('.')) ? 1 : 0);
}

// What is wrong with one value; empty where it is as expected.
QString troubleOf(const Expectation &expectation, const schema::Validator &validator, const json::Value &value,
    const Redactor &redactor)
{
    const json::Value &wanted = expectation.wanted;
    const auto unless = [&](bool isFit) { return isFit ? QString() : shownValue(value, redactor); };
    switch (expectation.kind) {
    case ExpectationKind::Is:
        return unless(isOfType(value, wanted.toString()));
    case ExpectationKind::Equals:
        return unless(schema::isEqual(value, wanted));
    case ExpectationKind::OneOf:
        return unless(holdsItem(wanted, value));
    case ExpectationKind::AbsentOrNull:
        return unless(value.isNull() == wanted.toBool().value_or(true));
    case ExpectationKind::Contains:
        return unless(contains(value, wanted));
    case ExpectationKind::Matches:
        return unless(value.isString() && expectation.pattern.match(value.toString()).hasMatch());
    case ExpectationKind::Length: {
        const qint64 length = lengthOf(value);
        if (length >= 0 && isLengthAsWanted(length, wanted))
            return {};
        return length < 0 ? Tr::tr("%1, which has no length").arg(shownValue(value, redactor))
                          : Tr::tr("a length of %1").arg(length);
    }
    case ExpectationKind::Schema:
        return schemaTrouble(validator, value, expectation.path);
    default:
        return {};
    }
}

ExpectationOutcome checkValues(const Expectation &expectation, const Evidence &evidence, const QList<json::Value> &values)
{
    schema::Validator validator = expectation.validator;
    if (expectation.wantsActionSchema()) {
        if (evidence.actionSchema.isEmpty())
            return outcomeOf(expectation, evidence, false, Tr::tr("nobody knows that schema; fetch the catalogue of this environment"));
        validator = schema::Validator(evidence.actionSchema);
    }
    if (values.isEmpty()) {
        const bool wantsNothing
            = expectation.kind == ExpectationKind::AbsentOrNull && expectation.wanted.toBool().value_or(true);
        const bool isUnread = evidence.judgement.document.isEmpty();
        return outcomeOf(expectation, evidence, wantsNothing && !isUnread,
            isUnread ? verdictWords(evidence.judgement) : Tr::tr("nothing there"));
    }
    for (const json::Value &value : values) {
        QString trouble = troubleOf(expectation, validator, value, evidence.redactor);
        if (trouble.isEmpty())
            continue;
        if (values.size() > 1)
            trouble += Tr::tr(" at %1").arg(json::ValuePaths().pathOf(value));
        return outcomeOf(expectation, evidence, false, trouble);
    }
    return outcomeOf(expectation, evidence, true, {});
}

QString changesOf(const json::Difference &difference, const Redactor &redactor)
{
    constexpr std::size_t shown = 3;
    json::ValuePaths left;
    json::ValuePaths right;
    QStringList places;
    for (const json::Change &change : difference.changes) {
        if (places.size() == shown)
            break;
        const QString path = change.right.isValid() ? right.pathOf(change.right) : left.pathOf(change.left);
        if (change.kind == json::Change::Kind::Added)
            places.append(Tr::tr("%1 was added").arg(path));
        else if (change.kind == json::Change::Kind::Removed)
            places.append(Tr::tr("%1 is gone").arg(path));
        else if (change.kind == json::Change::Kind::Moved)
            places.append(Tr::tr("%1 stood elsewhere").arg(path));
        else if (holdsRedactedPlaceholder(change.right.raw())) // what stood there may be an older secret
            places.append(Tr::tr("%1 was something else and is %2").arg(path, shownValue(change.right, redactor)));
        else
            places.append(Tr::tr("%1 was %2 and is %3").arg(path, shownValue(change.left, redactor), shownValue(change.right, redactor)));
    }
    return places.join(QStringLiteral("; "))
        + (difference.changes.size() > shown ? Tr::tr("; %1 more").arg(difference.changes.size() - shown) : QString());
}

// JSON in which placeholders stand where secrets were; a number that is a secret becomes a text.
QByteArray withoutSecrets(const QByteArray &json, const Redactor &redactor)
{
    const json::Document document = json::Document::parse(json);
    if (redactor.isEmpty() || !document.isValid())
        return json;
    const auto index = document.index();
    QByteArray result;
    qsizetype copied = 0;
    for (quint32 node = 0; node < index->nodes.size(); ++node) {
        const json::Type type = index->nodes[node].type();
        if (!index->nodes[node].isKey() && type != json::Type::Number && type != json::Type::String)
            continue;
        const qsizetype begin = index->nodes[node].begin;
        const QByteArray before = json.sliced(begin, index->end(node) - begin);
        const QByteArray after = redactor.redacted(before);
        if (after == before)
            continue;
        result += QByteArrayView(json).sliced(copied, begin - copied);
        result += json::Document::parse(after).isValid() ? after : json::quoted(QString::fromUtf8(after));
        copied = begin + before.size();
    }
    return result + json.sliced(copied);
}

ExpectationOutcome checkSnapshot(const Expectation &expectation, const Evidence &evidence, const QList<json::Value> &values)
{
    const QString path = snapshotPath(expectation, evidence.folder);
    if (values.size() != 1) {
        return outcomeOf(expectation, evidence, false,
            values.isEmpty() ? Tr::tr("nothing there") : Tr::tr("%n values, where one can be compared", "", int(values.size())));
    }
    const QByteArray now = withoutSecrets(values.first().raw().toByteArray(), evidence.redactor);
    if (evidence.snapshots == Snapshots::AreWritten && storage::isCollectionFile(path))
        return outcomeOf(expectation, evidence, false, Tr::tr("%1 is a file of the collection itself and was not written over").arg(path));
    if (evidence.snapshots == Snapshots::AreWritten) {
        const auto written = writeFileAtomically(path, json::prettyPrinted(now) + '\n');
        return outcomeOf(expectation, evidence, written.has_value(), written ? QString() : written.error().sentence);
    }
    const auto kept = readFile(path);
    if (!kept) {
        return outcomeOf(expectation, evidence, false,
            kept.error().code == ErrorCode::NotFound ? Tr::tr("there is no file %1 yet; a run that updates snapshots writes it").arg(path)
                                                     : kept.error().sentence);
    }
    Redactor redactor = evidence.redactor;
    addPlainSecrets(*kept, json::Document::parse(*kept), redactor);
    const json::Document before = json::Document::parse(withoutSecrets(*kept, redactor));
    if (!before.isValid())
        return outcomeOf(expectation, evidence, false, Tr::tr("%1 is not JSON").arg(path));
    const json::DiffOptions options {expectation.ignored, expectation.ignoresVolatile};
    const json::Difference difference = json::difference(before, json::Document::parse(now), options);
    return outcomeOf(expectation, evidence, difference.changes.empty(), changesOf(difference, redactor));
}

} // namespace

QString snapshotPath(const Expectation &expectation, const QString &folder)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(expectation.wanted.toString()));
}

ExpectationOutcome check(const Expectation &expectation, const Evidence &evidence)
{
    switch (expectation.kind) {
    case ExpectationKind::Successful:
        return checkSuccess(expectation, evidence);
    case ExpectationKind::Status:
        return checkStatus(expectation, evidence);
    case ExpectationKind::MaxMilliseconds:
        return checkTime(expectation, evidence);
    default:
        break;
    }
    const json::Document &document = evidence.judgement.document;
    QList<json::Value> values;
    if (document.isValid())
        values = expectation.query ? expectation.query->evaluate(document.root()) : QList {document.root()};
    if (expectation.kind == ExpectationKind::UnchangedSince)
        return checkSnapshot(expectation, evidence, values);
    return checkValues(expectation, evidence, values);
}

qint64 microsecondsOf(const api::Timings &timings)
{
    return std::max(timings.finished, timings.lastByte);
}

} // namespace actionscope::runner
