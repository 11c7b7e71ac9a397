#include "ui/lesson/lesson_player.h"

#include <QDir>
#include <QFile>
#include <QScopedValueRollback>
#include <algorithm>
#include <utility>

#include "ui/session/resources.h"

namespace attentarium {

LessonPlayer::LessonPlayer(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::modelChanged, this, &LessonPlayer::adoptModel);
    connect(&session, &Session::failed, this, [this] {
        // The model that was open stays, and the lesson makes the best of it.
        if (std::exchange(m_awaitsModel, false)) sessionChanged();
    });
    connect(&session, &Session::traceChanged, this, &LessonPlayer::sessionChanged);
    connect(&session, &Session::stepChanged, this, &LessonPlayer::sessionChanged);
    connect(&session, &Session::selectionChanged, this, &LessonPlayer::sessionChanged);
    connect(&m_watch, &LessonWatch::changed, this, &LessonPlayer::reload);
}

void LessonPlayer::setLanguage(Language language) {
    if (m_language == language) return;
    m_language = language;
    if (!m_library.isEmpty()) setLibrary(m_library);
    // Messages about the files are in the interface's language too.
    reload();
}

void LessonPlayer::setLibrary(const QString& folder) {
    m_library = folder;
    m_entries.clear();
    for (const QString& name :
         folder.isEmpty() ? QStringList() : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir lesson(QDir(folder).filePath(name));
        if (!lesson.exists(lessonDataFile())) continue;
        QFile file(lesson.filePath(lessonTextFile(m_language)));
        std::vector<LessonProblem> ignored;
        LessonText text;
        if (file.open(QIODevice::ReadOnly)) {
            text = parseLessonText(file.fileName(), QString::fromUtf8(file.readAll()), ignored);
        }
        m_entries.push_back({lesson.path(), text.title.isEmpty() ? name : text.title, text.summary});
    }
    Q_EMIT changed();
}

void LessonPlayer::start(const QString& folder) {
    m_folder = folder;
    m_lesson = {};
    m_step = 0;
    m_done.clear();
    m_answers.clear();
    m_bestKnown = false;
    m_pending.reset();
    m_watch.setFolder(folder);
    // What a lesson says holds for the model as it is; undo brings the changes back.
    m_session.dropAllChanges();
    const Checkpoint* open = m_session.checkpoint();
    m_awaitsModel = open && open->model->config().family != Family::Gpt;
    if (m_awaitsModel) m_session.openModel(bundledCheckpoint(open->language));
    reload();
}

void LessonPlayer::leave() {
    m_folder.clear();
    m_watch.setFolder({});
    m_lesson = {};
    m_pending.reset();
    m_fileProblems.clear();
    m_problems.clear();
    m_lacksWords = false;
    // Lessons may have come, gone or been renamed meanwhile. Tells that all has changed.
    setLibrary(m_library);
}

void LessonPlayer::reload() {
    if (!isPlaying()) return;
    std::vector<LessonProblem> problems;
    Lesson read = readLesson(m_folder, problems);
    m_fileProblems = std::move(problems);
    // While the data cannot be read at all, the steps as they were stay on the screen.
    if (read.steps.empty()) read.steps = m_lesson.steps;
    if (read.sentences.empty()) read.sentences = m_lesson.sentences;
    if (read.groups.isEmpty()) read.groups = m_lesson.groups;
    const bool begins = m_lesson.steps.empty();
    const LessonStep before = begins ? LessonStep{} : *currentStep();
    const QStringList sentence = sentenceWords();
    m_lesson = std::move(read);
    const auto same = std::ranges::find(m_lesson.steps, before.id, &LessonStep::id);
    if (same != m_lesson.steps.end()) m_step = static_cast<int>(same - m_lesson.steps.begin());
    m_step = std::clamp(m_step, 0, std::max(0, stepCount() - 1));
    const LessonStep* now = currentStep();
    // A new text leaves the picture as it is; other things to show are shown.
    Showing wanted = now ? now->show : Showing{};
    wanted.line = before.show.line;
    if (now && (begins || wanted != before.show || sentence != sentenceWords())) {
        show(now->show);
    } else {
        sessionChanged();
    }
}

const LessonStep* LessonPlayer::currentStep() const {
    return m_lesson.steps.empty() ? nullptr : &m_lesson.steps[static_cast<std::size_t>(m_step)];
}

void LessonPlayer::goToStep(int step) {
    if (!currentStep() || step < 0 || step >= stepCount()) return;
    m_step = step;
    show(currentStep()->show);
}

void LessonPlayer::next() {
    if (!currentStep() || !isDone()) return;
    if (m_step + 1 == stepCount()) {
        leave();
    } else {
        goToStep(m_step + 1);
    }
}

bool LessonPlayer::isDone() const {
    const LessonStep* step = currentStep();
    return step && (step->until.kind == Condition::Kind::Nothing || m_done.contains(step->id));
}

void LessonPlayer::showAgain() {
    const LessonStep* step = currentStep();
    if (!step) return;
    Showing again = step->reveal && !chosen().isEmpty() ? *step->reveal : step->show;
    again.sentence = true;
    show(again);
}

void LessonPlayer::adoptModel() {
    m_awaitsModel = false;
    m_bestKnown = false;
    showAgain();
}

void LessonPlayer::show(const Showing& showing) {
    m_pending = showing;
    m_sentenceAsked = false;
    sessionChanged();
}

void LessonPlayer::sessionChanged() {
    if (m_applying || !isPlaying()) return;
    findBestHead();
    applyShowing();
    evaluate();
    // What the model before lacks is no fault of the lesson.
    if (!m_awaitsModel) refreshProblems();
    Q_EMIT changed();
}

QStringList LessonPlayer::sentenceWords() const {
    QStringList words;
    if (!m_session.checkpoint()) return words;
    const auto sentence = m_lesson.sentences.find(m_session.checkpoint()->language);
    if (sentence == m_lesson.sentences.end()) return words;
    for (const Token& token : m_session.checkpoint()->tokenizer->split(sentence->second.text.toStdString())) {
        words.append(QString::fromStdString(token.text));
    }
    return words;
}

void LessonPlayer::findBestHead() {
    if (m_bestKnown || !hasTrace() || !currentStep()) return;
    const auto& measures = m_session.checkpoint()->measures;
    const auto block = measures.find("referent_head_layer");
    const auto head = measures.find("referent_head");
    const ModelConfig& config = m_session.checkpoint()->model->config();
    const auto within = [&](auto entry, std::int64_t count) {
        return entry != measures.end() && entry->second >= 0 && entry->second < static_cast<double>(count);
    };
    // Both count from 0, as names do.
    if (within(block, config.layers) && within(head, config.heads)) {
        m_best = {static_cast<int>(block->second), static_cast<int>(head->second)};
        m_bestKnown = true;
        return;
    }
    // Nobody measured this model: the head that does best in the lesson's own sentence, whatever is edited later.
    if (m_session.tracedWords() != sentenceWords()) return;
    const Trace& trace = *m_session.trace();
    float most = -1;
    for (int layer = 0;; ++layer) {
        const CellExpression weights{QStringLiteral("blocks.%1.attention.weights").arg(layer), {}};
        const auto node = trace.find(weights.node.toStdString());
        if (!node) break;
        for (int i = 0; i < static_cast<int>(trace.shape(*node)[0]); ++i) {
            CellExpression cell = weights;
            cell.indices = {{CellIndex::Kind::Number, i, {}},
                            {CellIndex::Kind::Role, 0, m_lesson.bestFrom},
                            {CellIndex::Kind::Role, 0, m_lesson.bestTo}};
            NoMeaning ignored;
            const auto place = names().place(cell, ignored);
            if (!place || !place->cell) continue;
            const float weight = trace.values(*node)[static_cast<std::size_t>(*place->cell)];
            if (weight > most) m_best = {layer, i};
            most = std::max(most, weight);
        }
    }
    m_bestKnown = true;
}

void LessonPlayer::applyShowing() {
    if (!m_pending || !m_session.checkpoint() || m_awaitsModel) return;
    const QScopedValueRollback<bool> guard(m_applying, true);
    const QStringList wanted = m_pending->sentence ? sentenceWords() : QStringList();
    if (!wanted.isEmpty() && !m_sentenceAsked) {
        // Asked for once: a learner who edits meanwhile is not fought.
        m_sentenceAsked = true;
        if (m_session.words() != wanted) {
            m_session.setText(m_lesson.sentences.at(m_session.checkpoint()->language).text);
        }
    }
    if (!m_session.isTraceCurrent()) return;
    const Showing showing = *std::exchange(m_pending, std::nullopt);
    m_session.playback().pause();
    applyTo(showing);
}

void LessonPlayer::applyTo(const Showing& showing) {
    // The sentence may just have arrived, and with it the head.
    findBestHead();
    const Trace& trace = *m_session.trace();
    const LiveNames live = names();
    NoMeaning trouble;
    if (showing.step) m_session.goToStep(showing.step->phase, live.node(showing.step->node));
    m_session.clearSelection();
    if (showing.head) {
        const auto heads = m_session.checkpoint()->model->config().heads;
        if (const auto head = live.index(*showing.head, Axis::Head, heads, trouble)) {
            m_session.selectHead(static_cast<int>(*head));
        }
    }
    if (showing.token) {
        const auto words = static_cast<std::int64_t>(trace.tokens().size());
        if (const auto token = live.index(*showing.token, Axis::Token, words, trouble)) {
            m_session.selectToken(static_cast<int>(*token));
        }
    }
    if (!showing.select) return;
    const auto place = live.place(*showing.select, trouble);
    if (!place) return;
    if (place->cell) {
        m_session.selectCell(place->node, showing.quantity, *place->cell);
    } else {
        m_session.selectNode(place->node, showing.quantity);
    }
}

void LessonPlayer::evaluate() {
    const LessonStep* step = currentStep();
    if (step && !m_pending && hasTrace() && holds(step->until)) m_done.insert(step->id);
}

bool LessonPlayer::holds(const Condition& condition) const {
    const LiveNames live = names();
    switch (condition.kind) {
        case Condition::Kind::Nothing:
            return true;
        case Condition::Kind::Answered:
            return !chosen().isEmpty();
        case Condition::Kind::Reached:
            return isReached(condition.step, live);
        case Condition::Kind::Selected:
            return isSelected(condition, live);
        case Condition::Kind::Changed: {
            const auto sentence = m_lesson.sentences.find(m_session.checkpoint()->language);
            if (sentence == m_lesson.sentences.end()) return false;
            const QString word = live.wordOf(condition.role);
            return !word.isEmpty() && word != sentence->second.words.value(condition.role).value(0);
        }
        case Condition::Kind::OtherHead:
            return m_session.selection().head != m_best.head;
    }
    return false;
}

bool LessonPlayer::isReached(const StepName& name, const LiveNames& live) const {
    const auto steps = m_session.trace()->steps();
    const std::string node = live.node(name.node).toStdString();
    const auto found = std::ranges::find_if(steps, [&](const Step& step) {
        return step.phase == name.phase && m_session.trace()->name(step.node) == node;
    });
    return found != steps.end() && m_session.step() >= found - steps.begin();
}

bool LessonPlayer::isSelected(const Condition& condition, const LiveNames& live) const {
    NoMeaning trouble;
    const Selection& selection = m_session.selection();
    const auto place = live.place(condition.cell, trouble);
    if (!place || !selection.cell || selection.node != place->node) return false;
    // In the backward pass a cell stands for its gradient.
    const bool backward = m_session.currentStep()->phase == Phase::Backward;
    if (condition.quantity == Quantity::Gradient && selection.quantity != Quantity::Gradient && !backward) return false;
    std::int64_t rest = *selection.cell;
    const Shape shape = m_session.trace()->shape(place->node);
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        const auto number = static_cast<std::size_t>(axis);
        if (number < place->places.size() && place->places[number] != rest % shape[axis]) return false;
        rest /= shape[axis];
    }
    return true;
}

std::vector<LessonOption> LessonPlayer::options() const {
    std::vector<LessonOption> all;
    const LessonStep* step = currentStep();
    if (!step || !step->ask || !hasTrace()) return all;
    const LiveNames live = names();
    for (const QString& role : m_lesson.groups.value(step->ask->among)) {
        const QString word = live.wordOf(role);
        if (!word.isEmpty()) all.push_back({role, word});
    }
    return all;
}

void LessonPlayer::answer(const QString& role) {
    const LessonStep* step = currentStep();
    if (!step || !step->ask || !chosen().isEmpty() || m_pending) return;
    m_answers.insert(step->id, role);
    if (step->reveal) {
        show(*step->reveal);
    } else {
        sessionChanged();
    }
}

QString LessonPlayer::chosen() const {
    return currentStep() ? m_answers.value(currentStep()->id) : QString();
}

QString LessonPlayer::truth() const {
    const LessonStep* step = currentStep();
    if (!step || !step->ask || !hasTrace()) return {};
    NoMeaning trouble;
    const LiveNames live = names();
    const auto place = live.place(step->ask->answer, trouble);
    if (!place || place->places.empty()) return {};
    for (const QString& role : m_lesson.groups.value(step->ask->among)) {
        if (live.positionOf(role) == place->places.back()) return role;
    }
    return {};
}

}  // namespace attentarium
