// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <type_traits>

#if defined(Q_OS_LINUX)
#include <sys/mman.h>
#endif

namespace actionscope::json {

// A growing array of plain values. Unlike a vector it grows and shrinks with realloc(), which moves pages instead of
// copying what is in them; for an index of a hundred megabytes that is half of the time and of the memory.
template <typename T> class FlatBuffer final
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] T &operator[](quint32 at) { return m_data.get()[at]; }
    [[nodiscard]] const T &operator[](quint32 at) const { return m_data.get()[at]; }
    [[nodiscard]] const T *begin() const { return m_data.get(); }
    [[nodiscard]] const T *end() const { return m_data.get() + m_size; }

    void push(const T &value)
    {
        if (m_size == m_capacity)
            resizeRoom(m_capacity < 64 ? 64 : m_capacity + m_capacity / 2);
        m_data.get()[m_size++] = value;
    }
    // Room that is not touched costs nothing.
    void reserve(quint32 capacity)
    {
        if (capacity > m_capacity)
            resizeRoom(capacity);
    }
    void truncate(quint32 size) { m_size = size; }
    void squeeze()
    {
        if (m_size > 0 && m_size < m_capacity)
            resizeRoom(m_size);
    }

private:
    struct Free
    {
        void operator()(T *data) const { std::free(data); }
    };
    void resizeRoom(quint32 capacity)
    {
        auto *moved = static_cast<T *>(std::realloc(m_data.get(), std::size_t(capacity) * sizeof(T)));
        Q_CHECK_PTR(moved);
        (void)m_data.release(); // realloc() took it
        m_data.reset(moved);
        m_capacity = capacity;
        askForLargePages();
    }

    // A large buffer is filled at once; fetching it from the system in small pages would take a fifth of the time.
    void askForLargePages()
    {
#if defined(MADV_HUGEPAGE)
        constexpr std::uintptr_t page = 4096;
        constexpr std::size_t worthwhile = std::size_t(4) << 20;
        const std::size_t bytes = std::size_t(m_capacity) * sizeof(T);
        if (bytes < worthwhile)
            return;
        const auto begin = (reinterpret_cast<std::uintptr_t>(m_data.get()) + page - 1) & ~(page - 1);
        const auto end = (reinterpret_cast<std::uintptr_t>(m_data.get()) + bytes) & ~(page - 1);
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE); // a wish; refusing it changes nothing
#endif
    }

    std::unique_ptr<T, Free> m_data;
    quint32 m_size = 0;
    quint32 m_capacity = 0;
};

} // namespace actionscope::json
