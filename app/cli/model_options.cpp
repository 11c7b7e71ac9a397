#include "app/cli/model_options.h"

#include <optional>

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "engine/core/error.h"

namespace attentarium::cli {
namespace {

constexpr std::string_view kVocabulary = "vocabulary", kTied = "tied";

std::string familiesWith(const ConfigField& field) {
    std::string all;
    for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
        if (!field.families.contains(static_cast<Family>(i))) continue;
        all += (all.empty() ? "" : ", ") + std::string(kFamilyNames[i]);
    }
    return all;
}

/// The default of a field where all families that use it have the same one.
template <typename Value>
std::string commonDefault(const ConfigField& field) {
    std::optional<std::string> common;
    for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
        const auto family = static_cast<Family>(i);
        if (!field.families.contains(family)) continue;
        const ModelConfig config = defaultConfig(family);
        std::string own;
        forEachField(config, [&](const ConfigField& other, const auto& value) {
            if (other.name == field.name) own = written(value);
        });
        if (common && *common != own) return "by family";
        common = own;
    }
    return common.value_or("");
}

}  // namespace

void ModelOptions::addTo(CLI::App& command, bool vocabulary) {
    m_command = &command;
    command.add_option("--model", m_family, "family of models: " + namesOf<Family>())->capture_default_str();
    forEachField(m_typed, [&](const ConfigField& field, auto& value) {
        if (field.name == kVocabulary && !vocabulary) return;
        const bool all = FamilySet::all() == field.families;
        const std::string about = std::string(field.about) + (all ? "" : " (" + familiesWith(field) + ")");
        if (field.name == kTied) {
            command.add_flag("--tied,--tie", m_typed.tied, about);
        } else {
            addFieldOption(command, optionName(field), about, value,
                           commonDefault<std::remove_cvref_t<decltype(value)>>(field));
        }
    });
}

Family ModelOptions::family() const {
    const std::optional<Family> known = named<Family>(m_family);
    if (!known) throw Error(ErrorKind::FamilyUnknown, {.name = m_family});
    return *known;
}

ModelConfig ModelOptions::chosen() const {
    const Family own = family();
    forEachField(m_typed, [&](const ConfigField& field, const auto&) {
        if (field.families.contains(own) || !isTyped(optionName(field))) return;
        throw UsageError(optionName(field) + " is not for " + m_family + " but for " + familiesWith(field) + ".");
    });
    ModelConfig config = defaultConfig(own);
    applyTyped(*m_command, m_typed, config);
    return config;
}

bool ModelOptions::isTyped(const std::string& option) const {
    return cli::isTyped(*m_command, option);
}

void ModelOptions::demandAgreement(const ModelConfig& stored) const {
    cli::demandAgreement(*m_command, "--model", m_family, std::string(nameOf(stored.family)));
    chosen();
    forEachFieldOf(m_typed, stored, [&](const ConfigField& field, const auto& typed, const auto& own) {
        if (field.name != kVocabulary) cli::demandAgreement(*m_command, optionName(field), typed, own);
    });
}

}  // namespace attentarium::cli
