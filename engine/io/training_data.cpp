#include "engine/io/training_data.h"

#include <algorithm>
#include <utility>

#include "engine/train/evaluation.h"
#include "engine/train/masked_source.h"
#include "engine/train/span_source.h"
#include "engine/train/stream_source.h"
#include "engine/train/task_score.h"
#include "engine/train/task_source.h"
#include "engine/train/word_pair_source.h"

namespace attentarium {
namespace {

// Enough that one text more or less does not matter, and few enough to take no time.
constexpr std::int64_t kMeasuredTexts = 1024;
constexpr std::int64_t kGlancedTexts = 96;
constexpr std::int64_t kGlancedTokens = 3072;
// What is measured must not be what was drawn to learn from.
constexpr std::uint64_t kMeasuringSeed = 0x6d656173757265;

/// A piece of a corpus: its tokens, and where in them texts may begin.
struct Piece {
    const Vocabulary& vocabulary;
    std::span<const int> tokens;
    std::vector<std::int64_t> starts;
};

Piece pieceOf(const TokenizedCorpus& corpus, std::span<const int> tokens) {
    const std::int64_t offset = tokens.data() - corpus.tokens.data();
    const auto size = static_cast<std::int64_t>(tokens.size());
    Piece piece{corpus.tokenizer->vocabulary(), tokens, {}};
    for (const std::int64_t start : corpus.starts) {
        if (start >= offset && start < offset + size) piece.starts.push_back(start - offset);
    }
    return piece;
}

std::unique_ptr<BatchSource> drawing(const Piece& from, const ModelConfig& config, const TrainingSettings& settings,
                                     std::int64_t texts, std::uint64_t seed) {
    switch (settings.objective) {
        case ObjectiveKind::MaskedToken:
            return std::make_unique<MaskedSource>(
                TextCuts(from.tokens, from.starts, config.context), from.vocabulary,
                MaskSettings{
                    .share = settings.maskShare, .masked = settings.maskedShare, .replaced = settings.replacedShare},
                texts, seed);
        case ObjectiveKind::SpanCorruption: {
            const SpanSettings spans{.share = settings.maskShare, .meanLength = settings.spanLength};
            const std::int64_t longest = SpanSource::longestText(config.context, spans);
            return std::make_unique<SpanSource>(TextCuts(from.tokens, from.starts, longest, 2), from.vocabulary, spans,
                                                texts, seed);
        }
        case ObjectiveKind::NextToken:
            break;
    }
    if (kWordVectors.contains(config.family)) {
        return std::make_unique<WordPairSource>(config, from.tokens, from.starts, texts, config.context, seed);
    }
    return std::make_unique<WindowSampler>(from.tokens, from.starts, texts, config.context, seed);
}

std::int64_t textsIn(MeasuredPart part) {
    return part == MeasuredPart::Whole ? kMeasuredTexts : kGlancedTexts;
}

double lossOn(const Piece& piece, const Model<float>& model, const TrainingSettings& settings, Parallel& parallel,
              MeasuredPart part) {
    const bool windows =
        settings.objective == ObjectiveKind::NextToken && !kWordVectors.contains(model.config().family);
    if (windows && part == MeasuredPart::Whole) return evaluate(model, piece.tokens, parallel);
    if (windows && piece.starts.empty()) {
        const auto most = static_cast<std::size_t>(std::max(kGlancedTokens, model.config().context + 1));
        return evaluate(model, piece.tokens.first(std::min(most, piece.tokens.size())), parallel);
    }
    // A glance at texts that are learned from their beginnings begins there too: beside the loss of the batches it
    // would mean something else otherwise.
    const std::int64_t texts = std::min<std::int64_t>(settings.batch, 64);
    const auto source = drawing(piece, model.config(), settings, texts, settings.seed ^ kMeasuringSeed);
    return evaluate(model, *source, (textsIn(part) + texts - 1) / texts, parallel).tokens;
}

class CorpusData final : public TrainingData {
  public:
    explicit CorpusData(std::shared_ptr<const TokenizedCorpus> corpus) : m_corpus(std::move(corpus)) {}

    std::unique_ptr<BatchSource> batches(const ModelConfig& config, const TrainingSettings& settings) const override {
        const std::span<const int> training = m_corpus->parts().training;
        if (settings.carry) return std::make_unique<StreamSource>(training, settings.batch, config.context);
        return drawing(pieceOf(*m_corpus, training), config, settings, settings.batch, settings.seed);
    }

    std::map<std::string, double> measures(const Model<float>& model, const TrainingSettings& settings,
                                           Parallel& parallel, MeasuredPart measured) const override {
        const SplitCorpus parts = m_corpus->parts();
        // As much of what was learned as there is held out: the two can be compared, and neither takes long.
        const Piece learned = pieceOf(*m_corpus, parts.training.last(parts.heldOut.size()));
        return {{"train_loss", lossOn(learned, model, settings, parallel, measured)},
                {"held_out_loss", lossOn(pieceOf(*m_corpus, parts.heldOut), model, settings, parallel, measured)}};
    }

  private:
    std::shared_ptr<const TokenizedCorpus> m_corpus;
};

class TaskData final : public TrainingData {
  public:
    explicit TaskData(std::shared_ptr<const TaskEncoder> encoder) : m_encoder(std::move(encoder)) {}

    std::unique_ptr<BatchSource> batches(const ModelConfig&, const TrainingSettings& settings) const override {
        return std::make_unique<TaskSource>(*m_encoder, settings.examples, settings.batch, settings.seed);
    }

    std::map<std::string, double> measures(const Model<float>& model, const TrainingSettings& settings,
                                           Parallel& parallel, MeasuredPart measured) const override {
        const auto score = [&](TaskPart part) {
            const std::uint64_t seed = settings.seed ^ kMeasuringSeed;
            return scoreOn(model, taskExamples(*m_encoder, part, textsIn(measured), seed), parallel);
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

double lossOn(const TokenizedCorpus& corpus, const Model<float>& model, const TrainingSettings& settings,
              Parallel& parallel) {
    return lossOn(pieceOf(corpus, corpus.tokens), model, settings, parallel, MeasuredPart::Whole);
}

std::unique_ptr<TrainingData> corpusData(std::shared_ptr<const TokenizedCorpus> corpus) {
    return std::make_unique<CorpusData>(std::move(corpus));
}

std::unique_ptr<TrainingData> taskData(std::shared_ptr<const TaskEncoder> encoder) {
    return std::make_unique<TaskData>(std::move(encoder));
}

}  // namespace attentarium
