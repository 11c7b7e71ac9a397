#include "engine/text/tasks/task.h"

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "engine/core/error.h"
#include "engine/text/special_tokens.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr TaskName kAllTasks[] = {TaskName::Copy,     TaskName::Reverse,     TaskName::Sort,
                                  TaskName::Addition, TaskName::Dates,       TaskName::Brackets,
                                  TaskName::Recall,   TaskName::Translation, TaskName::Sentiment};

/// All tasks as they are by default, and the other ways of those that have several.
std::vector<TaskOptions> allOptions() {
    std::vector<TaskOptions> all;
    for (const TaskName name : kAllTasks) all.push_back(defaultsOf(name));
    const auto other = [&](TaskName name, auto change) {
        all.push_back(defaultsOf(name));
        change(all.back());
    };
    other(TaskName::Translation, [](TaskOptions& o) { o.wholeStories = true; });
    other(TaskName::Sentiment, [](TaskOptions& o) { o.language = Language::Chinese; });
    other(TaskName::Addition, [](TaskOptions& o) { o.leastDigitFirst = false; });
    other(TaskName::Brackets, [](TaskOptions& o) { o.bracketKinds = 1; });
    return all;
}

Error refusal(const TaskOptions& options) {
    try {
        makeTask(options);
    } catch (const Error& error) {
        return error;
    }
    FAIL("was accepted");
    throw LogicError("not reached");
}

TEST_CASE("tasks have names, and an unknown one is refused with all that are known") {
    for (const TaskName task : kAllTasks) CHECK(taskNamed(nameOf(task)) == task);
    try {
        taskNamed("chess");
        FAIL("was accepted");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::OptionOutOfRange);
        CHECK(error.values().value == "chess");
        for (const TaskName task : kAllTasks) {
            CHECK(error.values().limit.find(nameOf(task)) != std::string::npos);
        }
    }
}

TEST_CASE("no held-out question is ever drawn for training", "[many]") {
    for (const TaskOptions& options : allOptions()) {
        INFO(nameOf(options.task));
        const auto task = makeTask(options);
        Random random(3);
        std::set<std::string> training;
        for (int i = 0; i < 20000; ++i) training.insert(task->draw(TaskPart::Training, random).question);
        std::set<std::string> heldOut;
        for (int i = 0; i < 2000; ++i) {
            const Example example = task->draw(TaskPart::HeldOut, random);
            CHECK(task->partOf(example) == TaskPart::HeldOut);
            REQUIRE_FALSE(training.contains(example.question));
            heldOut.insert(example.question);
        }
        CHECK(heldOut.size() > 100);
    }
}

TEST_CASE("a day and a sum are held out in every spelling") {
    const auto dates = makeTask(defaultsOf(TaskName::Dates));
    const auto sums = makeTask(defaultsOf(TaskName::Addition));
    Random random(4);
    std::map<std::string, std::set<TaskPart>> parts;
    for (int i = 0; i < 50000; ++i) {
        for (const TaskPart part : {TaskPart::Training, TaskPart::HeldOut}) {
            const Example date = dates->draw(part, random);
            parts[date.answer].insert(part);
            const Example sum = sums->draw(part, random);
            const std::string left = sum.question.substr(0, 3), right = sum.question.substr(4);
            parts[std::min(left, right) + "+" + std::max(left, right)].insert(part);
        }
    }
    for (const auto& [key, sides] : parts) {
        if (sides.size() != 1) FAIL(key);
    }
}

TEST_CASE("as many questions are held out as was asked for, and another seed holds out others") {
    for (const double share : {0.02, 0.1, 0.5}) {
        TaskOptions options = defaultsOf(TaskName::Reverse);
        options.minLength = 8;
        options.heldOutShare = share;
        const auto task = makeTask(options);
        options.seed = 2;
        const auto reseeded = makeTask(options);
        // Drawing from nearly all questions: a task that holds out a thousandth.
        options.heldOutShare = 0.001;
        const auto all = makeTask(options);
        Random random(5);
        double heldOut = 0, agreeing = 0;
        constexpr int kDraws = 20000;
        for (int i = 0; i < kDraws; ++i) {
            const Example example = all->draw(TaskPart::Training, random);
            heldOut += task->partOf(example) == TaskPart::HeldOut;
            agreeing += task->partOf(example) == reseeded->partOf(example);
        }
        const auto margin = [](double p) { return 5 * std::sqrt(p * (1 - p) / kDraws) + 0.001; };
        CHECK(heldOut / kDraws == Approx(share).margin(margin(share)));
        const double byChance = share * share + (1 - share) * (1 - share);
        CHECK(agreeing / kDraws == Approx(byChance).margin(margin(byChance)));
    }
}

TEST_CASE("the same seed draws the same examples") {
    for (const TaskOptions& options : allOptions()) {
        const auto one = makeTask(options), other = makeTask(options);
        Random first(6), second(6);
        for (int i = 0; i < 50; ++i) {
            REQUIRE(one->draw(TaskPart::Training, first) == other->draw(TaskPart::Training, second));
        }
        CHECK(first.state() == second.state());
    }
}

TEST_CASE("the vocabulary of a task knows every token, and no text is longer than the task says", "[many]") {
    for (const TaskOptions& options : allOptions()) {
        INFO(nameOf(options.task));
        const auto task = makeTask(options);
        const TaskTokenizers tokenizers(*task, task->vocabulary());
        Random random(7);
        std::set<int> used;
        std::size_t longestQuestion = 0, longestAnswer = 0;
        for (int i = 0; i < 20000; ++i) {
            const Example example = task->draw(TaskPart::Training, random);
            const std::vector<int> question = tokenizers.question().encode(example.question);
            REQUIRE(tokenizers.question().decode(question) == example.question);
            used.insert(question.begin(), question.end());
            longestQuestion = std::max(longestQuestion, question.size());
            REQUIRE(task->hasClasses() == example.answer.empty());
            if (task->hasClasses()) {
                REQUIRE(example.label >= 0);
                REQUIRE(example.label < static_cast<int>(task->classes().size()));
                continue;
            }
            REQUIRE(example.label == -1);
            const std::vector<int> answer = tokenizers.answer().encode(example.answer);
            REQUIRE(tokenizers.answer().decode(answer) == example.answer);
            used.insert(answer.begin(), answer.end());
            longestAnswer = std::max(longestAnswer, answer.size());
        }
        CHECK(static_cast<std::int64_t>(longestQuestion) == task->longestQuestion());
        CHECK(static_cast<std::int64_t>(longestAnswer) == task->longestAnswer());
        // A token that no text has is one that no model can learn; sentiment shares the words of the whole world.
        constexpr int kSpecial = 5;
        if (options.task != TaskName::Sentiment) {
            CHECK(static_cast<int>(used.size()) == task->vocabulary().size() - kSpecial);
        }
    }
}

TEST_CASE("a vocabulary does not depend on lengths, so that longer questions can be asked") {
    for (const TaskName name : {TaskName::Copy, TaskName::Brackets, TaskName::Recall}) {
        TaskOptions options = defaultsOf(name);
        const Vocabulary vocabulary = makeTask(options)->vocabulary();
        options.minLength = options.maxLength + 1;
        options.maxLength = 2 * options.maxLength;
        CHECK(makeTask(options)->vocabulary().tokens() == vocabulary.tokens());
    }
}

TEST_CASE("impossible options are refused by name and value") {
    const auto refuses = [](TaskName task, auto change, const char* name, const char* value) {
        TaskOptions options = defaultsOf(task);
        change(options);
        const Error error = refusal(options);
        CHECK(error.kind() == ErrorKind::OptionOutOfRange);
        CHECK(error.values().name == name);
        CHECK(error.values().value == value);
    };
    refuses(
        TaskName::Copy, [](TaskOptions& o) { o.minLength = 0; }, "min_length", "0");
    refuses(
        TaskName::Copy, [](TaskOptions& o) { o.maxLength = 1001; }, "max_length", "1001");
    refuses(
        TaskName::Sort, [](TaskOptions& o) { o.minLength = 11; }, "min_length", "11");
    refuses(
        TaskName::Reverse, [](TaskOptions& o) { o.alphabet = 27; }, "alphabet", "27");
    refuses(
        TaskName::Recall, [](TaskOptions& o) { o.maxLength = 27; }, "max_length", "27");
    refuses(
        TaskName::Addition, [](TaskOptions& o) { o.digits = 0; }, "digits", "0");
    refuses(
        TaskName::Addition, [](TaskOptions& o) { o.digits = 19; }, "digits", "19");
    refuses(
        TaskName::Dates, [](TaskOptions& o) { o.firstYear = 1582; }, "first_year", "1582");
    refuses(
        TaskName::Dates, [](TaskOptions& o) { o.firstYear = 2050; }, "first_year", "2050");
    refuses(
        TaskName::Brackets, [](TaskOptions& o) { o.bracketKinds = 4; }, "bracket_kinds", "4");
    refuses(
        TaskName::Brackets, [](TaskOptions& o) { o.minLength = o.maxLength = 7; }, "max_length", "7");
    refuses(
        TaskName::Copy, [](TaskOptions& o) { o.heldOutShare = 0; }, "held_out_share", "0");
    refuses(
        TaskName::Copy, [](TaskOptions& o) { o.heldOutShare = std::numeric_limits<double>::quiet_NaN(); },
        "held_out_share", "nan");
    // What a task does not read does not matter.
    TaskOptions options = defaultsOf(TaskName::Copy);
    options.digits = -1;
    CHECK_NOTHROW(makeTask(options));
}

TEST_CASE("a task with a single question is refused, and one with few keeps its sides apart") {
    TaskOptions options = defaultsOf(TaskName::Copy);
    options.alphabet = 1;
    options.minLength = options.maxLength = 1;
    CHECK(refusal(options).kind() == ErrorKind::TaskTooSmall);
    CHECK(refusal(options).values().name == "copy");
    options.alphabet = 26;
    options.heldOutShare = 0.5;
    const auto task = makeTask(options);
    Random random(8);
    std::set<std::string> training, heldOut;
    for (int i = 0; i < 2000; ++i) {
        training.insert(task->draw(TaskPart::Training, random).question);
        heldOut.insert(task->draw(TaskPart::HeldOut, random).question);
    }
    CHECK(training.size() + heldOut.size() == 26);
    for (const std::string& question : heldOut) CHECK_FALSE(training.contains(question));
}

TEST_CASE("each option is listed once, for the tasks that read it") {
    TaskOptions options;
    std::map<std::string_view, int> readers;
    forEachField(options, [&](const TaskField& field, auto&) {
        CHECK_FALSE(field.about.empty());
        int count = 0;
        for (const TaskName task : kAllTasks) count += field.tasks.contains(task);
        CHECK(readers.emplace(field.name, count).second);
    });
    CHECK(readers.at("held_out_share") == 9);
    CHECK(readers.at("max_length") == 5);
    CHECK(readers.at("alphabet") == 3);
    CHECK(readers.at("digits") == 1);
}

}  // namespace
}  // namespace attentarium
