#include "ui/views/word_vectors/pair_picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/geometry/similarity.h"

namespace attentarium {
namespace {

constexpr std::size_t kShownOfSoftmax = 6;

std::vector<double> rowOf(std::span<const float> table, int row, std::int64_t width) {
    if (table.empty()) return std::vector<double>(static_cast<std::size_t>(width));
    const auto part = table.subspan(static_cast<std::size_t>(row * width), static_cast<std::size_t>(width));
    return {part.begin(), part.end()};
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

/// The rows of one table that a step moves, with what moves them.
struct Table {
    const Trace& trace;
    Var node;
    std::int64_t width;

    std::vector<double> before(int id) const { return rowOf(trace.values(node), id, width); }
    std::vector<double> gradient(int id) const { return rowOf(trace.gradients(node), id, width); }
    std::vector<double> after(int id) const { return rowOf(trace.update(node)->updated.values(), id, width); }

    PairPicture::Moved moved(const QString& word, int id, bool isInput) const {
        PairPicture::Moved row{word, isInput, before(id), gradient(id), after(id), 0};
        std::vector<double> way(row.before.size());
        for (std::size_t i = 0; i < way.size(); ++i) way[i] = row.after[i] - row.before[i];
        row.distance = length(way);
        return row;
    }
};

/// What the full softmax says after the step, of the word that came.
double softmaxAfter(const Table& outputs, const std::vector<double>& hidden, int vocabulary, int target) {
    std::vector<double> scores;
    for (int id = 0; id < vocabulary; ++id) scores.push_back(dot(hidden, outputs.after(id)));
    const double most = *std::ranges::max_element(scores);
    double all = 0;
    for (const double score : scores) all += std::exp(score - most);
    return std::exp(scores[static_cast<std::size_t>(target)] - most) / all;
}

}  // namespace

PairPicture pairPicture(const Word2VecStudy& study, std::size_t place) {
    PairPicture picture;
    if (place >= study.pairs().size()) return picture;
    const Word2VecPair& pair = study.pairs()[place];
    const Trace& trace = *pair.trace;
    const Var in = *trace.find("token_embedding.weight"), out = *trace.find("output_embedding.weight");
    const std::int64_t width = trace.shape(in)[1];
    const Table inputs{trace, in, width}, outputs{trace, out, width};
    const QStringList& vocabulary = study.vocabulary();
    picture.words = study.words();
    picture.centre = pair.centre;
    picture.target = pair.target;
    picture.inputs = pair.inputs;
    picture.vocabulary = static_cast<int>(trace.shape(in)[0]);
    picture.isSoftmax = study.choices().negatives == 0;
    picture.isMean = study.choices().family == Family::Cbow;
    picture.rate = study.rate();
    for (const int one : pair.inputs) {
        const int id = trace.tokens()[static_cast<std::size_t>(one)];
        picture.inputIds.push_back(id);
        picture.inputWords.append(vocabulary[id]);
        picture.inputRows.push_back(inputs.before(id));
    }
    const std::int64_t row = picture.isMean ? pair.target : pair.centre;
    picture.hidden = rowOf(trace.values(*trace.find(picture.isMean ? Site::ContextMean : Site::TokenEmbedding)),
                           static_cast<int>(row), width);

    // What the trace has a row of for each pair, or for each word where words are told from their neighbours.
    const std::int64_t own = picture.isMean ? pair.target : 0;
    const int target = pair.candidates.front();
    std::vector<int> ids = pair.candidates;
    std::vector<double> scores, probabilities;
    if (picture.isSoftmax) {
        const auto logits = rowOf(trace.values(*trace.find(Site::Logits)), static_cast<int>(row), picture.vocabulary);
        const auto shares =
            rowOf(trace.values(*trace.find(Site::Probabilities)), static_cast<int>(row), picture.vocabulary);
        std::vector<int> order(static_cast<std::size_t>(picture.vocabulary));
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](int id) { return shares[static_cast<std::size_t>(id)]; });
        for (const int id : order) {
            if (id != target && ids.size() < kShownOfSoftmax) ids.push_back(id);
        }
        for (const int id : ids) {
            scores.push_back(logits[static_cast<std::size_t>(id)]);
            probabilities.push_back(shares[static_cast<std::size_t>(id)]);
        }
        picture.loss = -std::log(probabilities.front());
    } else {
        scores =
            rowOf(trace.values(*trace.find(Site::CandidateScores)), static_cast<int>(own), std::ssize(pair.candidates));
        for (const double score : scores) probabilities.push_back(sigmoid(score));
        picture.loss = static_cast<double>(trace.values(*trace.find(Site::Loss)).front());
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        picture.told.push_back({ids[i], vocabulary[ids[i]], i == 0, outputs.before(ids[i]), scores[i], probabilities[i],
                                probabilities[i] - (i == 0 ? 1 : 0)});
    }

    std::vector<double> hiddenAfter(static_cast<std::size_t>(width));
    for (const int id : picture.inputIds) {
        const std::vector<double> after = inputs.after(id);
        for (std::size_t i = 0; i < after.size(); ++i) {
            hiddenAfter[i] += after[i] / static_cast<double>(picture.inputIds.size());
        }
    }
    picture.probabilityAfter = picture.isSoftmax ? softmaxAfter(outputs, hiddenAfter, picture.vocabulary, target)
                                                 : sigmoid(dot(hiddenAfter, outputs.after(target)));
    std::vector<int> seen;
    const auto add = [&](const Table& table, int id, bool isInput) {
        const int mark = isInput ? id : picture.vocabulary + id;
        if (std::ranges::find(seen, mark) != seen.end()) return;
        seen.push_back(mark);
        picture.moved.push_back(table.moved(vocabulary[id], id, isInput));
    };
    for (const int id : picture.inputIds) add(inputs, id, true);
    for (const int id : ids) add(outputs, id, false);
    return picture;
}

}  // namespace attentarium
