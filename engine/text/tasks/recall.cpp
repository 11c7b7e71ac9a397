#include <numeric>
#include <utility>

#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"

namespace attentarium::tasks {
namespace {

class Recall final : public Task {
  public:
    explicit Recall(const TaskOptions& options) : Task(options) {}

    std::int64_t longestQuestion() const override { return 2 * options().maxLength + 2; }
    std::int64_t longestAnswer() const override { return 1; }

  protected:
    Example any(Random& random) const override {
        std::string keys(26, 'a');
        std::iota(keys.begin(), keys.end(), 'a');
        const std::int64_t pairs = between(options().minLength, options().maxLength, random);
        std::string question, values;
        for (std::size_t i = 0; static_cast<std::int64_t>(i) < pairs; ++i) {
            std::swap(keys[i], keys[i + random.below(keys.size() - i)]);
            values += static_cast<char>('0' + between(0, 9, random));
            question += {keys[i], values[i]};
        }
        const std::size_t asked = random.below(values.size());
        question += {':', keys[asked]};
        return {std::move(question), {values[asked]}};
    }

    std::vector<std::string> symbols() const override {
        std::vector<std::string> all{":"};
        for (char letter = 'a'; letter <= 'z'; ++letter) all.emplace_back(1, letter);
        for (char digit = '0'; digit <= '9'; ++digit) all.emplace_back(1, digit);
        return all;
    }
};

}  // namespace

std::unique_ptr<Task> makeRecall(const TaskOptions& options) {
    return std::make_unique<Recall>(options);
}

}  // namespace attentarium::tasks
