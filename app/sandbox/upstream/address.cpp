// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/address.h"

#include "app/base/tr.h"
#include "app/sandbox/actions/function.h"

namespace actionscope::sandbox {

tl::expected<QUrl, QString> absoluteAddress(const QString &address, const QString &base)
{
    QString whole = address;
    if (!address.contains(QLatin1String("://"))) {
        if (base.isEmpty())
            return tl::unexpected(Tr::tr("The address is relative, and the account has no base_url."));
        whole = base.endsWith(QLatin1Char('/')) ? base.chopped(1) : base;
        whole += address.startsWith(QLatin1Char('/')) ? address : QString(QLatin1Char('/') + address);
    }
    QUrl url(whole, QUrl::StrictMode);
    url.setFragment({});
    if (!url.isValid())
        return tl::unexpected(Tr::tr("The address cannot be read: a character in it has to be percent-encoded."));
    return url;
}

tl::expected<QUrl, QString> renderedAddress(const QString &text, const Scope &scope, const QString &base)
{
    QString address;
    qsizetype plainFrom = 0;
    for (qsizetype open = text.indexOf(u"{{"); open >= 0; open = text.indexOf(u"{{", plainFrom)) {
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0)
            break;
        const QString value = textOf(scope.resolve(QStringView(text).sliced(open + 2, close - open - 2)));
        address += QStringView(text).sliced(plainFrom, open - plainFrom);
        if (open > 0 && (value == QLatin1String(".") || value == QLatin1String("..")))
            return tl::unexpected(Tr::tr("\"%1\" cannot be a part of an address.").arg(value));
        address += open == 0 ? value : QString::fromLatin1(QUrl::toPercentEncoding(value));
        plainFrom = close + 2;
    }
    address += QStringView(text).sliced(plainFrom);
    return absoluteAddress(address, base);
}

} // namespace actionscope::sandbox
