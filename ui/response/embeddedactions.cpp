// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/embeddedactions.h"

#include "app/base/atomicfile.h"
#include "app/base/whenready.h"
#include "app/executor/linkedfile.h"
#include "app/models/readable.h"
#include "ui/response/subdocumentwindow.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/widgets/messagestrip.h"

#include <QMenu>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr int progressEvery = 100; // milliseconds

FileQuestion saveQuestion(const QString &title, const QString &name)
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = title;
    question.suggestedName = name;
    return question;
}

QString hostOf(const QUrl &url)
{
    return url.port() > 0 ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
}

} // namespace

EmbeddedActions::EmbeddedActions(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_strip(new MessageStrip(services.theme, QStringLiteral("embedded"), this))
{
    setObjectName(QStringLiteral("embeddedActions"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_strip);
    connect(m_strip, &MessageStrip::actionTriggered, this, [this] {
        if (m_link)
            m_link->cancel();
    });
}

void EmbeddedActions::setDocument(const json::Document &document)
{
    m_document = document;
    if (!m_link)
        m_strip->hide();
}

void EmbeddedActions::addTo(QMenu *menu, const json::Value &value)
{
    const auto add = [&](const char *name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text, this, slot);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    const models::Embedded found = models::embeddedIn(value);
    const json::Value nested = models::nestedResponseData(m_document);
    if (found.isJson || found.isBase64 || found.link || nested.isValid())
        menu->addSeparator();
    if (found.isJson)
        add("openAsJsonAction", tr("Open as JSON"), [this, value] { open(value); });
    if (found.isBase64)
        add("saveDecodedAction", tr("Save Decoded File…"), [this, value] { decode(value); });
    if (found.link)
        add("saveLinkedAction", tr("Save Linked File…"), [this, link = *found.link] { askForLink(link); })
            ->setEnabled(!m_link);
    if (nested.isValid())
        add("unwrapAction", tr("Unwrap response_data"), [this, nested] { open(nested); });
}

void EmbeddedActions::open(const json::Value &value)
{
    auto *opened = new SubDocumentWindow(m_services.theme, m_services.clipboard, m_document, value, window());
    opened->show();
}

void EmbeddedActions::decode(const json::Value &value)
{
    // The document goes along, so that the value lives until it is read.
    const auto work = [document = m_document, value] { return models::decodedPart(value); };
    whenReady(QtConcurrent::run(work), this, [this](const Result<models::DecodedPart> &part) {
        if (part)
            saveDecoded(*part);
        else
            m_strip->showMessage(MessageStrip::Kind::Error, part.error().sentence);
    });
}

void EmbeddedActions::saveDecoded(const models::DecodedPart &part)
{
    m_services.files.ask(this, saveQuestion(tr("Save Decoded File"), part.name), [this, part](const QString &path) {
        whenReady(QtConcurrent::run([path, bytes = part.bytes] { return writeFileAtomically(path, bytes); }), this,
            [this, path](const Result<void> &result) { tell(result, path); });
    });
}

void EmbeddedActions::askForLink(const models::LinkedPart &link)
{
    Question question;
    question.title = tr("Save Linked File");
    question.text = tr("Fetch “%1” from %2?").arg(link.name, hostOf(link.url));
    question.detail = tr("The address stands in the answer. The API key is not sent there.");
    question.acceptText = tr("Fetch");
    m_services.questions.ask(this, question, [this, link] {
        m_services.files.ask(this, saveQuestion(tr("Save Linked File"), link.name),
            [this, link](const QString &path) { fetch(link, path); });
    });
}

void EmbeddedActions::fetch(const models::LinkedPart &link, const QString &path)
{
    if (m_link)
        return;
    m_link = new executor::LinkedFile(link.url, path, this);
    connect(m_link, &executor::LinkedFile::progress, this,
        [this, host = hostOf(link.url)](qint64 received, qint64 total) { showProgress(host, received, total); });
    connect(m_link, &executor::LinkedFile::finished, this, [this, path](const Result<qint64> &result) {
        m_link->deleteLater();
        m_link.clear();
        tell(result ? Result<void>() : Failure(result.error()), path);
    });
    m_sinceProgress.invalidate();
    showProgress(hostOf(link.url), 0, -1);
    m_link->start();
}

void EmbeddedActions::showProgress(const QString &host, qint64 received, qint64 total)
{
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < progressEvery)
        return;
    m_sinceProgress.start();
    const QString text = total > 0
        ? tr("Fetching from %1: %2 of %3").arg(host, models::sizeText(received), models::sizeText(total))
        : tr("Fetching from %1: %2").arg(host, models::sizeText(received));
    m_strip->showMessage(MessageStrip::Kind::Info, text, tr("Cancel"));
}

void EmbeddedActions::tell(const Result<void> &result, const QString &path)
{
    if (result)
        m_strip->showMessage(MessageStrip::Kind::Info, tr("The file is saved as %1.").arg(path));
    else
        m_strip->showMessage(MessageStrip::Kind::Error, result.error().sentence);
}

} // namespace actionscope::ui
