#include "engine/text/small_school.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "engine/core/error.h"
#include "engine/text/small_school/forms.h"
#include "engine/text/small_school/pen.h"
#include "engine/text/small_world.h"
#include "engine/text/small_world/derivation.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {
namespace {

using small_school::DrawingPen;
using small_school::FollowingPen;
using small_school::Form;
using small_school::Part;
using Tokens = std::vector<std::string>;

constexpr double kShare = 1.0 / (kKnowledgeKinds + 1);
constexpr std::uint64_t kQuestionSeed = 0x51c0'0001;
// So many draws without a new question: there is none left.
constexpr int kFutileDraws = 2000;

struct Drawn {
    std::optional<Knowledge> kind;
    Tokens english;
    Tokens chinese;
};

const Form& drawnForm(std::span<const Form> forms, Random& random, bool asks) {
    double total = 0;
    for (const Form& form : forms) total += form.asks || !asks ? form.weight : 0;
    double left = random.uniform() * total;
    const Form* last = nullptr;
    for (const Form& form : forms) {
        if (asks && !form.asks) continue;
        last = &form;
        left -= form.weight;
        if (left < 0) break;
    }
    return *last;
}

Drawn drawLesson(Knowledge kind, Random& random) {
    const Form& form = drawnForm(small_school::forms(kind), random, false);
    DrawingPen english(Language::English, Part::Taught, random);
    form.write(english);
    english.write("\n");
    DrawingPen chinese(Language::Chinese, Part::Taught, random, english.choices());
    form.write(chinese);
    chinese.write("\n");
    return {kind, std::move(english.tokens), std::move(chinese.tokens)};
}

Drawn drawStory(Random& random) {
    small_world::Plan plan;
    Drawn drawn;
    for (const auto& piece : small_world::write(plan, Language::English, random))
        drawn.english.emplace_back(piece.word);
    for (const auto& piece : small_world::write(plan, Language::Chinese, random))
        drawn.chinese.emplace_back(piece.word);
    return drawn;
}

Drawn draw(Random& random) {
    const auto kind = static_cast<int>(random.below(kKnowledgeKinds + 1));
    return kind == kKnowledgeKinds ? drawStory(random) : drawLesson(static_cast<Knowledge>(kind), random);
}

/// The probabilities of all beginnings of a text, and of what may follow it together with it.
struct Reading {
    std::vector<double> beginnings;  ///< at i: that a text begins with the first i + 1 tokens
    std::map<std::string, double> next;
};

void addStories(Reading& reading, std::span<const std::string> tokens, Language language) {
    small_world::Derivations derivations(language);
    double probability = kShare;
    for (std::size_t i = 0; i < tokens.size() && probability > 0; ++i) {
        probability *= derivations.add(tokens[i]);
        reading.beginnings[i] += probability;
    }
    if (probability == 0) return;
    for (const auto& [word, share] : derivations.next()) reading.next[std::string(word)] += probability * share;
}

Reading readingOf(std::span<const std::string> tokens, Language language, Part part) {
    Reading reading;
    reading.beginnings.assign(tokens.size(), 0.0);
    for (int kind = 0; kind < kKnowledgeKinds; ++kind) {
        for (const Form& form : small_school::forms(static_cast<Knowledge>(kind))) {
            FollowingPen pen(language, part, tokens);
            form.write(pen);
            pen.write("\n");
            double probability = kShare * form.weight;
            for (std::size_t i = 0; i < pen.probabilities.size(); ++i) {
                reading.beginnings[i] += probability *= pen.probabilities[i];
            }
            for (const auto& [word, share] : pen.next) reading.next[word] += probability * share;
        }
    }
    addStories(reading, tokens, language);
    return reading;
}

SchoolText lessonOf(const Drawn& drawn, Language language) {
    SchoolText lesson{language, drawn.kind, language == Language::English ? drawn.english : drawn.chinese, {}};
    lesson.logProbabilities = SmallSchool().score(lesson.tokens, language).value();
    return lesson;
}

template <typename Draw>
std::string corpusOf(Language language, std::uint64_t seed, std::int64_t texts, Draw drawn) {
    expects(texts >= 0, "[small school] the number of texts is negative");
    const WordTokenizer joiner(language, Vocabulary());
    Random random(seed);
    std::string corpus;
    for (std::int64_t i = 0; i < texts; ++i) {
        const Drawn text = drawn(random);
        corpus += joiner.join(language == Language::English ? text.english : text.chinese);
    }
    return corpus;
}

}  // namespace

double SchoolText::logProbability() const {
    return std::accumulate(logProbabilities.begin(), logProbabilities.end(), 0.0);
}

std::string SchoolText::text() const {
    Tokens words = tokens;
    if (!words.empty() && words.back() == "\n") words.pop_back();
    return WordTokenizer(language, Vocabulary()).join(words);
}

ParallelSchoolText SmallSchool::teach(Random& random) const {
    const Drawn drawn = draw(random);
    return {lessonOf(drawn, Language::English), lessonOf(drawn, Language::Chinese)};
}

Vocabulary SmallSchool::lexicon(Language language) const {
    std::vector<std::string> tokens = SmallWorld().lexicon(language).tokens();
    for (const std::string_view word : small_school::newWords(language)) {
        if (std::ranges::find(tokens, word) == tokens.end()) tokens.emplace_back(word);
    }
    return Vocabulary(std::move(tokens));
}

std::optional<std::vector<double>> SmallSchool::score(std::span<const std::string> tokens, Language language) const {
    std::vector<double> logProbabilities;
    double before = 1.0;
    for (const double probability : readingOf(tokens, language, Part::Taught).beginnings) {
        if (probability == 0) return std::nullopt;
        logProbabilities.push_back(std::log(probability / before));
        before = probability;
    }
    return logProbabilities;
}

std::vector<Question> SmallSchool::questions(Knowledge kind, Language language, int count) const {
    Random random(kQuestionSeed + static_cast<std::uint64_t>(kind));
    std::vector<Question> questions;
    std::set<Tokens> asked;
    for (int futile = 0; futile < kFutileDraws && static_cast<int>(questions.size()) < count; ++futile) {
        DrawingPen pen(language, Part::HeldOut, random);
        drawnForm(small_school::forms(kind), random, true).write(pen);
        Tokens prompt(pen.tokens.begin(), pen.tokens.begin() + static_cast<std::ptrdiff_t>(pen.answerPlace));
        if (!asked.insert(prompt).second) continue;
        questions.push_back({kind, std::move(prompt), pen.tokens[pen.answerPlace], pen.answerChoices});
        futile = 0;
    }
    return questions;
}

double SmallSchool::bestReachable(std::span<const Question> questions, Language language) const {
    double sum = 0;
    for (const Question& question : questions) {
        const Reading reading = readingOf(question.prompt, language, Part::Any);
        double best = 0, all = 0;
        for (const std::string& choice : question.choices) {
            const auto found = reading.next.find(choice);
            if (found == reading.next.end()) continue;
            best = std::max(best, found->second);
            all += found->second;
        }
        sum += all > 0 ? best / all : 0;
    }
    return questions.empty() ? 0 : sum / static_cast<double>(questions.size());
}

std::string smallSchoolCorpus(Language language, std::uint64_t seed, std::int64_t texts) {
    return corpusOf(language, seed, texts, [](Random& random) { return draw(random); });
}

std::string smallSchoolCorpus(Language language, std::uint64_t seed, std::int64_t texts, Knowledge kind) {
    return corpusOf(language, seed, texts, [kind](Random& random) { return drawLesson(kind, random); });
}

}  // namespace attentarium
