#include "app/cli/results.h"

#include <array>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string_view>

namespace attentarium::cli {
namespace {

struct Measure {
    const char* name;
    const char* words;
    bool isShare;
};
constexpr std::array kMeasures{Measure{"train_loss", "train loss", false},
                               Measure{"held_out_loss", "held-out loss", false},
                               Measure{"exact_match", "exact match", true}, Measure{"accuracy", "accuracy", true}};

void printJson(const Results& results) {
    nlohmann::ordered_json all;
    for (const Measure& measure : kMeasures) {
        const auto found = results.measures.find(measure.name);
        if (found != results.measures.end()) {
            all[measure.name] = found->second;
        } else if (measure.name == std::string_view("train_loss")) {
            all[measure.name] = nullptr;
        }
    }
    all["steps"] = results.steps;
    all["seconds"] = results.seconds;
    for (const LengthShare& row : results.byLength) {
        all["by_length"].push_back({{"length", row.length}, {"questions", row.questions}, {"right", row.right}});
    }
    std::cout << all.dump() << '\n';
}

void printTable(const Results& results) {
    const auto line = [](const std::string& name) -> std::ostream& {
        return std::cout << std::left << std::setw(15) << name;
    };
    for (const Measure& measure : kMeasures) {
        const auto found = results.measures.find(measure.name);
        if (found == results.measures.end()) continue;
        if (measure.isShare) {
            line(measure.words) << 100 * found->second << " % of the held-out questions\n";
        } else {
            line(measure.words) << found->second << " nats per token\n";
        }
    }
    line("steps") << results.steps << '\n';
    line("time") << results.seconds << " s\n";
    if (results.byLength.empty()) return;
    std::cout << "\nlength  questions  right\n";
    for (const LengthShare& row : results.byLength) {
        std::cout << std::right << std::setw(6) << row.length << std::setw(11) << row.questions << std::setw(7)
                  << std::fixed << std::setprecision(1) << 100 * row.right << " %\n"
                  << std::defaultfloat << std::setprecision(6);
    }
}

}  // namespace

void print(const Results& results, bool json) {
    json ? printJson(results) : printTable(results);
}

}  // namespace attentarium::cli
