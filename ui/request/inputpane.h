// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formmodel.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;
class QSplitter;
class QToolButton;

namespace actionscope::ui {

class FormPane;
class JsonEditor;
class ThemeService;

// What the action is given, as a form and as JSON: two views of one text, with one undo history. Without a schema there
// is the JSON alone, and a word on why.
class InputPane final : public QWidget
{
    Q_OBJECT

public:
    enum class View { Form, Json, Both };

    explicit InputPane(const ThemeService &theme, QWidget *parent = nullptr);

    [[nodiscard]] JsonEditor *editor() const { return m_editor; }
    [[nodiscard]] FormPane *form() const { return m_form; }
    // Does not emit edited().
    void setBytes(const QByteArray &bytes);

    // The text stays as it is.
    void setSchema(const schema::Schema &schema);
    [[nodiscard]] const schema::Schema &schema() const { return m_model->schema(); }
    // Why there is no form, in a sentence, with the whole story on hover; `offer` is what the button beside says, empty
    // for no button.
    void showNoSchema(const QString &sentence, const QString &reason, const QString &offer);

    // "form", "json" or "both".
    [[nodiscard]] QString view() const;
    void setView(const QString &name);
    // For who has something to show in the text; what the person chose is not forgotten for that.
    void revealEditor();

    void showUpload(const json::Path &path, const QString &sentence, bool isRunning);
    // Sets the reference to a file that was uploaded.
    void setValue(const json::Path &path, const QByteArray &json);

Q_SIGNALS:
    void edited();
    void viewChosen(const QString &name);
    void schemaRequested();
    void fileChosen(const actionscope::json::Path &path, const QString &file); // empty file: to be asked for
    void uploadCancelled(const actionscope::json::Path &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildBar();
    void connectParts();
    void apply(const QList<json::TextEdit> &edits);
    void showViews();
    // Too low for two above one another, and too narrow for two side by side.
    [[nodiscard]] bool isCramped() const;

    static constexpr int viewCount = 3;

    models::FormModel *m_model;
    FormPane *m_form = nullptr;
    JsonEditor *m_editor = nullptr;
    QSplitter *m_splitter = nullptr;
    QLabel *m_why = nullptr;
    QPushButton *m_offer = nullptr;
    QWidget *m_bar = nullptr;
    std::array<QToolButton *, viewCount> m_buttons {};
    View m_view = View::Both;
    bool m_hasSchema = false;
};

} // namespace actionscope::ui
