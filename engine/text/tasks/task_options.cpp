#include "engine/text/tasks/task_options.h"

#include <sstream>
#include <string>
#include <type_traits>

#include "engine/core/demand.h"

namespace attentarium {
namespace {

template <typename Value>
void demandInRange(const TaskField& field, Value value) {
    if constexpr (!std::is_same_v<Value, bool>) {
        std::ostringstream limit;
        limit << "from " << field.least << " to " << field.most;
        const auto number = static_cast<double>(value);
        demand(field.name, value, number >= field.least && number <= field.most, limit.str());
    }
}

void demandAtMost(std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most) {
    demand(name, value, value <= most, "from " + std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace

TaskName taskNamed(std::string_view name) {
    if (const auto task = named<TaskName>(name)) return *task;
    std::string known;
    for (const std::string_view task : kTaskNames) {
        known += (known.empty() ? "" : task == kTaskNames.back() ? " or " : ", ") + std::string(task);
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
    bool hasLengths = false;
    forEachField(options, [&](const TaskField& field, const auto& value) {
        if (!field.tasks.contains(options.task)) return;
        demandInRange(field, value);
        if (field.name == "max_length") hasLengths = true;
    });
    if (hasLengths) demandAtMost("min_length", options.minLength, 1, options.maxLength);
    if (options.task == TaskName::Dates) demandAtMost("first_year", options.firstYear, 1583, options.lastYear);
    // A key is a letter, and no key stands twice.
    if (options.task == TaskName::Recall) demandAtMost("max_length", options.maxLength, 1, 26);
    // Balanced texts have as many opening brackets as closing ones, so their length is even.
    if (options.task == TaskName::Brackets) {
        const std::int64_t least = options.minLength + options.minLength % 2;
        demand("max_length", options.maxLength, options.maxLength >= least, std::to_string(least) + " or more");
    }
}

}  // namespace attentarium
