#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attentarium {

enum class Family { Gpt };

/// `gpt` and so on: as on the command line and in config.json.
std::string_view nameOf(Family family);
std::optional<Family> familyNamed(std::string_view name);

/// The sizes that make a model what it is.
struct ModelConfig {
    Family family = Family::Gpt;
    std::int64_t layers = 4;
    std::int64_t heads = 4;
    std::int64_t width = 128;
    std::int64_t context = 64;  ///< tokens it can see at once
    std::int64_t vocabulary = 0;
    bool tied = false;  ///< whether the unembedding is the token embedding turned over

    std::int64_t headWidth() const { return width / heads; }
    std::int64_t hiddenWidth() const { return 4 * width; }

    bool operator==(const ModelConfig&) const = default;
};

/// The number of learned numbers of such a model, known without making it. The sizes must be valid.
std::int64_t parameterCount(const ModelConfig& config);

/// Refuses impossible sizes by name and value, before anything is allocated: throws `Error` with
/// `OptionOutOfRange`, `WidthNotDivisible` or `ModelTooLarge`.
void validate(const ModelConfig& config);

}  // namespace attentarium
