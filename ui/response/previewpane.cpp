// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/previewpane.h"

#include "app/base/whenready.h"
#include "app/models/htmltext.h"
#include "app/models/plainlines.h"
#include "app/models/readable.h"
#include "ui/response/pictureview.h"
#include "ui/response/textview.h"
#include "ui/services/look.h"
#include "ui/services/picture.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace actionscope::ui {

namespace {

constexpr int widestSentence = 420;

QString capitalised(QString text)
{
    return text.isEmpty() ? text : text.replace(0, 1, text.at(0).toUpper());
}

} // namespace

PreviewPane::PreviewPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_description(new QLabel(this))
    , m_picture(new PictureView)
    , m_text(new TextView(theme, clipboard))
    , m_file(new QWidget)
    , m_title(new QLabel(m_file))
    , m_sentence(new QLabel(m_file))
    , m_save(new QPushButton(tr("&Save…"), m_file))
    , m_unpack(new QPushButton(tr("Show &Unpacked"), m_file))
{
    m_picture->setObjectName(QStringLiteral("pictureView"));
    m_picture->setAccessibleName(tr("The image in the body"));
    m_text->setObjectName(QStringLiteral("pageTextView"));
    m_text->setAccessibleName(tr("What the page says"));
    m_text->setWrapped(true);
    m_description->setObjectName(QStringLiteral("previewDescriptionLabel"));
    m_description->setFont(ThemeService::smallFont());
    m_description->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_description->setContentsMargins(spacing::small, spacing::hair, spacing::small, spacing::hair);
    setLook(m_description, Look::Muted);
    buildFilePage();
    m_pages->addWidget(m_file);
    m_pages->addWidget(m_picture);
    m_pages->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_description);
    column->addWidget(m_pages, 1);
}

void PreviewPane::buildFilePage()
{
    m_title->setObjectName(QStringLiteral("fileKindLabel"));
    m_title->setFont(ThemeService::titleFont());
    m_sentence->setObjectName(QStringLiteral("fileSentenceLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMaximumWidth(widestSentence);
    m_sentence->setTextFormat(Qt::PlainText);
    setLook(m_sentence, Look::Muted);
    m_save->setObjectName(QStringLiteral("savePreviewPushButton"));
    m_save->setAccessibleName(tr("Save the body"));
    m_unpack->setObjectName(QStringLiteral("unpackPushButton"));
    m_unpack->setAccessibleName(tr("Show the body unpacked"));
    connect(m_save, &QPushButton::clicked, this, &PreviewPane::saveRequested);
    connect(m_unpack, &QPushButton::clicked, this, &PreviewPane::unpackRequested);
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 100);
    sentenceRow->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addStretch(1);
    buttons->addWidget(m_unpack);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_file);
    column->setSpacing(spacing::small);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addLayout(sentenceRow);
    column->addLayout(buttons);
    column->addStretch(3);
}

bool PreviewPane::hasPreviewOf(api::BodyForm form)
{
    return api::isImage(form) || form == api::BodyForm::Html || form >= api::BodyForm::Pdf;
}

void PreviewPane::showBody(const api::BodyKind &kind, const QByteArray &body)
{
    clear();
    m_form = kind.form;
    m_size = body.size();
    describe({});
    if (kind.form == api::BodyForm::Html) {
        m_text->prepare([body] {
            return PreparedText {
                std::make_shared<models::PlainLines>(models::htmlAsText(body)), TextForm::AsReceived};
        });
        describe(tr("the words of the page, without its scripts and images"));
        m_pages->setCurrentWidget(m_text);
    } else if (api::isImage(kind.form)) {
        m_pages->setCurrentWidget(m_picture);
        whenReady(QtConcurrent::run([body, format = api::suffixOf(kind.form).toLatin1()] {
            return decodedPicture(body, format);
        }), this,
            [this, job = m_job](const Picture &picture) {
                if (job == m_job)
                    showPicture(picture);
            });
    } else if (kind.form == api::BodyForm::Gzip) {
        showFile(tr("It can be shown unpacked. Saved, it stays packed as it was received."));
    } else if (hasPreviewOf(kind.form)) {
        showFile(tr("It can be saved as a file. The text tab shows its bytes."));
    }
}

void PreviewPane::clear()
{
    ++m_job;
    m_form = api::BodyForm::Empty;
    m_picture->setImage({});
    m_text->setText({});
    m_description->clear();
}

void PreviewPane::showPicture(const Picture &picture)
{
    m_picture->setImage(picture.image);
    if (!picture.size.isEmpty())
        describe(tr("%1 × %2 pixels").arg(picture.size.width()).arg(picture.size.height()));
    if (!picture.trouble.isEmpty())
        showFile(picture.trouble);
}

void PreviewPane::showFile(const QString &sentence)
{
    m_title->setText(capitalised(api::nameOf(m_form)));
    m_sentence->setText(sentence);
    m_unpack->setVisible(m_form == api::BodyForm::Gzip);
    m_pages->setCurrentWidget(m_file);
}

void PreviewPane::describe(const QString &details)
{
    const QString text = tr("%1 · %2").arg(capitalised(api::nameOf(m_form)), models::sizeText(m_size));
    m_description->setText(details.isEmpty() ? text : tr("%1 · %2").arg(text, details));
    m_description->setToolTip(m_description->text());
    m_picture->setAccessibleDescription(m_description->text());
}

} // namespace actionscope::ui
