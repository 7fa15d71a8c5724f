// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/calculate.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/template.h"

#include <array>
#include <charconv>
#include <cmath>

namespace actionscope::sandbox {

namespace {

// sum = product {+|- product}; product = factor {*|/ factor}; factor = {+|-} (number | "(" sum ")")
class Calculation final
{
public:
    explicit Calculation(const QByteArray &text)
        : m_text(text)
    {
    }

    [[nodiscard]] tl::expected<long double, QString> result()
    {
        const long double value = sum(0);
        skipSpace();
        if (m_problem.isEmpty() && m_at < m_text.size())
            complain();
        if (m_problem.isEmpty() && !std::isfinite(value))
            m_problem = Tr::tr("The result is too large to be written.");
        if (!m_problem.isEmpty())
            return tl::unexpected(m_problem);
        return value;
    }

private:
    static constexpr int deepest = 200;

    long double sum(int depth)
    {
        long double value = product(depth);
        for (;;) {
            if (take('+'))
                value += product(depth);
            else if (take('-'))
                value -= product(depth);
            else
                return value;
        }
    }

    long double product(int depth)
    {
        long double value = factor(depth);
        for (;;) {
            if (take('*')) {
                value *= factor(depth);
            } else if (take('/')) {
                const long double divisor = factor(depth);
                if (m_problem.isEmpty() && divisor == 0)
                    m_problem = Tr::tr("The expression divides by zero.");
                value /= divisor == 0 ? 1 : divisor;
            } else {
                return value;
            }
        }
    }

    long double factor(int depth)
    {
        bool negative = false;
        for (;;) {
            if (take('-'))
                negative = !negative;
            else if (!take('+'))
                break;
        }
        long double value = 0;
        if (depth >= deepest) {
            if (m_problem.isEmpty())
                m_problem = Tr::tr("The expression has more than %1 open parentheses.").arg(deepest);
        } else if (take('(')) {
            value = sum(depth + 1);
            if (!take(')'))
                complain();
        } else {
            value = number();
        }
        return negative ? -value : value;
    }

    long double number()
    {
        skipSpace();
        long double value = 0;
        const char *begin = m_text.constData() + m_at;
        const auto [end, trouble] = std::from_chars(begin, m_text.constData() + m_text.size(), value);
        const bool isDigit = m_at < m_text.size() && ((*begin >= '0' && *begin <= '9') || *begin == '.');
        if (!isDigit || trouble != std::errc())
            complain();
        else
            m_at += end - begin;
        return value;
    }

    bool take(char c)
    {
        skipSpace();
        if (!m_problem.isEmpty() || m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }

    void complain()
    {
        if (!m_problem.isEmpty())
            return;
        m_problem = m_at < m_text.size()
            ? Tr::tr("The expression cannot be read from character %1 on. It takes numbers, + - * / and parentheses.")
                  .arg(m_at + 1)
            : Tr::tr("The expression ends too early.");
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    QString m_problem;
};

// Eighteen digits is what a long double holds; more would show its rounding. Never in a locale's spelling.
QByteArray spelled(long double value)
{
    std::array<char, 64> text {};
    const auto written = std::to_chars(
        text.data(), text.data() + text.size(), value + 0.0L, std::chars_format::general, 18);
    return {text.data(), written.ptr - text.data()};
}

} // namespace

tl::expected<QByteArray, QString> calculated(const QByteArray &expression)
{
    return Calculation(expression).result().map([](long double value) { return spelled(value); });
}

Result<Behaviour> makeCalculate(const BehaviourText &text)
{
    const json::Value expression = text.spec.member(u"expression");
    return [expression](const Call &call) -> Result<Outcome> {
        const QString typed = renderedText(expression, call.scope());
        const auto result = calculated(typed.toUtf8());
        if (!result)
            return failedOutcome(result.error(), 400);
        json::ObjectWriter data;
        data.addString("expression", typed);
        data.addRaw("result", *result);
        return Outcome {.data = data.finished()};
    };
}

} // namespace actionscope::sandbox
