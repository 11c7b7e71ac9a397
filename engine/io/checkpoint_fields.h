#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/core/enumeration.h"
#include "engine/io/damage.h"

namespace attentarium {

/// One object of a configuration, read strictly: every field of the right kind, none missing, none left over.
/// Internal to `io`. All of it throws `Error` FileDamaged that names the field.
class Fields {
  public:
    /// `object` and `file` are borrowed; `path` is the object's own name, empty for the outermost.
    Fields(const nlohmann::json& object, const std::string& file, std::string path);

    /// A field of whatever kind.
    const nlohmann::json& field(std::string_view name);
    /// An object within this one.
    Fields object(std::string_view name);
    const nlohmann::json& array(std::string_view name);
    std::string text(std::string_view name);
    bool flag(std::string_view name);
    /// Any number that JSON can hold.
    double number(std::string_view name);
    std::int64_t integer(std::string_view name);
    std::uint64_t unsignedInteger(std::string_view name);
    /// One of the names of `Enum`.
    template <typename Enum>
    Enum enumerator(std::string_view name) {
        const std::optional<Enum> known = named<Enum>(text(name));
        if (!known) refuse(Damage::SettingOutOfRange, name);
        return *known;
    }
    bool has(std::string_view name) const { return m_object.contains(name); }
    /// The names of all fields, whose number is free.
    std::vector<std::string> names() const;

    /// To be called when everything known was read.
    void refuseUnknown() const;
    /// `name` may be one that does not exist in the object.
    [[noreturn]] void refuse(Damage damage, std::string_view name) const;
    const std::string& file() const { return m_file; }
    /// The name of a field with those of the objects around it.
    std::string pathOf(std::string_view name) const;

  private:
    const nlohmann::json& m_object;
    const std::string& m_file;
    std::string m_path;
    std::set<std::string, std::less<>> m_read;
};

}  // namespace attentarium
