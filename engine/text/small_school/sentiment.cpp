#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kFood = 0, kFirst = 1, kSecond = 2;

/// The first half praises.
constexpr Term kQualities[] = {{"sweet", "甜"},  {"fresh", "新鲜"}, {"soft", "软"}, {"clean", "干净"},
                               {"bitter", "苦"}, {"sour", "酸"},    {"hard", "硬"}, {"dirty", "脏"}};
constexpr int kQualityCount = static_cast<int>(std::size(kQualities));

/// A judgement is a quality, and whether it is denied.
constexpr int kJudgements = 2 * kQualityCount;

bool praises(int judgement) {
    return (judgement / 2 < kQualityCount / 2) != (judgement % 2 == 1);
}

std::string phraseOf(int judgement, Language language) {
    const std::string quality = word(kQualities, judgement / 2, language);
    const bool denied = judgement % 2 == 1;
    if (language == Language::English) return (denied ? "not " : "very ") + quality;
    return (denied ? "不 " : "很 ") + quality;
}

bool isHeldOut(int first, int second) {
    return (3 * first + second) % 4 == 1;
}

int pickFood(Pen& pen) {
    pen.write("the", "");
    return pen.pick(kFood, upTo(8), [&](int food) {
        const Term& name = small_world::foods()[static_cast<std::size_t>(food)];
        if (!pen.english()) return std::string(name.chinese);
        return std::string(name.english) + (name.english.back() == 's' ? " are" : " is");
    });
}

void conclude(Pen& pen, bool good) {
    pen.write(". this is a", "。 这 是");
    if (pen.english()) {
        pen.answer(good ? "good" : "bad", {"good", "bad"});
        pen.write("review .");
    } else {
        pen.answer(good ? "好评" : "差评", {"好评", "差评"});
        pen.write("。");
    }
}

/// "the apples are not clean . this is a bad review ." Nothing is held out of these.
void writeOne(Pen& pen) {
    pickFood(pen);
    const auto phrase = [&](int judgement) { return phraseOf(judgement, pen.language()); };
    conclude(pen, praises(pen.pick(kFirst, upTo(kJudgements), phrase)));
}

/// "the apples are very sweet but not clean . this is a bad review ."
void writeTwo(Pen& pen, bool contrast) {
    pickFood(pen);
    const auto phrase = [&](int judgement) { return phraseOf(judgement, pen.language()); };
    const int first = pen.pick(kFirst, upTo(kJudgements), phrase);
    pen.write(contrast ? "but" : "and", contrast ? "但是" : "而且");
    std::vector<int> seconds;
    for (const int second : pen.allowed(kJudgements, [&](int one) { return isHeldOut(first, one); })) {
        const bool about = second / 2 != first / 2;
        if (about && (praises(first) != praises(second)) == contrast) seconds.push_back(second);
    }
    conclude(pen, praises(pen.pick(kSecond, seconds, phrase)));
}

constexpr Form kForms[] = {{0.4, false, writeOne},
                           {0.3, true, [](Pen& pen) { writeTwo(pen, false); }},
                           {0.3, true, [](Pen& pen) { writeTwo(pen, true); }}};

}  // namespace

std::span<const Form> sentimentForms() {
    return kForms;
}

}  // namespace attentarium::small_school
