#include "engine/core/error.h"

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace attentarium {
namespace {

const ErrorValues kValues{"the-file", 4711, "the-name", "the-value", "the-limit", "the-reason"};

struct Row {
    ErrorKind kind;
    std::vector<std::string> named;  ///< what of `kValues` its sentence has to name
};

/// A row for each kind, in the order of the enumerators.
const std::vector<Row> kRows{
    {ErrorKind::FileMissing, {"the-file"}},
    {ErrorKind::FileUnreadable, {"the-file", "the-reason"}},
    {ErrorKind::FileUnwritable, {"the-file", "the-reason"}},
    {ErrorKind::FileTruncated, {"the-file"}},
    {ErrorKind::FileDamaged, {"the-file", "the-reason"}},
    {ErrorKind::FileHasTrailingBytes, {"the-file"}},
    {ErrorKind::TensorMissing, {"the-file", "the-name"}},
    {ErrorKind::TensorUnexpected, {"the-file", "the-name"}},
    {ErrorKind::TensorShapeWrong, {"the-file", "the-name", "the-value", "the-limit"}},
    {ErrorKind::NotUtf8, {"the-file", "4711"}},
    {ErrorKind::CorpusEmpty, {"the-file"}},
    {ErrorKind::CorpusTooShort, {"the-file", "the-value", "the-limit"}},
    {ErrorKind::TextEmpty, {}},
    {ErrorKind::WordUnknown, {"the-name"}},
    {ErrorKind::TextTooLong, {"the-value", "the-limit"}},
    {ErrorKind::OptionOutOfRange, {"the-name", "the-value", "the-limit"}},
    {ErrorKind::WidthNotDivisible, {"the-value", "the-limit"}},
    {ErrorKind::HeadsNotDivisible, {"the-value", "the-limit"}},
    {ErrorKind::HeadWidthOdd, {"the-value"}},
    {ErrorKind::ModelTooLarge, {"the-value", "the-limit"}},
    {ErrorKind::FamilyUnknown, {"the-name"}},
    {ErrorKind::LossNotFinite, {"the-value", "the-name"}},
    {ErrorKind::TaskTooSmall, {"the-name"}},
    {ErrorKind::CannotContinue, {"the-name"}},
    {ErrorKind::ModelOfCounts, {"the-file"}},
    {ErrorKind::FolderExists, {"the-file"}},
    {ErrorKind::TokenizerUnsupported, {"the-file", "the-name", "the-value"}},
    {ErrorKind::MemoryExhausted, {}},
};

const std::string kUnknown = "Unknown error.";

TEST_CASE("Every kind of error is a sentence that names its values") {
    for (const Row& row : kRows) {
        const Error error(row.kind, kValues);
        const std::string sentence = error.what();
        INFO(sentence);
        CHECK(sentence != kUnknown);
        CHECK(sentence.ends_with('.'));
        for (const std::string& value : row.named) CHECK(sentence.find(value) != std::string::npos);
        CHECK(error.kind() == row.kind);
        CHECK(error.values().name == "the-name");
    }
}

TEST_CASE("The table of errors is complete") {
    for (std::size_t i = 0; i < kRows.size(); ++i) CHECK(static_cast<std::size_t>(kRows[i].kind) == i);
    CHECK(Error(static_cast<ErrorKind>(kRows.size()), kValues).what() == kUnknown);
}

TEST_CASE("A broken expectation throws what it says") {
    CHECK_NOTHROW(expects(true, "[test] never seen"));
    CHECK_THROWS_AS(expects(false, "[test] seen"), LogicError);
    CHECK_THROWS_WITH(expects(false, "[test] seen"), "[test] seen");
}

}  // namespace
}  // namespace attentarium
