#include "engine/text/small_world/plan.h"

#include "engine/core/error.h"

namespace attentarium::small_world {
namespace {

std::vector<Option> uniform(std::size_t count) {
    std::vector<Option> equal;
    for (std::size_t i = 0; i < count; ++i) equal.push_back({static_cast<int>(i), 1.0 / static_cast<double>(count)});
    return equal;
}

template <typename Allowed>
std::vector<Option> uniformIndividuals(Allowed allowed) {
    std::vector<Option> equal;
    for (std::size_t i = 0; i < individuals().size(); ++i) {
        if (allowed(individuals()[i].gender)) equal.push_back({static_cast<int>(i), 0.0});
    }
    for (Option& option : equal) option.probability = 1.0 / static_cast<double>(equal.size());
    return equal;
}

std::vector<Option> firstOptions(Scene scene) {
    return uniformIndividuals([&](Gender gender) {
        if (scene == Scene::Trio) return gender != Gender::They;
        // A toy is an "it", so that nobody else may be.
        if (scene == Scene::Take) return gender != Gender::It;
        return true;
    });
}

std::vector<Option> secondOptions(Scene scene, Gender first) {
    return uniformIndividuals([&](Gender gender) {
        const bool single = gender == Gender::She || gender == Gender::He;
        if (scene == Scene::Trio && gender == Gender::They) return false;
        return gender != first && (scene != Scene::Take || single);
    });
}

std::vector<Option> thirdOptions(Gender first, Gender second) {
    return uniformIndividuals(
        [&](Gender gender) { return gender != first && gender != second && gender != Gender::They; });
}

/// Half of the time the one mentioned last, whose name is the nearest noun; else one of the others.
std::vector<Option> referentOptions(int mentioned) {
    const int others = mentioned - 1;
    std::vector<Option> found;
    for (int i = 0; i < others; ++i) found.push_back({i, 0.5 / others});
    found.push_back({others, 0.5});
    return found;
}

/// Someone other than the first referent, and again the one mentioned last half of the time.
std::vector<Option> otherReferentOptions(int mentioned, int first) {
    const int last = mentioned - 1;
    if (first != last) return {{last, 1.0}};
    std::vector<Option> found;
    for (int i = 0; i < last; ++i) found.push_back({i, 1.0 / last});
    return found;
}

constexpr int number(auto enumerator) {
    return static_cast<int>(enumerator);
}

}  // namespace

int Plan::operator[](Slot slot) const {
    expects(has(slot), "[small world] a choice was read before it was made");
    return m_values[static_cast<std::size_t>(slot)];
}

int Plan::mentioned() const {
    const Scene scene = as<Scene>(Slot::Pattern);
    return scene == Scene::Trio || scene == Scene::Take ? 3 : 2;
}

bool Plan::isToy(int index) const {
    return index == 2 && as<Scene>(Slot::Pattern) == Scene::Take;
}

const Individual& Plan::individual(int index) const {
    expects(!isToy(index), "[small world] a toy is not an individual");
    constexpr Slot kMentions[] = {Slot::First, Slot::Second, Slot::Third};
    return individuals()[static_cast<std::size_t>((*this)[kMentions[index]])];
}

Gender Plan::gender(int index) const {
    return isToy(index) ? Gender::It : individual(index).gender;
}

Possession Plan::toy() const {
    return individual(1).possessions[0];
}

const Activity& Plan::activity(int index, Slot slot) const {
    const int which =
        isToy(index) ? toyActivity(toy().thing) : individual(index).activities[static_cast<std::size_t>((*this)[slot])];
    return activities()[static_cast<std::size_t>(which)];
}

std::vector<Option> options(Slot slot, const Plan& plan) {
    const auto activityOptions = [&](Slot referent) { return uniform(plan.isToy(plan[referent]) ? 1 : 2); };
    const auto mannerOptions = [&](Slot referent, Slot activity) {
        return uniform(plan.activity(plan[referent], activity).manners.size());
    };
    switch (slot) {
        case Slot::Opener:
            return {{0, 0.4}, {1, 0.2}, {2, 0.2}, {3, 0.2}};
        case Slot::Pattern:
            return {{0, 0.25}, {1, 0.2}, {2, 0.15}, {3, 0.2}, {4, 0.2}};
        case Slot::Place:
            return uniform(places().size());
        case Slot::First:
            return firstOptions(plan.as<Scene>(Slot::Pattern));
        case Slot::Second:
            return secondOptions(plan.as<Scene>(Slot::Pattern), plan.gender(0));
        case Slot::Third:
            return thirdOptions(plan.gender(0), plan.gender(1));
        case Slot::Deed:
            switch (plan.as<Scene>(Slot::Pattern)) {
                case Scene::PlayWith:
                    return uniform(games().size());
                case Scene::Take:
                    return uniform(takings().size());
                default:
                    return uniform(meetings().size());
            }
        case Slot::Reason:
            return {{number(Fact::Likes), 0.4}, {number(Fact::Owns), 0.6}};
        case Slot::Described:
        case Slot::Possession1:
        case Slot::Possession3:
            return uniform(2);
        case Slot::Referent1:
        case Slot::Referent3:
            return referentOptions(plan.mentioned());
        case Slot::Referent2:
            return otherReferentOptions(plan.mentioned(), plan[Slot::Referent1]);
        case Slot::Body:
            // A toy has no reasons; were its owner given one, the toy would be the nearest noun and wrong too often.
            if (plan.as<Scene>(Slot::Pattern) == Scene::Take) {
                return {{number(Turn::Alone), 0.3}, {number(Turn::Linked), 0.4}, {number(Turn::BecauseOf), 0.3}};
            }
            return {{number(Turn::Alone), 0.25},
                    {number(Turn::WithReason), 0.2},
                    {number(Turn::Linked), 0.35},
                    {number(Turn::BecauseOf), 0.2}};
        case Slot::Activity1:
            return activityOptions(Slot::Referent1);
        case Slot::Activity2:
            return activityOptions(Slot::Referent2);
        case Slot::Manner1:
            return mannerOptions(Slot::Referent1, Slot::Activity1);
        case Slot::Manner2:
            return mannerOptions(Slot::Referent2, Slot::Activity2);
        case Slot::Link:
            return uniform(3);
        case Slot::Ending:
            return {{0, 0.3}, {1, 0.7}};
        case Slot::FactTold:
            if (plan.isToy(plan[Slot::Referent3])) return {{number(Fact::HasColour), 1.0}};
            return {{number(Fact::Likes), 0.25}, {number(Fact::Lives), 0.25}, {number(Fact::Owns), 0.5}};
        case Slot::Count:
            break;
    }
    throw LogicError("[small world] no such choice");
}

}  // namespace attentarium::small_world
