#include "engine/probe/knowledge.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "engine/core/error.h"
#include "engine/train/look.h"

namespace attentarium {
namespace {

constexpr std::int64_t kTextsAtOnce = 64;

std::optional<std::vector<int>> idsOf(std::span<const std::string> words, const Vocabulary& vocabulary) {
    std::vector<int> ids;
    for (const std::string& word : words) {
        const auto id = vocabulary.find(word);
        if (!id) return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

}  // namespace

KnowledgeProbe::KnowledgeProbe(const Tokenizer& tokenizer, Language language, std::int64_t context,
                               int questionsPerKind) {
    const SmallSchool school;
    for (int kind = 0; kind < kKnowledgeKinds; ++kind) {
        KnowledgeScore& blank = m_blank[static_cast<std::size_t>(kind)];
        blank.kind = static_cast<Knowledge>(kind);
        if (tokenizer.kind() != TokenizerKind::Word) continue;
        std::vector<Question> asked;
        for (Question& question : school.questions(blank.kind, language, questionsPerKind)) {
            const auto prompt = idsOf(question.prompt, tokenizer.vocabulary());
            const auto choices = idsOf(question.choices, tokenizer.vocabulary());
            if (!prompt || !choices || static_cast<std::int64_t>(prompt->size()) > context) continue;
            m_prompts.add({.source = {}, .tokens = *prompt, .targets = {}, .segments = {}});
            m_asked.push_back({kind, *tokenizer.vocabulary().find(question.answer), *choices});
            blank.chance += 1.0 / static_cast<double>(choices->size());
            asked.push_back(std::move(question));
        }
        blank.asked = static_cast<int>(asked.size());
        blank.chance /= std::max(1.0, static_cast<double>(asked.size()));
        blank.best = school.bestReachable(asked, language);
    }
}

KnowledgeScores KnowledgeProbe::score(const Model<float>& model, Parallel& parallel) const {
    expects(answersQuestions(model.config().family), "[knowledge] this family does not tell the next token");
    KnowledgeScores scores = m_blank;
    const auto total = static_cast<std::int64_t>(m_asked.size());
    if (total == 0) return scores;
    PaddedBatch padded(std::min(kTextsAtOnce, total), 0, m_prompts.longestTokens());
    Tape<float> tape(Purpose::Training, parallel);
    for (std::int64_t first = 0; first < total; first += kTextsAtOnce) {
        std::vector<std::size_t> chosen(static_cast<std::size_t>(std::min(kTextsAtOnce, total - first)));
        std::iota(chosen.begin(), chosen.end(), static_cast<std::size_t>(first));
        padded.setAll(m_prompts, chosen);
        const TrainingBatch batch = padded.first(static_cast<std::int64_t>(chosen.size()));
        tape.clear();
        const auto logits = tape.value(model.run(tape, batch.inputs).logits);
        for (std::size_t row = 0; row < chosen.size(); ++row) {
            const auto last = static_cast<std::int64_t>(m_prompts[chosen[row]].tokens.size()) - 1;
            const float* told = logits.row(static_cast<std::int64_t>(row) * batch.inputs.tokens.length + last);
            const Asked& asked = m_asked[chosen[row]];
            // Another word that is just as likely makes it wrong, and so does a number that is none.
            const bool right = std::ranges::all_of(
                asked.choices, [&](int choice) { return choice == asked.answer || told[asked.answer] > told[choice]; });
            scores[static_cast<std::size_t>(asked.kind)].right += right ? 1 : 0;
        }
    }
    for (KnowledgeScore& score : scores) score.right /= std::max(1, score.asked);
    return scores;
}

bool answersQuestions(Family family) {
    constexpr FamilySet kTellers{Family::MlpLm, Family::Rnn, Family::Lstm, Family::Gru, Family::Gpt};
    return kTellers.contains(family);
}

KnowledgeScores scoreKnowledge(const Model<float>& model, const Tokenizer& tokenizer, Language language,
                               int questionsPerKind, Parallel& parallel) {
    return KnowledgeProbe(tokenizer, language, model.config().context, questionsPerKind).score(model, parallel);
}

bool knowsSchool(const Tokenizer& tokenizer, Language language) {
    return tokenizer.kind() == TokenizerKind::Word &&
           idsOf(SmallSchool().lexicon(language).tokens(), tokenizer.vocabulary()).has_value();
}

StoryLoss lessonLoss(const Model<float>& model, const Tokenizer& tokenizer, Language language, std::uint64_t seed,
                     int count) {
    expects(knowsSchool(tokenizer, language), "[knowledge] the words of the school are not known");
    Random random(seed);
    StoryLoss total;
    double tokens = 0;
    for (int i = 0; i < count; ++i) {
        const ParallelSchoolText both = SmallSchool().teach(random);
        const SchoolText& lesson = language == Language::English ? both.english : both.chinese;
        const auto trace = look(model, *idsOf(lesson.tokens, tokenizer.vocabulary()), LookDepth::Forward);
        const auto counted = static_cast<double>(lesson.tokens.size() - 1);
        total.model += static_cast<double>(trace->values(*trace->find("loss"))[0]) * counted;
        total.best -= lesson.logProbability() - lesson.logProbabilities.front();
        tokens += counted;
    }
    return {total.model / tokens, total.best / tokens};
}

}  // namespace attentarium
