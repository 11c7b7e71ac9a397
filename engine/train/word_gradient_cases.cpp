#include "engine/train/word_gradient_cases.h"

#include "engine/ops/candidate_losses.h"
#include "engine/ops/candidate_scores.h"
#include "engine/ops/context_mean.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/negative_sampling.h"
#include "engine/ops/pick_rows.h"
#include "engine/ops/recent_words.h"
#include "engine/ops/row_sums.h"

namespace attentarium {
namespace {

using Leaves = std::span<const Var>;
using DoubleTape = Tape<double>;

/// For each row a word that came and `drawn` others, some of them twice; the second row has none.
std::vector<int> someCandidates(std::int64_t rows, std::int64_t drawn, std::int64_t vocabulary) {
    std::vector<int> ids;
    for (std::int64_t at = 0; at < rows * (1 + drawn); ++at) ids.push_back(static_cast<int>(at * at % vocabulary));
    for (std::int64_t k = 0; rows > 1 && k <= drawn; ++k) ids[static_cast<std::size_t>(1 + drawn + k)] = kNoTarget;
    return ids;
}

}  // namespace

void addWordOps(GradientCaseList& list) {
    list.addEach("row_sums", {{{1}}, {{3, 4}}, {{2, 1, 3}}, {{2, 2, 3, 1}}},
                 [](DoubleTape& tape, Leaves x) { return rowSums(tape, x[0]); });
    for (const Shape& shape : {Shape{1, 1}, Shape{4, 3}, Shape{2, 3, 2}}) {
        std::vector<int> rows;
        for (std::int64_t i = 0; i < 7; ++i) rows.push_back(static_cast<int>(2 * i % shape.rows()));
        list.add("pick_rows", {shape}, [=](DoubleTape& tape, Leaves x) { return pickRows(tape, x[0], rows); });
    }
    for (const std::int64_t window : {1, 2, 9}) {
        const std::string note = ", window " + std::to_string(window);
        for (const Shape& shape : {Shape{1, 1, 3}, Shape{2, 5, 2}}) {
            list.add(
                "recent_words", {shape}, [=](DoubleTape& tape, Leaves x) { return recentWords(tape, x[0], window); },
                note);
            list.add(
                "context_mean", {shape}, [=](DoubleTape& tape, Leaves x) { return contextMean(tape, x[0], window); },
                note);
        }
        list.add(
            "context_mean", {Shape{3, 4, 2}},
            [=](DoubleTape& tape, Leaves x) {
                return contextMean(tape, x[0], window, std::vector<std::int64_t>{2, 4, 1});
            },
            note + ", texts of 2, 4 and 1");
    }
    for (const std::int64_t drawn : {0, 1, 5}) {
        const std::string note = ", " + std::to_string(drawn) + " drawn";
        for (const Shape& shape : {Shape{1, 2}, Shape{4, 3}, Shape{2, 3, 2}}) {
            const std::vector<int> ids = someCandidates(shape.rows(), drawn, 4);
            const std::vector<Shape> leaves{shape, {4, shape.columns()}};
            list.add(
                "candidate_scores", leaves,
                [=](DoubleTape& tape, Leaves x) { return candidateScores(tape, x[0], x[1], ids); }, note);
            list.add(
                "candidate_losses", {shape.withLast(1 + drawn)},
                [=](DoubleTape& tape, Leaves x) { return candidateLosses(tape, x[0], ids); }, note);
            const auto sampling = [=](DoubleTape& tape, Leaves x) { return negativeSampling(tape, x[0], x[1], ids); };
            list.add("negative_sampling", leaves, sampling, note + ", in one op", Purpose::Training);
            list.add("negative_sampling", leaves, sampling, note + ", step by step");
        }
    }
}

void addWordModels(GradientCaseList& list) {
    for (const Family family : {Family::MlpLm, Family::Cbow, Family::SkipGram}) {
        for (const bool other : {false, true}) {
            const ModelConfig config{.family = family,
                                     .width = 3,
                                     .context = 6,
                                     .vocabulary = 7,
                                     .window = 2,
                                     .hidden = 5,
                                     .direct = other,
                                     .negatives = other ? 3 : 0};
            const std::string note = !other                    ? ""
                                     : family == Family::MlpLm ? "with a direct link, "
                                                               : "negative sampling, ";
            list.addModel(config, 3, 4, Purpose::Training, note + "3 texts of up to 4 tokens");
            list.addModel(config, 1, 6, Purpose::Looking, note + "looked at, 6 tokens");
            list.addModel(config, 1, 2, Purpose::Looking, note + "looked at, 2 tokens");
        }
    }
}

}  // namespace attentarium
