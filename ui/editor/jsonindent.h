// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace actionscope::ui {

class CodeEditor;

// What follows a typed character in JSON: after a line break the next line is indented, one step deeper after
// { or [; a closing bracket that begins its line moves under the line that opened it.
void indentAfter(CodeEditor &editor, int character);

} // namespace actionscope::ui
