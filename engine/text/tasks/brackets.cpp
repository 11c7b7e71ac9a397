#include <array>
#include <utility>

#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"

namespace attentarium::tasks {
namespace {

constexpr std::string_view kOpening = "([{", kClosing = ")]}";
constexpr std::array<std::string_view, 2> kClasses{"unbalanced", "balanced"};

bool isBalanced(std::string_view text) {
    std::string open;
    for (const char bracket : text) {
        const std::size_t kind = kClosing.find(bracket);
        if (kind == std::string_view::npos) {
            open += bracket;
        } else {
            if (open.empty() || open.back() != kOpening[kind]) return false;
            open.pop_back();
        }
    }
    return open.empty();
}

class Brackets final : public Task {
  public:
    explicit Brackets(const TaskOptions& options) : Task(options) {}

    std::span<const std::string_view> classes() const override { return kClasses; }
    std::int64_t longestQuestion() const override { return options().maxLength / 2 * 2; }
    std::int64_t longestAnswer() const override { return 0; }

  protected:
    Example any(Random& random) const override {
        const std::int64_t pairs = between((options().minLength + 1) / 2, options().maxLength / 2, random);
        std::string text = balanced(pairs, random);
        if (coin(random)) return {std::move(text), {}, 1};
        while (isBalanced(text)) spoil(text, random);
        return {std::move(text), {}, 0};
    }

    std::vector<std::string> symbols() const override {
        std::vector<std::string> all;
        for (std::size_t kind = 0; kind < kinds(); ++kind) {
            all.emplace_back(1, kOpening[kind]);
            all.emplace_back(1, kClosing[kind]);
        }
        return all;
    }

  private:
    std::size_t kinds() const { return static_cast<std::size_t>(options().bracketKinds); }

    char anyOf(std::string_view brackets, Random& random) const { return brackets[random.below(kinds())]; }

    /// Every shape is as likely: with h brackets open and r still to come, the next one closes with the probability
    /// h·(r + h + 2) / (2·r·(h + 1)) (Arnold and Sleep, 1980).
    std::string balanced(std::int64_t pairs, Random& random) const {
        std::string text, toClose;
        for (std::int64_t left = 2 * pairs; left > 0; --left) {
            const auto open = static_cast<std::int64_t>(toClose.size());
            const auto ways = static_cast<std::uint64_t>(2 * left * (open + 1));
            if (random.below(ways) < static_cast<std::uint64_t>(open * (left + open + 2))) {
                text += toClose.back();
                toClose.pop_back();
            } else {
                const std::size_t kind = random.below(kinds());
                text += kOpening[kind];
                toClose += kClosing[kind];
            }
        }
        return text;
    }

    /// A small change, so that the text is wrong in few places; now and then all of it is chance.
    void spoil(std::string& text, Random& random) const {
        char& one = text[random.below(text.size())];
        char& other = text[random.below(text.size())];
        switch (random.below(4)) {
            case 0:
                one = anyOf(coin(random) ? kOpening : kClosing, random);
                break;
            case 1:
                one = anyOf(kOpening.find(one) == std::string_view::npos ? kClosing : kOpening, random);
                break;
            case 2:
                std::swap(one, other);
                break;
            default:
                for (char& bracket : text) bracket = anyOf(coin(random) ? kOpening : kClosing, random);
        }
    }
};

}  // namespace

std::unique_ptr<Task> makeBrackets(const TaskOptions& options) {
    return std::make_unique<Brackets>(options);
}

}  // namespace attentarium::tasks
