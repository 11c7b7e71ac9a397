#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/small_world/facts.h"
#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium::tasks {
namespace {

using small_world::Gender;
using small_world::Individual;
using small_world::Term;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 2> kClasses{"negative", "positive"};

constexpr std::array<std::array<Term, 6>, 2> kFeelings{{
    {{{"sad", "难过"}, {"angry", "生气"}, {"lonely", "孤单"}, {"worried", "担心"}, {"tired", "累"}, {"bored", "无聊"}}},
    {{{"happy", "高兴"},
      {"proud", "自豪"},
      {"calm", "平静"},
      {"cheerful", "快活"},
      {"lively", "活泼"},
      {"glad", "欣慰"}}},
}};

/// How a feeling is said; the last two deny it. Chinese puts a word before every feeling.
constexpr std::array<Term, 4> kDegrees{{{"", "很"}, {"very", "非常"}, {"not", "不"}, {"never", "从不"}}};
constexpr std::size_t kFirstDenial = 2;

constexpr Term kBe{"is", "", "are"};
constexpr Term kAlthough{"although", "虽然"};

/// How two clauses of opposite feelings are joined; the main one decides.
enum class Contrast { None, But, AlthoughBefore, AlthoughAfter };

// "one day in the garden, the children hear the dog. although they are very happy, the dog is never sad."
constexpr std::int64_t kLongest = 25, kLongestChinese = 20;

/// Writes one story.
class Teller {
  public:
    Teller(Language language, Random& random) : m_random(random), m_english(language == Language::English) {}

    Words tell(bool positive) {
        do {
            m_people = {&oneOf(small_world::individuals(), m_random), &oneOf(small_world::individuals(), m_random)};
        } while (m_people[0] == m_people[1]);
        scene();
        const std::size_t main = m_random.below(2);
        const auto clauseAbout = [&](std::size_t who) { clause(who, who == main ? positive : !positive); };
        const auto kind = static_cast<Contrast>(m_random.below(4));
        if (kind == Contrast::AlthoughBefore) add(kAlthough.in(language()));
        clauseAbout(kind == Contrast::But || kind == Contrast::AlthoughBefore ? 1 - main : main);
        if (kind == Contrast::AlthoughAfter) {
            if (!m_english) comma();
            add(kAlthough.in(language()));
            clauseAbout(1 - main);
        } else if (kind != Contrast::None) {
            comma();
            if (kind == Contrast::But || !m_english) add(m_english ? "but" : "但是");
            clauseAbout(main);
        }
        add(m_english ? "." : "。");
        return std::move(m_words);
    }

  private:
    Language language() const { return m_english ? Language::English : Language::Chinese; }

    void add(std::string_view word) { m_words.emplace_back(word); }
    void comma() { add(m_english ? "," : "，"); }

    void name(const Individual& one) {
        if (m_english && (one.gender == Gender::It || one.gender == Gender::They)) add("the");
        add(one.name.in(language()));
    }

    void opener() {
        switch (m_random.below(4)) {
            case 0:
                return;
            case 1:
                return add(m_english ? "today" : "今天");
            case 2:
                return add(m_english ? "now" : "现在");
            default:
                if (!m_english) return add("有一天");
                add("one");
                add("day");
        }
    }

    /// "today in the garden, Anna meets Tom."
    void scene() {
        opener();
        add(m_english ? "in" : "在");
        if (m_english) add("the");
        add(oneOf(small_world::places(), m_random).in(language()));
        if (!m_english) add("里");
        comma();
        name(*m_people[0]);
        add(oneOf(small_world::meetings(), m_random).in(language(), m_people[0]->gender == Gender::They));
        if (!m_english) add("了");
        name(*m_people[1]);
        add(m_english ? "." : "。");
    }

    /// "Anna is not sad": a positive clause. A pronoun may stand for a name that it fits alone.
    void clause(std::size_t who, bool positive) {
        const Individual& one = *m_people[who];
        if (m_people[0]->gender != m_people[1]->gender && coin(m_random)) {
            add(small_world::pronouns()[static_cast<std::size_t>(one.gender)].in(language()));
        } else {
            name(one);
        }
        const std::size_t degree = m_random.below(kDegrees.size());
        const bool denied = degree >= kFirstDenial;
        if (m_english) add(kBe.in(language(), one.gender == Gender::They));
        const std::string_view before = kDegrees[degree].in(language());
        if (!before.empty()) add(before);
        add(oneOf(std::span<const Term>(kFeelings[positive != denied ? 1 : 0]), m_random).in(language()));
    }

    Random& m_random;
    bool m_english;
    std::array<const Individual*, 2> m_people{};
    Words m_words;
};

class Sentiment final : public Task {
  public:
    explicit Sentiment(const TaskOptions& options) : Task(options) {}

    std::span<const std::string_view> classes() const override { return kClasses; }
    TokenizerKind tokenizerKind() const override { return TokenizerKind::Word; }
    Language questionLanguage() const override { return options().language; }
    std::int64_t longestQuestion() const override {
        return options().language == Language::English ? kLongest : kLongestChinese;
    }
    std::int64_t longestAnswer() const override { return 0; }

  protected:
    Example any(Random& random) const override {
        const bool positive = coin(random);
        const Words story = Teller(options().language, random).tell(positive);
        return {WordTokenizer(options().language, Vocabulary()).join(story), {}, positive ? 1 : 0};
    }

    /// The words of the small world and those of feelings.
    std::vector<std::string> symbols() const override {
        const Language language = options().language;
        std::vector<std::string> all;
        const auto add = [&](std::string_view word) {
            if (!word.empty() && std::ranges::find(all, word) == all.end()) all.emplace_back(word);
        };
        for (const small_world::Word& word : small_world::words(language)) add(word.text);
        for (const auto& feelings : kFeelings) {
            for (const Term& feeling : feelings) add(feeling.in(language));
        }
        for (const Term& degree : kDegrees) add(degree.in(language));
        if (language == Language::English) add(kBe.plural);
        add(kAlthough.in(language));
        return all;
    }
};

}  // namespace

std::unique_ptr<Task> makeSentiment(const TaskOptions& options) {
    return std::make_unique<Sentiment>(options);
}

}  // namespace attentarium::tasks
