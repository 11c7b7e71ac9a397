#include "ui/explain/op_formulas.h"

#include <QtGlobal>
#include <algorithm>

namespace attentarium {
namespace {

constexpr OpFormulas kFormulas[] = {
    {"embedding",
     QT_TRANSLATE_NOOP("Formulas", "row of %1 for each word"),
     {QT_TRANSLATE_NOOP("Formulas", "Σ %d over the places of the word")}},
    {"add", "%1 + %2", {}},
    {"multiply", "%1 ⊙ %2", {"%d ⊙ %2", "%d ⊙ %1"}},
    {"layer_norm",
     QT_TRANSLATE_NOOP("Formulas", "(%1 − mean) / √(variance + ε) · γ + β"),
     {//: u is dL/dn · gain, s the input after taking away its mean and dividing by its deviation
      QT_TRANSLATE_NOOP("Formulas", "(u − mean(u) − s · mean(u · s)) / √(variance + ε) with u = %d · γ"), "Σᵢ %d · s",
      "Σᵢ %d"}},
    {"rms_norm",
     QT_TRANSLATE_NOOP("Formulas", "%1 / √(mean of %1² + ε) · γ"),
     {//: u is dL/dn · gain, s the input divided by its root mean square
      QT_TRANSLATE_NOOP("Formulas", "(u − s · mean(u · s)) / √(mean of %1² + ε) with u = %d · γ"), "Σᵢ %d · s"}},
    {"gelu", "GELU(%1) = %1 · Φ(%1)", {"%d · GELU′(%1)"}},
    {"relu", "max(0, %1)", {QT_TRANSLATE_NOOP("Formulas", "%d where %1 > 0, else 0")}},
    {"silu", "SiLU(%1) = %1 · σ(%1)", {"%d · SiLU′(%1)"}},
    {"sigmoid", "σ(%1)", {"%d ⊙ %y ⊙ (1 − %y)"}},
    {"tanh", "tanh(%1)", {"%d ⊙ (1 − %y²)"}},
    {"rotary",
     QT_TRANSLATE_NOOP("Formulas", "%1, each pair turned by the angle of its place"),
     {QT_TRANSLATE_NOOP("Formulas", "%d, each pair turned back")}},
    {"remember",
     QT_TRANSLATE_NOOP("Formulas", "what was remembered, then %1"),
     {QT_TRANSLATE_NOOP("Formulas", "the new words' part of %d")}},
    {"attention_scores", "%1 · %2ᵀ", {"%d · %2"}},
    {"alibi", QT_TRANSLATE_NOOP("Formulas", "%1 − slope of the head · distance"), {}},
    {"attention_mask",
     QT_TRANSLATE_NOOP("Formulas", "%1, later words −∞"),
     {QT_TRANSLATE_NOOP("Formulas", "%d, 0 where hidden")}},
    {"softmax", "softmax(%1)", {"%y · (%d − Σₖ %d · %y)"}},
    {"weighted_values", "%1 · %2", {}},
    {"concatenate_heads", "", {QT_TRANSLATE_NOOP("Formulas", "each head's part of %d")}},
    {"select_tokens",
     QT_TRANSLATE_NOOP("Formulas", "row of %1 for one word"),
     {QT_TRANSLATE_NOOP("Formulas", "%d, into the row of that word")}},
    {"recent_words",
     QT_TRANSLATE_NOOP("Formulas", "%1 of the last words side by side"),
     {QT_TRANSLATE_NOOP("Formulas", "Σ of the parts of %d that came from it")}},
    {"context_mean",
     QT_TRANSLATE_NOOP("Formulas", "mean of %1 over the neighbours"),
     {QT_TRANSLATE_NOOP("Formulas", "Σ %d / number of neighbours, over the neighbours")}},
    {"candidate_scores", "%1 · %2ᵀ", {"%d · %2", "(%d)ᵀ · %1"}},
    {"candidate_losses", "−log σ(±%1)", {QT_TRANSLATE_NOOP("Formulas", "%d · (σ(%1) − 1 for the word that came)")}},
    {"pick_rows",
     QT_TRANSLATE_NOOP("Formulas", "row of %1 for each pair"),
     {QT_TRANSLATE_NOOP("Formulas", "Σ %d over the pairs of the word")}},
    {"blend", "(1 − %1) ⊙ %2 + %1 ⊙ %3", {"%d ⊙ (%3 − %2)", "%d ⊙ (1 − %1)", "%d ⊙ %1"}},
    {"select_time", QT_TRANSLATE_NOOP("Formulas", "row t of %1"), {QT_TRANSLATE_NOOP("Formulas", "%d, into row t")}},
    {"join_features",
     "[%1 | %2]",
     {QT_TRANSLATE_NOOP("Formulas", "the left part of %d"), QT_TRANSLATE_NOOP("Formulas", "the right part of %d")}},
    {"alignment_sums",
     QT_TRANSLATE_NOOP("Formulas", "%1 + %2 for each pair"),
     {QT_TRANSLATE_NOOP("Formulas", "Σ %d over the source"), QT_TRANSLATE_NOOP("Formulas", "Σ %d over the answer")}},
    {"alignment_scores", "%1 · %2", {"%d · %2", "Σ %d · %1"}},
    {"start_state", "0", {}},
    {"carry_over", "%1", {}},
    {"row_sums", "Σ %1", {}},
    {"cross_entropy",
     //: log is the natural logarithm
     QT_TRANSLATE_NOOP("Formulas", "−log probability of the word that came"),
     {QT_TRANSLATE_NOOP("Formulas", "%d · (probability − 1 for the word that came)")}},
};

}  // namespace

const OpFormulas* formulasOf(std::string_view op) {
    const auto found = std::ranges::find(kFormulas, op, &OpFormulas::op);
    return found == std::end(kFormulas) ? nullptr : found;
}

}  // namespace attentarium
