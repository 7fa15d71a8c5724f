// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/fill.h"

#include "app/sandbox/actions/template.h"

#include <algorithm>
#include <utility>

namespace actionscope::sandbox {

namespace {

constexpr qint64 itemSize = 1024; // with the comma or bracket that follows it
constexpr qint64 itemsPerMegabyte = 1024;
constexpr qint64 itemsPerPiece = 128;

// An issue-like object padded to itemSize - 1 bytes. In one go at the end of `out`: this is what a large answer costs.
void appendItem(QByteArray *out, qint64 number)
{
    static const QByteArray words = QByteArray("Nothing in here is real, it only takes up room. ").repeated(24);
    const qsizetype begin = out->size();
    const QByteArray digits = QByteArray::number(number);
    out->append(R"({"number":)").append(digits).append(R"(,"title":"Invented issue )").append(digits);
    out->append(R"(","state":")").append(number % 3 == 0 ? "closed" : "open").append(R"(","labels":["filler","batch-)");
    out->append(char('0' + number % 10)).append(R"("],"comments":)").append(char('0' + number % 7)).append(R"(,"body":")");
    out->append(QByteArrayView(words).first(itemSize - 1 - (out->size() - begin) - 2)).append("\"}");
}

class FillerSource final : public ByteSource
{
public:
    explicit FillerSource(qint64 megabytes)
        : m_items(megabytes * itemsPerMegabyte)
        , m_beginning(R"({"megabytes":)" + QByteArray::number(megabytes) + R"(,"items":[)")
    {
    }

    [[nodiscard]] qint64 size() const override
    {
        return m_beginning.size() + (m_items == 0 ? 1 : m_items * itemSize) + 1;
    }

    [[nodiscard]] QByteArray next() override
    {
        QByteArray piece = std::exchange(m_beginning, QByteArray());
        if (m_isDone)
            return {};
        piece.reserve(piece.size() + itemsPerPiece * itemSize + 1);
        const qint64 end = qMin(m_sent + itemsPerPiece, m_items);
        while (m_sent < end) {
            appendItem(&piece, ++m_sent);
            piece += m_sent < m_items ? ',' : ']';
        }
        if (m_items == 0)
            piece += ']';
        m_isDone = m_sent == m_items;
        if (m_isDone)
            piece += '}';
        return piece;
    }

private:
    qint64 m_items;
    qint64 m_sent = 0;
    bool m_isDone = false;
    QByteArray m_beginning;
};

} // namespace

std::shared_ptr<ByteSource> fillerSource(qint64 megabytes)
{
    return std::make_shared<FillerSource>(megabytes);
}

Result<Behaviour> makeFill(const BehaviourText &text)
{
    const json::Value megabytes = text.spec.member(u"megabytes");
    return [megabytes](const Call &call) -> Result<Outcome> {
        const qint64 size = std::clamp<qint64>(renderedInteger(megabytes, call.scope()).value_or(1), 0, 4096);
        return Outcome {.data = {}, .stream = fillerSource(size)};
    };
}

} // namespace actionscope::sandbox
