#include "app/cli/continuation.h"

#include <cmath>
#include <utility>

#include "app/cli/failure.h"
#include "engine/core/error.h"
#include "engine/decode/generator.h"
#include "engine/text/special_tokens.h"
#include "engine/text/tasks/task.h"
#include "engine/train/task_encoder.h"

namespace attentarium::cli {
namespace {

/// Any model that reads onward; after a question of its task it writes the answer.
class Onward final : public Continuation {
  public:
    Onward(const Checkpoint& checkpoint, std::vector<int> prompt, const SamplingSettings& settings, std::uint64_t seed,
           std::optional<TaskTokenizers> answers)
        : m_checkpoint(checkpoint),
          m_hidden(answers ? prompt.size() : 0),
          m_generator(*checkpoint.model, std::move(prompt), settings, seed),
          m_answers(std::move(answers)) {
        if (m_answers) m_end = specialId(checkpoint.tokenizer->vocabulary(), special::kEnd);
    }

    std::span<const int> shown() const override {
        const std::span<const int> all = m_generator.tokens();
        return all.subspan(m_hidden, all.size() - m_hidden - (m_ended ? 1 : 0));
    }
    bool grow() override {
        if (!m_ended) m_ended = m_generator.next() == m_end;
        return !m_ended;
    }
    const Tokenizer& tokenizer() const override {
        return m_answers ? m_answers->answer() : *m_checkpoint.tokenizer;
    }

  private:
    const Checkpoint& m_checkpoint;
    std::size_t m_hidden;  ///< tokens of a question, which nobody needs to see again
    Generator m_generator;
    std::optional<TaskTokenizers> m_answers;
    int m_end = -1;
    bool m_ended = false;
};

int drawn(std::span<const float> logits, const SamplingSettings& settings, Random& random) {
    return drawToken(nextTokenProbabilities(logits, settings), random);
}

/// An encoder–decoder, which answers what it has read.
class Answer final : public Continuation {
  public:
    Answer(const Checkpoint& checkpoint, std::vector<int> source, const SamplingSettings& settings, std::uint64_t seed,
           std::optional<TaskTokenizers> answers)
        : m_checkpoint(checkpoint),
          m_source(std::move(source)),
          m_settings((validate(settings), settings)),
          m_random(seed),
          m_answers(std::move(answers)),
          m_tokens{specialId(checkpoint.tokenizer->vocabulary(), special::kBegin)},
          m_end(specialId(checkpoint.tokenizer->vocabulary(), special::kEnd)) {
        const std::int64_t context = checkpoint.model->config().context;
        if (static_cast<std::int64_t>(m_source.size()) > context) {
            throw Error(ErrorKind::TextTooLong,
                        {.value = std::to_string(m_source.size()), .limit = std::to_string(context)});
        }
        const TokenRows rows{m_source, static_cast<std::int64_t>(m_source.size()), {}};
        m_memory = checkpoint.model->begin(m_tape, rows, 1);
    }

    std::span<const int> shown() const override { return std::span(m_tokens).subspan(1); }
    bool grow() override {
        if (m_memory.tokensRead >= m_checkpoint.model->config().context) return false;
        m_tape.clear();
        const TokenRows last{std::span(m_tokens).last(1), 1, {}};
        const auto logits = m_tape.value(m_checkpoint.model->advance(m_tape, m_memory, last));
        const int next = drawn(logits.span(), m_settings, m_random);
        if (next == m_end) return false;
        m_tokens.push_back(next);
        return true;
    }
    const Tokenizer& tokenizer() const override {
        return m_answers ? m_answers->answer() : *m_checkpoint.tokenizer;
    }

  private:
    const Checkpoint& m_checkpoint;
    std::vector<int> m_source;
    SamplingSettings m_settings;
    Random m_random;
    std::optional<TaskTokenizers> m_answers;
    std::vector<int> m_tokens;  ///< from `<begin>`
    int m_end;
    Parallel m_parallel{1};
    Tape<float> m_tape{Purpose::Training, m_parallel};
    Memory<float> m_memory;
};

class Counted final : public Continuation {
  public:
    Counted(const NgramCheckpoint& checkpoint, std::vector<int> prompt, const SamplingSettings& settings,
            std::uint64_t seed)
        : m_checkpoint(checkpoint),
          m_settings((validate(settings), settings)),
          m_random(seed),
          m_tokens(std::move(prompt)) {}

    std::span<const int> shown() const override { return m_tokens; }
    bool grow() override {
        std::vector<float> logits;
        for (const double probability : m_checkpoint.model->distribution(m_tokens)) {
            logits.push_back(static_cast<float>(std::log(probability)));
        }
        m_tokens.push_back(drawn(logits, m_settings, m_random));
        return true;
    }
    const Tokenizer& tokenizer() const override { return *m_checkpoint.tokenizer; }

  private:
    const NgramCheckpoint& m_checkpoint;
    SamplingSettings m_settings;
    Random m_random;
    std::vector<int> m_tokens;
};

}  // namespace

std::unique_ptr<Continuation> continuationOf(const Checkpoint& checkpoint, const std::string& prompt,
                                             const SamplingSettings& settings, std::uint64_t seed) {
    const ModelConfig& config = checkpoint.model->config();
    if (kWordVectors.contains(config.family)) {
        throw UsageError("Word vectors do not know which word comes next: " + std::string(nameOf(config.family)) +
                         " writes nothing.");
    }
    std::vector<int> tokens = checkpoint.tokenizer->encode(prompt);
    std::optional<TaskTokenizers> answers;
    if (checkpoint.task) answers.emplace(*makeTask(*checkpoint.task), checkpoint.tokenizer->vocabulary());
    if (kEncoderDecoders.contains(config.family)) {
        return std::make_unique<Answer>(checkpoint, std::move(tokens), settings, seed, std::move(answers));
    }
    if (checkpoint.task) tokens.push_back(specialId(checkpoint.tokenizer->vocabulary(), special::kSeparator));
    return std::make_unique<Onward>(checkpoint, std::move(tokens), settings, seed, std::move(answers));
}

std::unique_ptr<Continuation> continuationOf(const NgramCheckpoint& checkpoint, const std::string& prompt,
                                             const SamplingSettings& settings, std::uint64_t seed) {
    return std::make_unique<Counted>(checkpoint, checkpoint.tokenizer->encode(prompt), settings, seed);
}

}  // namespace attentarium::cli
