// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/bodykind.h"
#include "app/workspace/runrecord.h"

#include <QWidget>

class QTabWidget;

namespace actionscope::ui {

class TextView;
class Clipboard;
class HeadersPane;
class BodyReader;
class MessageStrip;
class PreviewPane;
struct ReadBody;
class TextPane;
class ThemeService;
class TimingView;
class TreePane;

// All there is to see of one run: the body as tree, as text and as what it is to a person, headers, timing, the request as it was sent.
class AnswerTabs final : public QWidget
{
    Q_OBJECT

public:
    AnswerTabs(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void showRecord(const workspace::RunRecord &record, const QByteArray &body);
    // "tree", "text", "preview", "headers", "timing" or "request"; any other name, or a tab that is not there, changes nothing.
    void setCurrentTab(const QString &id);

Q_SIGNALS:
    // By the person, not by itself.
    void tabChosen(const QString &id);
    void saveRequested();

private:
    void buildTabs();
    void showDocument(const json::Document &document);
    void buildReader();
    void showBody(const ReadBody &body);
    void showPreview(const api::BodyKind &kind, const QByteArray &body);
    void chooseTab(const json::Document &document);

    BodyReader *m_reader = nullptr;
    MessageStrip *m_note = nullptr;
    QTabWidget *m_tabs = nullptr;
    TreePane *m_tree = nullptr;
    TextPane *m_text = nullptr;
    PreviewPane *m_preview = nullptr;
    HeadersPane *m_headers = nullptr;
    TimingView *m_timing = nullptr;
    TextView *m_request = nullptr;
    bool m_choosing = false; // the tab changes by itself, not by the person
    bool m_wantsTree = true; // a body that is no JSON shows its text meanwhile
    bool m_isFile = false; // the body is no text; its preview comes first
    api::HeaderList m_headerList; // of the body shown
    QByteArray m_body; // as it came
    enum class Strip { Note, Unpacking, Unpacked } m_strip = Strip::Note;
};

} // namespace actionscope::ui
