#include "engine/tape/interventions.h"

#include <type_traits>

namespace attentarium {
namespace {

bool same(const SetCell& one, const SetCell& other) {
    return one.name == other.name && one.place == other.place;
}
bool same(const SetVisibility& one, const SetVisibility& other) {
    return one.attention == other.attention && one.query == other.query && one.key == other.key;
}
bool same(const SetScale& one, const SetScale& other) {
    return one.attention == other.attention;
}
bool same(const SilenceHead& one, const SilenceHead& other) {
    return one.attention == other.attention && one.head == other.head;
}
bool same(const FreezeHead& one, const FreezeHead& other) {
    return one.attention == other.attention && one.head == other.head;
}
bool same(const SwapHeads& one, const SwapHeads& other) {
    const bool straight = one.first == other.first && one.second == other.second;
    const bool crossed = one.first == other.second && one.second == other.first;
    return one.attention == other.attention && (straight || crossed);
}
bool same(const SetTemperature&, const SetTemperature&) {
    return true;
}

}  // namespace

bool sameTarget(const Intervention& one, const Intervention& other) {
    return std::visit(
        [](const auto& left, const auto& right) {
            if constexpr (std::is_same_v<decltype(left), decltype(right)>) {
                return same(left, right);
            } else {
                return false;
            }
        },
        one, other);
}

}  // namespace attentarium
