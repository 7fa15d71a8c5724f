// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/bodykind.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace actionscope::ui {

class Clipboard;
class PictureView;
class TextView;
class ThemeService;
struct Picture;

// What a body is to a person rather than to a program: the image, the words of a page, or what kind of file it is and
// what can be done with it.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    PreviewPane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // Whether the pane has anything to add to the text.
    [[nodiscard]] static bool hasPreviewOf(api::BodyForm form);

    void showBody(const api::BodyKind &kind, const QByteArray &body);
    void clear();

Q_SIGNALS:
    void saveRequested();
    void unpackRequested();

private:
    void buildFilePage();
    void showPicture(const Picture &picture);
    void showFile(const QString &sentence);
    void describe(const QString &details);

    QStackedWidget *m_pages = nullptr;
    QLabel *m_description = nullptr;
    PictureView *m_picture = nullptr;
    TextView *m_text = nullptr;
    QWidget *m_file = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_unpack = nullptr;
    api::BodyForm m_form = api::BodyForm::Empty;
    qint64 m_size = 0;
    int m_job = 0; // counts bodies, so that a late image is known as such
};

} // namespace actionscope::ui
