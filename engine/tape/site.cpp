#include "engine/tape/site.h"

namespace attentarium {
namespace {

constexpr Axis T = Axis::Token, K = Axis::KeyToken, H = Axis::Head, F = Axis::Feature, D = Axis::HeadFeature,
               U = Axis::HiddenUnit, V = Axis::VocabularyEntry, C = Axis::Class, P = Axis::Pair, A = Axis::Candidate;

constexpr SiteEntry kCatalogue[] = {
    {Site::Parameter, "parameter", {F, F, F}, 2},
    {Site::TokenEmbedding, "token_embedding", {T, F, F}, 2},
    {Site::ScaledEmbedding, "scaled_embedding", {T, F, F}, 2},
    {Site::PositionEmbedding, "position_embedding", {T, F, F}, 2},
    {Site::SegmentEmbedding, "segment_embedding", {T, F, F}, 2},
    {Site::Input, "input", {T, F, F}, 2},
    {Site::Normalised, "normalised", {T, F, F}, 2},
    {Site::Query, "query", {T, F, F}, 2},
    {Site::Key, "key", {T, F, F}, 2},
    {Site::Value, "value", {T, F, F}, 2},
    {Site::RotatedQuery, "rotated_query", {T, F, F}, 2},
    {Site::RotatedKey, "rotated_key", {T, F, F}, 2},
    {Site::RememberedKey, "remembered_key", {K, F, F}, 2},
    {Site::RememberedValue, "remembered_value", {K, F, F}, 2},
    {Site::Scores, "scores", {H, T, K}, 3},
    {Site::ScaledScores, "scaled_scores", {H, T, K}, 3},
    {Site::BiasedScores, "biased_scores", {H, T, K}, 3},
    {Site::MaskedScores, "masked_scores", {H, T, K}, 3},
    {Site::Weights, "weights", {H, T, K}, 3},
    {Site::WeightedValues, "weighted_values", {H, T, D}, 3},
    {Site::Concatenated, "concatenated", {T, F, F}, 2},
    {Site::Projected, "projected", {T, F, F}, 2},
    {Site::AttentionResidual, "attention_residual", {T, F, F}, 2},
    {Site::CrossResidual, "cross_attention_residual", {T, F, F}, 2},
    {Site::Hidden, "hidden", {T, U, U}, 2},
    {Site::Gate, "gate", {T, U, U}, 2},
    {Site::Activated, "activated", {T, U, U}, 2},
    {Site::Gated, "gated", {T, U, U}, 2},
    {Site::FeedForwardOutput, "output", {T, F, F}, 2},
    {Site::FeedForwardResidual, "feed_forward_residual", {T, F, F}, 2},
    {Site::Pooled, "pooled", {F, F, F}, 1},
    {Site::StepInput, "step_input", {F, F, F}, 1},
    {Site::StartHidden, "start_hidden_state", {F, F, F}, 1},
    {Site::StartCell, "start_cell_state", {F, F, F}, 1},
    {Site::HiddenSum, "hidden_sum", {F, F, F}, 1},
    {Site::InputGateSum, "input_gate_sum", {F, F, F}, 1},
    {Site::InputGate, "input_gate", {F, F, F}, 1},
    {Site::ForgetGateSum, "forget_gate_sum", {F, F, F}, 1},
    {Site::ForgetGate, "forget_gate", {F, F, F}, 1},
    {Site::OutputGateSum, "output_gate_sum", {F, F, F}, 1},
    {Site::OutputGate, "output_gate", {F, F, F}, 1},
    {Site::ResetGateSum, "reset_gate_sum", {F, F, F}, 1},
    {Site::ResetGate, "reset_gate", {F, F, F}, 1},
    {Site::UpdateGateSum, "update_gate_sum", {F, F, F}, 1},
    {Site::UpdateGate, "update_gate", {F, F, F}, 1},
    {Site::CandidateInput, "candidate_input", {F, F, F}, 1},
    {Site::CandidateMemory, "candidate_memory", {F, F, F}, 1},
    {Site::RecalledMemory, "recalled_memory", {F, F, F}, 1},
    {Site::CandidateSum, "candidate_sum", {F, F, F}, 1},
    {Site::Candidate, "candidate", {F, F, F}, 1},
    {Site::Kept, "kept", {F, F, F}, 1},
    {Site::Written, "written", {F, F, F}, 1},
    {Site::CellState, "cell_state", {F, F, F}, 1},
    {Site::ActivatedCell, "activated_cell", {F, F, F}, 1},
    {Site::HiddenState, "hidden_state", {F, F, F}, 1},
    {Site::HiddenStates, "hidden_states", {T, F, F}, 2},
    {Site::JoinedDirections, "joined_directions", {T, F, F}, 2},
    {Site::JoinedHidden, "joined_hidden_state", {F, F, F}, 1},
    {Site::JoinedCell, "joined_cell_state", {F, F, F}, 1},
    {Site::EncoderStates, "encoder_states", {T, F, F}, 2},
    {Site::AlignmentSums, "alignment_sums", {T, K, F}, 3},
    {Site::AlignmentHidden, "alignment_hidden", {T, K, F}, 3},
    {Site::ContextVector, "context_vector", {T, F, F}, 2},
    {Site::DecoderInput, "decoder_input", {T, F, F}, 2},
    {Site::ContextAndState, "context_and_state", {T, F, F}, 2},
    {Site::AttentionalSum, "attentional_sum", {T, F, F}, 2},
    {Site::AttentionalState, "attentional_state", {T, F, F}, 2},
    {Site::RecentWords, "recent_words", {T, F, F}, 2},
    {Site::HiddenLogits, "hidden_logits", {T, V, V}, 2},
    {Site::DirectLogits, "direct_logits", {T, V, V}, 2},
    {Site::ContextMean, "context_mean", {T, F, F}, 2},
    {Site::PairVectors, "pair_vectors", {P, F, F}, 2},
    {Site::PairLogits, "pair_logits", {P, V, V}, 2},
    {Site::PairLosses, "pair_losses", {P, P, P}, 1},
    {Site::CandidateScores, "candidate_scores", {P, A, A}, 2},
    {Site::CandidateLosses, "candidate_losses", {P, A, A}, 2},
    {Site::Logits, "logits", {T, V, V}, 2},
    {Site::TemperedLogits, "tempered_logits", {T, V, V}, 2},
    {Site::Probabilities, "probabilities", {T, V, V}, 2},
    {Site::ClassLogits, "class_logits", {C, C, C}, 1},
    {Site::ClassProbabilities, "class_probabilities", {C, C, C}, 1},
    {Site::TokenLosses, "token_losses", {T, T, T}, 1},
    {Site::ClassLosses, "class_losses", {C, C, C}, 0},
    {Site::TokenLoss, "token_loss", {T, T, T}, 0},
    {Site::TaskLoss, "task_loss", {T, T, T}, 0},
    {Site::Loss, "loss", {T, T, T}, 0},
};

static_assert([] {
    for (std::size_t i = 0; i < std::size(kCatalogue); ++i) {
        if (kCatalogue[i].site != static_cast<Site>(i)) return false;
    }
    return std::size(kCatalogue) == static_cast<std::size_t>(Site::Loss) + 1;
}());

}  // namespace

std::span<const SiteEntry> siteCatalogue() {
    return kCatalogue;
}

const SiteEntry& entryOf(Site site) {
    return kCatalogue[static_cast<std::size_t>(site)];
}

std::optional<Site> siteNamed(std::string_view name) {
    for (const SiteEntry& entry : kCatalogue) {
        if (entry.name == name) return entry.site;
    }
    return std::nullopt;
}

}  // namespace attentarium
