#include "engine/tape/site.h"

namespace attentarium {
namespace {

constexpr Axis T = Axis::Token, K = Axis::KeyToken, H = Axis::Head, F = Axis::Feature, D = Axis::HeadFeature,
               U = Axis::HiddenUnit, V = Axis::VocabularyEntry, C = Axis::Class;

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
    {Site::Logits, "logits", {T, V, V}, 2},
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
