#include "engine/probe/loss_by_place.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/probe/stories.h"

namespace attentarium {
namespace {

// A fixed number, so that the result does not depend on how many there are.
constexpr std::int64_t kTextsAtOnce = 8;

/// −log of the probability of `target`.
float costOf(std::span<const float> logits, int target) {
    const double most = *std::ranges::max_element(logits);
    double sum = 0;
    for (const float logit : logits) sum += std::exp(static_cast<double>(logit) - most);
    return static_cast<float>(std::log(sum) + most - static_cast<double>(logits[static_cast<std::size_t>(target)]));
}

}  // namespace

std::unique_ptr<Model<float>> withContext(const Model<float>& model, std::int64_t context) {
    ModelConfig config = model.config();
    expects(config.family == Family::Gpt, "[loss by place] only gpt goes on beyond its context");
    if (config.positions == Positions::Learned && context > config.context) return nullptr;
    if (config.positions == Positions::Learned) context = config.context;
    config.context = context;
    auto longer = makeModel<float>(config);
    longer->parameters().setValues(model.parameters().values());
    return longer;
}

LongTexts joinedStories(Language language, const Tokenizer& tokenizer, std::uint64_t seed, std::int64_t count,
                        std::int64_t length) {
    // Stories told in pieces, so that only as many are told as are needed; each piece has a seed of its own.
    constexpr int kPiece = 64;
    LongTexts texts{length, {}};
    std::vector<int> text;
    for (std::uint64_t piece = 0; texts.count() < count; ++piece) {
        for (const Story& story : tellStories(language, seed * 1'000'003 + piece, kPiece)) {
            if (texts.count() == count) break;
            const std::vector<int> ids = idsOf(story, tokenizer);
            text.insert(text.end(), ids.begin(), ids.end());
            if (static_cast<std::int64_t>(text.size()) <= length) continue;
            texts.ids.insert(texts.ids.end(), text.begin(), text.begin() + length + 1);
            text.clear();
        }
    }
    return texts;
}

std::vector<float> lossesByPlace(const Model<float>& model, const LongTexts& texts, Parallel& parallel,
                                 const std::function<bool(double)>& told) {
    const std::int64_t length = texts.length, count = texts.count();
    std::vector<float> losses;
    losses.reserve(static_cast<std::size_t>(count * length));
    Tape<float> tape(Purpose::Training, parallel);
    std::vector<int> ids;
    for (std::int64_t first = 0; first < count; first += kTextsAtOnce) {
        const std::int64_t now = std::min(kTextsAtOnce, count - first);
        ids.clear();
        const auto begin = [&](std::int64_t text) { return texts.ids.begin() + (first + text) * (length + 1); };
        for (std::int64_t text = 0; text < now; ++text) ids.insert(ids.end(), begin(text), begin(text) + length);
        tape.clear();
        const Var logits = model.run(tape, batchOf(ids, length)).logits;
        const TensorView<const float> view = tape.value(logits);
        const auto vocabulary = static_cast<std::size_t>(model.config().vocabulary);
        for (std::int64_t text = 0; text < now; ++text) {
            for (std::int64_t place = 0; place < length; ++place) {
                losses.push_back(costOf({view.row(text * length + place), vocabulary}, begin(text)[place + 1]));
            }
        }
        if (told && !told(static_cast<double>(first + now) / static_cast<double>(count))) return {};
    }
    return losses;
}

std::vector<PlaceLoss> binned(const std::vector<float>& losses, std::int64_t length, std::int64_t places) {
    std::vector<PlaceLoss> bins;
    if (losses.empty() || length < 1 || places < 1) return bins;
    const auto texts = static_cast<double>(losses.size()) / static_cast<double>(length);
    for (std::int64_t first = 0; first + places <= length; first += places) {
        double sum = 0, squares = 0;
        for (std::size_t text = 0; text < losses.size(); text += static_cast<std::size_t>(length)) {
            double mean = 0;
            for (std::int64_t i = 0; i < places; ++i) {
                mean += static_cast<double>(losses[text + static_cast<std::size_t>(first + i)]);
            }
            mean /= static_cast<double>(places);
            sum += mean;
            squares += mean * mean;
        }
        const double mean = sum / texts;
        const double variance = texts > 1 ? std::max(0.0, squares - texts * mean * mean) / (texts - 1) : 0;
        bins.push_back({mean, std::sqrt(variance / texts)});
    }
    return bins;
}

}  // namespace attentarium
