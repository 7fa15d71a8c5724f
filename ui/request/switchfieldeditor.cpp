// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/switchfieldeditor.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>

namespace actionscope::ui {

SwitchFieldEditor::SwitchFieldEditor(const QString &name, QWidget *parent)
    : FieldEditor(parent)
{
    auto *frame = new QFrame(this);
    setLook(frame, Look::Field);
    auto *places = new QHBoxLayout(frame);
    places->setContentsMargins(1, 1, 1, 1);
    places->setSpacing(0);
    const std::array<QString, PlaceCount> texts {tr("Not Set"), QStringLiteral("true"), QStringLiteral("false")};
    const std::array<const char *, PlaceCount> names {"unset", "true", "false"};
    for (size_t place = 0; place < PlaceCount; ++place) {
        auto *button = new QToolButton(frame);
        button->setObjectName(name + QLatin1Char('.') + QLatin1String(names[place]) + QStringLiteral(".ToolButton"));
        button->setText(texts[place]);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::ClickFocus);
        button->setMinimumWidth(64);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        if (place != Unset)
            button->setFont(ThemeService::monospaceFont());
        places->addWidget(button);
        m_places[place] = button;
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(frame);
    row->addStretch(1);
    connect(m_places[Unset], &QToolButton::clicked, this, &FieldEditor::unsetChosen);
    connect(m_places[True], &QToolButton::clicked, this, [this] { Q_EMIT jsonChosen(QByteArrayLiteral("true")); });
    connect(m_places[False], &QToolButton::clicked, this, [this] { Q_EMIT jsonChosen(QByteArrayLiteral("false")); });
}

QWidget *SwitchFieldEditor::focusTarget() const
{
    for (QToolButton *button : m_places) {
        if (button->isChecked())
            return button;
    }
    return m_places[Unset];
}

void SwitchFieldEditor::showNode(const models::FormNode &node, bool isEditable)
{
    const auto truth = node.value.toBool();
    const Place place = truth ? (*truth ? True : False) : Unset;
    const bool isNeither = node.value.isValid() && !truth; // null, or of another type
    for (size_t i = 0; i < PlaceCount; ++i) {
        QToolButton *button = m_places[i];
        button->setAutoExclusive(false);
        button->setChecked(i == size_t(place) && !isNeither);
        button->setAutoExclusive(true);
        button->setEnabled(isEditable);
    }
    const QByteArray &standard = node.shown.defaultValue;
    const bool hasDefault = standard == "true" || standard == "false";
    m_places[Unset]->setText(hasDefault ? tr("Default: %1").arg(QString::fromUtf8(standard)) : tr("Not Set"));
}

} // namespace actionscope::ui
