// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/verdictbanner.h"

#include "app/models/readable.h"
#include "ui/delegates/verdictappearance.h"
#include "ui/response/answernotes.h"
#include "ui/response/diagnosisview.h"
#include "ui/services/iconset.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr qsizetype longestCause = 600; // characters; the body below holds the rest
constexpr qsizetype mostDetails = 6;

QString shortened(const QString &text)
{
    return text.size() > longestCause ? text.left(longestCause).trimmed() + QChar(0x2026) : text;
}

QString statusText(const api::HttpAnswer &answer)
{
    if (answer.status == 0)
        return {};
    const QString reason = QString::fromUtf8(answer.reason).left(40);
    return reason.isEmpty() ? QString::number(answer.status)
                            : QStringLiteral("%1 %2").arg(answer.status).arg(reason);
}

void setOptionalText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

VerdictBanner::VerdictBanner(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_icon(new IconLabel(this))
{
    setObjectName(QStringLiteral("verdictBanner"));
    buildVerdict();
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::hair);
    buildFigures(column);
    buildExplanation(column);
    buildIds(column);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0);
    grid->addLayout(m_verdictRow, 0, 1);
    grid->addLayout(column, 1, 1);
    grid->setColumnStretch(1, 1);
}

void VerdictBanner::buildVerdict()
{
    m_verdictRow = new QHBoxLayout;
    m_verdictRow->setSpacing(spacing::hair);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(QStringLiteral("verdictLabel"));
    m_verdict->setFont(ThemeService::titleFont());
    m_verdictRow->addWidget(m_verdict);
    m_verdictRow->addStretch(1);
}

void VerdictBanner::buildFigures(QBoxLayout *column)
{
    auto *figures = new QHBoxLayout;
    figures->setSpacing(spacing::large);
    const auto addFigure = [&](const QString &name, const QString &spoken) {
        auto *label = new QLabel(this);
        label->setObjectName(name);
        label->setAccessibleName(spoken);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        figures->addWidget(label);
        return label;
    };
    m_status = addFigure(QStringLiteral("statusLabel"), tr("HTTP status"));
    m_time = addFigure(QStringLiteral("timeLabel"), tr("Time"));
    m_size = addFigure(QStringLiteral("sizeLabel"), tr("Size"));
    figures->addStretch(1);
    column->addLayout(figures);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("responseProgressBar"));
    m_progress->setAccessibleName(tr("Progress of the answer"));
    m_progress->setTextVisible(false);
    column->addWidget(m_progress);
}

QLabel *VerdictBanner::addText(QBoxLayout *column, const QString &name, const QFont &font)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a long id breaks anywhere rather than widening the page
    column->addWidget(label);
    return label;
}

void VerdictBanner::buildExplanation(QBoxLayout *column)
{
    m_origin = addText(column, QStringLiteral("originLabel"), ThemeService::smallFont());
    m_diagnosis = new DiagnosisView(this);
    column->addWidget(m_diagnosis);
    m_cause = addText(column, QStringLiteral("causeLabel"), font());
    m_details = addText(column, QStringLiteral("errorDetailsLabel"), ThemeService::monospaceFont());
    m_fix = addText(column, QStringLiteral("suggestedFixLabel"), font());
    m_code = addText(column, QStringLiteral("errorCodeLabel"), ThemeService::smallFont());
    m_notes = addText(column, QStringLiteral("answerNotesLabel"), ThemeService::smallFont());
    for (QLabel *quiet : {m_origin, m_code, m_notes})
        setLook(quiet, Look::Muted);
    for (QLabel *paragraph : {m_cause, m_details, m_fix})
        paragraph->setContentsMargins(0, spacing::hair, spacing::hair, 0);
}

VerdictBanner::IdField VerdictBanner::makeId(QHBoxLayout *row, const QString &name, const QString &title)
{
    IdField field;
    field.title = new QLabel(title, this);
    field.title->setFont(ThemeService::smallFont());
    setLook(field.title, Look::Muted);
    field.value = new ElidedLabel(Qt::ElideMiddle, this);
    field.value->setObjectName(name + QStringLiteral("Label"));
    field.value->setAccessibleName(title);
    field.value->setFont(ThemeService::monospaceFont());
    field.value->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    field.button = new CopyButton(m_theme, m_clipboard, this);
    field.button->setObjectName(name + QStringLiteral("CopyButton"));
    auto *parts = new QHBoxLayout;
    parts->setSpacing(spacing::hair);
    for (QWidget *part : {static_cast<QWidget *>(field.title), static_cast<QWidget *>(field.value), static_cast<QWidget *>(field.button)})
        parts->addWidget(part);
    row->addLayout(parts); // which takes no room where it is hidden
    return field;
}

void VerdictBanner::buildIds(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::large);
    m_requestId = makeId(row, QStringLiteral("requestId"), tr("Request id"));
    m_logId = makeId(row, QStringLiteral("logId"), tr("Log id"));
    row->addStretch(1);
    column->addLayout(row);
}

// Wrapped text has no least height of its own, and a small window would cut its last line.
bool VerdictBanner::event(QEvent *event)
{
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(std::max(0, heightForWidth(width()))); // -1: nothing wraps
    return handled;
}

void VerdictBanner::addTool(QWidget *tool) { m_verdictRow->addWidget(tool); }

void VerdictBanner::setVerdict(const VerdictAppearance &appearance, const QString &word)
{
    setLook(this, appearance.ground);
    m_icon->setIcon(themedIcon(m_theme, appearance.icon, int(appearance.color)));
    // On its ground a verdict's word has the colour of the same name.
    setLook(m_verdict, appearance.ground == Look::Neutral ? Look::Plain : appearance.ground);
    m_verdict->setText(word);
}

void VerdictBanner::setFigures(const QString &status, const QString &time, const QString &size)
{
    setOptionalText(m_status, status);
    setOptionalText(m_time, time);
    setOptionalText(m_size, size);
}

void VerdictBanner::setId(const IdField &field, const QString &id, const QString &what)
{
    field.value->setText(id);
    field.value->setToolTip(id);
    field.button->setCopied(id, what);
    field.title->setVisible(!id.isEmpty());
    field.value->setVisible(!id.isEmpty());
    field.button->setVisible(!id.isEmpty());
}

void VerdictBanner::clearExplanation()
{
    for (QLabel *label : {m_origin, m_cause, m_fix, m_details, m_code, m_notes})
        setOptionalText(label, {});
    m_diagnosis->setDiagnosis({});
    setId(m_requestId, {}, {});
    setId(m_logId, {}, {});
    m_progress->hide();
}

void VerdictBanner::showRunning(qint64 receivingSince)
{
    clearExplanation();
    setVerdict(runningAppearance(), tr("Running"));
    showProgress({}, 0);
    m_receivingSince = receivingSince;
}

void VerdictBanner::showProgress(const executor::Progress &progress, qint64 elapsedMs)
{
    QString size;
    if (progress.phase == executor::Phase::Sending && progress.bytesToSend > 0)
        size = tr("%1 of %2 sent")
                   .arg(models::sizeText(progress.bytesSent), models::sizeText(progress.bytesToSend));
    else if (progress.bytesReceived > 0 && progress.bytesToReceive > 0)
        size = tr("%1 of %2")
                   .arg(models::sizeText(progress.bytesReceived), models::sizeText(progress.bytesToReceive));
    else if (progress.bytesReceived > 0)
        size = models::sizeText(progress.bytesReceived);
    size += rateText(progress, elapsedMs);
    const QString seconds = tr("%1 s").arg(QLocale().toString(double(elapsedMs) / 1000.0, 'f', 1));
    setFigures(phaseWords(progress.phase),
        elapsedMs < 60'000 ? seconds : models::durationText(elapsedMs * 1000), size);
    const bool isMeasured = progress.phase == executor::Phase::Receiving && progress.bytesToReceive > 0;
    m_progress->setVisible(isMeasured);
    if (isMeasured)
        m_progress->setValue(int(100 * progress.bytesReceived / progress.bytesToReceive));
}

// The average since the answer began; not before it means something.
QString VerdictBanner::rateText(const executor::Progress &progress, qint64 elapsedMs)
{
    if (progress.phase != executor::Phase::Receiving) {
        m_receivingSince = -1;
        return {};
    }
    if (m_receivingSince < 0)
        m_receivingSince = elapsedMs;
    const qint64 taken = elapsedMs - m_receivingSince;
    return taken < 500 ? QString() : tr(", %1/s").arg(models::sizeText(progress.bytesReceived * 1000 / taken));
}

QString VerdictBanner::phaseWords(executor::Phase phase)
{
    switch (phase) {
    case executor::Phase::Waiting:
        return tr("Waiting to start");
    case executor::Phase::Connecting:
        return tr("Connecting");
    case executor::Phase::Sending:
        return tr("Sending the request");
    case executor::Phase::AwaitingAnswer:
        return tr("Waiting for the answer");
    case executor::Phase::Receiving:
        return tr("Receiving the answer");
    }
    return {};
}

void VerdictBanner::showRecord(const workspace::RunRecord &record, const QByteArray &body, Origin origin)
{
    clearExplanation();
    const storage::HistoryEntry &entry = record.entry;
    const api::Exchange &exchange = entry.exchange;
    setVerdict(appearanceOf(entry.verdict), api::verdictTitle(entry.verdict));
    const qint64 total
        = exchange.timings.finished >= 0 ? exchange.timings.finished : exchange.timings.lastByte;
    const bool hasAnswer = exchange.answer.status > 0;
    setFigures(statusText(exchange.answer), total >= 0 ? models::durationText(total) : QString(),
        hasAnswer ? models::sizeText(body.size()) : QString());
    if (origin == Origin::History) {
        setOptionalText(m_origin,
            tr("From the history · %1 · %2").arg(models::fullMomentText(entry.startedAt), entry.environment));
    } else if (origin == Origin::RequestLog) {
        setOptionalText(m_origin, tr("From the sandbox's request log · %1").arg(models::fullMomentText(entry.startedAt)));
    } else if (origin == Origin::CollectionRun) {
        setOptionalText(m_origin, tr("From the run of %1 · %2").arg(models::fullMomentText(entry.startedAt), entry.environment));
    } else if (origin == Origin::Import) {
        setOptionalText(m_origin, entry.startedAt.isValid()
                ? tr("Brought in, not sent from here · %1").arg(models::fullMomentText(entry.startedAt))
                : tr("Brought in, not sent from here"));
    }
    m_diagnosis->setDiagnosis(record.diagnosis);
    if (entry.verdict != api::Verdict::Successful)
        showCause(record);
    setOptionalText(m_notes, answerNotes(record, body).join(QLatin1Char('\n')));
    setId(m_requestId, requestIdOf(record), tr("Copy the request id"));
    setId(m_logId, record.judgement.response ? record.judgement.response->logId : QString(),
        tr("Copy the log id"));
}

void VerdictBanner::showCause(const workspace::RunRecord &record)
{
    const QString &sentence
        = record.judgement.sentence.isEmpty() ? record.entry.sentence : record.judgement.sentence;
    // The diagnosis has the service's words among its evidence, and the names with their places; of JSON it has what counts.
    const auto evidence = record.diagnosis ? record.diagnosis->evidence : QList<diagnosis::Evidence>();
    const bool isQuoted = std::any_of(evidence.cbegin(), evidence.cend(),
        [&](const diagnosis::Evidence &each) { return each.text.contains(sentence.simplified()) || !each.inside.isEmpty(); });
    setOptionalText(m_cause, shortened(sentence));
    m_cause->setVisible(!isQuoted && !sentence.isEmpty());
    const bool isTold = record.diagnosis && record.diagnosis->cause != QLatin1String("unknown");
    if (!record.judgement.error || isTold)
        return;
    const api::ApiError &error = *record.judgement.error;
    setOptionalText(m_fix, shortened(error.suggestedFix));
    QStringList details = error.details.mid(0, mostDetails);
    if (error.details.size() > mostDetails)
        details.append(tr("and %n more", nullptr, int(error.details.size() - mostDetails)));
    setOptionalText(m_details, shortened(details.join(QLatin1Char('\n'))));
    QStringList code {
        error.slug, error.code.isEmpty() ? QString() : tr("code %1").arg(error.code), error.type};
    code.removeAll(QString());
    setOptionalText(m_code, code.join(QStringLiteral(" · ")));
}

} // namespace actionscope::ui
