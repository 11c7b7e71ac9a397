#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/models/model.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// The same parameters in a model that reads texts of up to `context` tokens. Null where it would need position vectors
/// that it never learned: with learned positions, beyond the places there are. Throws `LogicError` for a family that is
/// not `gpt`.
std::unique_ptr<Model<float>> withContext(const Model<float>& model, std::int64_t context);

/// Texts of one length, each with the token that follows it.
struct LongTexts {
    std::int64_t length = 0;
    std::vector<int> ids;  ///< texts × (length + 1)

    std::int64_t count() const { return length == 0 ? 0 : static_cast<std::int64_t>(ids.size()) / (length + 1); }
};

/// Stories of the small world, told from `seed` and joined; each text begins with the beginning of a story. Throws
/// `Error` with `WordUnknown`.
LongTexts joinedStories(Language language, const Tokenizer& tokenizer, std::uint64_t seed, std::int64_t count,
                        std::int64_t length);

/// What each token that is to be told costs at each place: texts × length, in nats. `told` is asked after every few
/// texts with the share that is done, and says whether to go on; where it does not, the result is empty. The texts must
/// fit the context.
std::vector<float> lossesByPlace(const Model<float>& model, const LongTexts& texts, Parallel& parallel,
                                 const std::function<bool(double)>& told = {});

/// The mean over all texts and over `places` places, and how uncertain it is.
struct PlaceLoss {
    double mean = 0;
    double error = 0;  ///< standard error of the mean, from how the texts differ

    bool operator==(const PlaceLoss&) const = default;
};

/// From `lossesByPlace` one value for every `places` places.
std::vector<PlaceLoss> binned(const std::vector<float>& losses, std::int64_t length, std::int64_t places);

}  // namespace attentarium
