#include <algorithm>

#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kFirst = 0, kSecond = 1;
constexpr int kLargest = 9;  ///< of the numbers that are added

// Chinese numbers are made of their digits, but each is one word here.
constexpr Term kNumbers[] = {{"one", "一"},         {"two", "二"},        {"three", "三"},     {"four", "四"},
                             {"five", "五"},        {"six", "六"},        {"seven", "七"},     {"eight", "八"},
                             {"nine", "九"},        {"ten", "十"},        {"eleven", "十一"},  {"twelve", "十二"},
                             {"thirteen", "十三"},  {"fourteen", "十四"}, {"fifteen", "十五"}, {"sixteen", "十六"},
                             {"seventeen", "十七"}, {"eighteen", "十八"}};

std::string number(int value, Language language) {
    return word(kNumbers, value - 1, language);
}

std::vector<int> numbers(int from, int to) {
    std::vector<int> all;
    for (int value = from; value <= to; ++value) all.push_back(value);
    return all;
}

/// Of two numbers in both orders at most one is held out, sometimes the one that begins with the smaller number.
bool isHeldOut(int first, int second) {
    const int smaller = std::min(first, second), larger = std::max(first, second);
    if (smaller == 0 || first == second || (smaller + 2 * larger) % 5 > 1) return false;
    return (first == smaller) == ((smaller + larger) % 2 == 1);
}

/// "two and three are five ."
void add(Pen& pen) {
    const auto phrase = [&](int value) { return number(value, pen.language()); };
    std::vector<int> firsts, seconds;
    for (const int one : numbers(1, kLargest)) {
        bool any = pen.part() != Part::HeldOut;
        for (const int other : numbers(1, kLargest)) any = any || isHeldOut(one, other);
        if (any) firsts.push_back(one);
    }
    const int first = pen.pick(kFirst, firsts, phrase);
    pen.write("and", "加");
    for (const int other : pen.allowed(kLargest + 1, [&](int one) { return isHeldOut(first, one); })) {
        if (other > 0) seconds.push_back(other);
    }
    const int second = pen.pick(kSecond, seconds, phrase);
    pen.write("are", "等于");
    std::vector<std::string> choices;
    for (const int sum : numbers(2, 2 * kLargest)) choices.push_back(phrase(sum));
    pen.answer(phrase(first + second), choices);
    pen.write(".", "。");
}

/// "after two comes three ."
void count(Pen& pen) {
    const auto phrase = [&](int value) { return number(value, pen.language()); };
    pen.write("after", "");
    const int value = pen.pick(kFirst, numbers(1, 2 * kLargest - 1), phrase);
    pen.write("comes", "后面 是");
    pen.write(phrase(value + 1));
    pen.write(".", "。");
}

constexpr Form kForms[] = {{0.75, true, add}, {0.25, false, count}};

}  // namespace

std::span<const Form> arithmeticForms() {
    return kForms;
}

}  // namespace attentarium::small_school
