#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace attentarium {

/// What the positions along an axis of a tensor stand for.
enum class Axis {
    Token,
    KeyToken,
    Head,
    Feature,
    HeadFeature,
    HiddenUnit,
    VocabularyEntry,
    Class,
    Pair,       ///< a word and one that is to be predicted from it, or from its neighbours
    Candidate,  ///< of negative sampling: the word that came, then those drawn against it
};

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
    StepInput,            ///< what a time step reads
    StartHidden,          ///< the hidden state before the first token
    StartCell,            ///< the cell state before the first token
    HiddenSum,            ///< x · W + b + h_before · U + b′
    InputGateSum,         ///< x · W + b + h_before · U + b′, the columns of this gate
    InputGate,            ///< σ of its sum: how much of the candidate is written
    ForgetGateSum,        ///< the same for the forget gate
    ForgetGate,           ///< σ of its sum: how much of the cell state is kept
    OutputGateSum,        ///< the same for the output gate
    OutputGate,           ///< σ of its sum: how much of the cell state is shown
    ResetGateSum,         ///< the same for the reset gate of a GRU
    ResetGate,            ///< σ of its sum: how much memory goes into the candidate
    UpdateGateSum,        ///< the same for the update gate
    UpdateGate,           ///< σ of its sum: how much of the hidden state stays
    CandidateInput,       ///< x · W + b, the token's part of a GRU's candidate
    CandidateMemory,      ///< h_before · U + b′, the memory's part
    RecalledMemory,       ///< reset gate ⊙ the memory's part
    CandidateSum,         ///< the same for the candidate; of a GRU, the token's part + the recalled memory
    Candidate,            ///< tanh of its sum: what could be written
    Kept,                 ///< forget gate ⊙ cell state before
    Written,              ///< input gate ⊙ candidate
    CellState,            ///< kept + written
    ActivatedCell,        ///< tanh of the cell state
    HiddenState,          ///< what the time step shows
    HiddenStates,         ///< the hidden states of all time steps
    JoinedDirections,     ///< forward and backward hidden states side by side
    JoinedHidden,         ///< their last hidden states side by side
    JoinedCell,           ///< their last cell states side by side
    EncoderStates,        ///< what the decoder looks back at, one for each token of the source
    AlignmentSums,        ///< query + key, for each pair
    AlignmentHidden,      ///< tanh of the alignment sums
    ContextVector,        ///< weights · encoder states
    DecoderInput,         ///< token embedding and context vector side by side
    ContextAndState,      ///< context vector and hidden state side by side
    AttentionalSum,       ///< context and state · W + b
    AttentionalState,     ///< tanh of its sum
    RecentWords,          ///< the embeddings of the last few words side by side
    HiddenLogits,         ///< what the hidden layer says of each word of the vocabulary
    DirectLogits,         ///< what the embeddings say of each word without the hidden layer
    ContextMean,          ///< the mean of the embeddings of a word's neighbours
    PairVectors,          ///< for each pair of a word and a neighbour, the vector of the word
    PairLogits,           ///< for each pair, the logits of the word
    PairLosses,           ///< for each pair, −log of the probability of the neighbour
    CandidateScores,      ///< how well the word that came fits, and how well each word drawn against it
    CandidateLosses,      ///< the cost of telling which of them came
    Logits,               ///< one number for each word of the vocabulary
    TemperedLogits,       ///< logits ÷ a temperature that was set
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
