#include "engine/nn/source_attention.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/alignment_scores.h"
#include "engine/ops/alignment_sums.h"
#include "engine/ops/attention_mask.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/select_time.h"
#include "engine/ops/softmax.h"
#include "engine/ops/tanh.h"
#include "engine/ops/weighted_values.h"

namespace attentarium {

template <typename Scalar>
SourceAttention<Scalar>::SourceAttention(ParameterSet<Scalar>& parameters, const std::string& name, Alignment kind,
                                         std::int64_t width)
    : m_kind(kind), m_width(width) {
    expects(kind != Alignment::None, "[source attention] there is none");
    if (kind == Alignment::Dot) return;
    const bool additive = kind == Alignment::Additive;
    m_query.emplace(parameters, name + ".query", width, width, additive ? Bias::With : Bias::Without);
    if (!additive) return;
    m_key.emplace(parameters, name + ".key", width, width, Bias::Without);
    m_score = &parameters.add(name + ".score.weight", {width}, true);
}

template <typename Scalar>
void SourceAttention<Scalar>::initialise(Random& random) {
    if (!m_query) return;
    const double deviation = 1 / std::sqrt(3.0 * static_cast<double>(m_width));
    m_query->initialise(random, deviation);
    if (m_key) m_key->initialise(random, deviation);
    if (m_score) fillNormal(*m_score, random, deviation);
}

template <typename Scalar>
Var SourceAttention<Scalar>::keys(Tape<Scalar>& tape, Var encoderStates) const {
    if (!m_key) return encoderStates;
    const Scope scope(tape, "alignment");
    return tape.named((*m_key)(tape, encoderStates), Site::Key);
}

template <typename Scalar>
Var SourceAttention<Scalar>::weighted(Tape<Scalar>& tape, Var scores, const AttendedSource& source) const {
    Var x = tape.named(scores, Site::Scores);
    const KeyVisibility visibility{.lengths = source.lengths};
    const std::int64_t queries = tape.shape(x)[2], keys = tape.shape(x)[3];
    const auto pairs = tape.pairsHere(queries, keys);
    if (!visibility.seesAll(queries, keys) || !pairs.empty()) {
        x = tape.named(attentionMask(tape, x, visibility, pairs), Site::MaskedScores);
    }
    const Var weights = tape.named(softmax(tape, x), Site::Weights);
    return concatenateHeads(tape, tape.named(weightedValues(tape, weights, source.states), Site::WeightedValues));
}

template <typename Scalar>
Var SourceAttention<Scalar>::operator()(Tape<Scalar>& tape, Var decoderStates, const AttendedSource& source) const {
    expects(m_kind != Alignment::Additive, "[source attention] additive attention goes step by step");
    const Scope scope(tape, "alignment");
    const Var query = m_query ? tape.named((*m_query)(tape, decoderStates), Site::Query) : decoderStates;
    return tape.named(weighted(tape, attentionScores(tape, query, source.keys, 1), source), Site::ContextVector);
}

template <typename Scalar>
Var SourceAttention<Scalar>::lookBack(Tape<Scalar>& tape, Var decoderState, const AttendedSource& source,
                                      std::int64_t time) const {
    expects(m_kind == Alignment::Additive, "[source attention] only additive attention goes step by step");
    const Scope scope(tape, "alignment");
    const Scope step(tape, "t", static_cast<int>(time));
    const Var query = tape.named((*m_query)(tape, decoderState), Site::Query);
    const Var sums = tape.named(alignmentSums(tape, query, source.keys), Site::AlignmentSums);
    const Var hidden = tape.named(tanh(tape, sums), Site::AlignmentHidden);
    const Var scores = alignmentScores(tape, hidden, tape.parameter(*m_score));
    const Var context = tape.named(weighted(tape, scores, source), Site::Concatenated);
    return tape.named(selectTime(tape, context, 0), Site::ContextVector);
}

template class SourceAttention<float>;
template class SourceAttention<double>;

}  // namespace attentarium
