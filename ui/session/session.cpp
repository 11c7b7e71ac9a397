#include "ui/session/session.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

#include "engine/ops/cross_entropy.h"
#include "engine/probe/known_text.h"
#include "engine/text/biased_world.h"
#include "engine/text/special_tokens.h"
#include "ui/session/resources.h"
#include "ui/session/text_command.h"
#include "ui/session/text_study.h"
#include "ui/session/token_spelling.h"
#include "ui/session/training.h"

namespace attentarium {
namespace {

const QString kArrow = QStringLiteral("→");

/// As `cutSide` reads it.
QString written(const Tokenizer& tokenizer, std::span<const std::string> tokens) {
    const std::string text = tokenizer.join(tokens);
    return tokenizer.kind() == TokenizerKind::BytePair ? spelled(text) : QString::fromStdString(text);
}

}  // namespace

Session::Session(QObject* parent)
    : QObject(parent), m_training(std::make_unique<Training>()), m_textStudy(std::make_unique<TextStudy>(*this)) {
    connect(&m_worker, &LookWorker::opened, this, &Session::adoptModel);
    connect(&m_worker, &LookWorker::openedBeside, this, &Session::adoptOther);
    connect(&m_worker, &LookWorker::refused, this, [this](const Error& error) {
        m_problem = error;
        Q_EMIT textChanged();
    });
    connect(&m_worker, &LookWorker::looked, this, &Session::adoptTrace);
    connect(&m_worker, &LookWorker::nudged, this, [this](const Nudge& nudge) {
        m_nudge = nudge;
        m_nudgeState = NudgeState::Done;
        Q_EMIT nudgeChanged();
    });
    connect(&m_worker, &LookWorker::studied, this, &Session::adoptHeadStudy);
    connect(&m_worker, &LookWorker::generated, this, &Session::appendGenerated);
    connect(&m_worker, &LookWorker::generatingEnded, this, [this] { setGenerating(false); });
    connect(&m_worker, &LookWorker::failed, this, &Session::failed);
    connect(&m_worker, &LookWorker::busyChanged, this, &Session::busyChanged);
    connect(m_training.get(), &Training::modelShown, this, &Session::showModel);
    connect(&m_playback, &Playback::due, this, [this] {
        const int before = m_step;
        const int row = m_selection.token;
        stepForward();
        if (m_step == before && m_selection.token == row) m_playback.pause();
    });
}

Session::~Session() = default;

void Session::openModel(const QString& folder) {
    m_worker.open(folder);
}

void Session::adoptModel(const QString& folder, const std::shared_ptr<const Checkpoint>& checkpoint) {
    const QString waiting = std::exchange(m_waitingText, {});
    const QString waitsFor = std::exchange(m_waitingFolder, {});
    const bool asked = !waiting.isNull() && (waitsFor.isEmpty() || waitsFor == folder);
    const QString kept = asked ? waiting : text();
    m_playback.pause();
    stopGenerating();
    // What the model before still computes would come as if it were this one's.
    m_worker.dropLook();
    forgetNudge();
    m_checkpoint = checkpoint;
    m_folder = folder;
    m_trace.reset();
    m_headStudy.reset();
    m_worldRoles.reset();
    m_tracedWords.clear();
    m_tracedSource.clear();
    m_hidden.reset();
    m_step = 0;
    m_selection = {};
    // A head that is known to do something is worth more at first sight than the first one.
    const auto knowing = checkpoint->measures.find("referent_head");
    const auto heads = static_cast<double>(checkpoint->model->config().heads);
    if (knowing != checkpoint->measures.end() && knowing->second >= 0 && knowing->second < heads) {
        m_selection.head = static_cast<int>(knowing->second);
    }
    m_undoStack.clear();
    m_changes.clear();
    m_unmoved.reset();
    m_references.clear();
    m_other.reset();
    m_otherFolder.clear();
    m_taskTokenizers.reset();
    m_task = checkpoint->task ? makeTask(*checkpoint->task) : nullptr;
    if (m_task) m_taskTokenizers.emplace(*m_task, checkpoint->tokenizer->vocabulary());
    m_chips = cut(kept);
    // A sentence in the language of the model before would be nothing but unknown words, and one that is too long for
    // this model could not be seen at all.
    const bool tooLong = static_cast<std::int64_t>(m_chips.size()) > checkpoint->model->config().context;
    const bool knowsNone = std::ranges::none_of(m_chips, [](const Chip& chip) { return chip.id.has_value(); });
    const auto knowsAll = [this] {
        return std::ranges::all_of(
            m_chips, [](const Chip& chip) { return chip.id.has_value() || chip.role == Chip::Role::Arrow; });
    };
    // Nobody misses the sentence that the model before gave itself; the one before that may be wanted back.
    const bool isExample = !kept.isEmpty() && kept == m_example;
    if (isExample && !asked && !m_replaced.isEmpty()) m_chips = cut(m_replaced);
    const bool isWanted = m_task || isExample || biasOf(checkpoint->corpus);
    if (!asked && (knowsNone || tooLong || (isWanted && !knowsAll()))) {
        if (!isExample) m_replaced = kept;
        m_chips = cut(exampleText());
        m_example = text();
    }
    Q_EMIT modelChanged();
    Q_EMIT changesChanged();
    Q_EMIT traceChanged();
    run();
}

void Session::showModel(const std::shared_ptr<const Checkpoint>& checkpoint, const QString& folder) {
    const bool alike = m_checkpoint && m_folder == folder && m_checkpoint->task == checkpoint->task &&
                       m_checkpoint->model->config() == checkpoint->model->config() &&
                       m_checkpoint->tokenizer->vocabulary().tokens() == checkpoint->tokenizer->vocabulary().tokens();
    if (!alike) return adoptModel(folder, checkpoint);
    m_checkpoint = checkpoint;
    m_references.forgetRuns();
    m_worldRoles.reset();
    run();
}

const Tokenizer& Session::tokenizerOf(Chip::Role role) const {
    if (!m_taskTokenizers) return *m_checkpoint->tokenizer;
    const bool isAnswer = reading() == Reading::Answering && role != Chip::Role::Source;
    return isAnswer ? m_taskTokenizers->answer() : m_taskTokenizers->question();
}

QString Session::exampleText() const {
    if (!m_task && biasOf(m_checkpoint->corpus)) {
        Random random(2);
        std::vector<std::string> tokens = BiasedWorld(m_checkpoint->language).tell(random);
        tokens.pop_back();
        return QString::fromStdString(m_checkpoint->tokenizer->join(tokens));
    }
    if (!m_task) {
        const QString sentence = bundledSentence(m_checkpoint->language);
        // A model of brackets knows no word of it.
        const std::vector<Chip> known = cutSide(sentence, Chip::Role::Word);
        const bool knowsNone = std::ranges::none_of(known, [](const Chip& chip) { return chip.id.has_value(); });
        const bool knowsBrackets =
            knows(m_checkpoint->tokenizer->vocabulary(), m_checkpoint->language, KnownText::Brackets);
        return knowsNone && knowsBrackets ? QStringLiteral("([{}()]{[") : sentence;
    }
    Random random(1);
    const Example example = m_task->draw(TaskPart::HeldOut, random);
    QString text = QString::fromStdString(example.question);
    const bool goesOn = reading() == Reading::Onward && m_checkpoint->model->config().classes == 0;
    if (goesOn) text += QString::fromUtf8(special::kSeparator);
    return text;
}

std::span<const std::string_view> Session::classNames() const {
    return m_task ? m_task->classes() : std::span<const std::string_view>();
}

std::vector<Chip> Session::cutSide(const QString& text, Chip::Role role) const {
    std::vector<Chip> chips;
    const Tokenizer& tokenizer = tokenizerOf(role);
    const bool letters = tokenizer.kind() == TokenizerKind::Character;
    // Only byte pairs know single bytes; to others a spelling of one is a text like any.
    const bool hasBytes = tokenizer.kind() == TokenizerKind::BytePair;
    for (const Token& token : tokenizer.split(hasBytes ? unspelled(text) : text.toStdString())) {
        // Words typed for a model of letters that never saw a space are only letters.
        if (letters && !token.id && token.text == " ") continue;
        chips.push_back({spelledToken(token.text), token.id, role});
    }
    return chips;
}

std::vector<Chip> Session::cut(const QString& text) const {
    if (!m_checkpoint) return {};
    if (reading() != Reading::Answering) return cutSide(text, Chip::Role::Word);
    static const QRegularExpression arrow(QStringLiteral("\\s*(→|=>)\\s*"));
    const QRegularExpressionMatch found = arrow.match(text);
    if (!found.hasMatch()) return cutSide(text, Chip::Role::Source);
    std::vector<Chip> chips = cutSide(text.left(found.capturedStart()), Chip::Role::Source);
    chips.push_back({kArrow, std::nullopt, Chip::Role::Arrow});
    const std::vector<Chip> answer = cutSide(text.mid(found.capturedEnd()), Chip::Role::Word);
    chips.insert(chips.end(), answer.begin(), answer.end());
    return chips;
}

Reading Session::reading() const {
    return m_checkpoint ? readingOf(m_checkpoint->model->config()) : Reading::Onward;
}

void Session::giveRoles() {
    switch (reading()) {
        case Reading::Onward:
            return;
        case Reading::Answering: {
            Chip::Role role = Chip::Role::Source;
            for (Chip& chip : m_chips) {
                const bool isArrow = role == Chip::Role::Source && chip.text == kArrow;
                chip.role = isArrow ? Chip::Role::Arrow : role;
                if (isArrow) chip.id.reset();
                if (isArrow) role = Chip::Role::Word;
            }
            return;
        }
        case Reading::FillingIn: {
            // A mask that was typed comes before any choice.
            const auto mask = std::ranges::find(m_chips, QString::fromUtf8(special::kMask), &Chip::text);
            const int last = static_cast<int>(m_chips.size()) - 1;
            const int hidden = mask != m_chips.end() ? static_cast<int>(mask - m_chips.begin())
                                                     : std::clamp(m_hidden.value_or(last), -1, last);
            for (int i = 0; i <= last; ++i) {
                m_chips[static_cast<std::size_t>(i)].role = i == hidden ? Chip::Role::Hidden : Chip::Role::Word;
            }
            return;
        }
    }
}

QStringList Session::words() const {
    QStringList all;
    for (const Chip& chip : m_chips) all.append(chip.text);
    return all;
}

QString Session::text() const {
    if (!m_checkpoint) return m_waitingText;
    std::vector<std::string> tokens;
    QString before;
    for (const Chip& chip : m_chips) {
        if (chip.role != Chip::Role::Arrow) {
            tokens.push_back(unspelledToken(chip.text));
            continue;
        }
        before = written(tokenizerOf(Chip::Role::Source), tokens) + QStringLiteral(" → ");
        tokens.clear();
    }
    const Chip::Role role = before.isEmpty() ? Chip::Role::Source : Chip::Role::Word;
    return before + written(tokenizerOf(role), tokens);
}

void Session::setText(const QString& text) {
    if (!m_checkpoint) {
        m_waitingText = text.isNull() ? QString::fromLatin1("") : text;
        return;
    }
    QStringList words;
    for (const Chip& chip : cut(text)) words.append(chip.text);
    edit(words);
}

void Session::setTextFor(const QString& folder, const QString& text) {
    m_waitingFolder = folder;
    m_waitingText = text.isNull() ? QString::fromLatin1("") : text;
}

void Session::replaceWords(int first, int count, const QString& text) {
    QStringList after = words().mid(0, first);
    const bool inAnswer = reading() == Reading::Answering && after.contains(kArrow);
    for (const Chip& chip : inAnswer ? cutSide(text, Chip::Role::Word) : cut(text)) {
        // An answer has no arrow of its own.
        if (chip.role != Chip::Role::Arrow || !after.contains(kArrow)) after.append(chip.text);
    }
    after.append(words().mid(first + count));
    edit(after);
}

bool Session::moveWord(int from, int to) {
    const int last = static_cast<int>(m_chips.size()) - 1;
    if (from < 0 || to < 0 || from > last || to > last || from == to) return false;
    for (int i = std::min(from, to); i <= std::max(from, to); ++i) {
        if (m_chips[static_cast<std::size_t>(i)].role == Chip::Role::Arrow) return false;
    }
    QStringList after = words();
    QStringList unmoved = m_unmoved.value_or(after);
    after.move(from, to);
    edit(after, after == unmoved ? std::nullopt : std::optional(std::move(unmoved)));
    return true;
}

void Session::appendToken(int id) {
    QStringList after = words();
    // To go on with the model's own answer makes that a typed one.
    if (reading() == Reading::Answering && !after.contains(kArrow)) after << kArrow << ownAnswer();
    edit(after << wordOf(id));
}

QStringList Session::ownAnswer() const {
    if (reading() != Reading::Answering || m_runFrom.contains(kArrow)) return {};
    return isTraceCurrent() ? m_tracedWords.mid(1) : QStringList();
}

void Session::chooseChip(int chip) {
    if (!m_checkpoint || chip < 0 || chip >= static_cast<int>(m_chips.size())) return;
    const Chip& chosen = m_chips[static_cast<std::size_t>(chip)];
    if (chosen.role == Chip::Role::Arrow) return;
    if (chosen.role == Chip::Role::Source) {
        if (chip < m_tracedSource.size()) selectSourceToken(chip);
        return;
    }
    if (reading() == Reading::FillingIn && chosen.role != Chip::Role::Hidden &&
        !words().contains(QString::fromUtf8(special::kMask))) {
        m_hidden = chip;
        run();
    }
    int token = chip + tokensBefore(m_checkpoint->model->config());
    if (reading() == Reading::Answering) token -= static_cast<int>(words().indexOf(kArrow)) + 1;
    // While the sentence cannot run, the trace may have fewer words.
    if (token < m_tracedWords.size()) selectToken(token);
}

int Session::chosenChip() const {
    if (!m_trace) return -1;
    int chip = m_selection.token - tokensBefore(m_checkpoint->model->config());
    if (reading() == Reading::Answering) {
        const auto arrow = static_cast<int>(words().indexOf(kArrow));
        if (chip < 0 || arrow < 0) return -1;
        chip += arrow + 1;
    }
    return chip < static_cast<int>(m_chips.size()) ? chip : -1;
}

int Session::proposingToken() const {
    if (!m_trace) return -1;
    if (reading() != Reading::FillingIn) {
        // A model that judges says nothing of what comes after its verdict.
        if (!classNames().empty()) return -1;
        // Word vectors tell a word from its neighbours, and nothing of what comes next.
        const bool goesOn = m_trace->text().rows.empty() && !m_trace->text().inPlace;
        return goesOn ? static_cast<int>(m_trace->tokens().size()) - 1 : -1;
    }
    const auto mask = m_checkpoint->tokenizer->vocabulary().find(special::kMask);
    const auto tokens = m_trace->tokens();
    const auto found = mask ? std::ranges::find(tokens, *mask) : tokens.end();
    return found == tokens.end() ? -1 : static_cast<int>(found - tokens.begin());
}

void Session::takeProposal(int id) {
    if (reading() != Reading::FillingIn) {
        appendToken(id);
        return;
    }
    const auto hidden = std::ranges::find(m_chips, Chip::Role::Hidden, &Chip::role);
    if (hidden == m_chips.end()) return;
    QStringList after = words();
    after[hidden - m_chips.begin()] = wordOf(id);
    edit(after);
}

int Session::targetOf(int token) const {
    if (!m_trace) return -1;
    // Where words have targets in pairs, none is that of a word alone.
    if (!m_trace->text().rows.empty()) return -1;
    const std::vector<int>& targets = m_trace->text().targets;
    const auto place = static_cast<std::size_t>(token);
    return token < 0 || place >= targets.size() || targets[place] == kNoTarget ? -1 : targets[place];
}

void Session::edit(const QStringList& words, std::optional<QStringList> unmoved) {
    stopGenerating();
    if (words == this->words()) return;
    m_undoStack.push(new TextCommand(*this, {words, std::move(unmoved)}, TextCommand::Kind::Edit));
}

void Session::applyWords(const EditedWords& edited, bool undoing) {
    m_unmoved = edited.unmoved;
    m_undoing = undoing;
    m_chips.clear();
    for (const QString& word : edited.words) {
        m_chips.push_back({word, m_checkpoint->tokenizer->vocabulary().find(unspelledToken(word))});
    }
    run();
}

QStringList Session::suggestions(const QString& word) const {
    QStringList all;
    if (!m_checkpoint) return all;
    for (const std::string& known : m_checkpoint->tokenizer->suggestions(word.toStdString(), 6)) {
        all.append(spelledToken(known));
    }
    return all;
}

QString Session::wordOf(int id) const {
    return m_checkpoint ? spelledToken(m_checkpoint->tokenizer->vocabulary().token(id)) : QString();
}

}  // namespace attentarium
