#include "ui/session/answer_study.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/decode/generator.h"
#include "engine/io/checkpoint.h"
#include "engine/text/special_tokens.h"
#include "engine/train/task_encoder.h"
#include "engine/train/task_score.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/token_spelling.h"

namespace attentarium {
namespace {

/// Nodes beyond those that were kept, for each place.
constexpr int kCut = 3;
constexpr std::int64_t kMostTokens = 40;
constexpr std::uint64_t kSeed = 1'000'003;

bool looksBack(const ModelConfig& config) {
    return config.family == Family::Transformer || config.alignment != Alignment::None;
}

/// Nothing where `goesOn` says no.
std::optional<RightByLength> curveOf(const Checkpoint& checkpoint, const std::function<bool()>& goesOn) {
    const std::shared_ptr<const Task> task = makeTask(*checkpoint.task);
    const ModelConfig& config = checkpoint.model->config();
    const TaskEncoder encoder(task, checkpoint.tokenizer->vocabulary(), TaskForm::Translate, config.family);
    Random random(kSeed);
    std::map<int, RightByLength::Point> rows;
    Parallel parallel(1);
    constexpr int kSlice = 100;
    for (int asked = 0; asked < AnswerStudy::kQuestions; asked += kSlice) {
        if (!goesOn()) return {};
        ExampleTexts texts;
        for (int i = 0; i < kSlice; ++i) encoder.drawInto(texts, TaskPart::HeldOut, random);
        const TaskScore score = scoreOn(*checkpoint.model, texts, parallel);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            RightByLength::Point& row = rows[static_cast<int>(texts[i].source.size())];
            row.length = static_cast<int>(texts[i].source.size());
            ++row.asked;
            row.right += score.texts[i];
        }
    }
    RightByLength curve;
    curve.looksBack = looksBack(config);
    for (const auto& row : rows) curve.points.push_back(row.second);
    return curve;
}

/// The bundled model that learned the same task with the other kind of decoder, with or without looking back.
std::optional<Checkpoint> counterpartOf(const Checkpoint& checkpoint) {
    const bool looks = looksBack(checkpoint.model->config());
    const QString name = looks ? QStringLiteral("/reverse-bottleneck") : QStringLiteral("/reverse");
    try {
        Checkpoint other = loadCheckpoint((resourceFolder(QStringLiteral("checkpoints")) + name).toStdString());
        if (other.task == checkpoint.task) return other;
    } catch (const Error&) {
        // Without it there is one curve only.
    }
    return {};
}

int idOf(const Checkpoint& checkpoint, std::string_view special) {
    return checkpoint.tokenizer->vocabulary().find(special).value_or(-1);
}

}  // namespace

double RightByLength::share() const {
    Point all;
    for (const Point& point : points) {
        all.asked += point.asked;
        all.right += point.right;
    }
    return all.share();
}

AnswerStudy::AnswerStudy(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_background(*this, [this](const Error& error) {
          m_isSearching = m_isMeasuring = false;
          Q_EMIT failed(error);
          Q_EMIT treeChanged();
          Q_EMIT curvesChanged();
      }) {
    connect(&session, &Session::traceChanged, this, &AnswerStudy::adoptTrace);
    connect(&session, &Session::modelChanged, this, [this] {
        ++m_latestSearch;
        ++m_latestAnswer;
        ++m_latestMeasure;
        m_playback.pause();
        m_tree.reset();
        m_searched.clear();
        m_curves.clear();
        m_measured.reset();
        m_isSearching = m_isMeasuring = false;
        m_keptStep = -1;
        m_step = 0;
        Q_EMIT treeChanged();
        Q_EMIT curvesChanged();
        Q_EMIT stepChanged();
    });
    connect(&m_playback, &Playback::due, this, [this] {
        if (m_step >= steps()) return m_playback.pause();
        goToStep(m_step + 1);
    });
}

AnswerStudy::~AnswerStudy() {
    ++m_latestSearch;
    ++m_latestAnswer;
    ++m_latestMeasure;
}

void AnswerStudy::want(bool wanted) {
    m_wanted = wanted;
    if (!wanted) return m_playback.pause();
    adoptTrace();
}

bool AnswerStudy::canStudy() const {
    return m_session.checkpoint() && m_session.reading() == Reading::Answering;
}

int AnswerStudy::steps() const {
    return canStudy() && m_session.trace() ? static_cast<int>(m_session.trace()->tokens().size()) : 0;
}

void AnswerStudy::goToStep(int step) {
    const int there = std::clamp(step, 0, steps());
    if (std::exchange(m_step, there) == there) return;
    // The word that the step reads is in question everywhere.
    if (m_step > 0) m_session.selectToken(m_step - 1);
    Q_EMIT stepChanged();
}

/// A new answer is shown whole, and a forced one from where it was forced.
void AnswerStudy::adoptTrace() {
    if (!canStudy() || !m_session.trace()) return;
    const int kept = std::exchange(m_keptStep, -1);
    m_step = std::min(kept >= 0 ? kept : steps(), steps());
    Q_EMIT stepChanged();
    search();
}

std::vector<int> AnswerStudy::source() const {
    if (!m_session.trace()) return {};
    const auto ids = m_session.trace()->source();
    return {ids.begin(), ids.end()};
}

void AnswerStudy::setBeams(int beams) {
    const int there = std::clamp(beams, 1, kMostBeams);
    if (std::exchange(m_beams, there) == there) return;
    m_searched.clear();
    search();
}

void AnswerStudy::search() {
    if (!m_wanted || !canStudy() || !m_session.trace()) return;
    std::vector<int> now = source();
    const auto& model = m_session.checkpoint()->model;
    if (now == m_searched && m_searcher == model) return;
    m_searched = now;
    m_searcher = model;
    const int begin = idOf(*m_session.checkpoint(), special::kBegin);
    const int end = idOf(*m_session.checkpoint(), special::kEnd);
    if (begin < 0 || end < 0 || now.empty()) return;
    const int job = ++m_latestSearch;
    m_isSearching = true;
    m_tree.reset();
    Q_EMIT treeChanged();
    m_background.enqueue([this, job, model, begin, end, beams = m_beams, now = std::move(now)] {
        if (job != m_latestSearch) return;
        const auto reader = makeReader(*model, now);
        const BeamSettings settings{
            .beams = beams, .mostTokens = std::min(kMostTokens, model->config().context - 1), .end = end};
        auto tree = std::make_shared<const BeamTree>(beamTree(*reader, std::vector<int>{begin}, settings, kCut));
        m_background.post([this, job, tree] {
            if (job != m_latestSearch) return;
            m_isSearching = false;
            m_tree = tree;
            Q_EMIT treeChanged();
        });
    });
}

bool AnswerStudy::isForced() const {
    return canStudy() && m_session.words().contains(QStringLiteral("→"));
}

void AnswerStudy::force(int place, int token) {
    if (!canStudy() || !m_session.trace() || place < 0) return;
    const auto tokens = m_session.trace()->tokens();
    if (place >= static_cast<int>(tokens.size())) return;
    // Before the answer stands where it begins.
    std::vector<int> begun(tokens.begin() + 1, tokens.begin() + 1 + place);
    begun.push_back(token);
    m_keptStep = place + 1;
    answer(std::move(begun));
}

void AnswerStudy::follow(int node) {
    if (!m_tree || node < 0 || node >= static_cast<int>(m_tree->nodes.size())) return;
    std::vector<int> begun;
    for (const int one : m_tree->pathTo(node)) begun.push_back(m_tree->nodes[static_cast<std::size_t>(one)].token);
    m_keptStep = static_cast<int>(begun.size());
    answer(std::move(begun));
}

/// Lets the model go on from `begun` and makes that the answer.
void AnswerStudy::answer(std::vector<int> begun) {
    const Checkpoint& checkpoint = *m_session.checkpoint();
    const int begin = idOf(checkpoint, special::kBegin), end = idOf(checkpoint, special::kEnd);
    const int job = ++m_latestAnswer;
    m_background.enqueue(
        [this, job, begin, end, now = source(), model = checkpoint.model, begun = std::move(begun)]() mutable {
            if (job != m_latestAnswer) return;
            if (begun.back() == end) {
                begun.pop_back();
            } else {
                std::vector<int> prompt{begin};
                prompt.insert(prompt.end(), begun.begin(), begun.end());
                Generator generator(makeReader(*model, now), prompt, {.temperature = 0}, 1);
                while (static_cast<std::int64_t>(begun.size()) + 1 < model->config().context) {
                    const int next = generator.next();
                    if (next == end) break;
                    begun.push_back(next);
                }
            }
            m_background.post([this, job, begun = std::move(begun)] {
                if (job == m_latestAnswer) setAnswer(begun);
            });
        });
}

/// In the words of the vocabulary, one after the other: what a tokenizer cuts out of a written text may be others.
void AnswerStudy::setAnswer(const std::vector<int>& tokens) {
    const auto& chips = m_session.chips();
    const auto arrow = std::ranges::find(chips, Chip::Role::Arrow, &Chip::role);
    const auto first = static_cast<int>(arrow - chips.begin());
    const int count = static_cast<int>(chips.size()) - first;
    const Checkpoint& checkpoint = *m_session.checkpoint();
    std::vector<std::string> words;
    for (const int id : tokens) words.push_back(checkpoint.tokenizer->vocabulary().token(id));
    QString written;
    if (checkpoint.task) {
        const auto task = makeTask(*checkpoint.task);
        const TaskTokenizers tokenizers(*task, checkpoint.tokenizer->vocabulary());
        written = QString::fromStdString(tokenizers.answer().join(words));
    } else {
        written = spelled(checkpoint.tokenizer->join(words));
    }
    if (count > 0) {
        m_session.replaceWords(first + 1, count - 1, written);
    } else {
        m_session.setText(m_session.text() + QStringLiteral(" → ") + written);
    }
}

void AnswerStudy::answerByItself() {
    const auto& chips = m_session.chips();
    const auto arrow = std::ranges::find(chips, Chip::Role::Arrow, &Chip::role);
    if (arrow == chips.end()) return;
    const auto first = static_cast<int>(arrow - chips.begin());
    m_session.replaceWords(first, static_cast<int>(chips.size()) - first, QString());
}

bool AnswerStudy::canMeasure() const {
    return canStudy() && m_session.checkpoint()->task.has_value();
}

void AnswerStudy::measure() {
    if (!canMeasure() || m_isMeasuring || m_measured == m_session.checkpoint()->model) return;
    const int job = ++m_latestMeasure;
    m_isMeasuring = true;
    m_measured = m_session.checkpoint()->model;
    Q_EMIT curvesChanged();
    m_background.enqueue([this, job, checkpoint = std::make_shared<const Checkpoint>(*m_session.checkpoint())] {
        const auto goesOn = [this, job] { return job == m_latestMeasure && !m_background.isEnding(); };
        std::vector<RightByLength> curves;
        if (const auto own = curveOf(*checkpoint, goesOn)) curves.push_back(*own);
        if (const auto other = counterpartOf(*checkpoint); other && goesOn()) {
            if (auto curve = curveOf(*other, goesOn)) {
                curve->isOpen = false;
                curves.push_back(*curve);
            }
        }
        if (!goesOn()) return;
        m_background.post([this, job, curves = std::move(curves)] {
            if (job != m_latestMeasure) return;
            m_isMeasuring = false;
            m_curves = curves;
            Q_EMIT curvesChanged();
        });
    });
}

}  // namespace attentarium
