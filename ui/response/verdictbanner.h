// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/executor/executionrun.h"
#include "app/workspace/runrecord.h"

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace actionscope::ui {

class Clipboard;
class CopyButton;
class DiagnosisView;
class ElidedLabel;
class IconLabel;
class ThemeService;
struct VerdictAppearance;

// The verdict in a word, a shape and a colour, always in the same place; below it the figures, the cause when
// it failed, what to know before reading on, and the ids that support staff ask for.
class VerdictBanner final : public QFrame
{
    Q_OBJECT

public:
    enum class Origin { Fresh, History, RequestLog, CollectionRun, Import };

    VerdictBanner(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // `receivingSince`: the millisecond in which the answer began, of a run that is shown again; else -1.
    void showRunning(qint64 receivingSince);
    void showProgress(const executor::Progress &progress, qint64 elapsedMs);
    void showRecord(const workspace::RunRecord &record, const QByteArray &body, Origin origin);
    [[nodiscard]] DiagnosisView *diagnosis() const { return m_diagnosis; }
    // Puts a widget at the end of the verdict's line.
    void addTool(QWidget *tool);

protected:
    bool event(QEvent *event) override;

private:
    struct IdField
    {
        QLabel *title = nullptr;
        ElidedLabel *value = nullptr;
        CopyButton *button = nullptr;
    };

    void buildVerdict();
    void buildFigures(QBoxLayout *column);
    void buildExplanation(QBoxLayout *column);
    void buildIds(QBoxLayout *column);
    [[nodiscard]] QLabel *addText(QBoxLayout *column, const QString &name, const QFont &font);
    [[nodiscard]] IdField makeId(QHBoxLayout *row, const QString &name, const QString &title);
    void setVerdict(const VerdictAppearance &appearance, const QString &word);
    void setId(const IdField &field, const QString &id, const QString &what);
    void setFigures(const QString &status, const QString &time, const QString &size);
    void showCause(const workspace::RunRecord &record);
    void clearExplanation();
    [[nodiscard]] QString rateText(const executor::Progress &progress, qint64 elapsedMs);
    [[nodiscard]] static QString phaseWords(executor::Phase phase);

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    IconLabel *m_icon = nullptr;
    QHBoxLayout *m_verdictRow = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_origin = nullptr;
    DiagnosisView *m_diagnosis = nullptr;
    QLabel *m_cause = nullptr;
    QLabel *m_code = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_fix = nullptr;
    QLabel *m_notes = nullptr;
    IdField m_requestId;
    IdField m_logId;
    QProgressBar *m_progress = nullptr;
    qint64 m_receivingSince = -1; // milliseconds of the run; -1 before
};

} // namespace actionscope::ui
