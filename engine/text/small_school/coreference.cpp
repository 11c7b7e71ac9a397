#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kFirst = 0, kSecond = 1, kDeed = 2, kReferent = 3, kGesture = 4;

constexpr Term kGestures[] = {
    {"smiles", "微笑", "smile"}, {"waits", "等待", "wait"}, {"waves", "招手", "wave"}, {"nods", "点头", "nod"}};

/// The word that tells two individuals apart: an article tells that it is not the one with a name of his or her own.
std::string firstWord(const Individual& one, Language language) {
    return std::string(wordsOf(nameOf(one, language)).front());
}

/// "Anna sees the dog . it waits . who is it ? the dog ."
void write(Pen& pen) {
    const Language language = pen.language();
    const auto name = [&](int one) { return nameOf(individual(one), language); };
    const int first = pen.pick(kFirst, upTo(individualCount()), name);
    const Individual& one = individual(first);
    const auto meetings = small_world::meetings();
    pen.pick(kDeed, upTo(4), [&](int deed) {
        return std::string(meetings[static_cast<std::size_t>(deed)].in(language, isPlural(one)));
    });
    pen.write("", "了");
    std::vector<int> seconds;
    for (const int second : pen.allowed(individualCount(), [&](int other) { return (first + other) % 4 == 1; })) {
        const Individual& other = individual(second);
        if (other.gender != one.gender && !(hasArticle(one) && hasArticle(other))) seconds.push_back(second);
    }
    const Individual& other = individual(pen.pick(kSecond, seconds, name));
    pen.write(".", "。");
    const auto pronounOf = [&](int referent) {
        const Gender gender = (referent == 0 ? one : other).gender;
        return word(small_world::pronouns(), static_cast<int>(gender), language);
    };
    const int meant = pen.pick(kReferent, upTo(2), pronounOf);
    const Individual& referent = meant == 0 ? one : other;
    pen.pick(kGesture, upTo(4), [&](int gesture) {
        return std::string(kGestures[static_cast<std::size_t>(gesture)].in(language, isPlural(referent)));
    });
    pen.write(isPlural(referent) ? ". who are" : ". who is", "。");
    pen.write(pronounOf(meant));
    pen.write("?", "是 谁 ？");
    pen.answer(firstWord(referent, language), {firstWord(one, language), firstWord(other, language)});
    if (pen.english() && hasArticle(referent)) pen.write(referent.name.english);
    pen.write(".", "。");
}

constexpr Form kForms[] = {{1.0, true, write}};

}  // namespace

std::span<const Form> coreferenceForms() {
    return kForms;
}

}  // namespace attentarium::small_school
