#include "engine/probe/known_text.h"

#include <algorithm>
#include <optional>

#include "engine/core/error.h"
#include "engine/text/bracket_corpus.h"
#include "engine/text/small_school.h"
#include "engine/text/small_world.h"

namespace attentarium {
namespace {

constexpr std::string_view kOpening = "([{", kClosing = ")]}";

/// How many kinds of brackets a vocabulary has, from the first on.
std::int64_t bracketKinds(const Vocabulary& vocabulary) {
    std::int64_t kinds = 0;
    while (kinds < 3 && vocabulary.find(kOpening.substr(static_cast<std::size_t>(kinds), 1)) &&
           vocabulary.find(kClosing.substr(static_cast<std::size_t>(kinds), 1))) {
        ++kinds;
    }
    return kinds;
}

/// From "because" to the end of its clause.
std::vector<signed char> reasons(const std::vector<std::string>& tokens) {
    std::vector<signed char> labels;
    bool inside = false;
    for (const std::string& token : tokens) {
        if (token == "because" || token == "因为") inside = true;
        if (token == "," || token == "." || token == "，" || token == "。" || token == "\n") inside = false;
        labels.push_back(inside ? 1 : 0);
    }
    return labels;
}

std::vector<signed char> nouns(const std::vector<std::string>& tokens, Language language) {
    std::vector<signed char> labels;
    for (const std::string& token : tokens) {
        const auto found = wordClass(token, language);
        labels.push_back(found && isNoun(*found) ? 1 : 0);
    }
    return labels;
}

/// A pronoun's referent is the one named first where a mention of it is the story's first noun.
std::vector<signed char> firstNamed(const Story& story) {
    std::vector<signed char> labels(story.tokens.size(), -1);
    for (const Pronoun& pronoun : story.pronouns) {
        const bool isFirst = pronoun.referentPositions.front() == story.nounPositions.front();
        labels[static_cast<std::size_t>(pronoun.position)] = isFirst ? 1 : 0;
    }
    return labels;
}

/// "the cups near the lamp … are": known from the noun on, and the lesson's own verb says it.
std::vector<signed char> plurals(const SchoolText& lesson) {
    std::vector<signed char> labels(lesson.tokens.size(), -1);
    if (lesson.kind != Knowledge::Agreement || lesson.language != Language::English) return labels;
    const auto verb = std::ranges::find_if(lesson.tokens, [](const auto& one) { return one == "is" || one == "are"; });
    if (verb == lesson.tokens.end()) return labels;
    const auto place = static_cast<std::size_t>(verb - lesson.tokens.begin());
    std::fill(labels.begin() + 1, labels.begin() + static_cast<std::ptrdiff_t>(place), *verb == "are" ? 1 : 0);
    return labels;
}

/// Gathers texts and what is known of them.
class Page {
  public:
    Page(const Vocabulary& vocabulary, std::vector<Truth> truths) : m_vocabulary(vocabulary) {
        for (const Truth truth : truths) m_text.truths.push_back({truth, {}});
    }

    std::size_t size() const { return m_text.ids.size(); }

    /// `labels` are those of `tokens`, in the order of the truths.
    void add(const std::vector<std::string>& tokens, const std::vector<std::vector<signed char>>& labels) {
        m_text.begins.push_back(m_text.ids.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::optional<int> id = m_vocabulary.find(tokens[i]);
            if (!id && tokens[i] == "\n") continue;
            expects(id.has_value(), "[known text] the vocabulary must have all words");
            m_text.ids.push_back(*id);
            m_text.words.push_back(tokens[i]);
            for (std::size_t t = 0; t < labels.size(); ++t) m_text.truths[t].labels.push_back(labels[t][i]);
        }
    }
    LabelledText take() { return std::move(m_text); }

  private:
    const Vocabulary& m_vocabulary;
    LabelledText m_text;
};

LabelledText brackets(const Vocabulary& vocabulary, std::uint64_t seed, std::size_t tokens) {
    LabelledText text;
    std::vector<std::string> words;
    // A line has at least two brackets and its end.
    const std::string corpus = bracketCorpus(seed, static_cast<std::int64_t>(tokens / 3 + 1), bracketKinds(vocabulary));
    const bool hasEnds = vocabulary.find("\n").has_value();
    bool begins = true;
    for (const char one : corpus) {
        if (begins && text.ids.size() >= tokens) break;
        if (begins) text.begins.push_back(text.ids.size());
        begins = one == '\n';
        if (begins && !hasEnds) continue;
        text.words.emplace_back(1, one);
        text.ids.push_back(*vocabulary.find(text.words.back()));
    }
    text.truths = bracketTruths(text.words);
    // Without line ends the texts still end where they end, and balanced ones leave nothing open.
    return text;
}

}  // namespace

std::vector<TruthLabels> bracketTruths(const std::vector<std::string>& words) {
    std::vector<TruthLabels> truths{
        {Truth::InsideBracket, {}}, {Truth::DepthTwo, {}}, {Truth::DepthFour, {}}, {Truth::InnermostRound, {}}};
    std::string open;
    for (const std::string& word : words) {
        if (word == "\n") open.clear();
        if (word.size() == 1 && kOpening.find(word[0]) != std::string_view::npos) open += word[0];
        if (word.size() == 1 && kClosing.find(word[0]) != std::string_view::npos && !open.empty()) open.pop_back();
        truths[0].labels.push_back(open.empty() ? 0 : 1);
        truths[1].labels.push_back(open.size() >= 2 ? 1 : 0);
        truths[2].labels.push_back(open.size() >= 4 ? 1 : 0);
        truths[3].labels.push_back(static_cast<signed char>(open.empty() ? -1 : open.back() == '(' ? 1 : 0));
    }
    return truths;
}

bool knows(const Vocabulary& vocabulary, Language language, KnownText text) {
    if (text == KnownText::Brackets) return bracketKinds(vocabulary) > 0;
    const Vocabulary lexicon =
        text == KnownText::Stories ? SmallWorld().lexicon(language) : SmallSchool().lexicon(language);
    return std::ranges::all_of(lexicon.tokens(),
                               [&](const std::string& word) { return word == "\n" || vocabulary.find(word); });
}

LabelledText labelledText(KnownText text, const Vocabulary& vocabulary, Language language, std::uint64_t seed,
                          std::size_t tokens) {
    if (text == KnownText::Brackets) return brackets(vocabulary, seed, tokens);
    Random random(seed);
    if (text == KnownText::Stories) {
        Page page(vocabulary, {Truth::InsideReason, Truth::FirstNamed, Truth::Noun});
        while (page.size() < tokens) {
            const ParallelStory told = SmallWorld().tell(random);
            const Story& story = language == Language::English ? told.english : told.chinese;
            page.add(story.tokens, {reasons(story.tokens), firstNamed(story), nouns(story.tokens, language)});
        }
        return page.take();
    }
    // Chinese verbs do not change with the number.
    const bool hasPlurals = language == Language::English;
    Page page(vocabulary, hasPlurals ? std::vector{Truth::PluralSubject, Truth::InsideReason, Truth::Noun}
                                     : std::vector{Truth::InsideReason, Truth::Noun});
    while (page.size() < tokens) {
        const ParallelSchoolText given = SmallSchool().teach(random);
        const SchoolText& lesson = hasPlurals ? given.english : given.chinese;
        std::vector<std::vector<signed char>> labels{reasons(lesson.tokens), nouns(lesson.tokens, language)};
        if (hasPlurals) labels.insert(labels.begin(), plurals(lesson));
        page.add(lesson.tokens, labels);
    }
    return page.take();
}

}  // namespace attentarium
