// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/bodyreader.h"

#include "app/base/charset.h"
#include "app/base/whenready.h"
#include "app/models/readable.h"

#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr int refreshMs = 200;
constexpr qsizetype small = 1 << 16; // bytes

QString joined(const QString &one, const QString &other)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + QLatin1Char(' ') + other;
}

ReadBody readable(const api::BodyKind &kind, const QByteArray &body)
{
    ReadBody made {kind, {}, kind.disagreement};
    QByteArray text = body;
    if (!isUtf8Name(kind.charset)) {
        const QString charset = QString::fromLatin1(kind.charset);
        if (const auto converted = toUtf8(body, kind.charset)) {
            text = *converted;
            made.note = joined(made.note,
                BodyReader::tr("Shown converted from %1. Saved, it stays as it was received.").arg(charset));
        } else {
            made.note = joined(made.note,
                BodyReader::tr("The charset %1 is not known here; the text is shown as if it were UTF-8.").arg(charset));
        }
    }
    made.document = json::Document::parse(text);
    return made;
}

ReadBody unpackedBody(const QByteArray &packed, UnpackWatch *watch)
{
    const Unpacked unpacked = gunzip(packed, watch);
    ReadBody made = readable(api::bodyKind({}, unpacked.bytes), unpacked.bytes);
    made.note = joined(BodyReader::tr("Unpacked from %1 to %2. Saved, it stays as it was received.")
                           .arg(models::sizeText(packed.size()), models::sizeText(unpacked.bytes.size())),
        joined(unpacked.trouble, made.note));
    made.isUnpacked = true;
    return made;
}

} // namespace

BodyReader::BodyReader(QObject *parent)
    : QObject(parent)
{
    m_progress.setInterval(refreshMs);
    connect(&m_progress, &QTimer::timeout, this,
        [this] { Q_EMIT progressed(m_watch->read, m_body.size(), m_watch->written); });
}

BodyReader::~BodyReader() { cancel(); }

void BodyReader::read(const api::HeaderList &headers, const QByteArray &body, const json::Document &known)
{
    cancel();
    m_body = body;
    const api::BodyKind kind = api::bodyKind(headers, body);
    // The same bytes in another place would be found out only by reading all of them here.
    const bool isKnown = known.bytes().isSharedWith(body) || (body.size() < small && known.bytes() == body);
    if (isUtf8Name(kind.charset) && isKnown) {
        ++m_job;
        Q_EMIT ready({kind, known, kind.disagreement});
        return;
    }
    start([kind, body] { return readable(kind, body); });
}

void BodyReader::readPart(const QByteArray &beginning)
{
    cancel();
    start([beginning] {
        ReadBody part;
        part.document = json::Document::parse(beginning);
        part.isPart = true;
        return part;
    });
}

void BodyReader::unpack()
{
    cancel();
    m_watch = std::make_shared<UnpackWatch>();
    m_progress.start();
    start([body = m_body, watch = m_watch] { return unpackedBody(body, watch.get()); });
}

void BodyReader::cancel()
{
    m_progress.stop();
    if (m_watch)
        m_watch->isCancelled = true;
}

void BodyReader::start(const std::function<ReadBody()> &make)
{
    Q_EMIT begun();
    whenReady(QtConcurrent::run(&m_pool, make), this, [this, job = ++m_job](const ReadBody &body) {
        if (job != m_job)
            return;
        m_progress.stop();
        Q_EMIT ready(body);
    });
}

} // namespace actionscope::ui
