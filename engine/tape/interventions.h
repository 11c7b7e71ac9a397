#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace attentarium {

/// One number of a value, or of a parameter, is another one. `place` has a number for each axis of the tensor as
/// `Trace::shape` gives it, so that token 3 stays token 3 when the text grows.
struct SetCell {
    std::string name;  ///< of the value or the parameter, for example `blocks.0.attention.weights`
    std::vector<std::int64_t> place;
    double value = 0;

    bool operator==(const SetCell&) const = default;
};

/// In every head of an attention, a query sees a key or does not, whatever the mask says.
struct SetVisibility {
    std::string attention;  ///< its scope, for example `blocks.0.attention`
    std::int64_t query = 0;
    std::int64_t key = 0;
    bool visible = false;

    bool operator==(const SetVisibility&) const = default;
};

/// What an attention keeps of it: the scope is that of the attention.
struct PairVisibility {
    std::int64_t query = 0;
    std::int64_t key = 0;
    bool visible = false;
};

/// Scores are multiplied by this factor instead of 1/√(head width).
struct SetScale {
    std::string attention;
    double factor = 1;

    bool operator==(const SetScale&) const = default;
};

/// What a head gathered is zero, so that it says nothing.
struct SilenceHead {
    std::string attention;
    std::int64_t head = 0;

    bool operator==(const SilenceHead&) const = default;
};

/// A head keeps the weights that it had, whatever else changes. It does not apply to texts of another length.
struct FreezeHead {
    std::string attention;
    std::int64_t head = 0;
    std::int64_t keys = 0;        ///< columns of `weights`
    std::vector<double> weights;  ///< [query token, key token]

    bool operator==(const FreezeHead&) const = default;
};

/// Two heads exchange their query, key and value weights, but not their rows of the output projection. Where heads share
/// keys and values, it is the groups that exchange theirs.
struct SwapHeads {
    std::string attention;
    std::int64_t first = 0;
    std::int64_t second = 0;

    bool operator==(const SwapHeads&) const = default;
};

/// Logits are divided by this before they become probabilities and a loss.
struct SetTemperature {
    double temperature = 1;

    bool operator==(const SetTemperature&) const = default;
};

using Intervention = std::variant<SetCell, SetVisibility, SetScale, SilenceHead, FreezeHead, SwapHeads, SetTemperature>;

/// Whether both change the same thing, so that the later one takes the place of the earlier.
bool sameTarget(const Intervention& one, const Intervention& other);

/// What is done to one run that the model would not do by itself, in order. A plain value: a model never holds any.
using Interventions = std::vector<Intervention>;

}  // namespace attentarium
