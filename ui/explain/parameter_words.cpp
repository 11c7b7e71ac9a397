#include "ui/explain/parameter_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace attentarium {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr ParameterWords kParameters[] = {
    {"token_embedding.weight", QT_TRANSLATE_NOOP("Words", "token embedding matrix"), "E"},
    {"position_embedding.weight", QT_TRANSLATE_NOOP("Words", "position embedding matrix"), "P"},
    {"segment_embedding.weight", QT_TRANSLATE_NOOP("Words", "segment embedding matrix"), "G"},
    {"output_embedding.weight", QT_TRANSLATE_NOOP("Words", "output embedding matrix"), "E′"},
    {"classifier.weight", QT_TRANSLATE_NOOP("Words", "class weight matrix"), "W_C"},
    {"classifier.bias", QT_TRANSLATE_NOOP("Words", "class bias"), "b_C"},
    {"pooler.weight", QT_TRANSLATE_NOOP("Words", "pooling weight matrix"), "W_P"},
    {"pooler.bias", QT_TRANSLATE_NOOP("Words", "pooling bias"), "b_P"},
    {"input.weight", QT_TRANSLATE_NOOP("Words", "weight matrix of the word"), "W"},
    {"input.bias", QT_TRANSLATE_NOOP("Words", "bias of the word"), "b"},
    {"recurrent.weight", QT_TRANSLATE_NOOP("Words", "weight matrix of the memory"), "U"},
    {"recurrent.bias", QT_TRANSLATE_NOOP("Words", "bias of the memory"), "b′"},
    {"score.weight", QT_TRANSLATE_NOOP("Words", "score weights"), "w"},
    {"combination.weight", QT_TRANSLATE_NOOP("Words", "mixing weight matrix"), "W_M"},
    {"combination.bias", QT_TRANSLATE_NOOP("Words", "mixing bias"), "b_M"},
    {"final_norm.gain", QT_TRANSLATE_NOOP("Words", "final LayerNorm gain"), "γ"},
    {"final_norm.bias", QT_TRANSLATE_NOOP("Words", "final LayerNorm bias"), "β"},
    {"norm.gain", QT_TRANSLATE_NOOP("Words", "LayerNorm gain"), "γ"},
    {"norm.bias", QT_TRANSLATE_NOOP("Words", "LayerNorm bias"), "β"},
    {"query.weight", QT_TRANSLATE_NOOP("Words", "query weight matrix"), "W_Q"},
    {"query.bias", QT_TRANSLATE_NOOP("Words", "query bias"), "b_Q"},
    {"key.weight", QT_TRANSLATE_NOOP("Words", "key weight matrix"), "W_K"},
    {"key.bias", QT_TRANSLATE_NOOP("Words", "key bias"), "b_K"},
    {"value.weight", QT_TRANSLATE_NOOP("Words", "value weight matrix"), "W_V"},
    {"value.bias", QT_TRANSLATE_NOOP("Words", "value bias"), "b_V"},
    {"projection.weight", QT_TRANSLATE_NOOP("Words", "projection weight matrix"), "W_O"},
    {"projection.bias", QT_TRANSLATE_NOOP("Words", "projection bias"), "b_O"},
    {"gate.weight", QT_TRANSLATE_NOOP("Words", "gate weight matrix"), "W_G"},
    {"gate.bias", QT_TRANSLATE_NOOP("Words", "gate bias"), "b_G"},
    {"dense.weight", QT_TRANSLATE_NOOP("Words", "hidden weight matrix"), "W₁"},
    {"dense.bias", QT_TRANSLATE_NOOP("Words", "hidden bias"), "b₁"},
    {"cell.weight", QT_TRANSLATE_NOOP("Words", "weight matrix of the bridge"), "W_B"},
    {"cell.bias", QT_TRANSLATE_NOOP("Words", "bias of the bridge"), "b_B"},
    {"hidden.weight", QT_TRANSLATE_NOOP("Words", "hidden weight matrix"), "W₁"},
    {"hidden.bias", QT_TRANSLATE_NOOP("Words", "hidden bias"), "b₁"},
    {"output.weight", QT_TRANSLATE_NOOP("Words", "output weight matrix"), "W₂"},
    {"output.bias", QT_TRANSLATE_NOOP("Words", "output bias"), "b₂"},
    {"direct.weight", QT_TRANSLATE_NOOP("Words", "direct weight matrix"), "W_D"},
    {"unembedding.weight", QT_TRANSLATE_NOOP("Words", "unembedding matrix"), "W_U"},
    {"unembedding.bias", QT_TRANSLATE_NOOP("Words", "unembedding bias"), "b_U"},
};

const ParameterWords* find(std::string_view name) {
    const auto found =
        std::ranges::find_if(kParameters, [&](const ParameterWords& p) { return name.ends_with(p.end); });
    return found == std::end(kParameters) ? nullptr : found;
}

}  // namespace

std::span<const ParameterWords> parameterCatalogue() {
    return kParameters;
}

QString parameterTitle(std::string_view name) {
    const ParameterWords* const known = find(name);
    return known ? Words::tr(known->title) : QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString parameterSymbol(std::string_view name) {
    const ParameterWords* const known = find(name);
    return known ? QString::fromUtf8(known->symbol) : QStringLiteral("W");
}

}  // namespace attentarium
