#pragma once

#include <string>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium::test {

/// The values of the `Error` that `action` throws; fails the test if it throws none or one of another kind.
template <typename Action>
ErrorValues errorOf(ErrorKind kind, Action&& action) {
    try {
        action();
    } catch (const Error& error) {
        INFO(error.what());
        CHECK(static_cast<int>(error.kind()) == static_cast<int>(kind));
        return error.values();
    }
    FAIL_CHECK("no error was thrown");
    return {};
}

}  // namespace attentarium::test
