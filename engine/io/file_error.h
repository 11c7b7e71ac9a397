#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {

/// An `Error` about a file. Internal to `io`.
inline Error fileError(ErrorKind kind, const std::filesystem::path& file, std::string reason = {},
                       std::string name = {}) {
    ErrorValues values;
    values.file = file.string();
    values.reason = std::move(reason);
    values.name = std::move(name);
    return Error(kind, std::move(values));
}

}  // namespace attentarium
