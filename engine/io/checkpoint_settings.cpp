#include "engine/io/checkpoint_settings.h"

#include <type_traits>

#include "engine/core/error.h"
#include "engine/models/model_config_fields.h"
#include "engine/text/tasks/task.h"

namespace attentarium {
namespace {

template <typename Value>
void write(nlohmann::ordered_json& object, std::string_view name, const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
        object[std::string(name)] = nameOf(value);
    } else {
        object[std::string(name)] = value;
    }
}

template <typename Value>
void read(Fields& fields, std::string_view name, bool required, Value& value) {
    if (!required && !fields.has(name)) return;
    if constexpr (std::is_enum_v<Value>) {
        value = fields.enumerator<Value>(name);
    } else if constexpr (std::is_same_v<Value, bool>) {
        value = fields.flag(name);
    } else if constexpr (std::is_integral_v<Value>) {
        value = fields.integer(name);
    } else {
        value = fields.number(name);
    }
}

/// The name in the file of what an error calls by its option.
template <typename Settings>
std::string nameInFile(const Settings& settings, const std::string& option) {
    std::string name = option;
    forEachField(settings, [&](const auto& field, const auto&) {
        if (optionOf(field) == option) name = field.name;
    });
    return name;
}

Language readLanguage(Fields& fields) {
    const auto language = parseLanguage(fields.text("language"));
    if (!language) fields.refuse(Damage::SettingOutOfRange, "language");
    return *language;
}

}  // namespace

nlohmann::ordered_json jsonOf(const ModelConfig& config) {
    nlohmann::ordered_json object{{"family", nameOf(config.family)}};
    forEachField(config, [&](const ConfigField& field, const auto& value) {
        if (field.families.contains(config.family)) write(object, field.name, value);
    });
    return object;
}

ModelConfig readModelConfig(Fields fields) {
    ModelConfig config;
    const std::string family = fields.text("family");
    const std::optional<Family> known = named<Family>(family);
    if (!known) throw Error(ErrorKind::FamilyUnknown, {.file = fields.file(), .name = family});
    config.family = *known;
    forEachField(config, [&](const ConfigField& field, auto& value) {
        if (field.families.contains(config.family)) read(fields, field.name, field.since1, value);
    });
    fields.refuseUnknown();
    try {
        validate(config);
    } catch (const Error& error) {
        // On the command line the same sizes would be somebody's typing; here they are damage.
        const std::string& option = error.values().name;
        fields.refuse(Damage::SettingOutOfRange, option.empty() ? "width" : nameInFile(config, option));
    }
    return config;
}

nlohmann::ordered_json jsonOf(const TaskOptions& options) {
    nlohmann::ordered_json object{{"name", nameOf(options.task)},
                                  {"language", languageName(options.language)},
                                  {"seed", options.seed}};
    forEachField(options, [&](const TaskField& field, const auto& value) {
        if (field.tasks.contains(options.task)) write(object, field.name, value);
    });
    return object;
}

TaskOptions readTask(Fields fields) {
    TaskOptions options = defaultsOf(fields.enumerator<TaskName>("name"));
    options.language = readLanguage(fields);
    options.seed = fields.unsignedInteger("seed");
    forEachField(options, [&](const TaskField& field, auto& value) {
        if (field.tasks.contains(options.task)) read(fields, field.name, true, value);
    });
    fields.refuseUnknown();
    try {
        makeTask(options);
    } catch (const Error& error) {
        fields.refuse(Damage::SettingOutOfRange, error.values().name);
    }
    return options;
}

void writeSettings(const TrainingSettings& settings, nlohmann::ordered_json& object) {
    forEachField(settings,
                 [&](const SettingsField& field, const auto& value) { write(object, field.name, value); });
    object["seed"] = settings.seed;
}

TrainingSettings readSettings(Fields& fields) {
    TrainingSettings settings;
    forEachField(settings, [&](const SettingsField& field, auto& value) {
        read(fields, field.name, field.since1, value);
    });
    settings.seed = fields.unsignedInteger("seed");
    try {
        validate(settings);
    } catch (const Error& error) {
        fields.refuse(Damage::SettingOutOfRange, nameInFile(settings, error.values().name));
    }
    return settings;
}

}  // namespace attentarium
