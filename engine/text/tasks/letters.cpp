#include <algorithm>

#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"

namespace attentarium::tasks {
namespace {

class Letters final : public Task {
  public:
    explicit Letters(const TaskOptions& options) : Task(options) {}

    std::int64_t longestQuestion() const override { return options().maxLength; }
    std::int64_t longestAnswer() const override { return options().maxLength; }

  protected:
    Example any(Random& random) const override {
        std::string word;
        const std::int64_t length = between(options().minLength, options().maxLength, random);
        while (static_cast<std::int64_t>(word.size()) < length) {
            word += static_cast<char>('a' + between(0, options().alphabet - 1, random));
        }
        std::string answer = word;
        if (options().task == TaskName::Reverse) std::ranges::reverse(answer);
        if (options().task == TaskName::Sort) std::ranges::sort(answer);
        return {std::move(word), std::move(answer)};
    }

    std::vector<std::string> symbols() const override {
        std::vector<std::string> letters;
        for (std::int64_t i = 0; i < options().alphabet; ++i) letters.emplace_back(1, static_cast<char>('a' + i));
        return letters;
    }
};

}  // namespace

std::unique_ptr<Task> makeLetters(const TaskOptions& options) {
    return std::make_unique<Letters>(options);
}

}  // namespace attentarium::tasks
