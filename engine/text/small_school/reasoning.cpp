#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kFirst = 0, kSecond = 1, kThird = 2, kMeasure = 3, kAsked = 4, kToy = 5, kOtherToy = 6, kAskedToy = 7;

/// The two ends of one measure.
constexpr Term kMore[] = {{"older", "大"}, {"younger", "小"}};
constexpr Term kMost[] = {{"oldest", "大"}, {"youngest", "小"}};
constexpr int kMeasures = static_cast<int>(std::size(kMore));

std::string nameOfPerson(int one, Language language) {
    return nameOf(individual(one), language);
}

bool isHeldOut(int first, int second, int third) {
    return (first + 2 * second + 3 * third) % 5 == 0;
}

std::vector<int> peopleBut(int first) {
    std::vector<int> people = upTo(namedCount());
    std::erase(people, first);
    return people;
}

std::vector<int> thirds(const Pen& pen, int first, int second) {
    std::vector<int> people;
    for (const int third : pen.allowed(namedCount(), [&](int one) { return isHeldOut(first, second, one); })) {
        if (third != first && third != second) people.push_back(third);
    }
    return people;
}

/// "Anna is older than Tom . Tom is older than Jack . who is the youngest ? Jack ."
void compare(Pen& pen) {
    const Language language = pen.language();
    const auto name = [&](int one) { return nameOfPerson(one, language); };
    const auto more = [&](int measure) { return word(kMore, measure, language); };
    int measure = 0;
    const int first = pen.pick(kFirst, upTo(namedCount()), name);
    pen.write("is", "比");
    int second = 0;
    if (pen.english()) {
        measure = pen.pick(kMeasure, upTo(kMeasures), more);
        pen.write("than");
        second = pen.pick(kSecond, peopleBut(first), name);
    } else {
        second = pen.pick(kSecond, peopleBut(first), name);
        measure = pen.pick(kMeasure, upTo(kMeasures), more);
    }
    pen.write(".", "。");
    pen.write(name(second));
    pen.write("is", "比");
    if (pen.english()) pen.write(more(measure) + " than");
    const int third = pen.pick(kThird, thirds(pen, first, second), name);
    pen.write(pen.english() ? "" : more(measure));
    pen.write(". who is the", "。 谁 最");
    const bool opposite = pen.pick(kAsked, upTo(2), [&](int other) { return word(kMost, measure ^ other, language); });
    pen.write("?", "？");
    pen.answer(name(opposite ? third : first), {name(first), name(second), name(third)});
    pen.write(".", "。");
}

/// "Anna gives Tom the kite . Tom gives Jack the ball . who has the kite ? Tom ."
void handOn(Pen& pen) {
    const Language language = pen.language();
    const auto name = [&](int one) { return nameOfPerson(one, language); };
    const auto thing = [&](int toy) { return word(small_world::things(), toy, language); };
    const auto give = [&](int toySlot, int receiverSlot, const std::vector<int>& toys, const std::vector<int>& people) {
        pen.write("gives", "给 了");
        const int receiver = pen.pick(receiverSlot, people, name);
        pen.write("the", "");
        const int toy = pen.pick(toySlot, toys, thing);
        pen.write(".", "。");
        return std::pair(receiver, toy);
    };
    const int first = pen.pick(kFirst, upTo(namedCount()), name);
    const auto [second, toy] = give(kToy, kSecond, upTo(small_world::kToys), peopleBut(first));
    pen.write(name(second));
    // Half of the time another toy changes hands, and the first one stays.
    const auto [third, other] =
        give(kOtherToy, kThird, {toy, (toy + 1) % small_world::kToys}, thirds(pen, first, second));
    pen.write("who has the", "谁 有");
    const std::vector<int> toys = other == toy ? std::vector{toy} : std::vector{toy, other};
    const bool stayed = pen.pick(kAskedToy, toys, thing) != other;
    pen.write("?", "？");
    pen.answer(name(stayed ? second : third), {name(first), name(second), name(third)});
    pen.write(".", "。");
}

/// One step of the two: "Anna is older than Tom . who is the youngest ? Tom ." Nothing is held out of these.
void compareTwo(Pen& pen) {
    const Language language = pen.language();
    const auto name = [&](int one) { return nameOfPerson(one, language); };
    const auto more = [&](int measure) { return word(kMore, measure, language); };
    int measure = 0, second = 0;
    const int first = pen.pick(kFirst, upTo(namedCount()), name);
    pen.write("is", "比");
    if (pen.english()) {
        measure = pen.pick(kMeasure, upTo(kMeasures), more);
        pen.write("than");
        second = pen.pick(kSecond, peopleBut(first), name);
    } else {
        second = pen.pick(kSecond, peopleBut(first), name);
        measure = pen.pick(kMeasure, upTo(kMeasures), more);
    }
    pen.write(". who is the", "。 谁 最");
    const bool opposite = pen.pick(kAsked, upTo(2), [&](int other) { return word(kMost, measure ^ other, language); });
    pen.write("?", "？");
    pen.write(name(opposite ? second : first));
    pen.write(".", "。");
}

/// "Anna gives Tom the kite . who has the kite ? Tom ."
void handOver(Pen& pen) {
    const Language language = pen.language();
    const auto name = [&](int one) { return nameOfPerson(one, language); };
    const auto thing = [&](int toy) { return word(small_world::things(), toy, language); };
    const int first = pen.pick(kFirst, upTo(namedCount()), name);
    pen.write("gives", "给 了");
    const int second = pen.pick(kSecond, peopleBut(first), name);
    pen.write("the", "");
    const int toy = pen.pick(kToy, upTo(small_world::kToys), thing);
    pen.write(". who has the", "。 谁 有");
    pen.write(thing(toy));
    pen.write("?", "？");
    pen.write(name(second));
    pen.write(".", "。");
}

constexpr Form kForms[] = {{0.3, true, compare}, {0.3, true, handOn}, {0.2, false, compareTwo}, {0.2, false, handOver}};

}  // namespace

std::span<const Form> reasoningForms() {
    return kForms;
}

}  // namespace attentarium::small_school
