// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagnosis/diagnosis.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace actionscope::ui {

class FlowLayout;

// Why it failed in plain words, how sure that is, the evidence as links to where it stands, and a button for each thing
// the program can do about it. Hidden where there is nothing to say.
class DiagnosisView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisView(QWidget *parent = nullptr);

    void setDiagnosis(const std::optional<diagnosis::Diagnosis> &diagnosis);

Q_SIGNALS:
    void evidenceChosen(const actionscope::diagnosis::Evidence &evidence);
    void tryRequested(const actionscope::diagnosis::Try &wish);

private:
    void clear();
    void addEvidence(const diagnosis::Evidence &evidence, int number);
    void addTry(const diagnosis::Try &wish, int number);
    void keep(QWidget *part) { m_parts.append(part); }

    QLabel *m_sentence = nullptr;
    QLabel *m_confidence = nullptr;
    QVBoxLayout *m_evidence = nullptr;
    QLabel *m_advice = nullptr;
    FlowLayout *m_tries = nullptr;
    QList<QWidget *> m_parts; // of the diagnosis shown
};

} // namespace actionscope::ui
