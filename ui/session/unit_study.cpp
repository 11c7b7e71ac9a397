#include "ui/session/unit_study.h"

#include <QFile>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/io/checkpoint.h"
#include "engine/text/tasks/task.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/token_spelling.h"

namespace attentarium {
namespace {

/// Enough for scores of rare things, and read within the blink of an eye.
constexpr std::size_t kTokens = 6000;
constexpr std::uint64_t kSeed = 20'001;

std::optional<KnownText> knownTextOf(WatchedText text) {
    switch (text) {
        case WatchedText::Brackets:
            return KnownText::Brackets;
        case WatchedText::Stories:
            return KnownText::Stories;
        case WatchedText::Lessons:
            return KnownText::Lessons;
        default:
            return {};
    }
}

std::vector<WatchedText> offeredTo(const Checkpoint& checkpoint) {
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    std::vector<WatchedText> offered;
    for (const WatchedText text : {WatchedText::Lessons, WatchedText::Stories, WatchedText::Brackets}) {
        // A task whose letters happen to include brackets has texts of its own.
        const bool isOther = checkpoint.task && checkpoint.task->task != TaskName::Translation;
        if (!isOther && knows(vocabulary, checkpoint.language, *knownTextOf(text))) offered.push_back(text);
    }
    if (checkpoint.task) offered.push_back(WatchedText::Questions);
    const bool readsAnything = checkpoint.tokenizer->kind() != TokenizerKind::Word;
    if (!checkpoint.task && readsAnything && offered.empty()) offered.push_back(WatchedText::Fables);
    offered.push_back(WatchedText::Sentence);
    return offered;
}

void addTokens(const std::vector<Token>& tokens, WatchedUnits& watched) {
    LabelledText& text = watched.labelled;
    text.begins.push_back(text.ids.size());
    for (const Token& token : tokens) {
        if (!token.id) {
            ++watched.unknown;
            continue;
        }
        if (text.ids.size() >= kTokens) return;
        text.ids.push_back(*token.id);
        text.words.push_back(token.text);
    }
}

void addQuestions(const Checkpoint& checkpoint, WatchedUnits& watched) {
    const auto task = makeTask(*checkpoint.task);
    const TaskTokenizers tokenizers(*task, checkpoint.tokenizer->vocabulary());
    Random random(kSeed);
    for (int i = 0; i < 400 && watched.labelled.ids.size() < kTokens; ++i) {
        addTokens(tokenizers.question().split(task->draw(TaskPart::HeldOut, random).question), watched);
    }
}

void addFables(const Checkpoint& checkpoint, WatchedUnits& watched) {
    const QString name =
        checkpoint.language == Language::Chinese ? QStringLiteral("/fables-zh.txt") : QStringLiteral("/fables-en.txt");
    QFile file(resourceFolder(QStringLiteral("corpora")) + name);
    if (!file.open(QIODevice::ReadOnly)) return;
    // Eight times the tokens in bytes is enough for either language.
    addTokens(checkpoint.tokenizer->split(file.read(8 * static_cast<qint64>(kTokens)).toStdString()), watched);
}

/// Of hidden and cell states, the kind that has the unit that tells the first truth best; without one the last hidden
/// state.
int bestTable(const WatchedUnits& watched) {
    int best = 0;
    double most = -1;
    for (std::size_t i = 0; i < watched.tables.size(); ++i) {
        const StateTable& table = watched.tables[i];
        if (table.site != Site::HiddenState && table.site != Site::CellState) continue;
        const bool isKnown = !watched.labelled.truths.empty();
        const auto scores = isKnown ? scoreUnits(table, watched.labelled.truths[0].labels) : std::vector<UnitScore>();
        const double area = !scores.empty() ? scores[0].area : table.site == Site::HiddenState ? 0 : -1;
        if (area < most || (area == most && !scores.empty())) continue;
        most = area;
        best = static_cast<int>(i);
    }
    return best;
}

std::shared_ptr<const WatchedUnits> read(const Checkpoint& checkpoint, std::optional<WatchedText> asked,
                                         const std::vector<int>& sentence, const std::function<bool()>& goesOn) {
    auto watched = std::make_shared<WatchedUnits>();
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    watched->offered = offeredTo(checkpoint);
    const bool isOffered = asked && std::ranges::find(watched->offered, *asked) != watched->offered.end();
    watched->text = isOffered ? *asked : watched->offered.front();
    if (const auto known = knownTextOf(watched->text)) {
        watched->labelled = labelledText(*known, vocabulary, checkpoint.language, kSeed, kTokens);
    } else if (watched->text == WatchedText::Questions) {
        addQuestions(checkpoint, *watched);
    } else if (watched->text == WatchedText::Fables) {
        addFables(checkpoint, *watched);
    } else {
        watched->labelled.begins = {0};
        watched->labelled.ids = sentence;
        for (const int id : sentence) watched->labelled.words.push_back(vocabulary.token(id));
    }
    if (watched->labelled.truths.empty() && vocabulary.find("(") && vocabulary.find(")")) {
        watched->labelled.truths = bracketTruths(watched->labelled.words);
    }
    for (const std::string& word : watched->labelled.words) watched->words.append(spelledToken(word));
    if (watched->labelled.ids.empty()) return watched;
    watched->tables = statesOver(*checkpoint.model, watched->labelled.ids, watched->labelled.begins, goesOn);
    if (watched->tables.empty()) return nullptr;
    watched->best = bestTable(*watched);
    return watched;
}

std::vector<int> bySpread(const StateTable& table) {
    std::vector<double> spread;
    const auto count = static_cast<double>(std::max<std::size_t>(1, table.tokens()));
    for (int unit = 0; unit < table.width; ++unit) {
        double sum = 0, squares = 0;
        for (std::size_t token = 0; token < table.tokens(); ++token) {
            const auto value = static_cast<double>(table.at(token, unit));
            sum += value;
            squares += value * value;
        }
        spread.push_back(squares / count - sum / count * (sum / count));
    }
    std::vector<int> ranking(static_cast<std::size_t>(table.width));
    std::iota(ranking.begin(), ranking.end(), 0);
    std::ranges::stable_sort(ranking, std::ranges::greater(),
                             [&](int unit) { return spread[static_cast<std::size_t>(unit)]; });
    return ranking;
}

}  // namespace

UnitStudy::UnitStudy(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_background(*this, [this](const Error& error) {
          m_isReading = m_isScoring = false;
          Q_EMIT failed(error);
          Q_EMIT changed();
      }) {
    connect(&session, &Session::modelChanged, this, [this] {
        ++m_latest;
        m_watched.reset();
        m_scores.clear();
        m_ranking.clear();
        m_isReading = m_isScoring = false;
        m_asked.reset();
        m_takesBest = true;
        m_isStale = true;
        Q_EMIT changed();
        if (m_wanted) restart();
    });
    connect(&session, &Session::traceChanged, this, &UnitStudy::follow);
}

UnitStudy::~UnitStudy() {
    ++m_latest;
    ++m_latestScore;
}

void UnitStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted) follow();
    if (wanted && m_isStale) restart();
}

bool UnitStudy::canStudy() const {
    return m_session.checkpoint() && attentarium::hasStates(m_session.checkpoint()->model->config().family);
}

/// A moment of training is another model, and a sentence that is watched another text.
void UnitStudy::follow() {
    if (!m_session.checkpoint()) return;
    const bool isOther = m_model != m_session.checkpoint()->model;
    const bool isSentence = m_asked == WatchedText::Sentence || (m_watched && m_watched->text == WatchedText::Sentence);
    const QStringList& words = m_session.tracedSource().isEmpty() ? m_session.tracedWords() : m_session.tracedSource();
    if (!isOther && !(isSentence && words != m_sentence)) return;
    m_isStale = true;
    if (m_wanted) restart();
}

void UnitStudy::watch(WatchedText text) {
    if (m_watched && m_watched->text == text && m_asked == text) return;
    m_asked = text;
    restart();
}

void UnitStudy::restart() {
    if (!canStudy()) return;
    m_isStale = false;
    const int job = ++m_latest;
    ++m_latestScore;
    m_isReading = true;
    m_model = m_session.checkpoint()->model;
    m_sentence = m_session.tracedSource().isEmpty() ? m_session.tracedWords() : m_session.tracedSource();
    std::vector<int> sentence;
    if (const auto& trace = m_session.trace()) {
        const auto ids = trace->source().empty() ? trace->tokens() : trace->source();
        sentence.assign(ids.begin(), ids.end());
    }
    Q_EMIT changed();
    m_background.enqueue([this, job, asked = m_asked, sentence = std::move(sentence),
                          checkpoint = std::make_shared<const Checkpoint>(*m_session.checkpoint())] {
        if (job != m_latest) return;
        const auto goesOn = [this, job] { return job == m_latest && !m_background.isEnding(); };
        const auto watched = read(*checkpoint, asked, sentence, goesOn);
        if (!watched) return;
        m_background.post([this, job, watched] {
            if (job == m_latest) adopt(watched);
        });
    });
}

void UnitStudy::adopt(const std::shared_ptr<const WatchedUnits>& watched) {
    const bool isFirst = !m_watched || m_watched->tables.size() != watched->tables.size();
    const bool sameTruths = m_watched && m_watched->labelled.truths.size() == watched->labelled.truths.size();
    m_watched = watched;
    m_isReading = false;
    if (isFirst) {
        m_table = watched->best;
        m_unit = 0;
    }
    if (!sameTruths) m_truth = watched->labelled.truths.empty() ? -1 : 0;
    m_scores.clear();
    m_ranking.clear();
    if (hasStates()) m_ranking = bySpread(states());
    if (m_takesBest && !m_ranking.empty()) m_unit = m_ranking.front();
    score();
    Q_EMIT changed();
    Q_EMIT unitChanged();
}

const TruthLabels* UnitStudy::labels() const {
    return m_watched && m_truth >= 0 ? &m_watched->labelled.truths[static_cast<std::size_t>(m_truth)] : nullptr;
}

void UnitStudy::score() {
    const int job = ++m_latestScore;
    m_isScoring = hasStates() && labels();
    if (!m_isScoring) return;
    m_background.enqueue([this, job, watched = m_watched, table = m_table, truth = m_truth] {
        if (job != m_latestScore) return;
        auto scores = scoreUnits(watched->tables[static_cast<std::size_t>(table)],
                                 watched->labelled.truths[static_cast<std::size_t>(truth)].labels);
        m_background.post([this, job, scores = std::move(scores)] {
            if (job != m_latestScore) return;
            m_isScoring = false;
            m_scores = scores;
            if (!m_scores.empty()) m_ranking.clear();
            for (const UnitScore& one : m_scores) m_ranking.push_back(one.unit);
            if (std::exchange(m_takesBest, false) && !m_scores.empty()) m_unit = m_scores.front().unit;
            Q_EMIT changed();
            Q_EMIT unitChanged();
        });
    });
}

void UnitStudy::chooseTable(int table) {
    if (!hasStates() || table < 0 || table >= static_cast<int>(m_watched->tables.size()) || table == m_table) return;
    m_table = table;
    m_unit = std::min(m_unit, states().width - 1);
    m_scores.clear();
    m_ranking = bySpread(states());
    m_takesBest = true;
    score();
    Q_EMIT changed();
    Q_EMIT unitChanged();
}

void UnitStudy::chooseTruth(int truth) {
    if (!m_watched || truth < 0 || truth >= static_cast<int>(m_watched->labelled.truths.size()) || truth == m_truth) {
        return;
    }
    m_truth = truth;
    m_scores.clear();
    m_takesBest = true;
    score();
    Q_EMIT changed();
}

const UnitScore* UnitStudy::scoreOf(int unit) const {
    const auto found = std::ranges::find(m_scores, unit, &UnitScore::unit);
    return found == m_scores.end() ? nullptr : &*found;
}

void UnitStudy::chooseUnit(int unit) {
    if (!hasStates() || unit < 0 || unit >= states().width || std::exchange(m_unit, unit) == unit) return;
    Q_EMIT unitChanged();
}

}  // namespace attentarium
