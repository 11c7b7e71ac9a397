#include "engine/decode/greedy_answer.h"

#include "engine/decode/generator.h"

namespace attentarium {

std::vector<int> greedyAnswer(const Model<float>& model, std::span<const int> source, int begin, int end) {
    Generator generator(makeReader(model, source), {begin}, {.temperature = 0}, 1);
    std::vector<int> answer;
    while (static_cast<std::int64_t>(answer.size()) + 1 < model.config().context) {
        const int next = generator.next();
        if (next == end) break;
        answer.push_back(next);
    }
    return answer;
}

}  // namespace attentarium
