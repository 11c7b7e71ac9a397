#include <array>

#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kWho = 0, kWhat = 1;

Possession owned(int who, int which) {
    return individual(who).possessions[static_cast<std::size_t>(which)];
}

std::string does(const Individual& one) {
    return isPlural(one) ? "do" : "does";
}

int pickWho(Pen& pen, int heldOutRemainder) {
    const auto who = pen.allowed(individualCount(), [&](int one) { return one % 4 == heldOutRemainder; });
    return pen.pick(kWho, who, [&](int one) {
        const Individual& of = individual(one);
        return (pen.english() ? does(of) + ' ' : "") + nameOf(of, pen.language());
    });
}

/// "Anna likes apples ." "Anna lives in the village ." "Anna 's kite is red ."
void tell(Pen& pen) {
    const Language language = pen.language();
    const auto everyone = upTo(individualCount());
    const int who = pen.pick(kWho, everyone, [&](int one) { return nameOf(individual(one), language); });
    const Individual& one = individual(who);
    const std::string ending = isPlural(one) ? "" : "s";
    const auto fact = [&](int what) {
        const std::string food = word(small_world::foods(), one.food, language);
        const std::string home = word(small_world::places(), one.home, language);
        if (what == 0) return (pen.english() ? "like" + ending + ' ' : "喜欢 ") + food;
        if (what == 1) return pen.english() ? "live" + ending + " in the " + home : "住 在 " + home + " 里";
        const Possession mine = owned(who, what - 2);
        const std::string thing = word(small_world::things(), mine.thing, language);
        const std::string colour = word(small_world::colours(), mine.colour, language);
        return pen.english() ? "'s " + thing + " is " + colour : "的 " + thing + " 是 " + colour + " 的";
    };
    pen.pick(kWhat, upTo(4), fact);
    pen.write(".", "。");
}

/// "what does Anna like ? apples ."
void askFood(Pen& pen) {
    pen.write("what", "");
    const int who = pickWho(pen, 0);
    pen.write("like ?", "喜欢 什么 ？");
    const auto foods = small_world::foods();
    pen.answer(word(foods, individual(who).food, pen.language()), all(foods, pen.language()));
    pen.write(".", "。");
}

/// "where does Anna live ? in the village ."
void askHome(Pen& pen) {
    pen.write("where", "");
    const int who = pickWho(pen, 1);
    pen.write("live ? in the", "住 在 哪里 ？ 在");
    const auto places = small_world::places();
    pen.answer(word(places, individual(who).home, pen.language()), all(places, pen.language()));
    pen.write(".", "里 。");
}

/// "what colour is Anna 's kite ? red ."
void askColour(Pen& pen) {
    pen.write("what colour is", "");
    const auto heldOut = [](int which) { return (which / 2 + 2 * (which % 2)) % 4 == 2; };
    const int which = pen.pick(kWho, pen.allowed(2 * individualCount(), heldOut), [&](int value) {
        const std::string thing = word(small_world::things(), owned(value / 2, value % 2).thing, pen.language());
        return nameOf(individual(value / 2), pen.language()) + (pen.english() ? " 's " : " 的 ") + thing;
    });
    pen.write("?", "是 什么 颜色 ？");
    const auto colours = small_world::colours();
    pen.answer(word(colours, owned(which / 2, which % 2).colour, pen.language()), all(colours, pen.language()));
    pen.write(".", "。");
}

constexpr Form kForms[] = {{0.4, false, tell}, {0.2, true, askFood}, {0.2, true, askHome}, {0.2, true, askColour}};

}  // namespace

std::span<const Form> factForms() {
    return kForms;
}

}  // namespace attentarium::small_school
