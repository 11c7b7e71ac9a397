#include "ui/session/comparison_study.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>

#include "engine/core/parallel.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/token_spelling.h"

namespace attentarium {
namespace {

constexpr std::array kNamesOfModels{"rnn", "lstm", "gru", "small-world"};

QString shownWord(const Tokenizer& tokenizer, int id) {
    const QString word = QString::fromStdString(tokenizer.vocabulary().token(id));
    return word == QLatin1String("\n") ? QStringLiteral("↵") : word;
}

/// The logits after each word, and how long a word took by the median.
std::vector<std::vector<float>> read(const Model<float>& model, const std::vector<int>& ids, double& milliseconds) {
    constexpr int kTimes = 3;
    std::vector<std::vector<float>> logits;
    std::vector<double> times;
    Parallel parallel(1);
    for (int round = 0; round < kTimes; ++round) {
        logits.clear();
        Tape<float> tape(Purpose::Training, parallel);
        Memory<float> memory = model.begin(tape, {}, 1);
        for (const int id : ids) {
            tape.clear();
            const auto began = std::chrono::steady_clock::now();
            const Var told = model.advance(tape, memory, {std::span(&id, 1), 1, {}});
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
            // The first round only makes everything warm.
            if (round > 0) times.push_back(took.count());
            const auto row = tape.value(told).span();
            logits.emplace_back(row.begin(), row.end());
        }
    }
    std::ranges::nth_element(times, times.begin() + std::ssize(times) / 2);
    milliseconds = times[times.size() / 2];
    return logits;
}

ComparedStep stepOf(const Tokenizer& tokenizer, const std::vector<float>& logits, int target) {
    std::vector<double> shares(logits.begin(), logits.end());
    const double largest = std::ranges::max(shares);
    double sum = 0;
    for (double& share : shares) sum += share = std::exp(share - largest);
    for (double& share : shares) share /= sum;
    std::vector<int> order(shares.size());
    std::iota(order.begin(), order.end(), 0);
    const std::size_t shown = std::min(ComparisonStudy::kShown, order.size());
    const auto share = [&](int id) { return shares[static_cast<std::size_t>(id)]; };
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown), std::greater(), share);
    ComparedStep step;
    for (std::size_t i = 0; i < shown; ++i) step.next.emplace_back(shownWord(tokenizer, order[i]), share(order[i]));
    if (target < 0) return step;
    step.probability = share(target);
    step.loss = -std::log(step.probability);
    return step;
}

}  // namespace

struct ComparisonStudy::Models {
    std::map<Language, std::vector<std::shared_ptr<const Checkpoint>>> bundled;

    const std::vector<std::shared_ptr<const Checkpoint>>& of(Language language) {
        auto& found = bundled[language];
        if (!found.empty()) return found;
        std::vector<std::shared_ptr<const Checkpoint>> loaded;
        for (const char* const name : kNamesOfModels) {
            const QString folder =
                resourceFolder(QStringLiteral("checkpoints")) +
                QStringLiteral("/%1-%2").arg(QLatin1String(name), QLatin1String(languageName(language).data()));
            loaded.push_back(std::make_shared<const Checkpoint>(loadCheckpoint(folder.toStdString())));
        }
        found = std::move(loaded);
        return found;
    }
};

ComparisonStudy::ComparisonStudy(Session& session)
    : m_session(session), m_models(std::make_shared<Models>()), m_background(*this, [this](const Error& error) {
          m_isBusy = false;
          Q_EMIT failed(error);
      }) {
    connect(&session, &Session::textChanged, this, &ComparisonStudy::work);
    connect(&session, &Session::modelChanged, this, &ComparisonStudy::work);
}

ComparisonStudy::~ComparisonStudy() {
    ++m_latest;
}

void ComparisonStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted && m_isStale) work();
}

void ComparisonStudy::work() {
    m_isStale = true;
    if (!m_wanted) return;
    m_isStale = false;
    m_isBusy = true;
    const int job = ++m_latest;
    const Checkpoint* const open = m_session.checkpoint();
    const Language language = open ? open->language : Language::English;
    m_background.enqueue([this, job, language, sentence = unspelled(m_session.text())] {
        if (job != m_latest) return;
        const auto& bundled = m_models->of(language);
        auto comparison = std::make_shared<Comparison>();
        const Tokenizer& tokenizer = *bundled.front()->tokenizer;
        std::vector<int> ids;
        for (const Token& token : tokenizer.split(sentence)) {
            if (!token.id && comparison->unknown.isEmpty()) {
                comparison->unknown = QString::fromStdString(token.text);
                for (const std::string& word : tokenizer.suggestions(token.text, 3)) {
                    comparison->suggestions.append(QString::fromStdString(word));
                }
            }
            ids.push_back(token.id.value_or(0));
        }
        std::int64_t most = 1 << 20;
        for (const auto& each : bundled) most = std::min(most, each->model->config().context);
        if (std::ssize(ids) > most) comparison->mostWords = most;
        const bool isPossible = !ids.empty() && comparison->unknown.isEmpty() && comparison->mostWords == 0;
        if (isPossible) {
            for (const int id : ids) comparison->words.append(shownWord(tokenizer, id));
        }
        for (const auto& each : bundled) {
            if (!isPossible) break;
            if (job != m_latest || m_background.isEnding()) return;
            ComparedModel model;
            model.name = QString::fromUtf8(nameOf(each->model->config().family).data()).toUpper();
            model.parameters = each->model->parameters().count();
            // Each model has its own numbers for the same words.
            std::vector<int> own;
            for (const int id : ids) {
                own.push_back(each->tokenizer->vocabulary().find(tokenizer.vocabulary().token(id)).value_or(0));
            }
            const auto logits = read(*each->model, own, model.milliseconds);
            for (std::size_t i = 0; i < own.size(); ++i) {
                const int target = i + 1 < own.size() ? own[i + 1] : -1;
                model.steps.push_back(stepOf(*each->tokenizer, logits[i], target));
                model.total += model.steps.back().loss;
            }
            comparison->models.push_back(std::move(model));
        }
        m_background.post([this, job, comparison] {
            if (job != m_latest) return;
            m_isBusy = false;
            m_comparison = comparison;
            Q_EMIT changed();
        });
    });
}

}  // namespace attentarium
