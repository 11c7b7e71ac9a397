#include "engine/io/training_data.h"

#include <algorithm>
#include <utility>

#include "engine/train/evaluation.h"
#include "engine/train/masked_source.h"
#include "engine/train/span_source.h"
#include "engine/train/stream_source.h"
#include "engine/train/task_score.h"
#include "engine/train/task_source.h"

namespace attentarium {
namespace {

// Enough that one text more or less does not matter, and few enough to take no time.
constexpr std::int64_t kMeasuredTexts = 1024;
// What is measured must not be what was drawn to learn from.
constexpr std::uint64_t kMeasuringSeed = 0x6d656173757265;

/// One side of a corpus: its tokens, and where in them texts may begin.
struct Part {
    std::span<const int> tokens;
    std::vector<std::int64_t> starts;
};

class CorpusData final : public TrainingData {
  public:
    explicit CorpusData(std::shared_ptr<const TokenizedCorpus> corpus) : m_corpus(std::move(corpus)) {
        const SplitCorpus parts = m_corpus->parts();
        m_training = part(parts.training);
        m_heldOut = part(parts.heldOut);
        // As much of what was learned as there is held out: the two can be compared, and neither takes long.
        m_learned = part(parts.training.last(parts.heldOut.size()));
    }

    std::unique_ptr<BatchSource> batches(const ModelConfig& config, const TrainingSettings& settings) const override {
        if (settings.carry) {
            return std::make_unique<StreamSource>(m_training.tokens, settings.batch, config.context);
        }
        return drawing(m_training, config, settings, settings.batch, settings.seed);
    }

    std::map<std::string, double> measures(const Model<float>& model, const TrainingSettings& settings,
                                           Parallel& parallel) const override {
        return {{"train_loss", lossOn(m_learned, model, settings, parallel)},
                {"held_out_loss", lossOn(m_heldOut, model, settings, parallel)}};
    }

  private:
    Part part(std::span<const int> tokens) const {
        const std::int64_t offset = tokens.data() - m_corpus->tokens.data();
        const auto size = static_cast<std::int64_t>(tokens.size());
        Part one{tokens, {}};
        for (const std::int64_t start : m_corpus->starts) {
            if (start >= offset && start < offset + size) one.starts.push_back(start - offset);
        }
        return one;
    }

    std::unique_ptr<BatchSource> drawing(const Part& from, const ModelConfig& config, const TrainingSettings& settings,
                                         std::int64_t texts, std::uint64_t seed) const {
        const Vocabulary& vocabulary = m_corpus->tokenizer->vocabulary();
        switch (settings.objective) {
            case ObjectiveKind::MaskedToken:
                return std::make_unique<MaskedSource>(TextCuts(from.tokens, from.starts, config.context), vocabulary,
                                                      MaskSettings{.share = settings.maskShare}, texts, seed);
            case ObjectiveKind::SpanCorruption: {
                const SpanSettings spans{.share = settings.maskShare, .meanLength = settings.spanLength};
                const std::int64_t longest = SpanSource::longestText(config.context, spans);
                return std::make_unique<SpanSource>(TextCuts(from.tokens, from.starts, longest, 2), vocabulary, spans,
                                                    texts, seed);
            }
            case ObjectiveKind::NextToken:
                break;
        }
        return std::make_unique<WindowSampler>(from.tokens, from.starts, texts, config.context, seed);
    }

    double lossOn(const Part& from, const Model<float>& model, const TrainingSettings& settings,
                  Parallel& parallel) const {
        if (settings.objective == ObjectiveKind::NextToken) return evaluate(model, from.tokens, parallel);
        const std::int64_t texts = std::min<std::int64_t>(settings.batch, 64);
        const auto source = drawing(from, model.config(), settings, texts, settings.seed ^ kMeasuringSeed);
        return evaluate(model, *source, (kMeasuredTexts + texts - 1) / texts, parallel).tokens;
    }

    std::shared_ptr<const TokenizedCorpus> m_corpus;
    Part m_training, m_heldOut, m_learned;
};

class TaskData final : public TrainingData {
  public:
    explicit TaskData(std::shared_ptr<const TaskEncoder> encoder) : m_encoder(std::move(encoder)) {}

    std::unique_ptr<BatchSource> batches(const ModelConfig&, const TrainingSettings& settings) const override {
        return std::make_unique<TaskSource>(*m_encoder, settings.examples, settings.batch, settings.seed);
    }

    std::map<std::string, double> measures(const Model<float>& model, const TrainingSettings& settings,
                                           Parallel& parallel) const override {
        const auto score = [&](TaskPart part) {
            const std::uint64_t seed = settings.seed ^ kMeasuringSeed;
            return scoreOn(model, taskExamples(*m_encoder, part, kMeasuredTexts, seed), parallel);
        };
        const TaskScore learned = score(TaskPart::Training), heldOut = score(TaskPart::HeldOut);
        const TaskForm form = m_encoder->form();
        const bool judged = form == TaskForm::Classify || form == TaskForm::Match;
        return {{"train_loss", judged ? learned.taskLoss : learned.tokenLoss},
                {"held_out_loss", judged ? heldOut.taskLoss : heldOut.tokenLoss},
                {judged ? "accuracy" : "exact_match", heldOut.right}};
    }

  private:
    std::shared_ptr<const TaskEncoder> m_encoder;
};

}  // namespace

std::unique_ptr<TrainingData> corpusData(std::shared_ptr<const TokenizedCorpus> corpus) {
    return std::make_unique<CorpusData>(std::move(corpus));
}

std::unique_ptr<TrainingData> taskData(std::shared_ptr<const TaskEncoder> encoder) {
    return std::make_unique<TaskData>(std::move(encoder));
}

}  // namespace attentarium
