#include "engine/io/interventions_json.h"

#include <array>
#include <cmath>
#include <concepts>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "engine/io/checkpoint_fields.h"
#include "engine/io/json_text.h"

namespace attentarium {
namespace {

constexpr const char* kChanges = "changes";
constexpr const char* kKind = "kind";

/// In the order of the variant.
constexpr std::array<const char*, std::variant_size_v<Intervention>> kKinds{
    "set cell", "set visibility", "set scale", "silence head", "freeze head", "swap heads", "set temperature"};

template <typename Set, typename Kind>
concept Of = std::same_as<std::remove_const_t<Set>, Kind>;

// The fields of each kind, once for writing and for reading.
template <Of<SetCell> Set, typename Use>
void forEachField(Set& set, const Use& use) {
    use("name", set.name);
    use("place", set.place);
    use("value", set.value);
}
template <Of<SetVisibility> Set, typename Use>
void forEachField(Set& set, const Use& use) {
    use("attention", set.attention);
    use("query", set.query);
    use("key", set.key);
    use("visible", set.visible);
}
template <Of<SetScale> Set, typename Use>
void forEachField(Set& set, const Use& use) {
    use("attention", set.attention);
    use("factor", set.factor);
}
template <Of<SilenceHead> Set, typename Use>
void forEachField(Set& silence, const Use& use) {
    use("attention", silence.attention);
    use("head", silence.head);
}
template <Of<FreezeHead> Set, typename Use>
void forEachField(Set& freeze, const Use& use) {
    use("attention", freeze.attention);
    use("head", freeze.head);
    use("keys", freeze.keys);
    use("weights", freeze.weights);
}
template <Of<SwapHeads> Set, typename Use>
void forEachField(Set& swap, const Use& use) {
    use("attention", swap.attention);
    use("first", swap.first);
    use("second", swap.second);
}
template <Of<SetTemperature> Set, typename Use>
void forEachField(Set& set, const Use& use) {
    use("temperature", set.temperature);
}

double finite(Fields& fields, const char* name, double number) {
    if (!std::isfinite(number)) fields.refuse(Damage::NumberNotFinite, name);
    return number;
}

void read(Fields& fields, const char* name, std::string& value) {
    value = fields.text(name);
}
void read(Fields& fields, const char* name, bool& value) {
    value = fields.flag(name);
}
void read(Fields& fields, const char* name, std::int64_t& value) {
    value = fields.integer(name);
}
void read(Fields& fields, const char* name, double& value) {
    value = finite(fields, name, fields.number(name));
}
template <typename Number>
void read(Fields& fields, const char* name, std::vector<Number>& values) {
    for (const nlohmann::json& one : fields.array(name)) {
        const bool fits = std::is_floating_point_v<Number> ? one.is_number() : one.is_number_integer();
        if (!fits) fields.refuse(Damage::SettingOfWrongKind, name);
        values.push_back(one.get<Number>());
    }
}

template <std::size_t kIndex = 0>
Intervention readKind(Fields& fields, std::string_view kind) {
    if constexpr (kIndex < std::variant_size_v<Intervention>) {
        if (kind != kKinds[kIndex]) return readKind<kIndex + 1>(fields, kind);
        std::variant_alternative_t<kIndex, Intervention> intervention;
        forEachField(intervention, [&](const char* name, auto& value) { read(fields, name, value); });
        return intervention;
    } else {
        fields.refuse(Damage::SettingOutOfRange, kKind);
    }
}

}  // namespace

std::string toJson(const Interventions& interventions) {
    nlohmann::ordered_json changes = nlohmann::ordered_json::array();
    for (const Intervention& intervention : interventions) {
        nlohmann::ordered_json change{{kKind, kKinds[intervention.index()]}};
        std::visit(
            [&](const auto& one) {
                forEachField(one, [&](const char* name, const auto& value) { change[name] = value; });
            },
            intervention);
        changes.push_back(std::move(change));
    }
    return nlohmann::ordered_json{{kChanges, std::move(changes)}}.dump();
}

Interventions interventionsFromJson(std::string_view text, const std::string& file) {
    const nlohmann::json root = parseJsonObject(text, file);
    Fields whole(root, file, "");
    Interventions interventions;
    for (const nlohmann::json& change : whole.array(kChanges)) {
        if (!change.is_object()) whole.refuse(Damage::SettingOfWrongKind, kChanges);
        Fields fields(change, file, kChanges);
        interventions.push_back(readKind(fields, fields.text(kKind)));
        fields.refuseUnknown();
    }
    whole.refuseUnknown();
    return interventions;
}

}  // namespace attentarium
