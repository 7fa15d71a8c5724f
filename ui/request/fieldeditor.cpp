// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/fieldeditor.h"

#include "ui/request/choicefieldeditor.h"
#include "ui/request/filefieldeditor.h"
#include "ui/request/linefieldeditor.h"
#include "ui/request/listfieldeditor.h"
#include "ui/request/switchfieldeditor.h"
#include "ui/request/textfieldeditor.h"

#include <algorithm>

namespace actionscope::ui {

using models::FormNode;
using schema::FieldKind;

namespace {

constexpr int mostLines = 10;
constexpr qsizetype longestLine = 16 * 1024; // bytes; a line edit would cut what is much longer

} // namespace

FieldEditor::Kind FieldEditor::kindFor(const FormNode &node)
{
    if (node.kind == FormNode::Kind::Group)
        return Kind::List;
    switch (node.shown.kind) {
    case FieldKind::String:
        return node.shown.isMultiline || node.value.raw().size() > longestLine
                || node.value.raw().contains(QByteArrayView("\\n"))
            ? Kind::Text
            : Kind::Line;
    case FieldKind::Integer:
    case FieldKind::Number:
        return Kind::Line;
    case FieldKind::Boolean:
        return Kind::Switch;
    case FieldKind::Enum:
        return Kind::Choice;
    case FieldKind::Array:
    case FieldKind::Object:
        return Kind::List;
    case FieldKind::File:
        return Kind::File;
    case FieldKind::Free:
    case FieldKind::Variant:
        break;
    }
    return Kind::Text;
}

FieldEditor *FieldEditor::make(const ThemeService &theme, const FormNode &node, const QString &name, QWidget *parent)
{
    switch (kindFor(node)) {
    case Kind::Line:
        return new LineFieldEditor(theme, name, parent);
    case Kind::Choice:
        return new ChoiceFieldEditor(name, parent);
    case Kind::Switch:
        return new SwitchFieldEditor(name, parent);
    case Kind::List:
        return new ListFieldEditor(theme, name, parent);
    case Kind::File:
        return new FileFieldEditor(theme, name, parent);
    case Kind::Text:
        break;
    }
    return new TextFieldEditor(theme, name, parent);
}

int FieldEditor::linesFor(const FormNode &node)
{
    if (kindFor(node) != Kind::Text)
        return 1;
    const QByteArrayView raw = node.value.raw();
    const bool isString = raw.startsWith('"');
    qsizetype lines = 1;
    if (isString) {
        for (qsizetype at = raw.indexOf(QByteArrayView("\\n")); at >= 0 && lines < mostLines;
             at = raw.indexOf(QByteArrayView("\\n"), at + 2))
            ++lines;
    } else {
        for (qsizetype at = raw.indexOf('\n'); at >= 0 && lines < mostLines; at = raw.indexOf('\n', at + 1))
            ++lines;
    }
    // Sentences get room before they are there; JSON takes what it needs.
    const qsizetype least = node.shown.isMultiline ? 3 : 1;
    return int(std::clamp<qsizetype>(lines, least, mostLines));
}

} // namespace actionscope::ui
