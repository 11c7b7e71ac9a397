#include "ui/views/stage/part_words.h"

#include <algorithm>

#include "ui/explain/scope_words.h"
#include "ui/explain/words.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
namespace {

QString blockLabel(const StagePart& part) {
    if (part.scope == "blocks") return StageScene::tr("Block %1").arg(part.number + 1);
    if (part.scope == "layers") return StageScene::tr("Layer %1").arg(part.number + 1);
    //: A layer of a recurrent network that reads from the last word to the first.
    if (part.scope == "backward.layers") return StageScene::tr("Layer %1 backwards").arg(part.number + 1);
    QString label = scopeTitle({part.scope, std::nullopt});
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    return label;
}

}  // namespace

QString labelOf(const StagePart& part, const Trace& trace) {
    switch (part.kind) {
        case StagePart::Kind::TokenEmbedding:
            return StageScene::tr("Token embedding");
        case StagePart::Kind::Position: {
            const bool places =
                std::ranges::any_of(part.nodes, [&](Var node) { return trace.site(node) == Site::PositionEmbedding; });
            if (places) return StageScene::tr("+ Position");
            break;
        }
        case StagePart::Kind::Block:
            return blockLabel(part);
        case StagePart::Kind::Norm:
            return trace.op(part.nodes.front()) == "rms_norm" ? QStringLiteral("RMSNorm") : StageScene::tr("LayerNorm");
        case StagePart::Kind::Unembedding:
            //: The step from features back to a number for each word.
            return StageScene::tr("Unembed");
        case StagePart::Kind::Softmax:
            return StageScene::tr("Softmax");
        case StagePart::Kind::Class:
            //: What a text is taken for: positive, negative …
            return StageScene::tr("Class");
        case StagePart::Kind::Loss:
            return StageScene::tr("Loss");
        case StagePart::Kind::Other:
            break;
    }
    QString label = titleOf(trace, part.nodes.back());
    label[0] = label[0].toUpper();
    return label;
}

QString towerLabel(const std::string& tower) {
    QString label = scopeTitle({tower, std::nullopt});
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    return label;
}

}  // namespace attentarium
