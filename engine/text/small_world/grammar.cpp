#include "engine/text/small_world/grammar.h"

#include "engine/core/error.h"

namespace attentarium::small_world {
namespace {

using Pieces = std::vector<Piece>;

template <typename Number>
std::size_t at(Number index) {
    return static_cast<std::size_t>(index);
}

Piece word(std::string_view text) {
    return {text};
}

Piece choice(Slot slot) {
    return {{}, slot};
}

/// Writes the pieces of one plan in one language.
class Writer {
  public:
    Writer(const Plan& plan, Language language) : m_plan(plan), m_language(language) {}

    Pieces pieces(Slot slot) const;

  private:
    bool english() const { return m_language == Language::English; }
    Piece term(const Term& term, bool afterPlural = false) const { return word(term.in(m_language, afterPlural)); }
    Piece comma() const { return word(english() ? "," : "，"); }
    Piece period() const { return word(english() ? "." : "。"); }
    bool plural(Slot referent) const { return m_plan.gender(m_plan[referent]) == Gender::They; }

    /// The one of a slot First, Second or Third: "Anna", "the dog".
    Pieces name(int index) const;
    Piece pronoun(Slot referent) const;
    Piece possessive(Slot referent) const;
    Piece verb(std::string_view singular, std::string_view pluralForm, std::string_view chinese,
               bool afterPlural) const {
        return term({singular, chinese, pluralForm}, afterPlural);
    }

    Pieces opener() const;
    Pieces scene() const;
    Pieces deed() const;
    Pieces toy() const;
    Pieces body() const;
    Pieces link() const;
    Pieces clause(Slot referent, Slot activity, Slot manner) const;
    Pieces likes(Slot referent) const;
    Pieces lives(Slot referent) const;
    Pieces owns(Slot referent, Slot possession) const;
    Pieces thingAndColour(Slot referent, Slot possession) const;
    Pieces isColour(Piece subject, int colour) const;
    Pieces fact() const;

    const Plan& m_plan;
    Language m_language;
};

Pieces joined(std::initializer_list<Pieces> parts) {
    Pieces all;
    for (const Pieces& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

Pieces Writer::name(int index) const {
    const Individual& one = m_plan.individual(index);
    Piece noun = term(one.name);
    noun.mention = index;
    const bool hasArticle = english() && (one.gender == Gender::It || one.gender == Gender::They);
    if (hasArticle) return {word("the"), noun};
    return {noun};
}

Piece Writer::pronoun(Slot referent) const {
    Piece piece = term(pronouns()[at(m_plan.gender(m_plan[referent]))]);
    piece.pronounFor = m_plan[referent];
    return piece;
}

Piece Writer::possessive(Slot referent) const {
    Piece piece = term(possessives()[at(m_plan.gender(m_plan[referent]))]);
    piece.pronounFor = m_plan[referent];
    return piece;
}

Pieces Writer::opener() const {
    switch (m_plan.as<Opening>(Slot::Opener)) {
        case Opening::None:
            return {};
        case Opening::Today:
            return {word(english() ? "today" : "今天")};
        case Opening::Now:
            return {word(english() ? "now" : "现在")};
        case Opening::OneDay:
            return english() ? Pieces{word("one"), word("day")} : Pieces{word("有一天")};
    }
    return {};
}

Pieces Writer::scene() const {
    const Piece first = choice(Slot::First);
    const Piece second = choice(Slot::Second);
    const Piece third = choice(Slot::Third);
    const Piece deedPiece = choice(Slot::Deed);
    const Pieces inPlace = english() ? Pieces{word("in"), word("the"), choice(Slot::Place), comma()}
                                     : Pieces{word("在"), choice(Slot::Place), word("里"), comma()};
    switch (m_plan.as<Scene>(Slot::Pattern)) {
        case Scene::Meet:
            return joined({inPlace, {first, deedPiece, second, period()}});
        case Scene::GoAndMeet:
            // "goes" has to agree with someone who is not chosen yet, so the name brings it along.
            return {first, choice(Slot::Place), english() ? word("and") : comma(), deedPiece, second, period()};
        case Scene::PlayWith:
            if (english()) return joined({inPlace, {first, deedPiece, word("with"), second, period()}});
            return joined({inPlace, {first, word("和"), second, word("一起"), deedPiece, period()}});
        case Scene::Trio:
            return joined({inPlace, {first, word(english() ? "and" : "和"), second, deedPiece, third, period()}});
        case Scene::Take:
            return joined(
                {inPlace,
                 {first, deedPiece, second, word(english() ? "'s" : "的"), choice(Slot::Described), period()}});
    }
    return {};
}

Pieces Writer::deed() const {
    const bool several = m_plan.gender(0) == Gender::They || m_plan.as<Scene>(Slot::Pattern) == Scene::Trio;
    const std::size_t which = at(m_plan[Slot::Deed]);
    if (m_plan.as<Scene>(Slot::Pattern) == Scene::PlayWith) return {term(games()[which], several)};
    const bool takes = m_plan.as<Scene>(Slot::Pattern) == Scene::Take;
    const Piece done = term(takes ? takings()[which] : meetings()[which], several);
    return english() ? Pieces{done} : Pieces{done, word("了")};
}

Pieces Writer::toy() const {
    Piece noun = term(things()[at(m_plan.toy().thing)]);
    noun.mention = 2;
    if (m_plan[Slot::Described] == 0) return {noun};
    const Piece colour = term(colours()[at(m_plan.toy().colour)]);
    return {colour, noun};
}

Pieces Writer::clause(Slot referent, Slot activity, Slot manner) const {
    if (english()) return {pronoun(referent), choice(activity), word("very"), choice(manner)};
    return {pronoun(referent), choice(activity), word("得"), word("很"), choice(manner)};
}

Pieces Writer::body() const {
    const Pieces one = clause(Slot::Referent1, Slot::Activity1, Slot::Manner1);
    const Piece because = word(english() ? "because" : "因为");
    const Piece ending = choice(Slot::Ending);
    switch (m_plan.as<Turn>(Slot::Body)) {
        case Turn::Alone:
            return joined({one, {period(), ending}});
        case Turn::WithReason:
            if (english()) return joined({one, {because, choice(Slot::Reason), period()}});
            return joined({one, {comma(), because, choice(Slot::Reason), period()}});
        case Turn::Linked:
            return joined({one, {comma(), choice(Slot::Link), choice(Slot::Referent2), period(), ending}});
        case Turn::BecauseOf:
            if (english()) return joined({{because}, one, {comma(), choice(Slot::Referent2), period(), ending}});
            return joined({{because}, one, {comma(), word("所以"), choice(Slot::Referent2), period(), ending}});
    }
    return {};
}

Pieces Writer::link() const {
    switch (m_plan.as<Connective>(Slot::Link)) {
        case Connective::And:
            return {word(english() ? "and" : "而")};
        case Connective::But:
            return {word(english() ? "but" : "但是")};
        case Connective::So:
            return {word(english() ? "so" : "所以")};
    }
    return {};
}

Pieces Writer::likes(Slot referent) const {
    const Individual& one = m_plan.individual(m_plan[referent]);
    return {pronoun(referent), verb("likes", "like", "喜欢", plural(referent)), term(foods()[at(one.food)])};
}

Pieces Writer::lives(Slot referent) const {
    const Piece home = term(places()[at(m_plan.individual(m_plan[referent]).home)]);
    const Piece live = verb("lives", "live", "住", plural(referent));
    if (english()) return {pronoun(referent), live, word("in"), word("the"), home};
    return {pronoun(referent), live, word("在"), home, word("里")};
}

Pieces Writer::isColour(Piece subject, int colour) const {
    if (english()) return {subject, word("is"), term(colours()[at(colour)])};
    return {subject, word("是"), term(colours()[at(colour)]), word("的")};
}

Pieces Writer::owns(Slot referent, Slot possession) const {
    return {possessive(referent), choice(possession)};
}

Pieces Writer::thingAndColour(Slot referent, Slot possession) const {
    const Possession owned = m_plan.individual(m_plan[referent]).possessions[at(m_plan[possession])];
    return isColour(term(things()[at(owned.thing)]), owned.colour);
}

Pieces Writer::fact() const {
    const Slot referent = Slot::Referent3;
    switch (m_plan.as<Fact>(Slot::FactTold)) {
        case Fact::Likes:
            return joined({likes(referent), {period()}});
        case Fact::Lives:
            return joined({lives(referent), {period()}});
        case Fact::Owns:
            return joined({owns(referent, Slot::Possession3), {period()}});
        case Fact::HasColour:
            return joined({isColour(pronoun(referent), m_plan.toy().colour), {period()}});
    }
    return {};
}

Pieces Writer::pieces(Slot slot) const {
    const auto manner = [&](Slot referent, Slot activity, Slot which) {
        const Activity& done = m_plan.activity(m_plan[referent], activity);
        return Pieces{term(manners()[at(done.manners[at(m_plan[which])])])};
    };
    const auto activity = [&](Slot referent, Slot which) {
        return Pieces{term(m_plan.activity(m_plan[referent], which).verb, plural(referent))};
    };
    switch (slot) {
        case Slot::Opener:
            return opener();
        case Slot::Pattern:
            return scene();
        case Slot::Place:
            return {term(places()[at(m_plan[Slot::Place])])};
        case Slot::First: {
            if (m_plan.as<Scene>(Slot::Pattern) != Scene::GoAndMeet) return name(0);
            const Piece go = verb("goes", "go", "去", m_plan.gender(0) == Gender::They);
            return joined({name(0), english() ? Pieces{go, word("to"), word("the")} : Pieces{go}});
        }
        case Slot::Second:
            return name(1);
        case Slot::Third:
            return name(2);
        case Slot::Deed:
            return deed();
        case Slot::Described:
            return toy();
        case Slot::Referent1:
            return {choice(Slot::Body)};
        case Slot::Body:
            return body();
        case Slot::Activity1:
            return activity(Slot::Referent1, slot);
        case Slot::Activity2:
            return activity(Slot::Referent2, slot);
        case Slot::Manner1:
            return manner(Slot::Referent1, Slot::Activity1, slot);
        case Slot::Manner2:
            return manner(Slot::Referent2, Slot::Activity2, slot);
        case Slot::Link:
            return link();
        case Slot::Referent2:
            return clause(slot, Slot::Activity2, Slot::Manner2);
        case Slot::Reason:
            return m_plan.as<Fact>(slot) == Fact::Likes ? likes(Slot::Referent1)
                                                        : owns(Slot::Referent1, Slot::Possession1);
        case Slot::Possession1:
            return thingAndColour(Slot::Referent1, slot);
        case Slot::Ending:
            return m_plan[slot] == 0 ? Pieces{} : Pieces{choice(Slot::Referent3)};
        case Slot::Referent3:
            return {choice(Slot::FactTold)};
        case Slot::FactTold:
            return fact();
        case Slot::Possession3:
            return thingAndColour(Slot::Referent3, slot);
        case Slot::Count:
            break;
    }
    throw LogicError("[small world] no such choice");
}

}  // namespace

std::vector<Piece> storyPieces() {
    return {choice(Slot::Opener), choice(Slot::Pattern), choice(Slot::Referent1), word("\n")};
}

std::vector<Piece> expansion(Slot slot, const Plan& plan, Language language) {
    return Writer(plan, language).pieces(slot);
}

}  // namespace attentarium::small_world
