#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attentarium {

/// One step of a run.
struct TrainingPoint {
    std::int64_t step = 0;  ///< from 1
    double loss = 0;        ///< of its batch before the update, nats per token
    double learningRate = 0;
    double gradientNorm = 0;  ///< of all gradients together, before clipping

    bool operator==(const TrainingPoint&) const = default;
};

/// How many numbers of a tensor, or of several, lie in each of equally wide parts of a range.
struct Distribution {
    double least = 0;  ///< of the range: the least number
    double most = 0;   ///< of the range: the largest number
    std::vector<std::int64_t> counts;

    bool operator==(const Distribution&) const = default;
};

/// What was measured of a model between two steps.
struct Evaluation {
    std::int64_t step = 0;  ///< steps done before it
    std::map<std::string, double>
        measures;  ///< as `TrainingData::measures`: `held_out_loss`, `train_loss`, `accuracy` …
    std::map<std::string, double>
        knowledge;  ///< share of questions answered rightly, by kind of knowledge; may be empty
    /// The head that best knows whom pronouns stand for, and the share of pronouns for which it is right; −1: none was
    /// measured.
    int referentLayer = -1;
    int referentHead = -1;
    double referentShare = 0;
    std::string sample;                     ///< what the model writes by itself, or answers to a held-out question
    std::string samplePrompt;               ///< what it was given
    std::vector<double> gradientNorms;      ///< of each layer, in the last step; as `History::layers`
    std::vector<Distribution> weights;      ///< of each layer
    std::vector<Distribution> activations;  ///< of what each layer hands on, on one held-out text; may be empty

    bool operator==(const Evaluation&) const = default;
};

/// What was changed while a run went on.
struct SettingsChange {
    std::int64_t step = 0;  ///< steps done before it
    std::string setting;    ///< as `SettingsField::name`
    double before = 0;
    double after = 0;

    bool operator==(const SettingsChange&) const = default;
};

/// Between what a share of right answers lies.
struct ReachableShare {
    double chance = 0;  ///< what guessing reaches on average
    double best = 1;    ///< the largest that anyone could reach

    bool operator==(const ReachableShare&) const = default;
};

/// All that is known of the course of a run.
struct History {
    std::vector<std::string> layers;  ///< scopes of the parameters that stand together, for example `blocks.0`
    std::map<std::string, ReachableShare> reachable;  ///< by kind of knowledge; may be empty
    std::vector<TrainingPoint> points;
    std::vector<Evaluation> evaluations;
    std::vector<SettingsChange> changes;
    double seconds = 0;  ///< of training, without pauses

    std::int64_t stepsDone() const { return points.empty() ? 0 : points.back().step; }
    /// Forgets everything after `step`.
    void cutAt(std::int64_t step);

    bool operator==(const History&) const = default;
};

}  // namespace attentarium
