#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attentarium::cli {

/// The questions of one length.
struct LengthShare {
    std::int64_t length = 0;  ///< tokens of the question
    std::int64_t questions = 0;
    double right = 0;  ///< the share answered right
};

/// What `train` and `evaluate` print.
struct Results {
    std::map<std::string, double> measures;  ///< losses in nats per token, shares of right answers
    std::int64_t steps = 0;
    double seconds = 0;
    std::vector<LengthShare> byLength;  ///< for a task whose questions differ in length
};

/// To stdout, for people or as one line of JSON.
void print(const Results& results, bool json);

}  // namespace attentarium::cli
