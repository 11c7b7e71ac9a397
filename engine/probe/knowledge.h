#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/probe/stories.h"
#include "engine/text/small_school.h"
#include "engine/text/tokenizer.h"
#include "engine/train/example_texts.h"

namespace attentarium {

/// How well a model answers questions of one kind.
struct KnowledgeScore {
    Knowledge kind = Knowledge::Facts;
    int asked = 0;      ///< questions whose words the model knows and whose length it can read
    double right = 0;   ///< share of them for which the right word is the likeliest of its choices
    double best = 0;    ///< the largest share that anyone could reach (`SmallSchool::bestReachable`)
    double chance = 0;  ///< the share that guessing reaches on average
};

using KnowledgeScores = std::array<KnowledgeScore, kKnowledgeKinds>;  ///< in the order of `Knowledge`

/// Asks a model the held-out questions of `SmallSchool`, which are prepared once: it is asked again and again while it
/// learns. Each question is read alone, from its first word.
class KnowledgeProbe {
  public:
    /// At most so many questions of each kind, always the same ones. Those with words that the tokenizer does not know,
    /// or longer than `context`, are left out: a tokenizer that does not cut words has none.
    KnowledgeProbe(const Tokenizer& tokenizer, Language language, std::int64_t context, int questionsPerKind);

    /// For families that tell the next token. `model` has the vocabulary of the tokenizer.
    KnowledgeScores score(const Model<float>& model, Parallel& parallel) const;

    /// What is asked of each kind, and what guessing and the best answers would reach.
    const KnowledgeScores& unanswered() const { return m_blank; }
    /// How many questions there are of all kinds together.
    std::size_t questions() const { return m_asked.size(); }

  private:
    struct Asked {
        int kind;
        int answer;
        std::vector<int> choices;  ///< with the answer
    };
    KnowledgeScores m_blank;  ///< all but what the model knows
    std::vector<Asked> m_asked;
    ExampleTexts m_prompts;  ///< of each question, in the same order
};

/// Whether a family tells the next token of a text, so that it can be asked.
bool answersQuestions(Family family);

/// The same for a model that is asked once.
KnowledgeScores scoreKnowledge(const Model<float>& model, const Tokenizer& tokenizer, Language language,
                               int questionsPerKind, Parallel& parallel);

/// Whether a tokenizer knows every word of the school.
bool knowsSchool(const Tokenizer& tokenizer, Language language);

/// What `count` texts of the school, drawn from `seed`, cost a model that knows its words and tells the next token,
/// each read alone from its first word, in nats for each token after that; and what the generator's own probabilities
/// cost.
StoryLoss lessonLoss(const Model<float>& model, const Tokenizer& tokenizer, Language language, std::uint64_t seed,
                     int count);

}  // namespace attentarium
