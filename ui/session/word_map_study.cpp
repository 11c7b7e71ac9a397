#include "ui/session/word_map_study.h"

#include <QElapsedTimer>
#include <algorithm>
#include <utility>

#include "engine/tape/cell_place.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

/// Steps between two pictures, and the least time between them, in milliseconds: so that one can follow the words.
constexpr int kStepsAtOnce = 6;
constexpr int kPictureTime = 16;

/// What is done to the vectors among all changes of the run.
std::vector<SetCell> editsOf(const std::vector<VectorTable>& tables, const Interventions& changes) {
    std::vector<SetCell> edits;
    for (const Intervention& change : changes) {
        const auto* const set = std::get_if<SetCell>(&change);
        if (set && std::ranges::find(tables, set->name, &VectorTable::name) != tables.end()) edits.push_back(*set);
    }
    return edits;
}

}  // namespace

WordMapStudy::WordMapStudy(Session& session) : m_session(session), m_background(*this, [](const Error&) {}) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (m_isPlaying && m_wanted) askForSteps(kStepsAtOnce);
    });
    connect(&session, &Session::modelChanged, this, [this] {
        m_isPerplexityChosen = false;
        m_directions = {};
        m_table = 0;
        follow();
    });
    connect(&session, &Session::traceChanged, this, &WordMapStudy::follow);
    connect(&session, &Session::changesChanged, this, &WordMapStudy::follow);
    follow();
}

WordMapStudy::~WordMapStudy() {
    ++m_latest;
    ++m_latestBeside;
}

void WordMapStudy::want(bool wanted) {
    m_wanted = wanted;
    if (!wanted) return m_next.stop();
    if (m_isStale) return restart();
    if (m_isPlaying && !m_isStepping) m_next.start(0);
}

QStringList WordMapStudy::tables() const {
    QStringList names;
    for (const VectorTable& table : m_tables) names.append(QString::fromStdString(table.name));
    return names;
}

/// The vectors as they are now: a moment of training or a weight that was set may have changed them.
void WordMapStudy::follow() {
    const Checkpoint* const checkpoint = m_session.checkpoint();
    if (!checkpoint) return;
    std::vector<VectorTable> learned = vectorTablesOf(*checkpoint->model);
    std::vector<SetCell> edits = editsOf(learned, m_session.changes());
    if (learned == m_learned && edits == m_edits && m_tokenizer == checkpoint->tokenizer) return;
    m_learned = std::move(learned);
    m_edits = std::move(edits);
    m_tokenizer = checkpoint->tokenizer;
    m_tables = m_learned;
    for (const SetCell& edit : m_edits) {
        Tensor<float>& values = std::ranges::find(m_tables, edit.name, &VectorTable::name)->values;
        const auto cell = cellAt(values.shape(), edit.place);
        if (cell) values.mutableView().data[*cell] = static_cast<float>(edit.value);
    }
    m_table = std::clamp(m_table, 0, std::max(0, static_cast<int>(m_tables.size()) - 1));
    m_latest++;
    m_map.reset();
    Q_EMIT vectorsChanged();
    restart();
}

void WordMapStudy::setTable(int table) {
    if (table < 0 || table >= static_cast<int>(m_tables.size()) || std::exchange(m_table, table) == table) return;
    m_map.reset();
    Q_EMIT vectorsChanged();
    restart();
}

void WordMapStudy::setKind(MapKind kind) {
    if (std::exchange(m_kind, kind) == kind) return;
    setPlaying(kind == MapKind::Neighbours);
    restart();
}

void WordMapStudy::setDirections(const DirectionWords& directions) {
    m_directions = directions;
    if (m_kind == MapKind::Directions) restart();
}

void WordMapStudy::setPerplexity(double perplexity) {
    m_perplexity = perplexity;
    m_isPerplexityChosen = true;
    if (m_kind != MapKind::Neighbours) return;
    setPlaying(true);
    restart();
}

void WordMapStudy::restart() {
    const int job = ++m_latest;
    m_isStale = !m_wanted;
    m_run.reset();
    m_next.stop();
    const Checkpoint* const checkpoint = m_session.checkpoint();
    if (!m_wanted || !checkpoint || m_tables.empty()) return;
    WordMapRequest request{.table = m_tables[static_cast<std::size_t>(m_table)],
                           .tokenizer = m_tokenizer,
                           .language = checkpoint->language,
                           .cloud = m_map ? m_map->cloud : nullptr,
                           .kind = m_kind,
                           .directions = {},
                           .perplexity = {},
                           .beside = m_beside};
    if (m_directions != DirectionWords{}) request.directions = m_directions;
    if (m_isPerplexityChosen) request.perplexity = m_perplexity;
    m_isBusy = true;
    m_background.enqueue([this, job, request = std::move(request)] {
        if (job != m_latest) return;
        const auto isStopped = [this, job] { return job != m_latest; };
        MadeMap made = makeMap(request, isStopped);
        m_background.post([this, job, made = std::move(made)] {
            if (job == m_latest && made.map) adopt(made);
        });
    });
}

void WordMapStudy::adopt(const MadeMap& made) {
    m_isBusy = false;
    m_isStepping = false;
    m_map = made.map;
    m_run = made.descent;
    if (m_directions == DirectionWords{}) m_directions = m_map->directions;
    if (!m_isPerplexityChosen) m_perplexity = m_map->perplexity;
    if (!m_run) setPlaying(false);
    m_problem = made.problem;
    if (m_beside) m_besideProblem = made.besideProblem;
    Q_EMIT problemChanged();
    Q_EMIT mapChanged();
    if (m_isPlaying) m_next.start(kPictureTime);
}

void WordMapStudy::askForSteps(int steps) {
    if (!m_run || m_isStepping) return;
    m_isStepping = true;
    m_background.enqueue([this, job = m_latest.load(), run = m_run, steps] {
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < steps && job == m_latest && !run->tsne.isDone(); ++i) run->tsne.step();
        auto map = std::make_shared<const WordMap>(run->mapNow());
        m_background.post([this, job, map, spent = static_cast<int>(time.elapsed())] {
            if (job != m_latest) return;
            m_isStepping = false;
            m_map = map;
            Q_EMIT mapChanged();
            if (map->step >= map->steps) setPlaying(false);
            if (m_isPlaying && m_wanted) m_next.start(std::max(0, kPictureTime - spent));
        });
    });
}

void WordMapStudy::play() {
    if (m_kind != MapKind::Neighbours || m_problem) return;
    setPlaying(true);
    if (m_map && m_map->step >= m_map->steps) return restart();
    if (!m_isStepping) m_next.start(0);
}

void WordMapStudy::pause() {
    setPlaying(false);
    m_next.stop();
}

void WordMapStudy::stepOnce() {
    pause();
    if (m_map && m_map->kind == MapKind::Neighbours && m_map->step >= m_map->steps) return;
    askForSteps(1);
}

void WordMapStudy::cancel() {
    if (m_kind != MapKind::Neighbours) return;
    pause();
    restart();
}

void WordMapStudy::setPlaying(bool playing) {
    if (std::exchange(m_isPlaying, playing) != playing) Q_EMIT playingChanged();
}

void WordMapStudy::openBeside(const QString& folder) {
    const int job = ++m_latestBeside;
    m_besideFolder = folder;
    m_besideProblem.reset();
    Q_EMIT besideChanged();
    Q_EMIT problemChanged();
    if (folder.isEmpty()) {
        if (std::exchange(m_beside, nullptr)) restart();
        return;
    }
    m_background.enqueue([this, job, folder] {
        if (job != m_latestBeside) return;
        std::shared_ptr<const Checkpoint> opened;
        std::optional<Error> error;
        try {
            opened = std::make_shared<const Checkpoint>(loadCheckpoint(folder.toStdString()));
        } catch (const Error& what) {
            error = what;
        }
        m_background.post([this, job, opened, error] {
            if (job != m_latestBeside) return;
            m_beside = opened;
            if (error) {
                m_besideProblem = MapProblem{.kind = MapProblem::Kind::Unreadable, .error = error};
                Q_EMIT problemChanged();
            }
            restart();
        });
    });
}

}  // namespace attentarium
