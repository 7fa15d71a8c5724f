// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/jsonappearance.h"

namespace actionscope::ui {

ColorRole colorRoleOf(json::Type type)
{
    switch (type) {
    case json::Type::String:
        return ColorRole::JsonString;
    case json::Type::Number:
        return ColorRole::JsonNumber;
    case json::Type::True:
    case json::Type::False:
    case json::Type::Null:
        return ColorRole::JsonWord;
    case json::Type::Array:
    case json::Type::Object:
        return ColorRole::Muted;
    }
    return ColorRole::Text;
}

QString onOneLine(QString text)
{
    for (QChar &c : text) {
        if (c == QLatin1Char('\n') || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QChar(0x21B5);
        else if (c.unicode() < 0x20)
            c = QChar(0x00B7);
    }
    return text;
}

} // namespace actionscope::ui
