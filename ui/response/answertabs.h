// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/bodykind.h"
#include "app/workspace/runrecord.h"
#include "ui/response/answernotes.h"

#include <QWidget>

#include <functional>

class QMenu;
class QTabWidget;

namespace actionscope::ui {

class TextHints;
class TextView;
class Clipboard;
class ComparePane;
class EmbeddedActions;
class FileDialog;
class FindBar;
class Finder;
class HeadersPane;
class BodyReader;
class MessageStrip;
class PreviewPane;
struct ReadBody;
class MessageBox;
class PathFilter;
class TablePane;
class TextPane;
class ThemeService;
class TimingView;
class TreePane;

// All there is to see of one run: the body as tree, text, table and as what it is to a person, headers, timing, the
// request as it was sent.
class AnswerTabs final : public QWidget
{
    Q_OBJECT

public:
    AnswerTabs(const ThemeService &theme, Clipboard &clipboard, FileDialog &files, MessageBox &questions,
        QWidget *parent = nullptr);

    // What is there of a body that still arrives; there are no headers yet, and no timing.
    void showArriving(const QByteArray &beginning);
    void showRecord(const workspace::RunRecord &record, const QByteArray &body);
    // Goes to where a piece of evidence stands.
    void showPlace(const diagnosis::Evidence &evidence);
    // Shows how the body differs from this one, and goes on to with each next one. `title` says what it is.
    void compareWith(const QByteArray &before, const QString &title);
    // The same without going there; no title: compares with nothing.
    void setCompared(const QByteArray &before, const QString &title);
    [[nodiscard]] json::Document document() const { return m_document; }
    // What is shown next is another body, not more of this one.
    void startAnew() { m_isArriving = false; }
    // "tree", "text", "table", "preview", "headers", "timing" or "request"; any other name, or a tab that is not there,
    // changes nothing.
    void setCurrentTab(const QString &id);

Q_SIGNALS:
    // By the person, not by itself.
    void tabChosen(const QString &id);
    void saveRequested();
    // The menu of a value of the body is about to be shown; others may add to it.
    void valueMenuAboutToShow(QMenu *menu, const actionscope::json::Value &value);

private:
    void buildTabs();
    void buildFinding();
    void placeFilter();
    void openFindBar();
    void closeFindBar();
    void showFound(qsizetype begin, qsizetype end);
    void showField(const diagnosis::Evidence &evidence);
    void showSent(const diagnosis::Evidence &evidence);
    enum class Body { Whole, Arriving };

    void showDocument(const json::Document &document, Body kind);
    void buildReader();
    void showBody(const ReadBody &body);
    void showPreview(const api::BodyKind &kind, const QByteArray &body);
    void chooseTab(const json::Document &document);

    EmbeddedActions *m_embedded = nullptr;
    BodyReader *m_reader = nullptr;
    MessageStrip *m_note = nullptr;
    QTabWidget *m_tabs = nullptr;
    TreePane *m_tree = nullptr;
    TextPane *m_text = nullptr;
    TablePane *m_table = nullptr;
    PreviewPane *m_preview = nullptr;
    HeadersPane *m_headers = nullptr;
    TimingView *m_timing = nullptr;
    TextView *m_request = nullptr;
    TextHints *m_sentHints = nullptr; // where its values came from
    Finder *m_finder = nullptr;
    FindBar *m_findBar = nullptr;
    ComparePane *m_compare = nullptr;
    PathFilter *m_filter = nullptr;
    json::Document m_document;
    bool m_choosing = false; // the tab changes by itself, not by the person
    bool m_wantsTree = true; // a body that is no JSON shows its text meanwhile
    bool m_isFile = false; // the body is no text; its preview comes first
    api::HeaderList m_headerList; // of the body shown
    QByteArray m_body; // as it came
    std::function<SentRequest()> m_sent; // the text of the request's tab
    enum class Strip { Note, Unpacking, Unpacked } m_strip = Strip::Note;
    bool m_isArriving = false; // the next document is more of the one that is shown
};

} // namespace actionscope::ui
