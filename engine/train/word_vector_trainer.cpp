#include "engine/train/word_vector_trainer.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/demand.h"
#include "engine/core/error.h"
#include "engine/train/word_pairs.h"

namespace attentarium {
namespace {

/// A longer text is learned from in pieces.
constexpr std::int64_t kLongestText = 1000;

std::vector<double> keepingProbabilities(std::span<const std::int64_t> counts, double subsample) {
    double total = 0;
    for (const std::int64_t count : counts) total += static_cast<double>(count);
    std::vector<double> keep;
    for (const std::int64_t count : counts) {
        const double share = static_cast<double>(count) / total;
        keep.push_back(subsample == 0 || share <= subsample ? 1 : std::sqrt(subsample / share));
    }
    return keep;
}

void check(const ModelConfig& config, std::span<const int> tokens) {
    expects(kWordVectors.contains(config.family) && config.negatives > 0,
            "[word_vectors] only word vectors with negatives are trained so");
    if (tokens.size() < 2) {
        throw Error(ErrorKind::CorpusTooShort,
                    {.file = "The corpus", .value = std::to_string(tokens.size()), .limit = "2"});
    }
}

}  // namespace

void validate(const WordVectorSettings& s) {
    demand("passes", s.passes, s.passes >= 1 && s.passes <= 1'000'000, "from 1 to 1000000");
    demand("lr", s.peakRate, s.peakRate > 0 && s.peakRate <= 10, "above 0 to 10");
    demand("final-lr", s.finalRate, s.finalRate >= 0 && s.finalRate <= s.peakRate, "from 0 to the learning rate");
    demand("tokens-per-step", s.tokensPerStep, s.tokensPerStep >= 1 && s.tokensPerStep <= 10'000'000,
           "from 1 to 10000000");
    demand("subsample", s.subsample, s.subsample >= 0 && s.subsample <= 1, "from 0 to 1");
}

WordVectorTrainer::WordVectorTrainer(Model<float>& model, std::span<const int> tokens, std::vector<std::int64_t> starts,
                                     const WordVectorSettings& settings)
    : m_model((check(model.config(), tokens), model)),
      m_tokens(tokens),
      m_starts(std::move(starts)),
      m_settings((validate(settings), settings)),
      m_noise(countsOf(tokens, model.config().vocabulary)),
      m_keep(keepingProbabilities(countsOf(tokens, model.config().vocabulary), settings.subsample)),
      m_tables(model.parameters()[0].value.view(), model.parameters()[1].value.view()),
      m_random(settings.seed),
      m_candidates(static_cast<std::size_t>(1 + model.config().negatives)) {
    std::ranges::sort(m_starts);
}

double WordVectorTrainer::rate() const {
    const double all = static_cast<double>(m_settings.passes) * static_cast<double>(m_tokens.size());
    const double share = static_cast<double>(m_tokensDone) / all;
    return m_settings.peakRate + (m_settings.finalRate - m_settings.peakRate) * share;
}

std::span<const int> WordVectorTrainer::nextText() {
    const auto size = static_cast<std::int64_t>(m_tokens.size());
    const std::int64_t place = m_tokensDone % size;
    if (place == 0) m_nextStart = 0;
    while (m_nextStart < m_starts.size() && m_starts[m_nextStart] <= place) ++m_nextStart;
    const std::int64_t end = m_nextStart < m_starts.size() ? std::min(m_starts[m_nextStart], size) : size;
    return m_tokens.subspan(static_cast<std::size_t>(place),
                            static_cast<std::size_t>(std::min(end - place, kLongestText)));
}

void WordVectorTrainer::keepSome(std::span<const int> text) {
    m_kept.clear();
    for (const int token : text) {
        const double keep = m_keep[static_cast<std::size_t>(token)];
        if (keep >= 1 || m_random.uniform() < keep) m_kept.push_back(token);
    }
}

void WordVectorTrainer::learnFrom(std::size_t place, StepResult& result) {
    const ModelConfig& config = m_model.config();
    const std::size_t window = 1 + m_random.below(static_cast<std::uint64_t>(config.window));
    const std::size_t first = place - std::min(place, window), last = std::min(place + window, m_kept.size() - 1);
    const auto learn = [&](std::span<const int> inputs, int target) {
        m_candidates[0] = target;
        for (std::size_t k = 1; k < m_candidates.size(); ++k) m_candidates[k] = m_noise.drawOther(target, m_random);
        result.loss +=
            static_cast<double>(m_tables.step(inputs, m_candidates, static_cast<float>(result.learningRate)));
        ++result.pairs;
    };
    m_inputs.clear();
    for (std::size_t j = first; j <= last; ++j) {
        if (j == place) continue;
        if (config.family == Family::SkipGram) {
            learn({&m_kept[place], 1}, m_kept[j]);
        } else {
            m_inputs.push_back(m_kept[j]);
        }
    }
    if (!m_inputs.empty()) learn(m_inputs, m_kept[place]);
}

WordVectorTrainer::StepResult WordVectorTrainer::step() {
    StepResult result;
    const std::int64_t end = m_tokensDone + m_settings.tokensPerStep;
    while (m_tokensDone < end && !finished()) {
        const std::span<const int> text = nextText();
        result.learningRate = rate();
        keepSome(text);
        for (std::size_t place = 0; place < m_kept.size(); ++place) learnFrom(place, result);
        m_tokensDone += static_cast<std::int64_t>(text.size());
    }
    ++m_stepsDone;
    if (!std::isfinite(result.loss)) {
        throw Error(ErrorKind::LossNotFinite, {.name = "the word vectors", .value = std::to_string(m_stepsDone)});
    }
    if (result.pairs > 0) result.loss /= static_cast<double>(result.pairs);
    return result;
}

void WordVectorTrainer::store() {
    m_tables.store(m_model.parameters()[0].value.mutableView(), m_model.parameters()[1].value.mutableView());
}

}  // namespace attentarium
