#include "ui/session/word2vec_study.h"

#include <algorithm>
#include <utility>

#include "engine/text/biased_world.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/word2vec_run.h"

namespace attentarium {
namespace {

constexpr int kBeat = 50;        ///< milliseconds between two moments of a run
constexpr int kStepsInBeat = 6;  ///< of five hundred tokens each
constexpr std::size_t kMostPairs = 24, kMostWords = 24;

std::vector<std::string> wordsIn(const WordTokenizer& tokenizer, const std::string& text, bool& knowsAll) {
    std::vector<std::string> words;
    for (const Token& token : tokenizer.split(text)) {
        knowsAll = knowsAll && token.id.has_value();
        words.push_back(token.text);
    }
    knowsAll = knowsAll && words.size() > 1;
    return words;
}

}  // namespace

Word2VecStudy::Word2VecStudy(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_background(*this, [this](const Error&) { pause(); }) {
    m_beat.setInterval(kBeat);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (!m_isSliceAsked) askForSlice(kStepsInBeat);
    });
    connect(&session, &Session::modelChanged, this, [this] {
        const Checkpoint* const open = m_session.checkpoint();
        if (!open) return;
        Word2VecChoices next = m_choices;
        next.language = open->language;
        next.isBiased = biasOf(open->corpus).has_value();
        if (next == m_choices) return;
        m_choices = next;
        m_isStale = true;
        if (m_isWanted) begin();
    });
    connect(&session, &Session::textChanged, this, [this] {
        m_arePairsStale = true;
        if (m_isWanted && !m_isStale) askForPairs();
    });
}

Word2VecStudy::~Word2VecStudy() {
    ++m_latest;
    ++m_latestPairs;
}

double Word2VecStudy::rate() const {
    return kWord2VecRate;
}

void Word2VecStudy::want(bool wanted) {
    m_isWanted = wanted;
    if (!wanted) return pause();
    if (m_isStale) return begin();
    if (m_arePairsStale) askForPairs();
}

void Word2VecStudy::choose(const Word2VecChoices& choices) {
    if (choices == m_choices) return;
    m_choices = choices;
    m_isStale = true;
    if (m_isWanted) begin();
}

void Word2VecStudy::reset() {
    m_isStale = true;
    if (m_isWanted) begin();
}

void Word2VecStudy::begin() {
    pause();
    m_isStale = false;
    m_isBusy = true;
    m_isSliceAsked = false;
    m_losses.clear();
    // What is there belongs to other choices.
    m_run.reset();
    m_moment.reset();
    m_pairs.clear();
    ++m_latestPairs;
    const int number = ++m_latest;
    m_background.enqueue([this, number, choices = m_choices] {
        if (number != m_latest) return;
        const auto run = std::make_shared<Word2VecRun>(choices);
        const auto moment = run->moment();
        QStringList vocabulary;
        for (const std::string& word : run->tokenizer->vocabulary().tokens()) {
            vocabulary.append(word == "\n" ? QStringLiteral("↵") : QString::fromStdString(word));
        }
        m_background.post([this, number, run, moment, vocabulary] {
            if (number != m_latest) return;
            m_run = run;
            m_vocabulary = vocabulary;
            m_moment = moment;
            askForPairs();
            Q_EMIT momentChanged();
        });
    });
    Q_EMIT runningChanged();
}

void Word2VecStudy::askForPairs() {
    if (!m_run) return;
    m_arePairsStale = false;
    m_isBusy = true;
    const int number = ++m_latestPairs;
    const std::string own = m_session.text().toStdString();
    m_background.enqueue([this, number, run = m_run, own] {
        if (number != m_latestPairs) return;
        bool isOwn = true;
        std::vector<std::string> words = wordsIn(*run->tokenizer, own, isOwn);
        if (!isOwn) {
            bool known = true;
            const Language language = run->choices.language;
            Random random(2);
            words = run->choices.isBiased ? BiasedWorld(language).tell(random)
                                          : wordsIn(*run->tokenizer, bundledSentence(language).toStdString(), known);
            if (words.back() == "\n") words.pop_back();
        }
        if (words.size() > kMostWords) words.resize(kMostWords);
        std::vector<int> ids;
        QStringList shown;
        for (const std::string& word : words) {
            ids.push_back(run->tokenizer->vocabulary().find(word).value());
            shown.append(QString::fromStdString(word));
        }
        auto pairs = run->pairsOf(ids, kMostPairs);
        m_background.post([this, number, isOwn, shown, pairs = std::move(pairs)]() mutable {
            if (number != m_latestPairs) return;
            m_isBusy = false;
            m_isSessions = isOwn;
            m_words = shown;
            m_pairs = std::move(pairs);
            Q_EMIT pairsChanged();
        });
    });
}

void Word2VecStudy::run() {
    if (m_isRunning || !canRun()) return;
    if (m_moment && m_moment->isFinished) reset();
    m_isRunning = true;
    m_beat.start();
    Q_EMIT runningChanged();
}

void Word2VecStudy::pause() {
    if (!m_isRunning) return;
    m_isRunning = false;
    m_beat.stop();
    // Pairs go on from where the run stands.
    if (m_isWanted) askForPairs();
    m_arePairsStale = !m_isWanted;
    Q_EMIT runningChanged();
}

void Word2VecStudy::stepOnce() {
    pause();
    if (!canRun() || !m_run || m_isSliceAsked) return;
    askForSlice(1);
    askForPairs();
}

void Word2VecStudy::askForSlice(int steps) {
    if (!m_run) return;
    m_isSliceAsked = true;
    m_background.enqueue([this, number = m_latest.load(), run = m_run, steps] {
        if (number != m_latest) return;
        run->step(steps);
        const auto moment = run->moment();
        m_background.post([this, number, moment] {
            if (number == m_latest) adopt(moment);
        });
    });
}

void Word2VecStudy::adopt(std::shared_ptr<const Word2VecMoment> moment) {
    m_isSliceAsked = false;
    m_moment = std::move(moment);
    m_losses.emplace_back(static_cast<double>(m_moment->tokensDone), m_moment->loss);
    Q_EMIT momentChanged();
    if (m_moment->isFinished) pause();
}

}  // namespace attentarium
