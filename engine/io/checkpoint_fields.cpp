#include "engine/io/checkpoint_fields.h"

#include <limits>
#include <utility>

namespace attentarium {

using nlohmann::json;

Fields::Fields(const json& object, const std::string& file, std::string path)
    : m_object(object), m_file(file), m_path(std::move(path)) {
    if (!object.is_object()) throwDamaged(file, Damage::SettingOfWrongKind, m_path);
}

std::string Fields::pathOf(std::string_view name) const {
    return m_path.empty() ? std::string(name) : m_path + '.' + std::string(name);
}

void Fields::refuse(Damage damage, std::string_view name) const {
    throwDamaged(m_file, damage, pathOf(name));
}

const json& Fields::field(std::string_view name) {
    const auto found = m_object.find(name);
    if (found == m_object.end()) refuse(Damage::SettingMissing, name);
    m_read.emplace(name);
    return *found;
}

Fields Fields::object(std::string_view name) {
    return Fields(field(name), m_file, pathOf(name));
}

const json& Fields::array(std::string_view name) {
    const json& value = field(name);
    if (!value.is_array()) refuse(Damage::SettingOfWrongKind, name);
    return value;
}

std::string Fields::text(std::string_view name) {
    const json& value = field(name);
    if (!value.is_string()) refuse(Damage::SettingOfWrongKind, name);
    return value.get<std::string>();
}

bool Fields::flag(std::string_view name) {
    const json& value = field(name);
    if (!value.is_boolean()) refuse(Damage::SettingOfWrongKind, name);
    return value.get<bool>();
}

double Fields::number(std::string_view name) {
    const json& value = field(name);
    if (!value.is_number()) refuse(Damage::SettingOfWrongKind, name);
    return value.get<double>();
}

std::int64_t Fields::integer(std::string_view name) {
    const json& value = field(name);
    if (!value.is_number_integer()) refuse(Damage::SettingOfWrongKind, name);
    constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > kLargest) refuse(Damage::SettingOutOfRange, name);
    return value.get<std::int64_t>();
}

std::uint64_t Fields::unsignedInteger(std::string_view name) {
    const json& value = field(name);
    if (!value.is_number_integer()) refuse(Damage::SettingOfWrongKind, name);
    if (!value.is_number_unsigned()) refuse(Damage::SettingOutOfRange, name);
    return value.get<std::uint64_t>();
}

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const auto& [name, value] : m_object.items()) all.push_back(name);
    return all;
}

void Fields::refuseUnknown() const {
    for (const auto& [name, value] : m_object.items()) {
        if (!m_read.contains(name)) refuse(Damage::SettingUnknown, name);
    }
}

}  // namespace attentarium
