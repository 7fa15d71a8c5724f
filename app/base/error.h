// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace actionscope {

// What class of failure it is; callers decide by it, people read the sentences.
enum class ErrorCode {
    InvalidInput, // something a person typed or handed over cannot be used
    NotFound,
    Unreadable, // a file or store exists but could not be read
    Unwritable,
    Unavailable, // a service this program leans on is absent (keychain, port, database)
    Internal,
};

// A failure as a value. `sentence` is shown, `detail` goes to the log, `hint` says what to try.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString sentence;
    QString detail = {};
    QString hint = {};

    bool operator==(const Error &) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

// Shortest way to return a failure from a function that returns Result<T>.
[[nodiscard]] inline Failure failure(ErrorCode code, QString sentence, QString detail = {}, QString hint = {})
{
    return Failure(Error {code, std::move(sentence), std::move(detail), std::move(hint)});
}

} // namespace actionscope
