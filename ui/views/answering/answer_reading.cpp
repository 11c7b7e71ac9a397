#include "ui/views/answering/answer_reading.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/text/special_tokens.h"
#include "engine/trace/attention_layers.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

/// Whether a node's rows are the vectors of the words of a text, one after the other.
bool isRows(const Trace& trace, Var node, std::size_t words) {
    const Shape shape = trace.shape(node);
    return shape.rank() == 2 && shape[0] == static_cast<std::int64_t>(words);
}

std::vector<std::span<const float>> rowsOf(const Trace& trace, Var node) {
    const Shape shape = trace.shape(node);
    const auto width = static_cast<std::size_t>(shape[shape.rank() - 1]);
    std::vector<std::span<const float>> rows;
    const auto values = trace.values(node);
    for (std::size_t i = 0; i + width <= values.size(); i += width) rows.push_back(values.subspan(i, width));
    return rows;
}

/// The hidden states of a stack's last layer, time step by time step.
std::vector<std::span<const float>> statesBelow(const Trace& trace, std::string_view scope) {
    std::vector<std::span<const float>> states;
    for (const Var node : trace.nodes()) {
        if (trace.site(node) != Site::HiddenState || !trace.name(node).starts_with(scope)) continue;
        if (trace.name(node).find("backward.") != std::string::npos) continue;
        const auto series = trace.acrossTime(node);
        if (series.front() != node) continue;
        states.clear();
        for (const Var one : series) states.push_back(trace.values(one));
    }
    return states;
}

/// What a transformer's stack hands on: its last value with a row for each word, before `untilIndex`.
std::vector<std::span<const float>> outputsBelow(const Trace& trace, std::string_view scope, std::size_t words) {
    std::vector<std::span<const float>> rows;
    for (const Var node : trace.nodes()) {
        const Site site = trace.site(node);
        const bool isOutput = site == Site::FeedForwardResidual || site == Site::Normalised;
        if (isOutput && trace.name(node).starts_with(scope) && isRows(trace, node, words)) rows = rowsOf(trace, node);
    }
    return rows;
}

void takeWeights(const Trace& trace, AnswerReading& reading) {
    for (const AttentionLayer& layer : attentionLayersOf(trace)) {
        if (layer.kind != AttentionLayer::Kind::Cross && layer.kind != AttentionLayer::Kind::Alignment) continue;
        // The last one is nearest to the answer.
        reading.weights.assign(static_cast<std::size_t>(layer.rows),
                               std::vector<float>(static_cast<std::size_t>(layer.columns)));
        reading.heads = layer.heads;
        for (int row = 0; row < layer.rows; ++row) {
            std::vector<float>& mean = reading.weights[static_cast<std::size_t>(row)];
            for (int head = 0; head < layer.heads; ++head) {
                const auto weights = attentionRow(trace, layer.weights(), Quantity::Value, head, row);
                for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += weights[i] / static_cast<float>(layer.heads);
            }
        }
    }
}

}  // namespace

QString drawnToken(const QString& word) {
    return word == QStringLiteral(" ") ? QStringLiteral("␣") : word;
}

std::optional<AnswerReading> answerReading(const Session& session) {
    const auto& trace = session.trace();
    if (!trace || trace->source().empty() || session.reading() != Reading::Answering) return {};
    AnswerReading reading;
    reading.trace = trace;
    for (const QString& word : session.tracedSource()) reading.source.append(drawnToken(word));
    for (const QString& word : session.tracedWords()) reading.read.append(drawnToken(word));
    const ModelConfig& config = session.checkpoint()->model->config();
    reading.isRecurrent = config.family == Family::Seq2Seq;
    reading.endId = session.checkpoint()->tokenizer->vocabulary().find(special::kEnd).value_or(-1);
    if (reading.isRecurrent) {
        reading.encoder = statesBelow(*trace, "encoder.");
        reading.decoder = statesBelow(*trace, "decoder.");
        reading.startNumbers = config.layers * config.width * (hasCellState(config.cell) ? 2 : 1);
        for (const Var node : trace->nodes()) {
            const bool isBridge = trace->site(node) == Site::StartHidden && trace->name(node).starts_with("decoder.");
            if (isBridge) reading.start = trace->values(node);
        }
        if (reading.start.empty() && !reading.encoder.empty()) reading.start = reading.encoder.back();
    } else {
        reading.encoder = outputsBelow(*trace, "encoder.", trace->source().size());
        reading.decoder = outputsBelow(*trace, "decoder.", trace->tokens().size());
    }
    takeWeights(*trace, reading);
    return reading;
}

std::vector<Proposal> AnswerReading::proposals(int step, int count) const {
    const auto logits = trace->find(Site::Logits);
    if (!logits || step < 0 || step >= steps()) return {};
    const auto width = static_cast<std::size_t>(trace->shape(*logits)[1]);
    const auto row = trace->values(*logits).subspan(static_cast<std::size_t>(step) * width, width);
    const auto largest = static_cast<double>(*std::ranges::max_element(row));
    double sum = 0;
    for (const float logit : row) sum += std::exp(static_cast<double>(logit) - largest);
    std::vector<int> order(width);
    std::iota(order.begin(), order.end(), 0);
    const auto kept = std::min<std::size_t>(width, static_cast<std::size_t>(count));
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(kept), std::ranges::greater(),
                              [&](int id) { return row[static_cast<std::size_t>(id)]; });
    std::vector<Proposal> proposals;
    for (std::size_t i = 0; i < kept; ++i) {
        const auto logit = static_cast<double>(row[static_cast<std::size_t>(order[i])]);
        proposals.push_back({order[i], std::exp(logit - largest) / sum});
    }
    return proposals;
}

double AnswerReading::probability(int step, int id) const {
    for (const Proposal& one : proposals(step, 1 << 20)) {
        if (one.id == id) return one.probability;
    }
    return 0;
}

int AnswerReading::taken(int step) const {
    return step + 1 < steps() ? trace->tokens()[static_cast<std::size_t>(step + 1)] : endId;
}

}  // namespace attentarium
