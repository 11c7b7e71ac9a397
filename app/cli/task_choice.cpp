#include "app/cli/task_choice.h"

#include "app/cli/failure.h"
#include "app/cli/field_options.h"

namespace attentarium::cli {
namespace {

std::string tasksWith(const TaskField& field) {
    std::string all;
    for (std::size_t i = 0; i < kTaskNames.size(); ++i) {
        if (!field.tasks.contains(static_cast<TaskName>(i))) continue;
        all += (all.empty() ? "" : ", ") + std::string(kTaskNames[i]);
    }
    return all;
}

bool isLength(const TaskField& field) {
    return field.name == "min_length" || field.name == "max_length";
}

}  // namespace

void TaskChoice::addTo(CLI::App& command) {
    m_command = &command;
    command.add_option("--task", m_name, "learn a task with known answers instead of a corpus: " + namesOf<TaskName>());
    forEachField(m_typed, [&](const TaskField& field, auto& value) {
        addFieldOption(command, optionName(field), std::string(field.about) + " (" + tasksWith(field) + ")", value,
                       isLength(field) ? "by task" : written(value));
    });
}

std::optional<TaskOptions> TaskChoice::chosen(Language language, std::uint64_t seed) const {
    const std::optional<TaskName> task = isMade() ? std::optional(taskNamed(m_name)) : std::nullopt;
    forEachField(m_typed, [&](const TaskField& field, const auto&) {
        if ((task && field.tasks.contains(*task)) || !isTyped(*m_command, optionName(field))) return;
        throw UsageError(optionName(field) + " is for --task " + tasksWith(field) + ".");
    });
    if (!task) return std::nullopt;
    TaskOptions options = defaultsOf(*task);
    applyTyped(*m_command, m_typed, options);
    options.language = language;
    options.seed = seed;
    validate(options);
    return options;
}

void TaskChoice::demandAgreement(const std::optional<TaskOptions>& stored) const {
    if (isMade()) {
        cli::demandAgreement(*m_command, "--task", m_name, stored ? std::string(nameOf(stored->task)) : "no task");
    }
    if (!stored) return;
    forEachFieldOf(m_typed, *stored, [&](const TaskField& field, const auto& typed, const auto& own) {
        cli::demandAgreement(*m_command, optionName(field), typed, own);
    });
}

void LengthOptions::addTo(CLI::App& command) {
    m_command = &command;
    forEachField(m_typed, [&](const TaskField& field, auto& value) {
        if (isLength(field)) {
            addFieldOption(command, optionName(field), std::string(field.about), value, "as learned");
        }
    });
}

void LengthOptions::demandUntyped() const {
    for (const char* option : {"--min-length", "--max-length"}) {
        if (isTyped(*m_command, option)) throw UsageError(std::string(option) + " is for a model that learned a task.");
    }
}

TaskOptions LengthOptions::applied(TaskOptions options) const {
    forEachFieldOf(m_typed, options, [&](const TaskField& field, const auto& typed, auto& own) {
        if (!isLength(field) || !isTyped(*m_command, optionName(field))) return;
        if (!field.tasks.contains(options.task)) {
            throw UsageError(optionName(field) + " is for " + tasksWith(field) + ".");
        }
        own = typed;
    });
    validate(options);
    return options;
}

}  // namespace attentarium::cli
