#include <algorithm>
#include <utility>

#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"

namespace attentarium::tasks {
namespace {

std::string padded(std::int64_t number, std::int64_t digits) {
    std::string text = std::to_string(number);
    text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
    return text;
}

class Addition final : public Task {
  public:
    explicit Addition(const TaskOptions& options) : Task(options) {
        for (std::int64_t i = 0; i < options.digits; ++i) m_numbers *= 10;
    }

    std::int64_t longestQuestion() const override { return 2 * options().digits + 1; }
    std::int64_t longestAnswer() const override { return options().digits + 1; }

  protected:
    Example any(Random& random) const override {
        const std::int64_t left = between(0, m_numbers - 1, random), right = between(0, m_numbers - 1, random);
        std::string sum = padded(left + right, options().digits + 1);
        if (options().leastDigitFirst) std::ranges::reverse(sum);
        return {padded(left, options().digits) + "+" + padded(right, options().digits), std::move(sum)};
    }

    /// Whoever has seen 12+34 knows 34+12 too.
    std::string splitKey(const Example& example) const override {
        const auto digits = static_cast<std::size_t>(options().digits);
        std::string left = example.question.substr(0, digits), right = example.question.substr(digits + 1);
        if (right < left) std::swap(left, right);
        return left + "+" + right;
    }

    std::vector<std::string> symbols() const override {
        return {"+", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    }

  private:
    std::int64_t m_numbers = 1;  ///< how many there are of so many digits
};

}  // namespace

std::unique_ptr<Task> makeAddition(const TaskOptions& options) {
    return std::make_unique<Addition>(options);
}

}  // namespace attentarium::tasks
