// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/surroundings.h"

#include "app/base/redaction.h"

namespace actionscope::diagnosis {

KeyKind keyKindOf(QByteArrayView key)
{
    if (key.isEmpty())
        return KeyKind::Missing;
    if (holdsRedactedPlaceholder(key))
        return KeyKind::Unknown;
    if (key.startsWith("ck_"))
        return KeyKind::Consumer;
    return key.startsWith("uak_") ? KeyKind::User : KeyKind::Other;
}

} // namespace actionscope::diagnosis
