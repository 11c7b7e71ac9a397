#include "app/cli/failure.h"

#include <iostream>

namespace attentarium::cli {

void report(const std::string& sentence) {
    std::cout.flush();
    std::cerr << "attentarium-cli: " << sentence << std::endl;
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
