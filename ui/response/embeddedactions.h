// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/models/embedded.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QMenu;

namespace actionscope::executor {
class LinkedFile;
}

namespace actionscope::ui {

class Clipboard;
class FileDialog;
class MessageBox;
class MessageStrip;
class ThemeService;

// What can be done with that which a value holds besides itself: JSON in a text, base64, a link to a file. It adds
// itself to the menus of others, and tells how a file fares in a strip, which is all that is seen of it.
class EmbeddedActions final : public QWidget
{
    Q_OBJECT

public:
    struct Services
    {
        const ThemeService &theme;
        Clipboard &clipboard;
        FileDialog &files;
        MessageBox &questions;
    };
    explicit EmbeddedActions(const Services &services, QWidget *parent = nullptr);

    // The document that all values are of.
    void setDocument(const json::Document &document);
    void addTo(QMenu *menu, const json::Value &value);

private:
    void open(const json::Value &value);
    void decode(const json::Value &value);
    void saveDecoded(const models::DecodedPart &part);
    void askForLink(const models::LinkedPart &link);
    void fetch(const models::LinkedPart &link, const QString &path);
    void tell(const Result<void> &result, const QString &path);
    void showProgress(const QString &host, qint64 received, qint64 total);

    Services m_services;
    MessageStrip *m_strip = nullptr;
    json::Document m_document;
    QPointer<executor::LinkedFile> m_link; // the one on its way
    QElapsedTimer m_sinceProgress;
};

} // namespace actionscope::ui
