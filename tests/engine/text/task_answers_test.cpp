#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "engine/text/small_world.h"
#include "engine/text/tasks/task.h"
#include "tests/support/catch.h"

// Answers are worked out here by other means than the tasks use.
namespace attentarium {
namespace {

std::vector<Example> drawn(const TaskOptions& options, int count, std::uint64_t seed = 1) {
    const auto task = makeTask(options);
    Random random(seed);
    std::vector<Example> examples;
    for (int i = 0; i < count; ++i) {
        examples.push_back(task->draw(i % 5 == 0 ? TaskPart::HeldOut : TaskPart::Training, random));
    }
    return examples;
}

std::vector<std::string> wordsOf(const Example& example, Language language, TaskName name) {
    TaskOptions options = defaultsOf(name);
    options.language = language;
    const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, makeTask(options)->vocabulary());
    std::vector<std::string> words;
    for (const Token& token : tokenizer->split(example.question)) words.push_back(token.text);
    return words;
}

TEST_CASE("copies, reversals and sorted words are right for every word") {
    for (const TaskName name : {TaskName::Copy, TaskName::Reverse, TaskName::Sort}) {
        TaskOptions options = defaultsOf(name);
        options.alphabet = 4;
        options.minLength = 1;
        options.maxLength = 5;
        std::set<std::string> questions;
        for (const Example& example : drawn(options, 60000)) {
            questions.insert(example.question);
            std::string expected;
            if (name == TaskName::Copy) expected = example.question;
            if (name == TaskName::Reverse) {
                for (const char letter : example.question) expected = letter + expected;
            }
            if (name == TaskName::Sort) {
                for (char letter = 'a'; letter <= 'd'; ++letter) {
                    expected.append(static_cast<std::size_t>(std::ranges::count(example.question, letter)), letter);
                }
            }
            if (example.answer != expected) FAIL(example.question << " " << example.answer);
        }
        CHECK(questions.size() == 4 + 16 + 64 + 256 + 1024);
    }
}

/// The sum as it is learned at school: digit by digit from the right, with a carry. Without the last carry's zero.
std::string sumFromOnes(const std::string& left, const std::string& right) {
    std::string sum;
    int carry = 0;
    for (std::size_t i = left.size(); i-- > 0;) {
        const int column = (left[i] - '0') + (right[i] - '0') + carry;
        sum += static_cast<char>('0' + column % 10);
        carry = column / 10;
    }
    return sum + static_cast<char>('0' + carry);
}

TEST_CASE("every sum of two numbers of two digits is right, from either end") {
    for (const bool leastFirst : {true, false}) {
        TaskOptions options = defaultsOf(TaskName::Addition);
        options.digits = 2;
        options.leastDigitFirst = leastFirst;
        std::set<std::string> questions;
        for (const Example& example : drawn(options, 200000)) {
            questions.insert(example.question);
            std::string sum = sumFromOnes(example.question.substr(0, 2), example.question.substr(3));
            if (!leastFirst) sum = std::string(sum.rbegin(), sum.rend());
            if (example.answer != sum) FAIL(example.question << " " << example.answer);
        }
        CHECK(questions.size() == 10000);
        CHECK(questions.contains("07+93"));
    }
    TaskOptions widest = defaultsOf(TaskName::Addition);
    widest.digits = 18;
    for (const Example& example : drawn(widest, 1000)) {
        REQUIRE(example.answer == sumFromOnes(example.question.substr(0, 18), example.question.substr(19)));
    }
}

struct Day {
    int year = 0, month = 0, day = 0;
    auto operator<=>(const Day&) const = default;
};

int daysIn(int month, int year) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// 0 for Sunday. Zeller's congruence.
int weekdayOf(Day date) {
    if (date.month < 3) {
        date.month += 12;
        --date.year;
    }
    const int inCentury = date.year % 100, century = date.year / 100;
    return (date.day + 13 * (date.month + 1) / 5 + inCentury + inCentury / 4 + century / 4 + 5 * century + 6) % 7;
}

/// The place of a name in a list that begins with the same three letters, from 0; -1 for none.
int placeIn(const std::string& list, const std::string& word) {
    const std::size_t at = list.find(word.substr(0, 3));
    return word.size() < 3 || at == std::string::npos ? -1 : static_cast<int>(at / 3);
}

struct Reading {
    Day date;
    int weekday = -1;
};

Reading read(const std::string& text) {
    Reading reading;
    std::vector<std::string> numbers;
    static const std::regex piece("[A-Za-z]+|'?[0-9]+");
    for (std::sregex_iterator it(text.begin(), text.end(), piece), end; it != end; ++it) {
        const std::string word = it->str();
        if (word[0] == '\'' || std::isdigit(static_cast<unsigned char>(word[0]))) numbers.push_back(word);
        const int month = placeIn("JanFebMarAprMayJunJulAugSepOctNovDec", word);
        if (month >= 0) reading.date.month = month + 1;
        const int weekday = placeIn("SunMonTueWedThuFriSat", word);
        if (weekday >= 0) reading.weekday = weekday;
    }
    const auto take = [&](auto place) {
        const std::string number = *place;
        numbers.erase(place);
        return std::stoi(number[0] == '\'' ? number.substr(1) : number);
    };
    // The year has four digits or stands last.
    const auto four = std::ranges::find_if(numbers, [](const std::string& number) { return number.size() == 4; });
    const bool yearFirst = four == numbers.begin();
    reading.date.year = take(four == numbers.end() ? numbers.end() - 1 : four);
    if (reading.date.year < 100) reading.date.year += reading.date.year >= 50 ? 1900 : 2000;
    if (reading.date.month == 0) reading.date.month = take(yearFirst ? numbers.begin() : numbers.begin() + 1);
    reading.date.day = take(numbers.begin());
    if (!numbers.empty()) FAIL(text);
    return reading;
}

TEST_CASE("dates in every spelling are the day they name, leap days and weekdays too", "[many]") {
    TaskOptions options = defaultsOf(TaskName::Dates);
    options.firstYear = 1999;
    options.lastYear = 2001;
    std::set<Day> days;
    std::set<std::string> shapes;
    const auto check = [&](const Example& example) {
        const auto [date, weekday] = read(example.question);
        char iso[64];
        std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", date.year, date.month, date.day);
        if (example.answer != iso) FAIL(example.question << " " << example.answer);
        if (date.month > 12 || date.day < 1 || date.day > daysIn(date.month, date.year)) FAIL(example.question);
        if (weekday >= 0 && weekday != weekdayOf(date)) FAIL(example.question);
        days.insert(date);
        shapes.insert(std::regex_replace(std::regex_replace(example.question, std::regex("[0-9]+"), "9"),
                                         std::regex("[A-Z][a-z]+"), "A"));
    };
    for (const Example& example : drawn(options, 60000)) check(example);
    CHECK(days.size() == 365 + 366 + 365);
    CHECK(days.contains({2000, 2, 29}));
    CHECK(shapes.size() >= 12);
    // Two digits cannot tell these centuries apart, so none is written so.
    options.firstYear = 1583;
    options.lastYear = 1949;
    for (const Example& example : drawn(options, 20000)) check(example);
    CHECK_FALSE(days.contains({1900, 2, 29}));
}

/// Whether taking out pairs that stand side by side leaves nothing.
bool vanishes(std::string text) {
    for (bool found = true; found;) {
        found = false;
        for (const char* pair : {"()", "[]", "{}"}) {
            const std::size_t at = text.find(pair);
            if (at == std::string::npos) continue;
            text.erase(at, 2);
            found = true;
        }
    }
    return text.empty();
}

TEST_CASE("brackets are balanced where the task says so, and neither length nor counting tells") {
    for (const int kinds : {1, 2, 3}) {
        TaskOptions options = defaultsOf(TaskName::Brackets);
        options.bracketKinds = kinds;
        std::array<int, 2> byLabel{}, countsAgree{};
        std::map<std::size_t, std::array<int, 2>> byLength;
        for (const Example& example : drawn(options, 40000)) {
            const auto label = static_cast<std::size_t>(example.label);
            if (vanishes(example.question) != (label == 1)) FAIL(example.question);
            ++byLabel[label];
            ++byLength[example.question.size()][label];
            const auto count = [&](char bracket) { return std::ranges::count(example.question, bracket); };
            countsAgree[label] += count('(') == count(')') && count('[') == count(']') && count('{') == count('}');
        }
        CHECK(byLabel[1] / 40000.0 == Approx(0.5).margin(0.02));
        for (const auto& [length, counts] : byLength) {
            CHECK(length % 2 == 0);
            CHECK(counts[1] / static_cast<double>(counts[0] + counts[1]) == Approx(0.5).margin(0.08));
        }
        CHECK(byLength.size() == 12);
        CHECK(countsAgree[0] > byLabel[0] / 10);
    }
}

TEST_CASE("balanced texts of one length are equally likely") {
    TaskOptions options = defaultsOf(TaskName::Brackets);
    options.bracketKinds = 1;
    options.minLength = options.maxLength = 8;
    const auto task = makeTask(options);
    Random random(2);
    std::map<std::string, int> counts;
    int balanced = 0;
    for (int i = 0; i < 60000; ++i) {
        const Example example = task->draw(TaskPart::Training, random);
        if (example.label == 1) ++counts[example.question], ++balanced;
    }
    // Catalan's number of four pairs is 14, and some of them are held out.
    CHECK(counts.size() <= 14);
    CHECK(counts.size() >= 10);
    const double share = 1.0 / static_cast<double>(counts.size());
    const double margin = 5 * std::sqrt(share / balanced);
    for (const auto& [text, count] : counts)
        CHECK(count / static_cast<double>(balanced) == Approx(share).margin(margin));
}

TEST_CASE("what is recalled is the value that stands behind the key, and no key stands twice") {
    std::set<std::string> answers;
    for (const Example& example : drawn(defaultsOf(TaskName::Recall), 40000)) {
        const std::string& text = example.question;
        const std::size_t colon = text.find(':');
        REQUIRE(colon + 2 == text.size());
        std::map<char, char> pairs;
        for (std::size_t i = 0; i < colon; i += 2) REQUIRE(pairs.emplace(text[i], text[i + 1]).second);
        REQUIRE(example.answer == std::string(1, pairs.at(text.back())));
        answers.insert(example.answer);
    }
    CHECK(answers.size() == 10);
}

TEST_CASE("stories to translate are those that the small world tells") {
    TaskOptions options = defaultsOf(TaskName::Translation);
    options.wholeStories = true;
    const auto task = makeTask(options);
    Random random(9), world(9);
    for (int i = 0; i < 300; ++i) {
        const Example example = task->draw(TaskPart::Training, random);
        Example told;
        do {
            const ParallelStory story = SmallWorld().tell(world);
            told = {story.english.text(), story.chinese.text()};
        } while (task->partOf(told) == TaskPart::HeldOut);
        REQUIRE(example == told);
    }
}

TEST_CASE("an English sentence has one translation, and it names the same nouns", "[many]") {
    const Vocabulary english = SmallWorld().lexicon(Language::English),
                     chinese = SmallWorld().lexicon(Language::Chinese);
    const auto chineseWords = makeTokenizer(TokenizerKind::Word, Language::Chinese, chinese);
    std::map<std::string, std::string> translations;
    const auto nouns = [](const std::vector<std::string>& words, const Vocabulary& lexicon, Language language) {
        std::multiset<int> ids;
        for (const std::string& word : words) {
            const auto kind = wordClass(word, language);
            if (kind && isNoun(*kind)) ids.insert(*lexicon.find(word));
        }
        return ids;
    };
    for (const Example& example : drawn(defaultsOf(TaskName::Translation), 40000)) {
        const auto [found, fresh] = translations.emplace(example.question, example.answer);
        if (!fresh && found->second != example.answer) FAIL(example.question << " " << example.answer);
        if (!fresh) continue;
        std::vector<std::string> translated;
        for (const Token& token : chineseWords->split(example.answer)) translated.push_back(token.text);
        if (nouns(wordsOf(example, Language::English, TaskName::Translation), english, Language::English) !=
            nouns(translated, chinese, Language::Chinese)) {
            FAIL(example.question << " " << example.answer);
        }
    }
    CHECK(translations.size() > 10000);
    CHECK(translations.at("she sings very well.") == "她唱得很好。");
}

/// What stands for what in a story about feelings.
struct FeelingWords {
    std::set<std::string> glad, sad, denials;
    std::string although, but, comma, stop;
};

const FeelingWords kEnglish{{"happy", "proud", "calm", "cheerful", "lively", "glad"},
                            {"sad", "angry", "lonely", "worried", "tired", "bored"},
                            {"not", "never"},
                            "although",
                            "but",
                            ",",
                            "."};
const FeelingWords kChinese{{"高兴", "自豪", "平静", "快活", "活泼", "欣慰"},
                            {"难过", "生气", "孤单", "担心", "累", "无聊"},
                            {"不", "从不"},
                            "虽然",
                            "但是",
                            "，",
                            "。"};

/// 1 for a clause that says something good, 0 for a bad one.
int feelingOf(std::span<const std::string> clause, const FeelingWords& words) {
    int feelings = 0;
    bool good = false;
    for (const std::string& word : clause) {
        if (words.glad.contains(word) || words.sad.contains(word)) ++feelings;
        if (words.glad.contains(word) || words.denials.contains(word)) good = !good;
    }
    REQUIRE(feelings == 1);
    return good ? 1 : 0;
}

/// The class of a story, read from its second sentence.
int readFeeling(const std::vector<std::string>& story, const FeelingWords& words) {
    const auto firstStop = std::ranges::find(story, words.stop);
    const std::span<const std::string> second(firstStop + 1, story.end() - 1);
    const auto at = [&](const std::string& word) {
        return static_cast<std::size_t>(std::ranges::find(second, word) - second.begin());
    };
    const std::size_t although = at(words.although), comma = at(words.comma), but = at(words.but);
    if (although == second.size() && but == second.size()) return feelingOf(second, words);
    // "A, but B", "although A, B" and, in Chinese, "although A, but B" mean B; "A although B" means A.
    const bool secondCounts = although == 0 || but < second.size();
    const std::size_t border = secondCounts ? comma : although;
    const int first = feelingOf(second.first(border), words), last = feelingOf(second.subspan(border), words);
    REQUIRE(first != last);
    return secondCounts ? last : first;
}

TEST_CASE("the feeling of a story is that of its main clause, and no single word tells it", "[many]") {
    for (const Language language : {Language::English, Language::Chinese}) {
        TaskOptions options = defaultsOf(TaskName::Sentiment);
        options.language = language;
        const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, makeTask(options)->vocabulary());
        std::map<std::string, std::array<double, 2>> counts;
        for (const Example& example : drawn(options, 40000)) {
            std::vector<std::string> story;
            for (const Token& token : tokenizer->split(example.question)) story.push_back(token.text);
            const int feeling = readFeeling(story, language == Language::English ? kEnglish : kChinese);
            if (feeling != example.label) FAIL(example.question << " " << example.label);
            for (const std::string& word : std::set<std::string>(story.begin(), story.end())) {
                ++counts[word][static_cast<std::size_t>(example.label)];
            }
        }
        for (const auto& [word, byLabel] : counts) {
            const double total = byLabel[0] + byLabel[1];
            INFO(word);
            CHECK(byLabel[1] / total == Approx(0.5).margin(5 * std::sqrt(0.25 / total)));
        }
    }
}

}  // namespace
}  // namespace attentarium
