// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/fill.h"

#include "app/sandbox/actions/template.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actionscope::sandbox {

namespace {

constexpr qint64 itemSize = 1024; // with the comma or bracket that follows it
constexpr qint64 itemsPerMegabyte = 1024;
constexpr qint64 itemsPerPiece = 256; // fits the processor's cache, from where it is sent

// The part of an item that differs from one to the next.
void writeHead(QByteArray *out, qint64 number)
{
    const QByteArray digits = QByteArray::number(number);
    out->resize(0);
    out->append(R"({"number":)").append(digits).append(R"(,"title":"Invented issue )").append(digits);
    out->append(R"(","state":")").append(number % 3 == 0 ? "closed" : "open").append(R"(","labels":["filler","batch-)");
    out->append(char('0' + number % 10)).append(R"("],"comments":)").append(char('0' + number % 7)).append(R"(,"body":")");
}

// Issue-like objects of itemSize bytes each. A piece that was sent is written over, and only where it changes: this is
// what a large answer costs.
class FillerSource final : public ByteSource
{
public:
    explicit FillerSource(qint64 megabytes)
        : m_items(megabytes * itemsPerMegabyte)
        , m_beginning(R"({"megabytes":)" + QByteArray::number(megabytes) + R"(,"items":[)")
        , m_end(megabytes == 0 ? "]}" : "}")
    {
    }

    [[nodiscard]] qint64 size() const override
    {
        return m_beginning.size() + (m_items == 0 ? 1 : m_items * itemSize) + 1;
    }

    [[nodiscard]] QByteArray next() override
    {
        if (!m_beginning.isEmpty())
            return std::exchange(m_beginning, QByteArray());
        if (m_sent == m_items)
            return std::exchange(m_end, QByteArray());
        if (!m_piece.isDetached()) { // there is none, or it still waits to be sent
            m_piece = QByteArray(itemsPerPiece * itemSize, Qt::Uninitialized);
            m_headSizes.fill(0);
        }
        const qint64 count = qMin(itemsPerPiece, m_items - m_sent);
        char *item = m_piece.data();
        for (qint64 i = 0; i < count; ++i, item += itemSize) {
            writeItem(item, ++m_sent, &m_headSizes[std::size_t(i)]);
            item[itemSize - 1] = m_sent < m_items ? ',' : ']';
        }
        return count == itemsPerPiece ? m_piece : m_piece.first(count * itemSize);
    }

private:
    void writeItem(char *item, qint64 number, qsizetype *headSize)
    {
        static const QByteArray words = QByteArray("Nothing in here is real, it only takes up room. ").repeated(24);
        writeHead(&m_head, number);
        const qsizetype end = itemSize - 3;
        if (*headSize != m_head.size()) {
            std::copy_n(words.constData(), end - m_head.size(), item + m_head.size());
            std::copy_n("\"}", 2, item + end);
            *headSize = m_head.size();
        }
        std::copy_n(m_head.constData(), m_head.size(), item);
    }

    qint64 m_items;
    qint64 m_sent = 0;
    QByteArray m_beginning;
    QByteArray m_end;
    QByteArray m_head; // of the item being written
    QByteArray m_piece;
    std::array<qsizetype, std::size_t(itemsPerPiece)> m_headSizes {}; // of the items in it
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
