// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/diagnosisview.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace actionscope::ui {

namespace {

constexpr qsizetype mostEvidence = 4; // lines; the command line prints them all
constexpr qsizetype mostAdvice = 2;

QLabel *textLabel(QWidget *parent, const QString &name, const QFont &font)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a long id breaks anywhere rather than widening the page
    return label;
}

bool hasPlace(const diagnosis::Evidence &evidence) { return evidence.what != diagnosis::EvidenceKind::Catalog; }

} // namespace

DiagnosisView::DiagnosisView(QWidget *parent)
    : QWidget(parent)
    , m_sentence(textLabel(this, QStringLiteral("diagnosisLabel"), font()))
    , m_confidence(textLabel(this, QStringLiteral("diagnosisConfidenceLabel"), ThemeService::smallFont()))
    , m_evidence(new QVBoxLayout)
    , m_advice(textLabel(this, QStringLiteral("diagnosisAdviceLabel"), ThemeService::smallFont()))
    , m_tries(new FlowLayout)
{
    setObjectName(QStringLiteral("diagnosisView"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_sentence->setFont(strong);
    m_sentence->setAccessibleName(tr("Likely cause"));
    setLook(m_confidence, Look::Muted);
    m_confidence->setWordWrap(false);
    setLook(m_advice, Look::Muted);
    m_evidence->setSpacing(0);
    m_tries->setSpacing(spacing::small);
    auto *first = new QHBoxLayout;
    first->setSpacing(spacing::medium);
    first->addWidget(m_sentence, 1);
    first->addWidget(m_confidence, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::hair, spacing::hair, spacing::hair);
    column->setSpacing(spacing::hair);
    column->addLayout(first);
    column->addLayout(m_evidence);
    column->addWidget(m_advice);
    column->addLayout(m_tries);
    hide();
}

void DiagnosisView::clear()
{
    for (QWidget *part : std::as_const(m_parts)) {
        part->hide();
        part->setParent(nullptr);
        part->deleteLater(); // a button of it may be what led here
    }
    m_parts.clear();
}

void DiagnosisView::setDiagnosis(const std::optional<diagnosis::Diagnosis> &diagnosis)
{
    clear();
    setVisible(diagnosis.has_value());
    if (!diagnosis)
        return;
    m_sentence->setText(diagnosis->sentence);
    m_confidence->setText(diagnosis::confidenceWords(diagnosis->confidence));
    m_confidence->setToolTip(diagnosis->cause);
    int number = 0;
    for (const diagnosis::Evidence &evidence : diagnosis->evidence.first(std::min(mostEvidence, diagnosis->evidence.size())))
        addEvidence(evidence, ++number);
    QStringList advice;
    number = 0;
    for (const diagnosis::Try &wish : diagnosis->tries) {
        if (wish.kind == diagnosis::TryKind::Advice)
            advice.append(wish.sentence);
        else
            addTry(wish, ++number);
    }
    m_advice->setText(advice.first(std::min(mostAdvice, advice.size())).join(QLatin1Char(' ')));
    m_advice->setVisible(!advice.isEmpty());
}

void DiagnosisView::addEvidence(const diagnosis::Evidence &evidence, int number)
{
    auto *label = textLabel(this, QStringLiteral("evidence%1Label").arg(number), ThemeService::smallFont());
    const QString text = evidence.text.toHtmlEscaped();
    if (hasPlace(evidence)) {
        label->setTextFormat(Qt::RichText);
        label->setText(QStringLiteral("<a href=\"#\">%1</a>").arg(text));
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        label->setAccessibleName(tr("Evidence: %1").arg(evidence.text));
        label->setToolTip(tr("Show where it stands"));
        connect(label, &QLabel::linkActivated, this, [this, evidence] { Q_EMIT evidenceChosen(evidence); });
    } else {
        label->setText(evidence.text);
    }
    m_evidence->addWidget(label);
    keep(label);
}

void DiagnosisView::addTry(const diagnosis::Try &wish, int number)
{
    auto *button = new QPushButton(diagnosis::tryTitle(wish).replace(QLatin1Char('&'), QLatin1String("&&")), this);
    button->setObjectName(QStringLiteral("try%1PushButton").arg(number));
    button->setToolTip(wish.sentence);
    button->setAccessibleDescription(wish.sentence);
    connect(button, &QPushButton::clicked, this, [this, wish] { Q_EMIT tryRequested(wish); });
    m_tries->addWidget(button);
    keep(button);
}

} // namespace actionscope::ui
