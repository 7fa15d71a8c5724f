// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace actionscope::sandbox {

struct Function;

// What stands between {{ and }}: a path, JSON, a function's call or something in parentheses, passed on through
// functions with `|`; where all of that is absent, what follows `??`. Values are JSON text, empty when absent.
class Expression final
{
public:
    using Lookup = std::function<QByteArray(QStringView path)>;

    // The other side is the sentence that says what is wrong.
    [[nodiscard]] static tl::expected<Expression, QString> parse(QStringView text);

    [[nodiscard]] QByteArray value(const Lookup &lookup) const;
    // Every path it looks at.
    [[nodiscard]] QStringList paths() const;

private:
    friend class ExpressionParser;

    struct Call
    {
        const Function *function = nullptr;
        std::vector<Expression> arguments;
    };
    enum class Kind { Json, Path, Group, Nothing };
    struct Alternative
    {
        Kind kind = Kind::Nothing; // a generator of values begins with nothing
        QByteArray json;
        QString path;
        std::vector<Expression> group; // one at most
        std::vector<Call> calls;
    };
    [[nodiscard]] static QByteArray valueOf(const Alternative &alternative, const Lookup &lookup);

    std::vector<Alternative> m_alternatives;
};

} // namespace actionscope::sandbox
