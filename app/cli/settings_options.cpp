#include "app/cli/settings_options.h"

#include <initializer_list>

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "app/cli/options.h"

namespace attentarium::cli {
namespace {

// The authors' own (Mikolov et al., 2013b); one pair at a time, not batches.
constexpr double kWordVectorRate = 0.025, kWordVectorFinalRate = 1e-4;

std::string defaultOf(const SettingsField& field, const std::string& own) {
    if (field.option == "final-lr") return "a tenth of --lr";
    if (field.option == "objective") return "by family";
    return own;
}

}  // namespace

void SettingsOptions::addTo(CLI::App& command) {
    m_command = &command;
    forEachField(m_typed, [&](const SettingsField& field, auto& value) {
        addFieldOption(command, optionName(field), std::string(field.about), value,
                       defaultOf(field, written(value)));
    });
    addSeedOption(command, m_typed.seed, "of the weights, the batches, the small world and the tasks");
}

TrainingSettings SettingsOptions::chosen(const ModelConfig& config, bool task) const {
    TrainingSettings settings = m_typed;
    const bool inPairs = kWordVectors.contains(config.family) && config.negatives > 0;
    if (inPairs && !isTyped(*m_command, "--lr")) settings.peakRate = kWordVectorRate;
    if (!isTyped(*m_command, "--final-lr")) {
        settings.finalRate = inPairs ? std::min(kWordVectorFinalRate, settings.peakRate) : settings.peakRate / 10;
    }
    if (!isTyped(*m_command, "--objective")) settings.objective = objectiveOf(config.family);
    validate(settings);
    demandApplies(config, settings, task);
    return settings;
}

void SettingsOptions::demandApplies(const ModelConfig& config, const TrainingSettings& settings, bool task) const {
    const std::string family(nameOf(config.family));
    const auto only = [&](bool applies, std::initializer_list<const char*> options, const std::string& where) {
        for (const char* option : options) {
            if (!applies && isTyped(*m_command, option)) throw UsageError(std::string(option) + " is " + where + ".");
        }
    };
    const ObjectiveKind own = objectiveOf(config.family);
    only(!task, {"--objective", "--carry"}, "for a corpus, not for a task");
    if (settings.objective != own) {
        throw UsageError("--objective " + written(settings.objective) + " is not for " + family + ", which learns " +
                         written(own) + ".");
    }
    only(!task && own != ObjectiveKind::NextToken, {"--mask-share"}, "for the masked-token and span-corruption objectives");
    only(!task && own == ObjectiveKind::MaskedToken, {"--masked", "--replaced"}, "for the masked-token objective");
    only(!task && own == ObjectiveKind::SpanCorruption, {"--span-length"}, "for the span-corruption objective");
    only(task, {"--examples"}, "for a --task");
    only(kRecurrent.contains(config.family), {"--carry"}, "for rnn, lstm and gru");
    only(config.classes > 0, {"--task-weight"}, "for a model with --classes");
    const bool inPairs = kWordVectors.contains(config.family) && config.negatives > 0;
    only(inPairs, {"--passes", "--subsample"}, "for cbow and skipgram with --negatives");
    only(!inPairs,
         {"--batch", "--steps", "--warmup", "--optimizer", "--beta1", "--beta2", "--epsilon", "--weight-decay", "--l1",
          "--l2", "--clip", "--label-smoothing"},
         "not for word vectors with --negatives, which learn pair by pair");
    only(kTransformers.contains(config.family) || kRecurrent.contains(config.family) ||
             kEncoderDecoders.contains(config.family),
         {"--dropout"}, "for transformers and recurrent models");
    only(keepsFirstMoment(settings.optimizer), {"--beta1"}, "for the optimizers momentum, adam and adamw");
    only(keepsSecondMoment(settings.optimizer), {"--beta2", "--epsilon"}, "for the optimizers adam and adamw");
    only(settings.optimizer == OptimizerKind::AdamW, {"--weight-decay"}, "for the optimizer adamw; --l2 is for all");
}

void SettingsOptions::demandAgreement(const TrainingSettings& stored) const {
    forEachFieldOf(m_typed, stored, [&](const SettingsField& field, const auto& typed, const auto& own) {
        cli::demandAgreement(*m_command, optionName(field), typed, own);
    });
    cli::demandAgreement(*m_command, "--seed", m_typed.seed, stored.seed);
}

}  // namespace attentarium::cli
