// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/modelrun.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/schema/validator.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

namespace actionscope::sandbox {

namespace {

constexpr int mostQuestions = 2;
constexpr qint64 largestAnswer = qint64(4) << 20; // bytes

QByteArray message(QByteArrayView role, const QString &content)
{
    json::ObjectWriter writer;
    writer.addRaw("role", '"' + role.toByteArray() + '"');
    writer.addString("content", content);
    return writer.finished();
}

// What the model is told when the caller says nothing else.
QString ownPrompt()
{
    return QStringLiteral(
        "You turn a request in words into the JSON input of one API action. Answer with the JSON object "
        "alone. Use only parameters of the schema, with their types. Leave out what the request does "
        "not say and the schema does not require.");
}

QString question(const InputTask &task)
{
    return QStringLiteral("Action: %1\n%2\n\nJSON Schema of its input:\n%3\n\nRequest:\n%4")
        .arg(task.actionId, task.description, QString::fromUtf8(task.parameters.raw()), task.text);
}

// The words of an error body, in any of the shapes that such servers use.
QString wordsOf(const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    const json::Value error = document.root().member(u"error");
    for (const json::Value &value : {error.member(u"message"), error, document.root().member(u"message")}) {
        if (value.isString())
            return value.toString().left(300);
    }
    return {};
}

} // namespace

json::Document objectIn(const QString &content)
{
    const auto parsed = [](const QString &text) { return json::Document::parse(text.trimmed().toUtf8()); };
    const auto isObject
        = [](const json::Document &document) { return document.isValid() && document.root().isObject(); };
    if (json::Document whole = parsed(content); isObject(whole))
        return whole;
    static const QRegularExpression fence(
        QStringLiteral("```[\\w-]*\\s*\\n(.*?)```"), QRegularExpression::DotMatchesEverythingOption);
    QRegularExpressionMatchIterator blocks = fence.globalMatch(content);
    while (blocks.hasNext()) {
        if (json::Document block = parsed(blocks.next().captured(1)); isObject(block))
            return block;
    }
    const qsizetype begin = content.indexOf(QLatin1Char('{'));
    const qsizetype end = content.lastIndexOf(QLatin1Char('}'));
    if (begin >= 0 && end > begin) {
        if (json::Document inside = parsed(content.mid(begin, end - begin + 1)); isObject(inside))
            return inside;
    }
    return {};
}

ModelRun::ModelRun(const InputTask &task, const ModelOptions &options, QObject *parent)
    : QObject(parent)
    , m_task(task)
    , m_options(options)
    , m_network(new QNetworkAccessManager(this))
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        const int seconds = int(std::chrono::ceil<std::chrono::seconds>(m_options.timeout).count());
        end({},
            (seconds == 1 ? Tr::tr("The model at %1 did not answer within 1 second.")
                          : Tr::tr("The model at %1 did not answer within %n seconds.", nullptr, seconds))
                .arg(m_options.url.authority()));
    });
}

// Left early, it takes the question with it.
ModelRun::~ModelRun()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void ModelRun::start() { ask(); }

QByteArray ModelRun::requestBody() const
{
    json::ArrayWriter messages;
    messages.addRaw(message("system", m_task.systemPrompt.isEmpty() ? ownPrompt() : m_task.systemPrompt));
    messages.addRaw(message("user", question(m_task)));
    if (!m_faults.isEmpty()) {
        messages.addRaw(message("assistant", m_firstContent));
        messages.addRaw(message("user",
            QStringLiteral("This input cannot be used:\n- %1\nAnswer with the corrected JSON object alone.")
                .arg(m_faults.join(QStringLiteral("\n- ")))));
    }
    json::ObjectWriter body;
    body.addString("model", m_options.model);
    body.addRaw("messages", messages.finished());
    body.addInteger("temperature", 0);
    body.addBool("stream", false);
    return body.finished();
}

void ModelRun::ask()
{
    ++m_questions;
    QUrl url = m_options.url;
    url.setPath(url.path()
        + (url.path().endsWith(QLatin1Char('/')) ? QStringLiteral("chat/completions")
                                                 : QStringLiteral("/chat/completions")));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!m_options.apiKey.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_options.apiKey);
    m_reply = m_network->post(request, requestBody());
    connect(m_reply, &QNetworkReply::finished, this, &ModelRun::takeReply);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > largestAnswer)
            m_reply->abort();
    });
    m_clock.start(m_options.timeout);
}

void ModelRun::takeReply()
{
    m_clock.stop();
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    const QString host = m_options.url.authority();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply->readAll();
    if (status != 0 && status != 200) {
        const QString words = wordsOf(body);
        end({},
            words.isEmpty()
                ? Tr::tr("The model at %1 answered HTTP %2.").arg(host).arg(status)
                : Tr::tr("The model at %1 answered HTTP %2: %3").arg(host).arg(status).arg(words));
        return;
    }
    if (reply->error() != QNetworkReply::NoError) {
        end({}, Tr::tr("The model at %1 could not be asked: %2.").arg(host, reply->errorString()));
        return;
    }
    const json::Document answer = json::Document::parse(body);
    const json::Value content
        = answer.root().member(u"choices").firstChild().member(u"message").member(u"content");
    if (answer.isValid() && content.isString())
        takeContent(content.toString());
    else
        end({}, Tr::tr("What the model at %1 answered is not a chat completion.").arg(host));
}

void ModelRun::takeContent(const QString &content)
{
    QStringList faults;
    const json::Document input = objectIn(content);
    if (!input.isValid()) {
        faults.append(QStringLiteral("it is not a JSON object"));
    } else {
        const schema::Validator validator(m_task.parameters.raw().toByteArray());
        for (const schema::Problem &problem : validator.problems(input.root()))
            faults.append(problem.sentence);
    }
    if (faults.isEmpty()) {
        end(input.root().raw().toByteArray(), {});
    } else if (m_questions < mostQuestions) {
        m_firstContent = content.left(100'000);
        m_faults = faults;
        ask();
    } else {
        end({},
            Tr::tr("The model at %1 made no usable input in two tries: %2")
                .arg(m_options.url.authority(), faults.first()));
    }
}

void ModelRun::end(const QByteArray &arguments, const QString &trouble)
{
    m_clock.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    Q_EMIT finished(arguments, trouble);
}

} // namespace actionscope::sandbox
