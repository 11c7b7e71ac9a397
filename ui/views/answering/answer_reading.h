#pragma once

#include <QStringList>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

class Session;

/// A token that a step of the decoder may write, and how likely it is.
struct Proposal {
    int id = 0;
    double probability = 0;
};

/// What an encoder–decoder did with a sentence, as far as it is drawn. The numbers belong to the trace.
struct AnswerReading {
    std::shared_ptr<const Trace> trace;
    QStringList source;  ///< what the encoder read
    QStringList read;    ///< what each step of the decoder reads; the first one is where an answer begins
    /// Of the last layer, one for each word; empty where the trace has none.
    std::vector<std::span<const float>> encoder, decoder;
    std::span<const float> start;   ///< the hidden state with which the decoder's last layer starts
    std::int64_t startNumbers = 0;  ///< how many numbers all of its layers start with; 0 for a transformer
    std::vector<std::vector<float>>
        weights;    ///< of each step a share for each word of the source, the mean of all heads
    int heads = 0;  ///< that the mean is of
    bool isRecurrent = true;
    int endId = -1;

    int steps() const { return static_cast<int>(read.size()); }
    bool looksBack() const { return !weights.empty(); }
    /// The likeliest tokens behind a step, likeliest first.
    std::vector<Proposal> proposals(int step, int count) const;
    double probability(int step, int id) const;
    /// What stands in the answer behind a step: the next token, or the end.
    int taken(int step) const;
};

/// A token as it is drawn: a space is seen.
QString drawnToken(const QString& word);

/// Nothing where the session has no such run.
std::optional<AnswerReading> answerReading(const Session& session);

}  // namespace attentarium
