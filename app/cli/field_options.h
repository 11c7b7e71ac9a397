#pragma once

#include <CLI/App.hpp>
#include <algorithm>
#include <sstream>
#include <string>
#include <type_traits>

#include "engine/core/enumeration.h"
#include "engine/core/error.h"
#include "engine/models/model_config_fields.h"
#include "engine/text/tasks/task_options.h"
#include "engine/train/training_settings.h"

namespace attentarium::cli {

/// What the lists of fields have in common, seen from the command line.

inline std::string dashed(std::string_view name) {
    std::string option = "--" + std::string(name);
    std::ranges::replace(option, '_', '-');
    return option;
}
inline std::string optionName(const ConfigField& field) {
    return dashed(field.name);
}
inline std::string optionName(const SettingsField& field) {
    return dashed(field.option);
}
inline std::string optionName(const TaskField& field) {
    return dashed(field.name);
}

/// A value as it is typed.
template <typename Value>
std::string written(const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
        return std::string(nameOf(value));
    } else {
        std::ostringstream text;
        text << std::boolalpha << value;
        return text.str();
    }
}

template <typename Enum>
std::string namesOf() {
    std::string all;
    for (const std::string_view name : kNames<Enum>) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

/// Adds the option that sets `value`. `shown` is its default in the help.
template <typename Value>
void addFieldOption(CLI::App& command, const std::string& name, const std::string& about, Value& value,
                    const std::string& shown) {
    if constexpr (std::is_same_v<Value, bool>) {
        // What is so by default can be switched off.
        command.add_flag(value ? name + ",!--no-" + name.substr(2) : name, value, about);
    } else if constexpr (std::is_enum_v<Value>) {
        const auto set = [&value, name](const std::string& text) {
            const std::optional<Value> known = named<Value>(text);
            if (!known) throw CLI::ValidationError(name, text + " is none of " + namesOf<Value>());
            value = *known;
        };
        command.add_option_function<std::string>(name, set, about + ": " + namesOf<Value>())->default_str(shown);
    } else {
        command.add_option(name, value, about)->default_str(shown);
    }
}

/// Calls `visit(field, left, right)` for every field of two values of one kind.
template <typename Left, typename Right, typename Visit>
void forEachFieldOf(Left& left, Right& right, Visit&& visit) {
    forEachField(left, [&](const auto& field, auto& value) {
        forEachField(right, [&](const auto& other, auto& counterpart) {
            if constexpr (std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(value)>>,
                                         std::remove_const_t<std::remove_reference_t<decltype(counterpart)>>>) {
                if (field.name == other.name) visit(field, value, counterpart);
            }
        });
    });
}

/// Whether `option` is one of the command and was given.
inline bool isTyped(const CLI::App& command, const std::string& option) {
    const CLI::Option* known = command.get_option_no_throw(option);
    return known && known->count() > 0;
}

/// Copies what was typed.
template <typename Fields>
void applyTyped(const CLI::App& command, const Fields& typed, Fields& to) {
    forEachFieldOf(typed, to, [&](const auto& field, const auto& value, auto& target) {
        if (isTyped(command, optionName(field))) target = value;
    });
}

/// Refuses an option that was typed and is not the checkpoint's: throws `Error` with OptionOutOfRange.
template <typename Value>
void demandAgreement(const CLI::App& command, const std::string& option, const Value& typed, const Value& stored) {
    if (!isTyped(command, option) || typed == stored) return;
    throw Error(ErrorKind::OptionOutOfRange,
                {.name = option, .value = written(typed), .limit = written(stored) + ", as in the checkpoint"});
}

}  // namespace attentarium::cli
