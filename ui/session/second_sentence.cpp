#include "ui/session/second_sentence.h"

#include <algorithm>
#include <utility>

#include "engine/models/edited_model.h"
#include "engine/text/biased_world.h"
#include "engine/text/small_world.h"
#include "engine/train/look.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

constexpr int kMostStories = 400;
constexpr std::size_t kShortText = 46;

/// A sentence of the world that has the word, behind another word than `before`; empty where the world does not know
/// the word, or the model not the world.
std::string toldWith(const Checkpoint& checkpoint, const std::string& word, const std::string& before,
                     const std::string& own, const std::function<bool()>& goesOn) {
    const Language language = checkpoint.language;
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const auto bias = biasOf(checkpoint.corpus);
    const Vocabulary known = bias ? BiasedWorld(language, *bias).lexicon() : SmallWorld().lexicon(language);
    const bool reads =
        std::ranges::all_of(known.tokens(), [&](const auto& one) { return vocabulary.find(one).has_value(); });
    if (checkpoint.task || !reads || !known.find(word)) return {};
    Random random(11);
    for (int i = 0; i < kMostStories && goesOn(); ++i) {
        std::vector<std::string> tokens;
        if (bias) {
            tokens = BiasedWorld(language, *bias).tell(random);
        } else {
            const ParallelStory story = SmallWorld().tell(random);
            tokens = (language == Language::English ? story.english : story.chinese).tokens;
        }
        tokens.pop_back();
        auto found = std::ranges::find(tokens, word);
        // No more of the story than the sentence that has the word.
        const auto isEnd = [](const std::string& token) { return token == "." || token == "。"; };
        const auto end = std::find_if(found, tokens.end(), isEnd);
        if (end != tokens.end()) tokens.erase(end + 1, tokens.end());
        found = std::ranges::find(tokens, word);
        if (found == tokens.end() || static_cast<std::int64_t>(tokens.size()) > checkpoint.model->config().context) {
            continue;
        }
        const std::string behind = found == tokens.begin() ? std::string() : *(found - 1);
        std::string text = checkpoint.tokenizer->join(tokens);
        if (text.size() > kShortText) {
            tokens.erase(found + 1, tokens.end());
            text = checkpoint.tokenizer->join(tokens);
        }
        // Short enough to be seen whole, and with another neighbour, as long as there is hope.
        const bool isGood = behind != before && text.size() <= kShortText;
        if (text != own && (isGood || i > kMostStories / 2)) return text;
    }
    return {};
}

std::vector<int> cut(const Checkpoint& checkpoint, const std::string& text) {
    std::vector<int> ids;
    for (const Token& token : checkpoint.tokenizer->split(text)) {
        if (!token.id) throw Error(ErrorKind::WordUnknown, {.name = token.text});
        ids.push_back(*token.id);
    }
    return ids;
}

/// Nothing in it is hidden, whatever the family: it is the vectors that are asked for.
TracedText textFor(const Model<float>& model, const Vocabulary& vocabulary, std::vector<int> tokens) {
    if (readingOf(model.config()) != Reading::FillingIn) {
        return lookedText(model, vocabulary, {.tokens = std::move(tokens), .answer = std::nullopt, .hidden = 0});
    }
    TracedText text;
    text.tokens = std::move(tokens);
    return text;
}

}  // namespace

SecondSentence::SecondSentence(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_background(*this, [this](const Error& error) {
          adopt({m_text, nullptr, error});
      }) {
    const auto renew = [this] {
        m_isStale = true;
        if (m_isWanted) refresh();
    };
    connect(&session, &Session::modelChanged, this, [this, renew] {
        m_isTyped = false;
        m_text.clear();
        m_trace.reset();
        renew();
    });
    connect(&session, &Session::traceChanged, this, renew);
    connect(&session, &Session::selectionChanged, this, [this, renew] {
        // A sentence that was found for one word is of no use to another.
        if (chosen() != m_wordAsked && !m_isTyped) return renew();
        findPlace();
        Q_EMIT changed();
    });
}

SecondSentence::~SecondSentence() {
    ++m_latest;
}

TextSide SecondSentence::side() const {
    const auto& trace = m_session.trace();
    return trace && !trace->source().empty() ? TextSide::Source : TextSide::Tokens;
}

const QStringList& SecondSentence::firstWords() const {
    return side() == TextSide::Source ? m_session.tracedSource() : m_session.tracedWords();
}

int SecondSentence::chosen() const {
    if (!m_session.trace()) return -1;
    const Selection& selection = m_session.selection();
    const int word = side() == TextSide::Source ? selection.sourceToken : selection.token;
    return std::clamp(word, 0, static_cast<int>(firstWords().size()) - 1);
}

void SecondSentence::choose(int word) {
    if (side() == TextSide::Source) return m_session.selectSourceToken(word);
    m_session.selectToken(word);
}

void SecondSentence::want(bool wanted) {
    m_isWanted = wanted;
    if (wanted && m_isStale) refresh();
}

void SecondSentence::setText(const QString& text) {
    const QString typed = text.trimmed();
    if (m_isTyped && typed == m_text) return;
    m_isTyped = !typed.isEmpty();
    m_text = typed;
    m_wordAsked = -1;
    m_isStale = true;
    if (m_isWanted) refresh();
}

void SecondSentence::refresh() {
    m_isStale = false;
    const int number = ++m_latest;
    const auto& trace = m_session.trace();
    if (!trace || !m_session.checkpoint() || chosen() < 0) {
        m_trace.reset();
        Q_EMIT changed();
        return;
    }
    const auto ids = side() == TextSide::Source ? trace->source() : trace->tokens();
    const auto place = static_cast<std::size_t>(chosen());
    const Vocabulary& vocabulary = m_session.checkpoint()->tokenizer->vocabulary();
    const std::string word = vocabulary.token(ids[place]), before = place > 0 ? vocabulary.token(ids[place - 1]) : "";
    m_wordAsked = chosen();
    m_isBusy = true;
    m_background.enqueue([this, number, checkpoint = *m_session.checkpoint(), changes = m_session.changes(), word,
                          before, typed = m_isTyped ? m_text : QString(), own = m_session.text().toStdString()] {
        const auto goesOn = [&] { return number == m_latest; };
        if (!goesOn()) return;
        Looked looked{typed, nullptr, std::nullopt};
        try {
            if (typed.isEmpty()) looked.text = QString::fromStdString(toldWith(checkpoint, word, before, own, goesOn));
            if (!looked.text.isEmpty() && goesOn()) {
                const auto model = withEdits(checkpoint.model, changes);
                TracedText text =
                    textFor(*model, checkpoint.tokenizer->vocabulary(), cut(checkpoint, looked.text.toStdString()));
                // Of the changes, those of weights hold: the others are about places of the first sentence.
                looked.trace = look(*model, std::move(text), LookDepth::Forward, checkpoint.settings);
            }
        } catch (const Error& error) {
            looked.problem = error;
        }
        m_background.post([this, number, looked] {
            if (number == m_latest) adopt(looked);
        });
    });
    Q_EMIT changed();
}

void SecondSentence::adopt(const Looked& looked) {
    m_isBusy = false;
    m_text = looked.text;
    m_trace = looked.trace;
    m_problem = looked.problem;
    m_words.clear();
    if (m_trace) {
        for (const int id : side() == TextSide::Source ? m_trace->source() : m_trace->tokens()) {
            m_words.append(m_session.wordOf(id));
        }
    }
    findPlace();
    Q_EMIT changed();
}

void SecondSentence::findPlace() {
    m_place = -1;
    if (!m_trace || !m_session.trace() || chosen() < 0) return;
    const TextSide read = side();
    const auto first = read == TextSide::Source ? m_session.trace()->source() : m_session.trace()->tokens();
    const auto second = read == TextSide::Source ? m_trace->source() : m_trace->tokens();
    const auto found = std::ranges::find(second, first[static_cast<std::size_t>(chosen())]);
    if (found != second.end()) m_place = static_cast<int>(found - second.begin());
}

}  // namespace attentarium
