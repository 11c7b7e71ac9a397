#include <QtGlobal>

#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

constexpr SiteWords kWords[] = {
    {Site::StepInput, QT_TRANSLATE_NOOP("Words", "what the time step reads"), "x",
     QT_TRANSLATE_NOOP("Stories",
                       "The layer goes through the text word by word. This is the row of the word whose turn it is."),
     QT_TRANSLATE_NOOP("Stories",
                       "Every sum of this time step read the row. Their gradients come back through the weights that "
                       "linked them, and are added up.")},
    {Site::StartHidden, QT_TRANSLATE_NOOP("Words", "hidden state at the start"), "h₀",
     QT_TRANSLATE_NOOP("Stories",
                       "What the network remembers before it has read a word. Where nothing came before, it is 0 "
                       "everywhere."),
     QT_TRANSLATE_NOOP("Stories",
                       "The first time step read this state. What reaches it has come back through all time steps: the "
                       "longer the way, the less is often left.")},
    {Site::StartCell, QT_TRANSLATE_NOOP("Words", "cell state at the start"), "c₀",
     QT_TRANSLATE_NOOP("Stories",
                       "What the cells hold before a word was read. Where nothing came before, it is 0 everywhere."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The first time step kept a part of this state. What reaches it has come back through the forget "
         "gates of all time steps.")},
    {Site::HiddenSum, QT_TRANSLATE_NOOP("Words", "sum before the hidden state"), "aʰ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says what the hidden state is to be, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by tanh into the range from −1 to 1. Its gradient is the one behind, times "
         "the slope of the curve at this very number: almost nothing where the curve is flat.")},
    {Site::InputGateSum, QT_TRANSLATE_NOOP("Words", "sum before the input gate"), "aⁱ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says how far the input gate is to open, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times "
         "the slope of the curve at this very number: almost nothing where the gate is wide open or shut.")},
    {Site::InputGate, QT_TRANSLATE_NOOP("Words", "input gate"), "i",
     QT_TRANSLATE_NOOP("Stories",
                       "σ squeezes each sum into the range from 0 to 1. The input gate says how much of the candidate "
                       "is written into the cell: 0 is nothing, 1 is all of it."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gate multiplied the candidate. So its gradient is that of what was written, times the "
                       "candidate.")},
    {Site::ForgetGateSum, QT_TRANSLATE_NOOP("Words", "sum before the forget gate"), "aᶠ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says how far the forget gate is to open, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times "
         "the slope of the curve at this very number: almost nothing where the gate is wide open or shut.")},
    {Site::ForgetGate, QT_TRANSLATE_NOOP("Words", "forget gate"), "f",
     QT_TRANSLATE_NOOP(
         "Stories",
         "σ squeezes each sum into the range from 0 to 1. The forget gate says how much of the cell state "
         "is kept: 0 forgets it, 1 keeps it as it is."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gate multiplied the cell state of the time step before. So its gradient is that of what was "
         "kept, times that cell state.")},
    {Site::OutputGateSum, QT_TRANSLATE_NOOP("Words", "sum before the output gate"), "aᵒ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says how far the output gate is to open, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times "
         "the slope of the curve at this very number: almost nothing where the gate is wide open or shut.")},
    {Site::OutputGate, QT_TRANSLATE_NOOP("Words", "output gate"), "o",
     QT_TRANSLATE_NOOP(
         "Stories",
         "σ squeezes each sum into the range from 0 to 1. The output gate says how much of the cell state "
         "shows in the hidden state."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gate multiplied the squeezed cell state. So its gradient is that of the hidden state, times "
         "that cell state.")},
    {Site::ResetGateSum, QT_TRANSLATE_NOOP("Words", "sum before the reset gate"), "aʳ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says how far the reset gate is to open, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times "
         "the slope of the curve at this very number: almost nothing where the gate is wide open or shut.")},
    {Site::ResetGate, QT_TRANSLATE_NOOP("Words", "reset gate"), "r",
     QT_TRANSLATE_NOOP("Stories",
                       "σ squeezes each sum into the range from 0 to 1. The reset gate says how much of the memory "
                       "takes part in the candidate: 0 begins afresh."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gate multiplied the memory's part of the candidate. So its gradient is that of the product, "
         "times the memory's part.")},
    {Site::UpdateGateSum, QT_TRANSLATE_NOOP("Words", "sum before the update gate"), "aᶻ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, and the hidden state before times another, are added up "
                       "with their biases. The result says how far the update gate is to open, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times "
         "the slope of the curve at this very number: almost nothing where the gate is wide open or shut.")},
    {Site::UpdateGate, QT_TRANSLATE_NOOP("Words", "update gate"), "z",
     QT_TRANSLATE_NOOP("Stories",
                       "σ squeezes each sum into the range from 0 to 1. The update gate says how much of the hidden "
                       "state stays: 1 keeps all of it, 0 replaces it by the candidate."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gate chose between the old state and the candidate. So its gradient is that of the hidden "
                       "state, times the difference of the two.")},
    {Site::CandidateInput, QT_TRANSLATE_NOOP("Words", "candidate: the word's part"), "p",
     QT_TRANSLATE_NOOP("Stories",
                       "The word's row times a learned matrix, plus a bias: what the word itself brings into the "
                       "candidate. The memory's part is worked out apart, since a gate stands before it."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals that "
                       "of the sum.")},
    {Site::CandidateMemory, QT_TRANSLATE_NOOP("Words", "candidate: the memory's part"), "q",
     QT_TRANSLATE_NOOP("Stories",
                       "The hidden state before times a learned matrix, plus a bias: what the memory could bring into "
                       "the candidate. The reset gate decides how much of it does."),
     QT_TRANSLATE_NOOP("Stories",
                       "The memory's part was multiplied by the reset gate. So its gradient is the one behind, times "
                       "that gate.")},
    {Site::RecalledMemory, QT_TRANSLATE_NOOP("Words", "the memory's part, gated"), "q′",
     QT_TRANSLATE_NOOP("Stories",
                       "The memory's part of the candidate is multiplied by the reset gate, number by number. What "
                       "meets a shut gate has no part in the candidate."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals that "
                       "of the sum.")},
    {Site::CandidateSum, QT_TRANSLATE_NOOP("Words", "sum before the candidate"), "aᵍ",
     QT_TRANSLATE_NOOP("Stories",
                       "What the word brings and what the memory brings are added up. The result says what could be "
                       "written, but has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by tanh into the range from −1 to 1. Its gradient is the one behind, times "
         "the slope of the curve at this very number: almost nothing where the curve is flat.")},
    {Site::Candidate, QT_TRANSLATE_NOOP("Words", "candidate"), "g",
     QT_TRANSLATE_NOOP(
         "Stories",
         "tanh squeezes each sum into the range from −1 to 1. The candidate is what this word could write "
         "into the memory; a gate decides how much of it is."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The candidate was multiplied by a gate. So its gradient is the one behind, times what that gate "
         "let through.")},
    {Site::Kept, QT_TRANSLATE_NOOP("Words", "what is kept"), "k",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The cell state of the time step before is multiplied by the forget gate, number by number. This "
         "is what the cell still knows."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals that "
                       "of the cell state.")},
    {Site::Written, QT_TRANSLATE_NOOP("Words", "what is written"), "w",
     QT_TRANSLATE_NOOP("Stories",
                       "The candidate is multiplied by the input gate, number by number. This is what the word adds to "
                       "the memory."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals that "
                       "of the cell state.")},
    {Site::CellState, QT_TRANSLATE_NOOP("Words", "cell state"), "c",
     QT_TRANSLATE_NOOP(
         "Stories",
         "What is kept and what is written are added up. The cell state is the long memory: it goes on to "
         "the next time step through nothing but a forget gate."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "Two ways come back here: from the hidden state of this time step, and from the next cell state, "
         "times its forget gate. Where that gate is near 1, the gradient hardly fades on its way through "
         "time.")},
    {Site::ActivatedCell, QT_TRANSLATE_NOOP("Words", "tanh of the cell state"), "c′",
     QT_TRANSLATE_NOOP("Stories",
                       "tanh squeezes the cell state into the range from −1 to 1. So what is shown cannot grow without "
                       "limits, however much the cell holds."),
     QT_TRANSLATE_NOOP("Stories",
                       "The squeezed cell state was multiplied by the output gate. So its gradient is that of the "
                       "hidden state, times that gate.")},
    {Site::HiddenState, QT_TRANSLATE_NOOP("Words", "hidden state"), "h",
     QT_TRANSLATE_NOOP("Stories",
                       "This is what the layer shows of its memory at this time step. The next layer reads it, and so "
                       "does the next time step."),
     QT_TRANSLATE_NOOP("Stories",
                       "The hidden state went to what reads the layer and to the next time step. The gradients of all "
                       "these ways are added up: this is back-propagation through time.")},
    {Site::HiddenStates, QT_TRANSLATE_NOOP("Words", "hidden states of all time steps"), "H",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The hidden states of all time steps stand below each other, a row for each word. Each row knows "
         "its word and what came before it."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each row's gradient goes back to the hidden state of its time step. No number changes.")},
    {Site::JoinedDirections, QT_TRANSLATE_NOOP("Words", "both directions side by side"), "B",
     QT_TRANSLATE_NOOP("Stories",
                       "One half of the layer read the text from its beginning, the other from its end. Side by side, "
                       "each row knows what stands before its word and what comes after it."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut in two, as the halves were laid side by side. No number changes.")},
    {Site::JoinedHidden, QT_TRANSLATE_NOOP("Words", "last hidden states of both directions"), "h⁺",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The last hidden state of each direction, side by side. Together they have read the whole source "
         "from both ends."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut in two, as the halves were laid side by side. No number changes.")},
    {Site::JoinedCell, QT_TRANSLATE_NOOP("Words", "last cell states of both directions"), "c⁺",
     QT_TRANSLATE_NOOP("Stories",
                       "The last cell state of each direction, side by side. Together they hold what both have kept of "
                       "the source."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut in two, as the halves were laid side by side. No number changes.")},
    {Site::EncoderStates, QT_TRANSLATE_NOOP("Words", "encoder states"), "S",
     QT_TRANSLATE_NOOP(
         "Stories",
         "One row for each word of the source: what the encoder knows at that place. The decoder can look "
         "back at any of them."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "Every word of the answer that looked back sends its gradient, times the attention that it paid. "
         "All of them are added up.")},
    {Site::AlignmentSums, QT_TRANSLATE_NOOP("Words", "query + key of each pair"), "u",
     QT_TRANSLATE_NOOP("Stories",
                       "The query of the answer is added to the key of each word of the source, number by number. So "
                       "each pair has a row of its own."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each sum was squeezed by tanh. Its gradient is the one behind, times the slope of the curve at "
                       "this very number.")},
    {Site::AlignmentHidden, QT_TRANSLATE_NOOP("Words", "tanh of the sums"), "v",
     QT_TRANSLATE_NOOP("Stories",
                       "tanh squeezes each sum into the range from −1 to 1. A learned row of weights then turns each "
                       "pair's row into one score."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each number was weighted into the score of its pair. So its gradient is that of the score, "
                       "times the weight.")},
    {Site::ContextVector, QT_TRANSLATE_NOOP("Words", "context vector"), "z",
     QT_TRANSLATE_NOOP("Stories",
                       "The words of the source, each times the attention that is paid to it, added up to one row. It "
                       "is what the decoder sees of the source at this point."),
     QT_TRANSLATE_NOOP("Stories",
                       "Whatever read the context sends its gradient back through its weights. From here it goes on to "
                       "the words that were attended to.")},
    {Site::DecoderInput, QT_TRANSLATE_NOOP("Words", "word and context side by side"), "y",
     QT_TRANSLATE_NOOP("Stories",
                       "The row of the word and the context vector are laid side by side. The decoder reads both."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut in two, as the parts were laid side by side. No number changes.")},
    {Site::ContextAndState, QT_TRANSLATE_NOOP("Words", "context and hidden state side by side"), "y",
     QT_TRANSLATE_NOOP("Stories",
                       "The context vector and the decoder's hidden state are laid side by side. No number changes."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut in two, as the parts were laid side by side. No number changes.")},
    {Site::AttentionalSum, QT_TRANSLATE_NOOP("Words", "sum before the attentional state"), "aᵗ",
     QT_TRANSLATE_NOOP("Stories",
                       "A learned matrix mixes what the decoder remembers with what it found in the source. The result "
                       "has no limits yet."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The sum was squeezed by tanh into the range from −1 to 1. Its gradient is the one behind, times "
         "the slope of the curve at this very number: almost nothing where the curve is flat.")},
    {Site::AttentionalState, QT_TRANSLATE_NOOP("Words", "attentional state"), "t",
     QT_TRANSLATE_NOOP("Stories",
                       "tanh squeezes the mixture into the range from −1 to 1. From this row the next word is told."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The row was compared with every word of the vocabulary. Its gradient adds up theirs, each times "
         "the weight that linked the two.")},
};

}  // namespace

std::span<const SiteWords> recurrentSiteWords() {
    return kWords;
}

}  // namespace attentarium
