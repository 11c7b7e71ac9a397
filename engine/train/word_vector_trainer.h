#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/models/model.h"
#include "engine/train/noise_words.h"
#include "engine/train/word_vector_tables.h"

namespace attentarium {

/// How word vectors are trained by negative sampling; the defaults are the authors'.
struct WordVectorSettings {
    std::int64_t passes = 5;  ///< over the text
    double peakRate = 0.025;  ///< of plain gradient descent; falls in a straight line
    double finalRate = 0.0001;
    double subsample = 1e-3;  ///< t: words of a larger share are left out, each time with probability 1 − √(t / share);
                              ///< 0 leaves none out
    std::uint64_t seed = 1;
    std::int64_t tokensPerStep = 10'000;  ///< or a few more, up to the end of a text

    bool operator==(const WordVectorSettings&) const = default;
};

/// Refuses impossible settings by name and value, NaN included: throws `Error` with `OptionOutOfRange`.
void validate(const WordVectorSettings& settings);

/// Trains `cbow` or `skipgram` with negatives, one pair after the other and in place (Mikolov et al., 2013b): each pair
/// is one step of gradient descent on the loss that the tape records for it. The window of each word is drawn from 1 to
/// the model's window, so that near neighbours count more. It runs on the calling thread alone.
class WordVectorTrainer {
  public:
    struct StepResult {
        std::int64_t pairs = 0;
        double loss = 0;          ///< the mean over the pairs, each before its update, in nats; 0 without pairs
        double learningRate = 0;  ///< of the last pair
    };

    /// `model` and `tokens` must outlive the trainer. No window reaches over one of `starts`, where texts begin; empty:
    /// all is one text. Throws `Error` for impossible settings and with `CorpusTooShort`, `LogicError` for a model
    /// without negatives.
    WordVectorTrainer(Model<float>& model, std::span<const int> tokens, std::vector<std::int64_t> starts,
                      const WordVectorSettings& settings);

    /// Learns from the next `tokensPerStep` tokens or so. Throws `Error` with `LossNotFinite`, and then the model still
    /// holds what was stored last.
    StepResult step();
    bool finished() const { return m_tokensDone == m_settings.passes * static_cast<std::int64_t>(m_tokens.size()); }
    /// Of all passes together.
    std::int64_t tokensDone() const { return m_tokensDone; }
    std::int64_t stepsDone() const { return m_stepsDone; }
    /// Writes the vectors as they are now into the model.
    void store();

  private:
    std::span<const int> nextText();
    void keepSome(std::span<const int> text);
    void learnFrom(std::size_t place, StepResult& result);
    double rate() const;

    Model<float>& m_model;
    std::span<const int> m_tokens;
    std::vector<std::int64_t> m_starts;
    WordVectorSettings m_settings;
    NoiseWords m_noise;
    std::vector<double> m_keep;  ///< the probability that a word is not left out
    WordVectorTables<float> m_tables;
    Random m_random;
    std::int64_t m_tokensDone = 0;
    std::int64_t m_stepsDone = 0;
    std::size_t m_nextStart = 0;  ///< the first of `m_starts` beyond the place reached in this pass
    std::vector<int> m_kept;      ///< the words of one text that were not left out
    std::vector<int> m_inputs;
    std::vector<int> m_candidates;
};

}  // namespace attentarium
