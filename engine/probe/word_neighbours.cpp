#include "engine/probe/word_neighbours.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/text/word_class.h"

namespace attentarium {
namespace {

TensorView<const float> vectorsOf(const Model<float>& model) {
    for (std::size_t i = 0; i < model.parameters().size(); ++i) {
        if (model.parameters()[i].name == "token_embedding.weight") return model.parameters()[i].value.view();
    }
    throw LogicError("[word_neighbours] the model has no token embedding");
}

double product(TensorView<const float> vectors, int a, int b) {
    double sum = 0;
    for (std::int64_t c = 0; c < vectors.columns(); ++c) {
        sum += static_cast<double>(vectors.row(a)[c]) * static_cast<double>(vectors.row(b)[c]);
    }
    return sum;
}

/// 0 where one of them is no direction.
double cosine(TensorView<const float> vectors, int a, int b) {
    const double lengths = std::sqrt(product(vectors, a, a) * product(vectors, b, b));
    return lengths > 0 ? product(vectors, a, b) / lengths : 0;
}

}  // namespace

std::vector<int> nearestWords(const Model<float>& model, int word, const std::vector<int>& among, int count) {
    const TensorView<const float> vectors = vectorsOf(model);
    std::vector<std::pair<double, int>> others;
    for (const int other : among) {
        if (other != word) others.emplace_back(-cosine(vectors, word, other), other);
    }
    const auto most = std::min(others.size(), static_cast<std::size_t>(std::max(0, count)));
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(most));
    std::vector<int> nearest;
    for (std::size_t i = 0; i < most; ++i) nearest.push_back(others[i].second);
    return nearest;
}

double sameClassShare(const Model<float>& model, const Tokenizer& tokenizer, Language language, int nearest) {
    const auto classOf = [&](int word) { return wordClass(tokenizer.vocabulary().token(word), language); };
    std::vector<int> words;
    for (int word = 0; word < tokenizer.vocabulary().size(); ++word) {
        if (classOf(word)) words.push_back(word);
    }
    expects(words.size() > 1 && nearest > 0, "[word_neighbours] needs words of the small world");
    double same = 0, all = 0;
    for (const int word : words) {
        for (const int other : nearestWords(model, word, words, nearest)) {
            same += classOf(word) == classOf(other) ? 1 : 0;
            ++all;
        }
    }
    return same / all;
}

}  // namespace attentarium
