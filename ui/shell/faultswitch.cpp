// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/faultswitch.h"

#include "app/base/tr.h"
#include "ui/sidebar/faultpanel.h"

namespace actionscope::ui {

FaultSwitch::FaultSwitch(FaultPanel *panel)
    : QObject(panel)
    , m_panel(panel)
{
    QList<FaultKindRow> rows;
    for (const sandbox::FaultWord &word : sandbox::faultWords()) {
        const auto translated = [](const char *text) { return *text == '\0' ? QString() : Tr::tr(text); };
        rows.append({QString::fromLatin1(word.name), Tr::tr(word.sentence), translated(word.label), translated(word.unit),
            int(word.usual), int(word.least), int(word.most)});
    }
    connect(panel, &FaultPanel::edited, this, &FaultSwitch::tell);
    panel->setKinds(rows, {int(sandbox::FaultKind::Status), 503});
}

sandbox::FaultSpec FaultSwitch::chosen() const
{
    sandbox::FaultSpec spec;
    spec.seed = quint64(m_panel->seed());
    for (const FaultChoice &choice : m_panel->faults()) {
        const sandbox::FaultWord &word = sandbox::faultWords()[std::size_t(choice.kind)];
        spec.faults.append({word.kind, choice.number, double(choice.percent) / 100, choice.strikesAll});
    }
    return spec;
}

sandbox::FaultSpec FaultSwitch::spec() const { return m_panel->isOn() ? chosen() : sandbox::FaultSpec(); }

void FaultSwitch::tell()
{
    const sandbox::FaultSpec all = chosen();
    QStringList each;
    for (const sandbox::Fault &fault : all.faults)
        each.append(QString::fromLatin1(sandbox::faultText(fault)));
    m_panel->setTexts(each, all.faults.isEmpty() ? QString() : QString::fromLatin1(sandbox::faultText(all)));
    const sandbox::FaultSpec now = spec();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT changed(now);
}

} // namespace actionscope::ui
