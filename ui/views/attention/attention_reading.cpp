#include "ui/views/attention/attention_reading.h"

#include <algorithm>

#include "ui/explain/head_remark.h"
#include "ui/explain/numbers.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

constexpr double kRoleShare = 0.5;

std::vector<std::span<const float>> rowsOf(const Trace& trace, const AttentionLayer& layer, Var stage,
                                           Quantity quantity, int head) {
    std::vector<std::span<const float>> rows;
    for (int i = 0; i < layer.rows; ++i) rows.push_back(attentionRow(trace, stage, quantity, head, i));
    return rows;
}

MatrixNumbers numbersOf(const AttentionChoices& choices, const AttentionLayer& layer, Var stage, Quantity quantity,
                        int head) {
    const Trace& trace = choices.trace();
    MatrixNumbers numbers;
    numbers.columns = layer.columns;
    numbers.rows = rowsOf(trace, layer, stage, quantity, head);
    if (numbers.rows.front().empty()) return {};
    if (const auto masked = maskBehind(trace, stage)) {
        numbers.mask = rowsOf(trace, layer, *masked, Quantity::Value, head);
    }
    numbers.isShare = trace.site(stage) == Site::Weights && quantity == Quantity::Value;
    numbers.hue = theme().attention;
    numbers.faintBelow = numbers.isShare ? choices.threshold() : 0;
    numbers.limit = numbers.isShare ? 1 : largestOf(numbers);
    return numbers;
}

std::shared_ptr<const AttentionMatrix> mixed(const AttentionChoices& choices) {
    const auto combined = [&](bool allLayers, Combination combination) {
        std::vector<AttentionLayer> layers;
        if (!allLayers) layers = {choices.currentLayer()};
        for (const int layer : choices.currentGroup().layers) {
            if (allLayers) layers.push_back(choices.layers()[static_cast<std::size_t>(layer)]);
        }
        return std::make_shared<const AttentionMatrix>(combinedWeights(choices.trace(), layers, combination));
    };
    switch (choices.mix()) {
        case HeadMix::OneHead:
            break;
        case HeadMix::MeanOfHeads:
            return combined(false, Combination::Mean);
        case HeadMix::MaximumOfHeads:
            return combined(false, Combination::Maximum);
        case HeadMix::MeanOfLayers:
            return combined(true, Combination::Mean);
        case HeadMix::MaximumOfLayers:
            return combined(true, Combination::Maximum);
        case HeadMix::Rollout: {
            const std::shared_ptr<const HeadStudy> study = choices.session().headStudy();
            if (!study || study->trace.get() != &choices.trace()) return nullptr;
            const auto& rollout = study->layers[static_cast<std::size_t>(choices.layer())].rollout;
            if (!rollout) return nullptr;
            return {study, &*rollout};
        }
    }
    return nullptr;
}

std::optional<double> shareOf(const HeadStudy::Layer& layer, int head, HeadRole role) {
    return layer.roles[static_cast<std::size_t>(head)].of(role);
}

/// A space alone would be no label.
QStringList seenWords(QStringList words) {
    for (QString& word : words) {
        if (word == QStringLiteral(" ")) word = QStringLiteral("␣");
    }
    return words;
}

/// Whether a row's word is read while the decoder looks at the source to write another one.
bool looksToWrite(const AttentionLayer& layer) {
    return layer.kind == AttentionLayer::Kind::Cross || layer.kind == AttentionLayer::Kind::Alignment;
}

/// "d ⇒ c" where the decoder reads d and writes c; "d ⇒ ?" where the sentence does not say what comes.
QStringList readAndWritten(const Session& session, const QStringList& read) {
    QStringList written;
    for (int token = 0; token < read.size(); ++token) {
        const int target = session.targetOf(token);
        written += target < 0 ? QStringLiteral("?") : session.wordOf(target);
    }
    written = seenWords(written);
    QStringList both;
    for (int token = 0; token < read.size(); ++token)
        both += QStringLiteral("%1 ⇒ %2").arg(read[token], written[token]);
    return both;
}

}  // namespace

MatrixNumbers headNumbers(const AttentionChoices& choices, HeadPlace place) {
    const AttentionLayer& layer = choices.layers()[static_cast<std::size_t>(place.layer)];
    const Site site = choices.trace().site(choices.stage());
    const auto same =
        std::ranges::find_if(layer.stages, [&](Var stage) { return choices.trace().site(stage) == site; });
    const Var stage = same == layer.stages.end() ? layer.weights() : *same;
    return numbersOf(choices, layer, stage, choices.quantity(), place.head);
}

std::span<const float> weightsRow(const AttentionChoices& choices, int head, int row) {
    return attentionRow(choices.trace(), choices.currentLayer().weights(), Quantity::Value, head, row);
}

AttentionPicture pictureOf(const AttentionChoices& choices) {
    AttentionPicture picture;
    if (!choices.hasAttention()) return picture;
    const Trace& trace = choices.trace();
    const AttentionLayer& layer = choices.currentLayer();
    const SentenceWords words(choices.session().tracedWords(), choices.session().tracedSource());
    picture.trace = choices.session().trace();
    picture.rowWords = seenWords(words.along(trace, layer.weights(), Axis::Token));
    const bool writes = looksToWrite(layer);
    if (writes) picture.rowWords = readAndWritten(choices.session(), picture.rowWords);
    //: of a picture's rows, which say "d ⇒ c": the decoder reads d and writes c
    const QString rows =
        writes ? QStringLiteral(" · ") + AttentionChoices::tr("rows: word read ⇒ word written") : QString();
    picture.columnWords = seenWords(words.along(trace, layer.weights(), Axis::KeyToken));
    picture.isOneHead = choices.mix() == HeadMix::OneHead;
    if (picture.isOneHead) {
        picture.numbers = numbersOf(choices, layer, choices.stage(), choices.quantity(), choices.head());
        const QString what = titleOf(trace, choices.stage());
        if (choices.groups().size() > 1)
            picture.title = titleOf(choices.currentGroup(), choices) + QStringLiteral(" · ");
        picture.title += QStringLiteral("%1 · %2").arg(
            longName(choices, choices.place()),
            choices.quantity() == Quantity::Gradient ? AttentionChoices::tr("gradient of the %1").arg(what) : what);
        const QString remark = remarkOn(choices, choices.place());
        if (!remark.isEmpty()) picture.title += QStringLiteral(" · ") + remark;
        picture.title += rows;
        return picture;
    }
    picture.title = titleOf(choices.mix());
    const bool allLayers = choices.mix() == HeadMix::MeanOfLayers || choices.mix() == HeadMix::MaximumOfLayers;
    if (!allLayers)
        picture.title.prepend(scopesOf(trace, layer.weights()).join(QStringLiteral(" › ")) + QStringLiteral(" · "));
    picture.title += rows;
    picture.own = mixed(choices);
    if (!picture.own) return picture;
    picture.numbers = numbersOf(choices, layer, layer.weights(), Quantity::Value, 0);
    for (int i = 0; i < layer.rows; ++i) picture.numbers.rows[static_cast<std::size_t>(i)] = picture.own->row(i);
    return picture;
}

std::optional<double> measureOf(const AttentionChoices& choices, HeadPlace place, HeadOrder order) {
    const HeadStudy* study = choices.study();
    if (!study || study->trace.get() != &choices.trace()) return {};
    const HeadStudy::Layer& layer = study->layers[static_cast<std::size_t>(place.layer)];
    const HeadMeasure& measure = layer.measures[static_cast<std::size_t>(place.head)];
    switch (order) {
        case HeadOrder::Layer:
            return {};
        case HeadOrder::PreviousWord:
            return shareOf(layer, place.head, HeadRole::PreviousWord);
        case HeadOrder::FirstWord:
            return shareOf(layer, place.head, HeadRole::FirstWord);
        case HeadOrder::SameWord:
            return shareOf(layer, place.head, HeadRole::SameWord);
        case HeadOrder::Pronoun:
            return shareOf(layer, place.head, HeadRole::Pronoun);
        case HeadOrder::Induction:
            return shareOf(layer, place.head, HeadRole::Induction);
        case HeadOrder::Entropy:
            return measure.entropy;
        case HeadOrder::Distance:
            return measure.distance;
    }
    return {};
}

QString measureText(const AttentionChoices& choices, HeadPlace place, HeadOrder order) {
    const std::optional<double> measure = measureOf(choices, place, order);
    if (!measure) return {};
    if (order == HeadOrder::Entropy) return AttentionChoices::tr("%1 bits").arg(shortNumber(*measure));
    if (order == HeadOrder::Distance) return AttentionChoices::tr("%1 words").arg(shortNumber(*measure));
    return percent(*measure);
}

std::optional<HeadOrder> roleOf(const AttentionChoices& choices, HeadPlace place) {
    std::optional<HeadOrder> best;
    double most = kRoleShare;
    for (const HeadOrder order : {HeadOrder::PreviousWord, HeadOrder::FirstWord, HeadOrder::SameWord,
                                  HeadOrder::Pronoun, HeadOrder::Induction}) {
        const std::optional<double> share = measureOf(choices, place, order);
        if (!share || *share <= most) continue;
        best = order;
        most = *share;
    }
    return best;
}

std::vector<HeadPlace> orderedHeads(const AttentionChoices& choices) {
    std::vector<HeadPlace> places;
    for (const int layer : choices.currentGroup().layers) {
        for (int head = 0; head < choices.layers()[static_cast<std::size_t>(layer)].heads; ++head) {
            places.push_back({layer, head});
        }
    }
    const HeadOrder order = choices.order();
    if (order == HeadOrder::Layer) return places;
    // The sharpest and the nearest first; of roles the one that fills them most.
    const double sign = order == HeadOrder::Entropy || order == HeadOrder::Distance ? 1 : -1;
    std::ranges::stable_sort(
        places, {}, [&](HeadPlace place) { return sign * measureOf(choices, place, order).value_or(sign * 1e9); });
    return places;
}

QString titleOf(HeadOrder order) {
    switch (order) {
        case HeadOrder::Layer:
            return AttentionChoices::tr("layer and head");
        case HeadOrder::PreviousWord:
            return AttentionChoices::tr("previous word");
        case HeadOrder::FirstWord:
            return AttentionChoices::tr("first word");
        case HeadOrder::SameWord:
            return AttentionChoices::tr("same word");
        case HeadOrder::Pronoun:
            return AttentionChoices::tr("pronoun");
        case HeadOrder::Induction:
            return AttentionChoices::tr("induction");
        case HeadOrder::Entropy:
            return AttentionChoices::tr("entropy");
        case HeadOrder::Distance:
            return AttentionChoices::tr("distance");
    }
    return {};
}

QString titleOf(HeadMix mix) {
    switch (mix) {
        case HeadMix::OneHead:
            return AttentionChoices::tr("one head");
        case HeadMix::MeanOfHeads:
            return AttentionChoices::tr("mean of the heads");
        case HeadMix::MaximumOfHeads:
            return AttentionChoices::tr("maximum of the heads");
        case HeadMix::MeanOfLayers:
            return AttentionChoices::tr("mean of all layers");
        case HeadMix::MaximumOfLayers:
            return AttentionChoices::tr("maximum of all layers");
        case HeadMix::Rollout:
            return AttentionChoices::tr("rollout");
    }
    return {};
}

QString titleOf(const AttentionGroup& group, const AttentionChoices& choices) {
    const bool twoTexts = !choices.trace().source().empty();
    switch (group.kind) {
        case AttentionLayer::Kind::Self:
            if (!twoTexts) return AttentionChoices::tr("self-attention");
            return group.side == TextSide::Source ? AttentionChoices::tr("self-attention of the encoder")
                                                  : AttentionChoices::tr("self-attention of the decoder");
        case AttentionLayer::Kind::Masked:
            return twoTexts ? AttentionChoices::tr("masked self-attention of the decoder")
                            : AttentionChoices::tr("masked self-attention");
        case AttentionLayer::Kind::Cross:
            return AttentionChoices::tr("cross-attention");
        case AttentionLayer::Kind::Alignment:
            return AttentionChoices::tr("alignment");
    }
    return {};
}

QString shortName(const AttentionChoices& choices, HeadPlace place) {
    const AttentionLayer& layer = choices.layers()[static_cast<std::size_t>(place.layer)];
    return QStringLiteral("%1.%2").arg(layer.number + 1).arg(place.head + 1);
}

QString longName(const AttentionChoices& choices, HeadPlace place) {
    const AttentionLayer& layer = choices.layers()[static_cast<std::size_t>(place.layer)];
    if (layer.kind == AttentionLayer::Kind::Alignment && layer.heads == 1) return AttentionChoices::tr("alignment");
    //: %1 the number of a layer, %2 of one of its heads
    return AttentionChoices::tr("layer %1, head %2").arg(layer.number + 1).arg(place.head + 1);
}

QString remarkOn(const AttentionChoices& choices, HeadPlace place) {
    const AttentionLayer& layer = choices.layers()[static_cast<std::size_t>(place.layer)];
    return headRemark(choices.trace(), layer.weights(), place.head);
}

QString stageSign(const Trace& trace, Var stage) {
    switch (trace.site(stage)) {
        case Site::Scores:
            // Additive attention has no product of two vectors.
            return trace.op(stage) == "attention_scores" ? QStringLiteral("Q · Kᵀ") : AttentionChoices::tr("score");
        case Site::ScaledScores:
            return QStringLiteral("÷ √d");
        case Site::BiasedScores:
            return AttentionChoices::tr("− distance");
        case Site::MaskedScores:
            return AttentionChoices::tr("mask");
        default:
            return QStringLiteral("softmax");
    }
}

}  // namespace attentarium
