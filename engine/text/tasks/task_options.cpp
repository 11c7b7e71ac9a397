#include "engine/text/tasks/task_options.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <type_traits>

#include "engine/core/demand.h"

namespace attentarium {
namespace {

constexpr std::array kTasks{TaskName::Copy,     TaskName::Reverse,     TaskName::Sort,
                            TaskName::Addition, TaskName::Dates,       TaskName::Brackets,
                            TaskName::Recall,   TaskName::Translation, TaskName::Sentiment};

std::string fromTo(double least, double most) {
    std::ostringstream text;
    text << "from " << least << " to " << most;
    return text.str();
}

}  // namespace

std::span<const TaskName> allTasks() {
    return kTasks;
}

std::string_view nameOf(TaskName task) {
    switch (task) {
        case TaskName::Copy:
            return "copy";
        case TaskName::Reverse:
            return "reverse";
        case TaskName::Sort:
            return "sort";
        case TaskName::Addition:
            return "addition";
        case TaskName::Dates:
            return "dates";
        case TaskName::Brackets:
            return "brackets";
        case TaskName::Recall:
            return "recall";
        case TaskName::Translation:
            return "translation";
        case TaskName::Sentiment:
            return "sentiment";
    }
    return {};
}

TaskName taskNamed(std::string_view name) {
    const auto found = std::ranges::find(kTasks, name, [](TaskName task) { return nameOf(task); });
    if (found != kTasks.end()) return *found;
    std::string known;
    for (const TaskName task : kTasks) {
        known += (known.empty() ? "" : task == kTasks.back() ? " or " : ", ") + std::string(nameOf(task));
    }
    throw Error(ErrorKind::OptionOutOfRange, {.name = "task", .value = std::string(name), .limit = known});
}

TaskOptions defaultsOf(TaskName task) {
    TaskOptions options;
    options.task = task;
    if (task == TaskName::Brackets) {
        options.minLength = 2;
        options.maxLength = 24;
    }
    if (task == TaskName::Recall) {
        options.minLength = 2;
        options.maxLength = 8;
    }
    return options;
}

void validate(const TaskOptions& options) {
    forEachField(options, [](const TaskField& field, const auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::int64_t> || std::is_same_v<Value, double>) {
            const auto number = static_cast<double>(value);
            demand(field.name, value, number >= field.least && number <= field.most, fromTo(field.least, field.most));
        }
    });
    const auto most = [](std::int64_t value) { return "at most " + std::to_string(value); };
    const TaskName task = options.task;
    if (task == TaskName::Dates) {
        demand("first-year", options.firstYear, options.firstYear <= options.lastYear, most(options.lastYear));
    } else if (task != TaskName::Addition && task != TaskName::Translation && task != TaskName::Sentiment) {
        demand("min-length", options.minLength, options.minLength <= options.maxLength, most(options.maxLength));
    }
    // Balanced texts have as many opening brackets as closing ones, so their length is even.
    if (task == TaskName::Brackets) {
        const std::int64_t least = options.minLength + options.minLength % 2;
        demand("max-length", options.maxLength, options.maxLength >= least, std::to_string(least) + " or more");
    }
}

}  // namespace attentarium
