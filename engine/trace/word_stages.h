#pragma once

#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// A place on the way through a model where every word of a text has one vector: [words, width].
struct WordStage {
    enum class Kind {
        Embedding,     ///< the row of the table
        Input,         ///< with what is added for its place
        Block,         ///< after block `number` of a transformer
        LastNorm,      ///< after the last normalisation, from which words are told
        HiddenStates,  ///< of layer `number` of a recurrent network
        Encoded,       ///< what a recurrent encoder hands on
    };

    Kind kind = Kind::Embedding;
    int number = 0;  ///< from 0
    Var node;

    /// Whether other words of the text have had a say in it.
    bool isContextual() const { return kind != Kind::Embedding && kind != Kind::Input; }
};

/// In the order in which they were computed, for the text on one side. One stage alone is the embedding: the model
/// gives a word the same vector in every text, or none by itself behind the table.
std::vector<WordStage> wordStagesOf(const Trace& trace, TextSide side = TextSide::Tokens);

/// The vector of a word at a stage [width].
std::span<const float> vectorAt(const Trace& trace, const WordStage& stage, int word);

}  // namespace attentarium
