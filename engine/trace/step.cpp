#include "engine/trace/step.h"

namespace attentarium {
namespace {

bool isParameter(const Tape<float>::Node& node) {
    return !node.parameterName.empty();
}

void appendForward(const Tape<float>& tape, std::vector<Step>& steps) {
    Phase phase = Phase::Forward;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tape.size()); ++i) {
        const auto& node = tape.node({i});
        if (isParameter(node) || !node.named) continue;
        const bool costs = node.site == Site::TokenLosses || node.site == Site::PairLosses ||
                           node.site == Site::CandidateLosses || node.site == Site::ClassLosses;
        if (costs) phase = Phase::Loss;
        steps.push_back({phase, {i}});
    }
}

void appendBackward(const Tape<float>& tape, std::vector<Step>& steps) {
    std::vector<std::int32_t> firstUser(tape.size(), -1);
    for (std::int32_t i = static_cast<std::int32_t>(tape.size()) - 1; i >= 0; --i) {
        for (const Var input : tape.node({i}).inputs) firstUser[static_cast<std::size_t>(input.index)] = i;
    }
    for (std::int32_t i = static_cast<std::int32_t>(tape.size()) - 1; i >= 0; --i) {
        const auto& node = tape.node({i});
        if (isParameter(node) || !node.gradient) continue;
        if (node.named) steps.push_back({Phase::Backward, {i}});
        for (const Var input : node.inputs) {
            if (isParameter(tape.node(input)) && firstUser[static_cast<std::size_t>(input.index)] == i) {
                steps.push_back({Phase::Backward, input});
            }
        }
    }
}

}  // namespace

std::vector<Step> stepsOf(const Tape<float>& tape, bool updated) {
    std::vector<Step> steps;
    appendForward(tape, steps);
    appendBackward(tape, steps);
    for (std::int32_t i = 0; updated && i < static_cast<std::int32_t>(tape.size()); ++i) {
        if (isParameter(tape.node({i})) && tape.node({i}).gradient) steps.push_back({Phase::Update, {i}});
    }
    return steps;
}

}  // namespace attentarium
