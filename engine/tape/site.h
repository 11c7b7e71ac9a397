#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace attentarium {

/// What the positions along an axis of a tensor stand for.
enum class Axis { Token, KeyToken, Head, Feature, HeadFeature, HiddenUnit, VocabularyEntry, Class };

/// Every value that a model names, in one closed catalogue; the scope path says which one of its kind it is.
/// Words, formulas and colours for them belong to the window.
enum class Site {
    Parameter,            ///< a learned matrix or vector; its name is the parameter's own
    TokenEmbedding,       ///< rows of the embedding matrix, one for each token
    ScaledEmbedding,      ///< token embedding · √width
    PositionEmbedding,    ///< rows of the position matrix, one for each place
    SegmentEmbedding,     ///< rows of the segment matrix: which of two texts a token belongs to
    Input,                ///< the embeddings added up
    Normalised,           ///< after a LayerNorm or RMSNorm
    Query,                ///< x · W_Q
    Key,                  ///< x · W_K
    Value,                ///< x · W_V
    RotatedQuery,         ///< query, turned by an angle that grows with its place
    RotatedKey,           ///< key, turned in the same way
    RememberedKey,        ///< the keys of earlier tokens and of this one
    RememberedValue,      ///< the values of earlier tokens and of this one
    Scores,               ///< query · key, each head
    ScaledScores,         ///< scores / √(head width)
    BiasedScores,         ///< less the further apart two tokens are
    MaskedScores,         ///< with later tokens and padding hidden
    Weights,              ///< softmax of the scores
    WeightedValues,       ///< weights · values, each head
    Concatenated,         ///< the heads side by side
    Projected,            ///< concatenated · W_O
    AttentionResidual,    ///< x + attention
    CrossResidual,        ///< x + attention to the source
    Hidden,               ///< feed-forward: x · W_1 + b_1
    Gate,                 ///< feed-forward: x · W_gate + b_gate
    Activated,            ///< the activation function of hidden, or of the gate
    Gated,                ///< activated gate ⊙ hidden
    FeedForwardOutput,    ///< activated · W_2 + b_2
    FeedForwardResidual,  ///< x + feed-forward
    Pooled,               ///< what the first token gathered for a whole text
    Logits,               ///< one number for each word of the vocabulary
    Probabilities,        ///< softmax of the logits
    ClassLogits,          ///< one number for each class
    ClassProbabilities,   ///< softmax of the class logits
    TokenLosses,          ///< −log of the probability of the word that came
    ClassLosses,          ///< −log of the probability of the true class
    TokenLoss,            ///< the mean of the token losses, where it is a part of the loss
    TaskLoss,             ///< the mean of the class losses
    Loss,                 ///< what is minimised
};

struct SiteEntry {
    Site site;
    /// The last part of the value's name, for example `scaled_scores`.
    std::string_view name;
    /// The meaning of each axis when one text is looked at (the batch axis left out); the unused rest is repeated.
    std::array<Axis, 3> axes;
    int rank;
};

/// The whole catalogue, in the order of the enumerators.
std::span<const SiteEntry> siteCatalogue();
const SiteEntry& entryOf(Site site);
std::optional<Site> siteNamed(std::string_view name);

}  // namespace attentarium
