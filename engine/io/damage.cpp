#include "engine/io/damage.h"

#include <array>

#include "engine/io/file_error.h"

namespace attentarium {

std::span<const char* const> damageReasons() {
    static constexpr std::array kReasons{
        "its JSON is longer than 100 MB",
        "its header does not begin with {",
        "it is not valid JSON in UTF-8",
        "it has the same name twice",
        "its JSON is nested too deeply",
        "its metadata is not made of texts",
        "a tensor needs a dtype, a shape and data_offsets, and nothing else",
        "a tensor has an unknown number type",
        "a shape is not a list of sizes",
        "a tensor claims an impossible size",
        "data_offsets are not two positions",
        "a tensor ends before it begins",
        "a tensor's length does not fit its shape",
        "two tensors share bytes",
        "there are unused bytes between two tensors",
        "a tensor has another number type than needed",
        "a tensor holds something that is not a number",
        "a setting is missing",
        "a setting is unknown",
        "a setting has the wrong kind of value",
        "a setting is out of range",
        "the vocabulary has an empty entry or the same one twice",
        "the sizes do not fit the tensors",
        "the state of its training is impossible",
        "its counts of n-grams come from no text",
        "a merge stands twice or joins what is no token yet",
        "the vocabulary lacks a byte or a token that is merged",
    };
    static_assert(kReasons.size() == static_cast<std::size_t>(Damage::VocabularyWithoutMerged) + 1);
    return kReasons;
}

void throwDamaged(const std::string& file, Damage damage, const std::string& name) {
    throw fileError(ErrorKind::FileDamaged, file, damageReasons()[static_cast<std::size_t>(damage)], name);
}

}  // namespace attentarium
