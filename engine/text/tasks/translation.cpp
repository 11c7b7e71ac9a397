#include "engine/core/error.h"
#include "engine/text/small_world/derivation.h"
#include "engine/text/small_world/facts.h"
#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium::tasks {
namespace {

using Words = std::vector<std::string>;

// "one day in the garden, the children borrow Tom's red kite." and its like in Chinese.
constexpr std::int64_t kLongestSentence = 14;
constexpr std::int64_t kLongestStory = 31, kLongestChineseStory = 33;

/// The sentences of a story, each with its full stop, without the line end.
std::vector<Words> sentencesOf(const std::vector<small_world::Piece>& story) {
    std::vector<Words> sentences(1);
    for (const small_world::Piece& piece : story) {
        sentences.back().emplace_back(piece.word);
        if (piece.word == "." || piece.word == "。") sentences.emplace_back();
    }
    // What stands behind the last full stop is the line end.
    sentences.pop_back();
    return sentences;
}

std::string joined(const std::vector<Words>& sentences, Language language) {
    Words all;
    for (const Words& sentence : sentences) all.insert(all.end(), sentence.begin(), sentence.end());
    return WordTokenizer(language, Vocabulary()).join(all);
}

class Translation final : public Task {
  public:
    explicit Translation(const TaskOptions& options) : Task(options) {}

    TokenizerKind tokenizerKind() const override { return TokenizerKind::Word; }
    Language answerLanguage() const override { return Language::Chinese; }
    std::int64_t longestQuestion() const override { return options().wholeStories ? kLongestStory : kLongestSentence; }
    std::int64_t longestAnswer() const override {
        return options().wholeStories ? kLongestChineseStory : kLongestSentence;
    }

  protected:
    Example any(Random& random) const override {
        small_world::Plan plan;
        std::vector<Words> english = sentencesOf(small_world::write(plan, Language::English, random));
        std::vector<Words> chinese = sentencesOf(small_world::write(plan, Language::Chinese, random));
        expects(english.size() == chinese.size(), "[translation] a story has more sentences in one language");
        if (!options().wholeStories) {
            const std::size_t one = random.below(english.size());
            english = {english[one]};
            chinese = {chinese[one]};
        }
        return {joined(english, Language::English), joined(chinese, Language::Chinese)};
    }

    std::vector<std::string> symbols() const override {
        std::vector<std::string> all;
        for (const Language language : {Language::English, Language::Chinese}) {
            for (const small_world::Word& word : small_world::words(language)) all.emplace_back(word.text);
        }
        return all;
    }
};

}  // namespace

std::unique_ptr<Task> makeTranslation(const TaskOptions& options) {
    return std::make_unique<Translation>(options);
}

}  // namespace attentarium::tasks
