#include "ui/explain/words.h"

#include <QCoreApplication>
#include <array>
#include <string_view>

namespace attentarium {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Entry {
    std::string_view key;
    const char* title;
};

// By the last parts of the parameter's name.
constexpr std::array kParameters{
    Entry{"token_embedding.weight", QT_TRANSLATE_NOOP("Words", "token embedding matrix")},
    Entry{"position_embedding.weight", QT_TRANSLATE_NOOP("Words", "position embedding matrix")},
    Entry{"attention_norm.gain", QT_TRANSLATE_NOOP("Words", "LayerNorm gain")},
    Entry{"attention_norm.bias", QT_TRANSLATE_NOOP("Words", "LayerNorm bias")},
    Entry{"feed_forward_norm.gain", QT_TRANSLATE_NOOP("Words", "LayerNorm gain")},
    Entry{"feed_forward_norm.bias", QT_TRANSLATE_NOOP("Words", "LayerNorm bias")},
    Entry{"final_norm.gain", QT_TRANSLATE_NOOP("Words", "final LayerNorm gain")},
    Entry{"final_norm.bias", QT_TRANSLATE_NOOP("Words", "final LayerNorm bias")},
    Entry{"query.weight", QT_TRANSLATE_NOOP("Words", "query weight matrix")},
    Entry{"query.bias", QT_TRANSLATE_NOOP("Words", "query bias")},
    Entry{"key.weight", QT_TRANSLATE_NOOP("Words", "key weight matrix")},
    Entry{"key.bias", QT_TRANSLATE_NOOP("Words", "key bias")},
    Entry{"value.weight", QT_TRANSLATE_NOOP("Words", "value weight matrix")},
    Entry{"value.bias", QT_TRANSLATE_NOOP("Words", "value bias")},
    Entry{"projection.weight", QT_TRANSLATE_NOOP("Words", "projection weight matrix")},
    Entry{"projection.bias", QT_TRANSLATE_NOOP("Words", "projection bias")},
    Entry{"hidden.weight", QT_TRANSLATE_NOOP("Words", "hidden weight matrix")},
    Entry{"hidden.bias", QT_TRANSLATE_NOOP("Words", "hidden bias")},
    Entry{"output.weight", QT_TRANSLATE_NOOP("Words", "output weight matrix")},
    Entry{"output.bias", QT_TRANSLATE_NOOP("Words", "output bias")},
    Entry{"output_embedding.weight", QT_TRANSLATE_NOOP("Words", "output embedding matrix")},
    Entry{"unembedding.bias", QT_TRANSLATE_NOOP("Words", "unembedding bias")},
    Entry{"direct.weight", QT_TRANSLATE_NOOP("Words", "direct weight matrix")},
    Entry{"unembedding.weight", QT_TRANSLATE_NOOP("Words", "unembedding matrix")},
};

constexpr std::array kParts{
    Entry{"attention", QT_TRANSLATE_NOOP("Words", "attention")},
    Entry{"attention_norm", QT_TRANSLATE_NOOP("Words", "LayerNorm before attention")},
    Entry{"feed_forward", QT_TRANSLATE_NOOP("Words", "feed-forward")},
    Entry{"feed_forward_norm", QT_TRANSLATE_NOOP("Words", "LayerNorm before feed-forward")},
};

bool isFinalNorm(const std::string& name) {
    return name.starts_with("final_norm.");
}

/// The place along each axis of a cell.
std::vector<std::int64_t> placesOf(const Shape& shape, std::int64_t cell) {
    std::vector<std::int64_t> places(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        places[static_cast<std::size_t>(axis)] = cell % shape[axis];
        cell /= shape[axis];
    }
    return places;
}

QString parameterPlace(const std::string& name, const std::vector<std::int64_t>& at) {
    if (at.size() == 1) return Words::tr("feature %1").arg(at[0] + 1);
    if (at.size() != 2) return {};
    const QString row = QString::number(at[0] + 1), column = QString::number(at[1] + 1);
    // The vocabulary is counted as its ids are shown, from 0.
    if (name == "token_embedding.weight") return Words::tr("word id %1, feature %2").arg(at[0]).arg(column);
    if (name == "position_embedding.weight") return Words::tr("position %1, feature %2").arg(row, column);
    if (name == "unembedding.weight") return Words::tr("feature %1, word id %2").arg(row).arg(at[1]);
    return Words::tr("row %1, column %2").arg(row, column);
}

}  // namespace

QString titleOf(Site site) {
    switch (site) {
        case Site::Parameter:
            return Words::tr("parameter");
        case Site::TokenEmbedding:
            return Words::tr("token embedding");
        case Site::ScaledEmbedding:
            return Words::tr("scaled token embedding");
        case Site::PositionEmbedding:
            return Words::tr("position embedding");
        case Site::SegmentEmbedding:
            return Words::tr("segment embedding");
        case Site::Input:
            return Words::tr("input");
        case Site::Normalised:
            return Words::tr("normalised features");
        case Site::Query:
            //: of attention: what a word asks for
            return Words::tr("query");
        case Site::Key:
            //: of attention: what a word offers to be found by
            return Words::tr("key");
        case Site::Value:
            //: of attention: what a word hands over
            return Words::tr("value");
        case Site::RotatedQuery:
            return Words::tr("rotated query");
        case Site::RotatedKey:
            return Words::tr("rotated key");
        case Site::RememberedKey:
            return Words::tr("remembered keys");
        case Site::RememberedValue:
            return Words::tr("remembered values");
        case Site::Scores:
            return Words::tr("attention scores");
        case Site::ScaledScores:
            return Words::tr("scaled scores");
        case Site::BiasedScores:
            return Words::tr("scores with distance bias");
        case Site::MaskedScores:
            return Words::tr("masked scores");
        case Site::Weights:
            return Words::tr("attention weights");
        case Site::WeightedValues:
            return Words::tr("weighted values");
        case Site::Concatenated:
            return Words::tr("concatenated heads");
        case Site::Projected:
            return Words::tr("attention output");
        case Site::AttentionResidual:
            return Words::tr("input + attention");
        case Site::CrossResidual:
            return Words::tr("input + cross-attention");
        case Site::Hidden:
            return Words::tr("hidden units");
        case Site::Gate:
            return Words::tr("gate");
        case Site::Activated:
            return Words::tr("hidden units after GELU");
        case Site::Gated:
            return Words::tr("gated hidden units");
        case Site::FeedForwardOutput:
            return Words::tr("feed-forward output");
        case Site::FeedForwardResidual:
            return Words::tr("input + feed-forward");
        case Site::Pooled:
            return Words::tr("pooled text");
        case Site::RecentWords:
            return Words::tr("the last words side by side");
        case Site::HiddenLogits:
            return Words::tr("logits from the hidden layer");
        case Site::DirectLogits:
            return Words::tr("logits by the direct link");
        case Site::ContextMean:
            return Words::tr("mean of the neighbours");
        case Site::PairVectors:
            return Words::tr("vector of each pair's word");
        case Site::PairLogits:
            return Words::tr("logits of each pair");
        case Site::PairLosses:
            return Words::tr("loss of each pair");
        case Site::CandidateScores:
            return Words::tr("scores of the candidates");
        case Site::CandidateLosses:
            return Words::tr("loss of each candidate");
        case Site::StepInput:
            return Words::tr("what the time step reads");
        case Site::StartHidden:
            return Words::tr("hidden state at the start");
        case Site::StartCell:
            return Words::tr("cell state at the start");
        case Site::HiddenSum:
            return Words::tr("sum before the hidden state");
        case Site::InputGateSum:
            return Words::tr("sum before the input gate");
        case Site::InputGate:
            return Words::tr("input gate");
        case Site::ForgetGateSum:
            return Words::tr("sum before the forget gate");
        case Site::ForgetGate:
            return Words::tr("forget gate");
        case Site::OutputGateSum:
            return Words::tr("sum before the output gate");
        case Site::OutputGate:
            return Words::tr("output gate");
        case Site::ResetGateSum:
            return Words::tr("sum before the reset gate");
        case Site::ResetGate:
            return Words::tr("reset gate");
        case Site::UpdateGateSum:
            return Words::tr("sum before the update gate");
        case Site::UpdateGate:
            return Words::tr("update gate");
        case Site::CandidateInput:
            return Words::tr("candidate: the token's part");
        case Site::CandidateMemory:
            return Words::tr("candidate: the memory's part");
        case Site::RecalledMemory:
            return Words::tr("reset gate ⊙ memory's part");
        case Site::CandidateSum:
            return Words::tr("sum before the candidate");
        case Site::Candidate:
            return Words::tr("candidate");
        case Site::Kept:
            return Words::tr("what is kept");
        case Site::Written:
            return Words::tr("what is written");
        case Site::CellState:
            return Words::tr("cell state");
        case Site::ActivatedCell:
            return Words::tr("tanh of the cell state");
        case Site::HiddenState:
            return Words::tr("hidden state");
        case Site::HiddenStates:
            return Words::tr("hidden states of all time steps");
        case Site::JoinedDirections:
            return Words::tr("both directions side by side");
        case Site::JoinedHidden:
            return Words::tr("last hidden states of both directions");
        case Site::JoinedCell:
            return Words::tr("last cell states of both directions");
        case Site::EncoderStates:
            return Words::tr("encoder states");
        case Site::AlignmentSums:
            return Words::tr("query + key of each pair");
        case Site::AlignmentHidden:
            return Words::tr("tanh of the sums");
        case Site::ContextVector:
            return Words::tr("context vector");
        case Site::DecoderInput:
            return Words::tr("word and context side by side");
        case Site::ContextAndState:
            return Words::tr("context and hidden state side by side");
        case Site::AttentionalSum:
            return Words::tr("sum before the attentional state");
        case Site::AttentionalState:
            return Words::tr("attentional state");
        case Site::Logits:
            //: the scores of all words before the softmax
            return Words::tr("logits");
        case Site::Probabilities:
            return Words::tr("probabilities of the next word");
        case Site::ClassLogits:
            return Words::tr("class logits");
        case Site::ClassProbabilities:
            return Words::tr("class probabilities");
        case Site::TokenLosses:
            return Words::tr("loss of each word");
        case Site::ClassLosses:
            return Words::tr("loss of the class");
        case Site::TokenLoss:
            return Words::tr("loss of the words");
        case Site::TaskLoss:
            return Words::tr("loss of the task");
        case Site::Loss:
            return Words::tr("loss");
    }
    return {};
}

QString titleOf(const Trace& trace, Var node) {
    const std::string& name = trace.name(node);
    if (!trace.isParameter(node)) {
        if (isFinalNorm(name)) return Words::tr("final normalised features");
        return titleOf(trace.site(node));
    }
    for (const Entry& entry : kParameters) {
        if (name.ends_with(entry.key)) return Words::tr(entry.title);
    }
    return QString::fromStdString(name);
}

QString placeOf(const Trace& trace, Var node) {
    const QStringList parts = QString::fromStdString(trace.name(node)).split(QLatin1Char('.'));
    if (parts.size() < 2 || parts[0] != QLatin1String("blocks")) return {};
    QString place = Words::tr("block %1").arg(parts[1].toInt() + 1);
    for (const Entry& entry : kParts) {
        if (parts.size() > 3 && parts[2].toStdString() == entry.key) {
            place += QStringLiteral(" › ") + Words::tr(entry.title);
        }
    }
    return place;
}

QString titleOf(const Trace& trace, const Step& step) {
    const QString title = titleOf(trace, step.node);
    switch (step.phase) {
        case Phase::Forward:
        case Phase::Loss:
            return title;
        case Phase::Backward:
            return Words::tr("gradient: %1").arg(title);
        case Phase::Update:
            return Words::tr("update: %1").arg(title);
    }
    return title;
}

QString nameOf(Phase phase) {
    switch (phase) {
        case Phase::Forward:
            return Words::tr("forward");
        case Phase::Loss:
            return Words::tr("loss");
        case Phase::Backward:
            return Words::tr("backward");
        case Phase::Update:
            return Words::tr("update");
    }
    return {};
}

QString cellPlace(const Trace& trace, Var node, std::int64_t cell, const QStringList& words) {
    const std::vector<std::int64_t> at = placesOf(trace.shape(node), cell);
    if (trace.isParameter(node)) return parameterPlace(trace.name(node), at);
    const auto word = [&](std::int64_t place) {
        return place < words.size() ? words[static_cast<qsizetype>(place)] : QString::number(place + 1);
    };
    QString row, column, head, rest;
    for (std::size_t axis = 0; axis < at.size(); ++axis) {
        const QString number = QString::number(at[axis] + 1);
        switch (entryOf(trace.site(node)).axes[axis]) {
            case Axis::Token:
                row = word(at[axis]);
                break;
            case Axis::KeyToken:
                column = word(at[axis]);
                break;
            case Axis::Head:
                head = Words::tr("head %1").arg(number);
                break;
            case Axis::Feature:
            case Axis::HeadFeature:
                rest = Words::tr("feature %1").arg(number);
                break;
            case Axis::HiddenUnit:
                rest = Words::tr("hidden unit %1").arg(number);
                break;
            case Axis::Pair:
                //: of word vectors: a word and one that is to be predicted from it
                row = Words::tr("pair %1").arg(number);
                break;
            case Axis::Candidate:
                //: of negative sampling: the word that came, or one that was drawn against it
                rest = Words::tr("candidate %1").arg(number);
                break;
            case Axis::VocabularyEntry:
                rest = Words::tr("word id %1").arg(at[axis]);
                break;
            case Axis::Class:
                rest = Words::tr("class %1").arg(number);
                break;
        }
    }
    // A word's loss is about the word that came after it.
    if (trace.site(node) == Site::TokenLosses && at[0] + 1 < words.size()) column = word(at[0] + 1);
    QStringList parts{column.isEmpty() ? row : row + QStringLiteral(" → ") + column, head, rest};
    parts.removeAll(QString());
    //: between the parts of a list: "she, head 3"
    return parts.join(Words::tr(", "));
}

QString cellAddress(const Trace& trace, Var node, std::int64_t cell) {
    QStringList places;
    for (const std::int64_t place : placesOf(trace.shape(node), cell)) places.append(QString::number(place));
    const QString name = QString::fromStdString(trace.name(node));
    return places.isEmpty() ? name : QStringLiteral("%1[%2]").arg(name, places.join(QStringLiteral(", ")));
}

}  // namespace attentarium
