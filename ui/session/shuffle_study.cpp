#include "ui/session/shuffle_study.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/random.h"
#include "engine/trace/attention_layers.h"
#include "engine/train/look.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

using Order = std::vector<int>;

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

Order inPlace(int words) {
    Order order(at(words));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

/// Every word sees every word, whatever the mask says.
Interventions withoutMask(const Trace& trace) {
    Interventions lifted;
    for (const AttentionLayer& layer : attentionLayersOf(trace)) {
        if (layer.kind != AttentionLayer::Kind::Masked) continue;
        const std::string& name = trace.name(layer.weights());
        const std::string attention = name.substr(0, name.rfind('.'));
        for (int query = 0; query < layer.rows; ++query) {
            for (int key = query + 1; key < layer.columns; ++key) {
                lifted.push_back(SetVisibility{attention, query, key, true});
            }
        }
    }
    return lifted;
}

std::shared_ptr<const Trace> run(const Model<float>& model, const std::vector<int>& ids, bool isMasked) {
    const TracedText text{.tokens = ids};
    auto trace = look(model, text, LookDepth::Forward);
    if (isMasked) return trace;
    const Interventions lifted = withoutMask(*trace);
    return lifted.empty() ? trace : look(model, text, LookDepth::Forward, {}, lifted);
}

/// What the last block says of each token: that from which the logits come.
std::span<const float> lastVectors(const Trace& trace) {
    for (const Var input : trace.inputs(*trace.find(Site::Logits))) {
        if (!trace.isParameter(input)) return trace.values(input);
    }
    return {};
}

std::vector<float> probabilities(std::span<const float> logits) {
    const float most = *std::ranges::max_element(logits);
    std::vector<float> shares;
    double sum = 0;
    for (const float logit : logits) {
        shares.push_back(std::exp(logit - most));
        sum += static_cast<double>(shares.back());
    }
    for (float& share : shares) share = static_cast<float>(static_cast<double>(share) / sum);
    return shares;
}

std::span<const float> rowOf(std::span<const float> values, int rows, int row) {
    const std::size_t width = values.size() / at(rows);
    return values.subspan(at(row) * width, width);
}

ShuffledRun compared(const Checkpoint& checkpoint, const std::vector<int>& ids, const Order& order, bool isMasked) {
    const Model<float>& model = *checkpoint.model;
    const int words = static_cast<int>(ids.size());
    std::vector<int> other(ids.size()), placeOf(ids.size());
    for (int place = 0; place < words; ++place) {
        other[at(place)] = ids[at(order[at(place)])];
        placeOf[at(order[at(place)])] = place;
    }
    const auto before = run(model, ids, isMasked), after = run(model, other, isMasked);
    ShuffledRun shuffled{.kind = model.config().positions, .heads = static_cast<int>(model.config().heads)};
    const auto layers = attentionLayersOf(*before), layersAfter = attentionLayersOf(*after);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (int head = 0; head < layers[i].heads; ++head) {
            ShuffledRun::Head weights;
            for (int query = 0; query < words; ++query) {
                const auto row = attentionRow(*before, layers[i].weights(), Quantity::Value, head, query);
                const auto moved =
                    attentionRow(*after, layersAfter[i].weights(), Quantity::Value, head, placeOf[at(query)]);
                for (int key = 0; key < words; ++key) {
                    weights.before.push_back(row[at(key)]);
                    weights.after.push_back(moved[at(placeOf[at(key)])]);
                    const double change = std::abs(static_cast<double>(weights.after.back() - weights.before.back()));
                    shuffled.largestWeightChange = std::max(shuffled.largestWeightChange, change);
                }
            }
            shuffled.all.push_back(std::move(weights));
        }
    }
    const auto vectors = lastVectors(*before), vectorsAfter = lastVectors(*after);
    const auto logits = before->values(*before->find(Site::Logits)),
               logitsAfter = after->values(*after->find(Site::Logits));
    for (int word = 0; word < words; ++word) {
        const auto from = rowOf(vectors, words, word), to = rowOf(vectorsAfter, words, placeOf[at(word)]);
        double distance = 0, length = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            distance += std::pow(static_cast<double>(to[i]) - static_cast<double>(from[i]), 2);
            length += std::pow(static_cast<double>(from[i]), 2);
        }
        shuffled.moved.push_back(length > 0 ? std::sqrt(distance / length) : 0);
        const auto guess = probabilities(rowOf(logits, words, word));
        const auto guessAfter = probabilities(rowOf(logitsAfter, words, placeOf[at(word)]));
        double largest = 0;
        for (std::size_t i = 0; i < guess.size(); ++i) {
            largest = std::max(largest, std::abs(static_cast<double>(guessAfter[i] - guess[i])));
        }
        shuffled.guesses.push_back(largest);
    }
    return shuffled;
}

}  // namespace

double ShuffledRun::largestMove() const {
    return moved.empty() ? 0 : *std::ranges::max_element(moved);
}

double ShuffledRun::largestGuessChange() const {
    return guesses.empty() ? 0 : *std::ranges::max_element(guesses);
}

ShuffleStudy::ShuffleStudy(Session& session)
    : m_session(session), m_background(*this, [this](const Error& error) {
          m_problem = error;
          m_isBusy = false;
          m_result.reset();
          Q_EMIT changed();
      }) {
    connect(&session, &Session::modelChanged, this, &ShuffleStudy::restart);
    connect(&session, &Session::traceChanged, this, &ShuffleStudy::restart);
}

ShuffleStudy::~ShuffleStudy() {
    ++m_latest;
}

void ShuffleStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted && m_isStale) restart();
}

void ShuffleStudy::choose(PositionChoice choice) {
    if (std::exchange(m_choice, choice) != choice) restart();
}

void ShuffleStudy::setMasked(bool masked) {
    if (std::exchange(m_masked, masked) != masked) restart();
}

bool ShuffleStudy::isImpossible() const {
    if (m_choice != PositionChoice::Own || !m_session.checkpoint()) return false;
    const Family family = m_session.checkpoint()->model->config().family;
    return family != Family::Gpt && family != Family::Bert;
}

void ShuffleStudy::shuffle() {
    if (!m_result || m_result->order.size() < 2) return;
    Order order = inPlace(static_cast<int>(m_result->order.size()));
    do {
        Random random(static_cast<std::uint64_t>(++m_shuffles));
        for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
    } while (order == m_result->order);
    m_order = order;
    restart();
}

void ShuffleStudy::restoreOrder() {
    if (!m_result) return;
    m_order = inPlace(static_cast<int>(m_result->order.size()));
    restart();
}

void ShuffleStudy::move(int from, int to) {
    if (!m_result) return;
    // Of moves that follow each other quickly, each goes on from the one before.
    Order order = m_order.size() == m_result->order.size() ? m_order : m_result->order;
    const int words = static_cast<int>(order.size());
    if (from == to || from < 0 || to < 0 || from >= words || to >= words) return;
    const int word = order[at(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, word);
    m_order = order;
    restart();
}

void ShuffleStudy::restart() {
    m_isStale = true;
    if (!m_wanted || !m_session.checkpoint()) return;
    m_isStale = false;
    m_problem.reset();
    const int job = ++m_latest;
    if (isImpossible() || (m_choice == PositionChoice::Own && !m_session.trace())) {
        m_result.reset();
        m_isBusy = false;
        Q_EMIT changed();
        return;
    }
    m_isBusy = true;
    std::shared_ptr<const Checkpoint> own;
    KnownSentence ownSentence;
    if (m_choice == PositionChoice::Own) {
        own = std::make_shared<const Checkpoint>(*m_session.checkpoint());
        ownSentence.ids.assign(m_session.trace()->tokens().begin(), m_session.trace()->tokens().end());
        ownSentence.words = m_session.tracedWords();
    }
    m_background.enqueue([this, job, own, ownSentence, words = m_session.words(), choice = m_choice, masked = m_masked,
                          wanted = m_order, language = m_session.checkpoint()->language] {
        if (job != m_latest) return;
        const auto placeless = m_models.open(Positions::None, language);
        const auto kind = bundledKind(choice);
        const auto placed = kind ? m_models.open(*kind, language) : own;
        // Both read the same words where they can.
        const KnownSentence bundled = knownSentence(*placeless, words);
        auto result = std::make_shared<ShuffleResult>();
        const KnownSentence& sentence = kind ? bundled : ownSentence;
        const int count = static_cast<int>(sentence.ids.size());
        result->words = sentence.words;
        result->isMasked = masked;
        result->isSessionsSentence = sentence.isSessions;
        if (wanted.size() == sentence.ids.size()) {
            result->order = wanted;
        } else {
            // A new sentence is shown with its halves exchanged: in order there would be nothing to see.
            result->order = inPlace(count);
            std::ranges::rotate(result->order, result->order.begin() + count / 2);
        }
        result->placed = compared(*placed, sentence.ids, result->order, masked);
        if (bundled.ids.size() == sentence.ids.size()) {
            result->placeless = compared(*placeless, bundled.ids, result->order, masked);
        }
        m_background.post([this, job, result] {
            if (job != m_latest) return;
            m_order = result->order;
            m_result = result;
            m_problem.reset();
            m_isBusy = false;
            Q_EMIT changed();
        });
    });
}

}  // namespace attentarium
