#include "app/cli/failure.h"

#include <iostream>
#include <utility>

#include "app/cli/field_options.h"

namespace attentarium::cli {

void report(const std::string& sentence) {
    std::cout.flush();
    std::cerr << "attentarium-cli: " << sentence << std::endl;
}

std::string sentenceOf(const Error& error, const CLI::App& command) {
    ErrorValues values = error.values();
    if (error.kind() != ErrorKind::OptionOutOfRange || values.name.starts_with('-')) return error.what();
    const std::string typed = dashed(values.name);
    if (!command.get_option_no_throw(typed)) return error.what();
    values.name = typed;
    return Error(error.kind(), std::move(values)).what();
}

int exitCodeOf(const Error& error) {
    switch (error.kind()) {
        case ErrorKind::OptionOutOfRange:
        case ErrorKind::WidthNotDivisible:
        case ErrorKind::HeadsNotDivisible:
        case ErrorKind::HeadWidthOdd:
        case ErrorKind::ModelTooLarge:
        case ErrorKind::FamilyUnknown:
            return error.values().file.empty() ? kBadArguments : kFailed;
        default:
            return kFailed;
    }
}

}  // namespace attentarium::cli
