#include "ui/views/training_setup/setup_fields.h"

#include <algorithm>
#include <type_traits>

namespace attentarium {
namespace {

using Kind = SetupField::Kind;
using Part = SetupField::Part;

template <typename Value>
constexpr Kind kindOf() {
    if constexpr (std::is_same_v<Value, bool>) return Kind::Flag;
    if constexpr (std::is_enum_v<Value>) return Kind::Choice;
    return std::is_integral_v<Value> ? Kind::Whole : Kind::Number;
}

template <typename Value>
std::span<const std::string_view> choicesOf() {
    if constexpr (std::is_enum_v<Value>) {
        return kNames<Value>;
    } else {
        return {};
    }
}

template <typename Field, typename Value>
SetupField made(Part part, const Field& field, const Value&) {
    std::string option(field.name);
    std::ranges::replace(option, '_', '-');
    return {part, field.name, option, kindOf<Value>(), field.least, field.most, choicesOf<Value>()};
}

/// Calls `visit` with the member that `field` stands for.
template <typename Setup, typename Visit>
void visitMember(Setup& setup, const SetupField& field, const Visit& visit) {
    const auto one = [&](const auto& of, auto& member) {
        if (of.name == field.name) visit(member);
    };
    if (field.part == Part::Model) forEachField(setup.model, one);
    if (field.part == Part::Settings) forEachField(setup.settings, one);
    if (field.part == Part::Task && setup.task) forEachField(*setup.task, one);
}

bool isSettingUsed(const RunSetup& setup, std::string_view name) {
    const TrainingSettings& s = setup.settings;
    const Family family = setup.model.family;
    const bool corpus = !setup.task, pairs = learnsInPairs(setup);
    const auto isOne = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    // The form has a line of its own for it.
    if (name == "objective") return false;
    if (name == "mask_share") return corpus && s.objective != ObjectiveKind::NextToken;
    if (isOne({"masked_share", "replaced_share"})) return corpus && s.objective == ObjectiveKind::MaskedToken;
    if (name == "span_length") return corpus && s.objective == ObjectiveKind::SpanCorruption;
    if (name == "carry") return corpus && kRecurrent.contains(family);
    if (name == "examples") return !corpus;
    if (name == "task_weight") return !corpus && setup.model.classes > 0;
    if (isOne({"passes", "subsample"})) return pairs;
    if (isOne({"peak_rate", "final_rate"})) return true;
    if (pairs) return false;
    if (name == "dropout") return !kWordVectors.contains(family) && family != Family::MlpLm;
    if (name == "beta1") return keepsFirstMoment(s.optimizer);
    if (isOne({"beta2", "epsilon"})) return keepsSecondMoment(s.optimizer);
    if (name == "weight_decay") return s.optimizer == OptimizerKind::AdamW;
    return true;
}

}  // namespace

const std::vector<SetupField>& setupFields() {
    static const std::vector<SetupField> all = [] {
        std::vector<SetupField> fields;
        ModelConfig model;
        forEachField(model, [&](const ConfigField& field, auto& member) {
            fields.push_back(made(Part::Model, field, member));
            fields.back().families = field.families;
        });
        TrainingSettings settings;
        forEachField(settings, [&](const SettingsField& field, auto& member) {
            fields.push_back(made(Part::Settings, field, member));
            fields.back().option = std::string(field.option);
        });
        TaskOptions task;
        forEachField(task, [&](const TaskField& field, auto& member) {
            fields.push_back(made(Part::Task, field, member));
            fields.back().tasks = field.tasks;
        });
        return fields;
    }();
    return all;
}

const SetupField* setupField(std::string_view name) {
    const auto found = std::ranges::find(setupFields(), name, &SetupField::name);
    return found == setupFields().end() ? nullptr : &*found;
}

double numberIn(const RunSetup& setup, const SetupField& field) {
    double number = 0;
    visitMember(setup, field, [&](const auto& member) { number = static_cast<double>(member); });
    return number;
}

void setNumber(RunSetup& setup, const SetupField& field, double number) {
    visitMember(setup, field, [&]<typename Value>(Value& member) {
        if constexpr (std::is_same_v<Value, bool>) {
            member = number != 0;
        } else if constexpr (std::is_enum_v<Value>) {
            member = static_cast<Value>(static_cast<int>(number));
        } else {
            member = static_cast<Value>(number);
        }
    });
}

bool isUsed(const RunSetup& setup, const SetupField& field) {
    switch (field.part) {
        case Part::Model:
            return field.families.contains(setup.model.family) && field.name != "vocabulary" && field.name != "classes";
        case Part::Settings:
            return isSettingUsed(setup, field.name);
        case Part::Task:
            return setup.task && field.tasks.contains(setup.task->task);
    }
    return false;
}

bool learnsInPairs(const RunSetup& setup) {
    return kWordVectors.contains(setup.model.family) && setup.model.negatives > 0;
}

void chooseFamily(RunSetup& setup, Family family) {
    const ModelConfig before = setup.model;
    setup.model = defaultConfig(family);
    for (const char* const name : {"layers", "heads", "width", "context"}) {
        const SetupField& field = *setupField(name);
        if (!field.families.contains(family) || !field.families.contains(before.family)) continue;
        RunSetup from;
        from.model = before;
        setNumber(setup, field, numberIn(from, field));
    }
    setup.settings.objective = objectiveOf(family);
    setup.settings.carry = setup.settings.carry && kRecurrent.contains(family);
    if (setup.task) chooseTask(setup, setup.task->task);
}

void chooseTask(RunSetup& setup, std::optional<TaskName> task) {
    setup.model.classes = 0;
    if (!task) {
        setup.task.reset();
        return;
    }
    const bool isNew = !setup.task || setup.task->task != *task;
    const Language language = setup.task ? setup.task->language : setup.corpus.language;
    if (isNew) setup.task = defaultsOf(*task);
    setup.task->language = language;
    setup.settings.carry = false;
    try {
        fitToTask(setup.model, *setup.task);
    } catch (const Error&) {
        // That the family cannot do the task is told with the estimate.
    }
}

const std::vector<Family>& trainableFamilies() {
    static const std::vector<Family> all = [] {
        std::vector<Family> families;
        for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
            if (static_cast<Family>(i) != Family::Ngram) families.push_back(static_cast<Family>(i));
        }
        return families;
    }();
    return all;
}

const std::vector<TokenizerKind>& tokenizerKinds() {
    static const std::vector<TokenizerKind> all = [] {
        std::vector<TokenizerKind> kinds;
        // In the order in which they are taught; those that the engine has.
        for (const char* const name : {"char", "word", "bpe"}) {
            if (const auto kind = parseTokenizerKind(name)) kinds.push_back(*kind);
        }
        return kinds;
    }();
    return all;
}

}  // namespace attentarium
