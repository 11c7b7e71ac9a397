#include <iomanip>
#include <iostream>

#include "app/cli/commands.h"
#include "engine/core/error.h"
#include "engine/train/gradient_cases.h"

namespace attentarium::cli {
namespace {

struct Worst {
    std::string op;
    double error = 0;
    std::string shape;
    int cases = 0;
};

/// Written so that a NaN fails.
bool passes(double error) {
    return error <= kLargestGradientError;
}

std::vector<Worst> worstOfEachOp() {
    std::vector<Worst> all;
    for (const GradientCase& one : gradientCases()) {
        if (all.empty() || all.back().op != one.op) all.push_back({one.op});
        Worst& worst = all.back();
        const double error = one.check().worstRelativeError;
        ++worst.cases;
        if (!(error <= worst.error)) {
            worst.error = error;
            worst.shape = one.shape;
        }
    }
    return all;
}

void run() {
    bool allPass = true;
    for (const Worst& worst : worstOfEachOp()) {
        std::cout << std::left << std::setw(18) << worst.op << "  " << std::scientific << std::setprecision(2)
                  << worst.error << "  " << worst.cases << " shapes, worst: " << worst.shape
                  << (passes(worst.error) ? "" : "  TOO LARGE") << std::endl;
        allPass = allPass && passes(worst.error);
    }
    if (!allPass) throw LogicError("a gradient differs from finite differences by more than 1e-6.");
}

}  // namespace

void addCheckCommand(CLI::App& app, Run& chosen) {
    CLI::App* check = app.add_subcommand("check", "Checks the program itself");
    CLI::App* command = check->add_subcommand(
        "gradients", "Compares the gradients of every op with finite differences: the worst relative error of each");
    command->callback([&chosen] { chosen = run; });
}

}  // namespace attentarium::cli
