#include <array>

#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kThing = 0, kNumber = 1, kOther = 2, kOtherNumber = 3, kPlace = 4, kColour = 5, kHead = 6, kNear = 7;

/// In the order of `small_world::things()`: the plural in English, the measure word in Chinese.
constexpr Term kForms[] = {
    {"kites", "只"}, {"balls", "个"}, {"bells", "个"},   {"lamps", "盏"},   {"boats", "条"}, {"tops", "个"},
    {"hats", "顶"},  {"bags", "个"},  {"scarves", "条"}, {"baskets", "个"}, {"beds", "张"},  {"cups", "只"},
};
constexpr int kThings = static_cast<int>(std::size(kForms));

std::string formOf(int thing, Language language) {
    return word(kForms, thing, language);
}

bool isHeldOut(int thing, int other) {
    return (thing * 5 + other) % 4 == 1;
}

/// A thing in the singular, or in the plural as one of the second dozen.
std::string noun(int thing) {
    return thing < kThings ? word(small_world::things(), thing, Language::English)
                           : formOf(thing - kThings, Language::English);
}

/// "the cups near the lamp in the garden are red ."
void writeEnglish(Pen& pen, bool far) {
    pen.write("the");
    const int head = pen.pick(kHead, upTo(2 * kThings), noun);
    const int thing = head % kThings, number = head / kThings;
    pen.note(kThing, thing);
    pen.note(kNumber, number);
    pen.write("near the");
    std::vector<int> others;
    for (const int other : pen.allowed(2 * kThings, [&](int one) { return isHeldOut(thing, one % kThings); })) {
        const bool alike = other / kThings == number;
        if (other % kThings != thing && !(pen.part() == Part::HeldOut && alike)) others.push_back(other);
    }
    const int other = pen.pick(kNear, others, noun);
    pen.note(kOther, other % kThings);
    pen.note(kOtherNumber, other / kThings);
    if (far) {
        pen.write("in the");
        pen.pick(kPlace, upTo(8), [](int place) { return word(small_world::places(), place, Language::English); });
    }
    pen.answer(number == 0 ? "is" : "are", {"is", "are"});
    pen.pick(kColour, upTo(6), [](int colour) { return word(small_world::colours(), colour, Language::English); });
    pen.write(".");
}

/// "杯子 在 灯 旁边 ， 花园 里 有 两 只 。"
void writeChinese(Pen& pen, bool far) {
    const auto name = [](int thing) { return word(small_world::things(), thing, Language::Chinese); };
    const int thing = pen.pick(kThing, upTo(kThings), name);
    const std::string measure = formOf(thing, Language::Chinese);
    pen.write("在");
    std::vector<int> others;
    for (const int other : pen.allowed(kThings, [&](int one) { return isHeldOut(thing, one); })) {
        const bool alike = formOf(other, Language::Chinese) == measure;
        if (other != thing && !(pen.part() == Part::HeldOut && alike)) others.push_back(other);
    }
    const int other = pen.pick(kOther, others, name);
    pen.write("旁边 ，");
    if (far) {
        pen.pick(kPlace, upTo(8), [](int place) { return word(small_world::places(), place, Language::Chinese); });
        pen.write("里");
    }
    pen.write("有");
    pen.pick(kNumber, upTo(2), [](int number) { return std::string(number == 0 ? "一" : "两"); });
    pen.answer(measure, {measure, formOf(other, Language::Chinese)});
    pen.write("。");
}

void write(Pen& pen, bool far) {
    pen.english() ? writeEnglish(pen, far) : writeChinese(pen, far);
}

constexpr Form kAgreement[] = {{0.5, true, [](Pen& pen) { write(pen, false); }},
                               {0.5, true, [](Pen& pen) { write(pen, true); }}};

}  // namespace

std::span<const Form> agreementForms() {
    return kAgreement;
}

}  // namespace attentarium::small_school
