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
constexpr qint64 itemsPerPiece = 64; // fits the processor's cache, from where it is sent

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
        if (m_isDone)
            return {};
        if (!m_piece.isDetached()) // the one before still waits to be sent
            m_piece = QByteArray();
        m_piece.resize(0);
        m_piece.reserve(m_beginning.size() + itemsPerPiece * itemSize + 2);
        m_piece += std::exchange(m_beginning, QByteArray());
        const qint64 end = qMin(m_sent + itemsPerPiece, m_items);
        while (m_sent < end) {
            appendItem(&m_piece, ++m_sent);
            m_piece += m_sent < m_items ? ',' : ']';
        }
        if (m_items == 0)
            m_piece += ']';
        m_isDone = m_sent == m_items;
        if (m_isDone)
            m_piece += '}';
        return m_piece;
    }

private:
    qint64 m_items;
    qint64 m_sent = 0;
    bool m_isDone = false;
    QByteArray m_beginning;
    QByteArray m_piece; // its memory serves again
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
