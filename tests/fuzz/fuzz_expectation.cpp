// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/answercheck.h"
#include "tests/fuzz/target.h"

using namespace actionscope;
using fuzz::require;

// Any text is a list of expectations or has faults with places in it; whatever can be read can be held against an answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const api::Exchange exchange = [] {
        api::Exchange answered;
        answered.answer.status = 200;
        answered.answer.body = R"({"data":{"a":[1,2.50,"x",null,{"b":"äö"}],"n":12345678901234567890},"successful":true,"error":null})";
        return answered;
    }();
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const runner::ExpectationReading reading = runner::readExpectations(text);
    for (const runner::ExpectationProblem &problem : reading.problems)
        require(problem.offset >= 0 && problem.offset <= text.size() && !problem.sentence.isEmpty());
    const runner::CheckContext context {R"({"type":"object"})", QStringLiteral("/nonexistent")};
    const runner::AnswerCheck check = runner::checkAnswer(exchange, reading.expectations, {}, context);
    require(check.outcomes.size() >= reading.expectations.size());
    for (const runner::ExpectationOutcome &outcome : check.outcomes)
        require(!outcome.sentence.isEmpty());
    require(check.passed == (check.exitClass == 0) && check.passed == check.sentence.isEmpty());
    return 0;
}
